"""Words that learners take for one another: verbs, adjectives, nouns that go with certain words."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

WORD_CHOICES: tuple[Rule, ...] = (
    Rule(
        id="verb-choice",
        explanation="Another verb goes with these words.",
        example="Can you lend me five euros?",
        topic="make-and-do",
        rows=table("""
            =borrow me|us|him|them a|an|the|your|some|this|that|my|five|ten|<CD>|money|$number -> {0:lend}
            .. {1} {2} ? !tag:0,NN
            =lend @NP from -> {0:borrow} {1} from ? !has:to !passive
            'll|can|could|please|must|will|to|would remember me|him|her|us|them|you to -> {0} remind
            .. {2} to
            ^ remember me|us to -> remind {1} to
            see at the|this|that|me -> look at {2} ? !prevtag:PRP|NNS|NNP
            saw|see|watch at the picture|board|sky|stars|map|photo -> look at the {3} ? known:0,see|watch
            =hear to the|music|me|my|him|her|this -> {0:listen} to {2} ? !tag:0,NN
            =listen|listening a|the noise|sound|bang|news -> {0:hear} {1} {2} ? !known:2,news
            =look tv|television|films|movies|videos -> {0:watch} {1}
            =look the|a film|movie|match|news|game|video|tv -> {0:watch} {1} {2} ?
            .. tag:0,VB|VBP|VBD|VBZ|VBG
            =make a? photo|photos|picture|pictures -> {0:take} {1} {2} ? !passive
            =make a lot of photos|pictures -> {0:take} a lot of {4}
            =make some|many|the|two|several|more photos|pictures -> {0:take} {1} {2}
            =do a|the|some|many mistake|mistakes|phone|noise|decision|plan|suggestion|effort|promise
            ..|cake|list|choice|call|excuse|speech|offer|appointment|joke|mess -> {0:make} {1} {2} ?
            .. tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =do mistakes|noise|friends|progress|money|sense|plans|decisions|efforts -> {0:make} {1} ?
            .. tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =make a lot of exercise|sport|homework|housework -> {0:do} a lot of {4}
            =make my|your|his|her|our|their|the|some|an? homework|housework|exercise|exercises|sport
            ..|shopping|dishes|ironing|course|research|gymnastics|yoga|job|favour|laundry|washing
            .. -> {0:do} {1} {2} ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =make me|him|her|us|you|them a favour|favor -> {0:do} {1} a {3}
            =make a|an|the exam|test|course -> {0:take} {1} {2} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =make|=do a|the party|barbecue|picnic -> {0:have} {1} {2} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =do|=make a break|rest|shower|bath|nap|taxi -> {0:take} a {2} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =do a walk|run|swim|drive -> {0:go} for a {2} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =do|=make attention -> {0:pay} attention
            =make|=do a|the question -> {0:ask} {1} question
            =make|=do questions -> {0:ask} questions
            =say|=speak|=talk a lie|joke|story|secret|truth -> {0:tell} a {2}
            =say|=speak the truth|time -> {0:tell} the {2} ? !known:2,time
            =say|=speak lies|stories|jokes -> {0:tell} {1}
            =say me|him|us|them|her that|how|what|where|when|why|if|about|to -> {0:tell} {1} {2}
            =say me|us|them|him the|your|a|his|her|something -> {0:tell} {1} {2} ? !tag:0,NN
            =tell that -> {0:say} that ? !nexttag:NN|NN|NNS !prev:to|can|could|you|it !passive
            .. tag:0,VBD|VBZ
            =tell to me|him|her|us|them that -> {0} {2} that
            =speak me|us|him|them about|that|a -> {0:tell} {1} {2}
            =say|=tell $language -> {0:speak} {1} ? tag:0,VBP|VB|VBZ
            =talk $language -> {0:speak} {1}
            =have hungry|thirsty|afraid|right|cold|hot|sleepy|lucky|tired|late|angry|happy|sad|wrong END
            .. -> {0:be} {1} ? tag:0,VBP|VBZ|VBD|VB !before:to|n't !known:1,cold|hot
            $subject have|has $number|<CD> years old? END -> {0} {0:bepresent} {2} years old
            =win|=beat the game|match|race|prize|competition|lottery -> {0:win} the {2} ? known:0,beat
            ..|beats|beating
            =win the|our|their|my|us|them|him other|opposing|team|rival|enemy|champions|champion team?
            .. END -> {0:beat} {1} {2} {3} ? !known:1,us|them|him
            =win us|them|him|me END -> {0:beat} {1}
            =win more? money by|in my|from|every|as -> {0:earn} {1} money {3} ? known:3,my|every
            =miss my|his|her|the keys|key|wallet|passport|phone|umbrella|glasses END -> {0:lose} {1}
            .. {2} ? tag:0,VBD|VBN known:1,my
            =miss|missed|missing my|his|her|their job|temper|balance|way|weight -> {0:lose} {1} {2}
            =lose the|my|our bus|train|plane|flight|lesson|film|beginning|meeting|opportunity|chance
            .. -> {0:miss} {1} {2} ? !passive
            =know|knew my|his|her wife|husband|girlfriend|boyfriend|best in|at|on|when|during -> met
            .. {1} {2} {3} ? known:0,knew
            =know to swim|drive|cook|play|ride|speak|dance|ski|read|write|sing|use|make|do -> {0} how to
            .. {2} ? !known:0,known
            =let my|his|her|your|the keys|bag|phone|coat|umbrella|wallet|book|books|glasses|passport
            ..|car|jacket|homework here|at|in|on|there -> {0:leave} {1} {2} {3}
            =leave me|him|her|them|us go|come|stay|see|do|sleep|play|try|speak|finish|have|drive -> {0:let}
            .. {1} {2} ? !tag:0,VBN
            =find out my|his|her|the|your|their keys|key|phone|wallet|glasses|passport|bag|book|dog|cat
            ..|house|hotel -> {0} {2} {3}
            =grow up $number|three|two|four|my|his|her|their|five children|kids|sons|daughters|son
            ..|daughter -> {0:bring} up {2} {3}
            was|were grown up by|in -> {0} brought up {3} ? known:3,by
            =assist at|to? the|a|my|this meeting|class|lesson|concert|conference|lecture|wedding|school
            ..|course|funeral -> {0:attend} {2} {3}
            =pass the|an|my exam|test|exams yesterday|tomorrow|today|next|on|last , ->
            .. {0:take} {1} {2} {3}, ? known:3,yesterday|tomorrow|today|next has:result|results|hope
            =pass my|the|our|all|his|her|a holidays|holiday|weekend|weekends|summer|vacation|vacations
            ..|time -> {0:spend} {1} {2} ? !passive !known:2,time
            price|prices|temperature|temperatures|cost|costs|sun|sea|level|number|salary|rent has|have
            .. raised -> {0} {1} risen
            price|prices|temperature|temperatures|cost|costs|sun|level|number|rents raised -> {0} rose ?
            .. !next:by|the|my|it|a !nexttag:NN|NNS|DT
            price|prices|temperature|cost|costs|sun|level|rents raises|raise -> {0} {1:rise} ?
            .. !nexttag:NN|NNS|DT|PRP$
            =rise my|your|the|his|her hand|hands|price|prices|salary|voice|taxes -> {0:raise} {1} {2}
            =rise a|the question|child|children|money|salaries -> {0:raise} {1} {2}
            laid|lay|laying on the|a|my bed|sofa|beach|floor|grass|ground|sun -> {0:lie} on {2} {3} ?
            .. prev:i|he|she|we|they|was|were|is|are|am !known:0,lay
            =bring @NP to the|a airport|station|hospital|doctor|dentist|vet -> {0:take} {1} to {3} {4} ?
            .. tag:1,PRP
            =take your friends|umbrella|books|food|swimsuit|wine with you? when you come -> bring your
            .. {2} {3} {4} when you come
            =become a coffee|tea|beer|sandwich|letter|present|call|cold|steak -> {0:get} a {2}
            =study to ride|swim|drive|cook|dance|ski -> {0:learn} to {2}
            =steal a|the bank|shop|house|man|woman|tourist|person -> {0:rob} {1} {2} ? !next:'s
            =rob my|his|her|the wallet|bag|phone|car|bike|money|passport -> {0:steal} {1} {2}
            was|were|been robbed from -> {0} stolen from ? prev:wallet|bag|phone|car|bike|money
            =wait that -> {0:hope} that ? known:0,wait|waits|waiting
            =expect you have a nice|good|great|lovely -> hope you have a {4}
            i|we hope i|we|he|she|they|you were|was|had|could|lived|knew -> {0} wish {2} {3} ? first
            .. !has:last !has:yesterday !known:3,was|had
            i|we wish you|he|she|they|i will|can -> {0} hope {2} {3} ? !known:3,can
            =explain me|us|him|them -> {0} to {1} ? nexttag:.
            =avoid @NP from|to <VBG> -> {0:prevent} {1} from {3} ? !tag:1,VBG
            =refuse that -> {0:deny} that ? tag:0,VBD|VBZ|VBP
            =invent|discover penicillin|america|gold|oil|electricity|gravity -> {0:discover} {1}
            =learn me|him|us|them|her to|english|how|french|spanish|the|a|about -> {0:teach} {1} {2}
            =dress|dressed a|the red|black|blue|white|green|new skirt|dress|shirt|suit|hat|coat|jacket ->
            .. wore {1} {2} {3} ? known:0,dressed !passive
            was|were|is|are dressed a|an <JJ>? skirt|dress|shirt|suit|hat|coat|jacket|uniform -> {0:wear}
            .. {2} {3} {4}
            open the light|lights|tv|radio|television|computer|tap -> turn on the {2}
            opened the light|lights|tv|radio|television|computer|tap -> turned on the {2}
            close the light|lights|tv|radio|television|computer|tap -> turn off the {2}
            closed the light|lights|tv|radio|television|computer|tap -> turned off the {2}
            =return back -> {0} ? !known:0,returns
            =repeat again -> {0}
            =enter inside|in to -> {0} ? known:1,inside
            =play swimming|skiing|gymnastics|yoga|judo|karate|athletics -> {0:do} {1} ?
            .. !known:1,swimming|skiing
            =play swimming|skiing|skating|cycling|running|climbing -> {0:go} {1}
            =do|=make shopping|swimming|skiing|fishing|camping|cycling -> {0:go} {1} ?
            .. !prevtag:DT|PRP$ tag:0,VB|VBP|VBD|VBG|VBZ prevtag:TO|PRP|NN|NNS|NNP|MD
            =drink my|the|a|some medicine|pills|pill|tablet|tablets -> {0:take} {1} {2}
            =climb on the? bus|train|car -> {0:get} on the {3} ? known:3,bus|train
            =suffer an accident -> {0:have} an accident
            =meet a decision -> {0:make} a decision
            =give an|the exam|test -> {0:take} {1} {2} ? before:i|we|students known:0,gave|give
            =cost expensive|cheap -> {0:be} {1} ? known:1,expensive
            price is|are|was expensive|cheap -> price {1} high ? known:2,expensive
            price is|are|was cheap -> price {1} low
            =feel myself|yourself|himself|herself ok|well|good|bad|tired|sick|happy|better|sad|ill|very
            ..|so|nervous|alone -> {0} {2} ? !next:for
            =meet|=concentrate|=relax|=remember|=wash|=shave|=hurry|=stand|=complain
            .. myself|yourself|himself|herself|ourselves|themselves on|at|up|in|about|that|and|every|to|.
            .. -> {0} {2} ? known:0,concentrate|concentrated|relax|relaxed|remember|hurry|complain
            ..|complained|met|meet !known:2,.
        """),
        priority=1,
    ),
    Rule(
        id="word-choice",
        explanation="These two words are easily confused; the other one is meant here.",
        example="It was very quiet in the library.",
        topic=None,
        rows=table("""
            very|too|so|really|is|was|be|n't|not quite END -> {0} quiet ? !known:0,n't|not|is|was
            very|too|so|really quite in|here|at|there|and|today|because|place|town|street|village|girl
            ..|boy|man|people|room -> {0} quiet {2}
            be|keep|stay quite -> {0} quiet ? !nexttag:JJ|DT|RB
            a quite place|town|street|village|girl|boy|man|room|area|life|evening -> a quiet {2}
            quiet <JJ>&expensive|good|big|small|interesting|difficult|easy|nice|cheap|old|cold|hot|long
            ..|hard|late|different|important -> quite {1} ? prev:is|was|are|were|'s|am|'m|be|it
            too|so|very|is|are lose -> {0} loose ? nexttag:.|CC !known:0,is|are
            a lose shirt|dress|coat|tooth|button -> a loose {2}
            lose clothes|trousers|shirts|fit -> loose {1} ? !prev:to|i|you|they|we|will|n't
            =loose my|your|his|her|the|our|their|it|weight|money|time|him|them -> lose {1} ?
            .. known:0,loose
            to|will|n't|not|can|ca|could|would|always|never|i|you|we|they loose -> {0} lose ?
            .. !nexttag:NN|NNS !prev:is|too
            looses his|her|my|the|its -> loses {1}
            loosing my|his|her|the|your|our|weight|time|money -> losing {1}
            the|this|my affect|affects of|on -> the effect {2} ? known:0,the known:1,affect
            an|no|any|big|great|bad|good|positive|negative|strong|little affect -> {0} effect ?
            .. !nexttag:DT|PRP|PRP$
            have|has|had an affect -> {0} an effect
            n't|not|will|can|may|could|to|might effect my|me|you|your|the|his|her|us|people|our|it ->
            .. {0} affect {2} ? !known:0,to
            <NN|NNS> effects|effected my|me|you|your|us|our|him -> {0} {1:affect} {2}
            except the|this|your|my offer|job|invitation|apology|present|gift -> accept {1} {2} ?
            .. prev:to|will|i|n't|please|you|can|'ll|must
            everyone|everybody|all|nobody|nothing|everything|anyone|came|went|vegetables|day|days|one
            ..|friends|people|subjects|food accept -> {0} except ? nexttag:NNP|NN|NNS|DT|PRP|PRP$|IN
            .. !prev:must|should|will|can|they|we|do|n't
            late END -> lately ? before:have|has|'ve|n't has:seen|been|heard|met|spoken !prev:too|so
            .. !prev:very|be|been|was|is|up|arrived|home|bit|little|minutes|hours
            hardly every|all -> hard {1} ? before:work|works|worked|study|studies|studied|train
            =work|study|train|try|rain|fight very|so|really? hardly END -> {0} {1} hard
            =work hardly all|every|to|in|for|and -> {0} hard {2}
            specially <NN|NNS|NNP|IN|PRP|WRB>&!designed|made -> especially {1} ? !nexttag:VBN
            .. !known:1,for
            , specially -> , especially ? !nexttag:VBN
            especially designed|made|trained|built|written -> specially {1}
            principle of|at our|my|the|this school|college -> principal {1} {2} {3} ? prev:the|a
            school|our principle -> {0} principal ? known:0,school
            in principal -> in principle ? nexttag:.
            you 're <NN>&coat|car|book|bag|phone|house|name|dog|cat|friend|mother|father|brother|sister
            ..|teacher|job|room|turn|idea|fault|address|email|letter -> your {2} ? !prev:,|if
            you 're <JJ>&new|old|best|first|last|favourite|own|little|big|younger|older <NN> -> your
            .. {2} {3}
            your joking|kidding|lying
            ..|going|coming|looking|working|not|always|never|very|so|too -> you're {1} ? !nexttag:NN|NNS
            .. !prev:of|in|on|at|for|with|to|from !known:1,right|late|kind|nice|beautiful|crazy|so
            your right|wrong|late|early|kind|nice|beautiful|crazy END -> you're {1} ? first
            your very|so|too <JJ> -> you're {1} {2} ? first
            is|'s who|whom bag|coat|phone|book|car|pen -> {0} whose {2}
            <NN>&girl|boy|man|woman|friend|person|student|teacher|people who|which|that his|her|their
            .. <NN> <VBZ|VBD> -> {0} whose {3} {4} ? !known:4,is
            <NN>&girl|boy|man|woman|friend|person|student|teacher which|that brother|sister|mother|father
            ..|dog|car|name|house|son|daughter|husband|wife|job is|was|has|works|lives -> {0} whose {2}
            .. {3} ? !known:1,that
            <NN>&man|woman|boy|girl|person|teacher|friend|doctor|lady|child|student|someone|neighbour
            ..|people which <VBZ|VBP|VBD|MD> -> {0} who {2}
            <NNS>&people|children|students|men|women|friends|teachers which <VBZ|VBP|VBD|MD> -> {0} who
            .. {2}
            <NN>&car|book|bus|house|film|phone|train|table|chair|letter|shop|city|computer|machine|song
            ..|job|dress|cake|story|hotel|bag|restaurant|key|road|tree|plane who|whom
            .. <VBZ|VBP|VBD|MD|PRP> -> {0} which {2}
            all|everything|something|anything|nothing|thing what i|he|she|we|they|you -> {0} that {2} ?
            .. !known:0,thing !prev:of !next:do|does
            all|everything|something|anything|nothing what is|was|happened|has -> {0} that {2}
            the <JJS|only|last|first|best> <NN|NNS> what -> {0} {1} {2} that
            the <NN>&man|woman|book|car|film|house|day|thing|person|girl|boy|place what i|he|she|we|they
            ..|you -> {0} {1} that {3}
            that|which what i|he|she -> what {2} ? known:0,that prev:know|understand|believe|think
            all the day i|we|he|she|they -> every day {3} ? first has:at|get|go|up
            all days END -> every day
            all days from|at|in|to -> every day {2}
            all the days END -> every day
            every days|weeks|months|years -> every {1:sg}
            everyday END -> every day ? !prev:my|our|the|of prevtag:NN|RB|VB|VBP|VBZ|NNS|NNP|PRP|VBD|.
            every day life|clothes|things|problems|use|objects|english -> everyday {2}
            $subject maybe ill|late|right|wrong|at|in|a|able -> {0} may be {2}
            may be i|he|she|it|we|they|you|the -> maybe {2} ? first
            an other -> another
            some where|thing -> somewhere ? known:1,where
            no body -> nobody ? nexttag:VBZ|VBD|MD
            a part from -> apart from
            the weather|whether is -> the weather is ? known:1,whether
            whether is|was good|bad|nice|hot|cold|fine -> weather {1} {2} ? prev:the
            know|wonder|sure|ask|decide weather i|he|she|it|we|they|you|to|the -> {0} whether {2} ?
            .. !nexttag:VBZ|NN !known:2,the
            whether forecast -> weather forecast
            desert after|for|menu -> dessert {1} ? !known:1,for
            chocolate|favourite|delicious|have|had|for|eat|ate desert -> {0} dessert ? !prev:in|the
            .. !known:0,for|have
            walk|walked|drive|drove|ran|run|went|go|come|came passed -> {0} past ? nexttag:DT|PRP$|PRP|NNP
            have|has|had past the|my|an exam|test|exams -> {0} passed {2} {3}
            i|he|she|they|we past the|my|an|all exam|test|exams|bank|shop -> {0} passed {2} {3} ? first
            receipt for the? this|a|cake|soup|bread|apple|chocolate|pasta -> recipe for {2} {3}
            a|the|good|new receipt of|for cake|bread|soup|pizza -> {0} recipe for {3}
            =give|=need|=want|=ask|good|bad|some|any|much|of|my|your|his|her advise -> {0} advice ?
            .. !nexttag:DT|PRP|NNP !known:0,want|wants !next:me|him|you|us
            can|could|would|to|will|must|should|'d|please you|he|she|they|i? advice me|us|him|you|her|them
            .. -> {0} {1} advise {3}
            more|much|some|need practise END -> {0} practice
            the prize of the|a ticket|book|car|shirt|room|house|phone|bread|flat -> the price of {3} {4}
            the prize is|was too? high|low|expensive -> the price {2} {3} {4}
            win|won|get|got|first the|a|first price END -> {0} {1} prize ? !known:0,get|got
            on accident -> by accident
            in|at the shadow END -> in the shade ? has:hot|sun|sit
            he|she|it is|was|'s very|so|really fun and|.|but -> {0} {1} {2} funny {4} ? known:0,he|she
            .. !known:4,.
            he|she is|was|'s very|so|really fun END -> {0} {1} {2} funny
            fun|funny time|day|party -> fun {1} ? known:0,funny prev:had|have|a
            i|he|she|they|we|you always|usually? remember|remembers me|him|her my|the|of <NN> -> {0} {1}
            .. {2:remind} {3} of {4} {5} ? known:4,my
            beside <NN>&football|english|that|work|school , -> besides {1}, ? first
            besides the|my|a bank|cinema|church|school|house|station|door|window|bed|river -> beside {1}
            .. {2} ? !first
            between|among the? teenagers|young|students|friends|people END -> among {1} {2} ? known:0,between
            .. before:popular
            among @NP and -> between {1} and
            a large|big|huge amount of people|students|tourists|cars|books|friends -> a {1} number of {4}
            the amount of people|students|tourists|cars|books|friends|children|visitors|mistakes|accidents
            .. -> the number of {3}
            the number of traffic|money|water|time|work|information|pollution|food -> the amount of {3}
            few money|time|water|milk|sugar|hope|information|work|traffic|chance|luck|patience -> little
            .. {1} ? !known:1,chance|work prev:have|has|had|is|was|with|there|only|'ve|very|very|too|so|a
            .. !prev:a
            a few money|time|water|milk|sugar|information|work|luck|patience|bread|coffee|tea|rice -> a
            .. little {2}
            a little people|students|friends|books|days|minutes|times|things|words|eggs|questions -> a
            .. few {2}
            less people|students|cars|friends|books|problems|mistakes|children|tourists|hours|days|trees
            ..|jobs|accidents|shops|things|points|words -> fewer {1} ? !prev:or|no|and
            such many|much|few|little -> so {1}
            a such -> such a
            so a|an <JJ>? <NN> -> such {1} {2} {3} ? !nexttag:NN !prev:or|and|do|or
            so good|bad|nice|beautiful|big|small|great|lovely|terrible|strange idea|day|weather|people|car
            ..|house|film|book|time|food|place -> such {1:a} {1} {2} ? !known:2,weather|people|food
            .. prev:was|is|'s|had|have|has
            so good|bad|nice|beautiful|great|lovely|terrible|strange weather|people|food -> such {1} {2}
            such beautiful|good|nice|bad|big|interesting|hot|cold|expensive|difficult that -> so {1} that
            as my|his|her|our|your mother|father|brother|sister|parents|friend|friends , -> like {1} {2}, ?
            .. first
            look|looks|looked as my|a|your|his|her|the <NN> -> {0} like {2} {3}
            sound|sounds|smell|smells|taste|tastes|feel|feels as a|my -> {0} like {2}
        """),
        priority=1,
    ),
)
