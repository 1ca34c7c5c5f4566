"""Prepositions after verbs, adjectives and nouns, with times and places."""

from __future__ import annotations

from texts.nlp.offline.learner.prepositions_time_place import TIME_AND_PLACE
from texts.nlp.offline.learner.rules import Rule, table

RULES: tuple[Rule, ...] = (
    Rule(
        id="verb-preposition",
        explanation="This verb goes with another preposition.",
        example="It depends on the weather.",
        topic="verb-preposition-combinations",
        rows=table("""
            =depend of|from|in|at|by|with|to -> {0} on
            # We say “depend on”.
            =consist in|from|with|by|on -> {0} of ? !tag:0,NN !nexttag:VBG
            # We say “consist of”.
            =listen&!<NN> the|my|your|his|her|our|their|music|me|him|us|them|this|that|radio|english|songs|podcasts|classical
            .. -> {0} to {1} ? !prev:please
            # We listen to somebody or something.
            =listen at|on|in the|my|music|me|him -> {0} to {2} ? !has:night
            # We listen to somebody or something.
            =wait&!<NN> the|my|your|his|her|our|their|me|him|us|them|you|this
            .. -> {0} for {1} ? !nexttag:VBD !next:night|day|morning|whole|evening|afternoon
            # We wait for somebody or something.
            =wait to|at me|him|us|them|you|my|her -> {0} for {2}
            # We wait for somebody or something.
            =think&!<NN> in|on you|me|him|her|it|them|us|my|buying|moving|going|changing|studying|getting|selling|leaving
            .. -> {0} of {2} ? !has:terms
            # We think of or about somebody or something.
            =dream with|on you|me|him|her|it|them|a|my|the|being|becoming|having -> {0} of {2}
            # We dream of or about somebody or something.
            =marry with|to -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !prev:is|was|are|were|been|be|get|got|'m|'s|'re !nexttag:CD
            # “Marry” takes its object without a preposition.
            =be|'s|'m|'re|get|gets|got|getting|been married with -> {0} married to ? !next:two|three|one|four|no|children|kids
            # We are married to somebody.
            engaged with -> engaged to ? next:my|her|his|a|him prev:is|was|got|are|am|'m|'s
            # We are engaged to somebody.
            =arrive to|into work|school|university -> {0} at {2}
            # We arrive at a place or in a city or country, not “to”.
            =arrive to the|my|our|a|this|his|her|their <JJ>? city|country|town|village|capital|island -> {0} in {2} {3} {4}
            # We arrive in a city or country, not “to”.
            =arrive to the|my|our|a|this|his|her|their -> {0} at {2}
            # We arrive at a place, not “to”.
            =arrive to $plain_country|<NNP> -> {0} in {2}
            # We arrive in a city or country, not “to”.
            =arrive at|to home -> {0} home
            # With “home” there is no preposition.
            =arrive at $plain_country -> {0} in {2} ? !nexttag:NNP|NN
            # We arrive in a city or country.
            =discuss&<VB.*> about|on|of -> {0} ? !next:to
            # “Discuss” takes its object without a preposition.
            =reach to&!<VBG> the|a|my|our|an|this|$plain_country -> {0} {2} ? !tag:0,NN !has:for
            # “Reach” takes its object without a preposition.
            =answer&<VB.*> to me|him|her|us|them|my|the|your|his|our|this|that|all -> {0} {2} ? !next:boss
            # “Answer” takes its object without a preposition.
            =ask to me|him|her|us|them|you|my|the|his|our -> {0} {2} ? !nexttag:VB|VBP
            # “Ask” takes the person as its object, without “to”.
            =tell to me|him|her|us|them|you|my|the|his|our|everyone|everybody|someone -> {0} {2}
            # “Tell” takes the person as its object, without “to”.
            =call&<VB.*>&!<NN> to me|him|us|them|you -> {0} {2}
            # “Call” takes the person as its object, without “to”.
            =phone|telephone&<VB.*> to -> {0}
            # “Phone” takes the person as its object, without “to”.
            =enter&<VB.*> in|into|to|at the|a|my|our|this|his|her room|house|building|university|shop|classroom|church|office|hotel|bank|kitchen|school|museum|garden|cinema|store|restaurant|country|car|bathroom|bedroom
            .. -> {0} {2} {3}
            # “Enter” a place takes no preposition.
            =visit&<VB.*> to|in|at -> {0} ? !next:the|london|certain|night|weekends|christmas|easter|any|least|all !nexttag:CD|NNP !next:summer|winter|may|june|august
            # “Visit” takes its object without a preposition.
            =contact&<VB.*> with|to -> {0} ? !tag:0,NN
            # “Contact” takes its object without a preposition.
            =attend&<VB.*> to|in|at the|a|my|our|this|that|his|her|university|school|classes|lectures
            .. -> {0} {2} ? !next:needs|matter|customers|customer|wounded|patient|patients
            # “Attend” takes its object without a preposition.
            =join&<VB.*> to|with the|a|my|our|us|me|this -> {0} {2} ? !has:in
            # “Join” takes its object without a preposition.
            =approach to the|me|him|us|a&!<NN> -> {0} {2} ? tag:0,VBD|VB|VBZ|VBG !prevtag:DT|JJ
            =lack&<VBZ|VBD> of -> {0} ? !prevtag:DT
            =resemble|obey|marry|divorce to -> {0} ? !prev:is|was|get|got|been|'s|are|were
            =need|want&<VBP|VBZ|VBD> of|for the|a|my|some|your|help -> {0} {2} ? prev:i|we|they|you|he|she !has:what
            =suffer of|by|with -> {0} from
            # We suffer from something.
            =die by|from hunger|thirst|laughing|old -> {0} of {2}
            # We die of something.
            =remind me|him|us|them|you|her to my|our|the|a|home|his|her|$possessive -> {0} {1} of {3} ? !nexttag:VB
            # Something reminds us of something.
            =accuse @NP for|about|with -> {0} {1} of ? tag:0,VBD|VBN|VBZ|VBP|VB|VBG
            # We accuse somebody of something.
            =be|'s|'re|'m|was accused for|with|about -> {0} accused of
            # Somebody is accused of something.
            =congratulate @NP for -> {0} {1} on
            # We congratulate somebody on something.
            congratulations|congratulation for|by|with|about -> congratulations on ? !next:being|you|reading|all
            # We say “congratulations on”.
            =spend @NP in|for|at clothes|food|rent|books|shoes|games|video|petrol|transport|coffee|travel|sweets|toys|music|gifts|presents|cigarettes|taxis|unnecessary|things|alcohol|electricity|advertising|makeup|cosmetics
            .. -> {0} {1} on {3} ? known:1,money|euros|dollars|pounds|lot|salary|much|fortune|savings
            # We spend money on something.
            =spend too|so much|? money in|for|at -> {0} {1} {2} money on ? !nexttag:DT
            a lot of money in|for clothes|food|rent|books|shoes|games|video|petrol|coffee|travel|toys|gifts -> a lot of money on {5} ? before:spend|spends|spent|spending
            =spend much|more|less money in|for|at <NNS|NN> -> {0} {1} money on {4} ? !next:month
            =participate at|on|to -> {0} in ? !next:night|least|first
            # We participate in something.
            =take part at|on|to|of -> {0} part in ? !next:night|least
            # We take part in something.
            =succeed at|on <VBG> -> {0} in {2}
            =believe&<VB.*> on|at god|ghosts|miracles|love|me|you|him|her|yourself|himself|magic|fate|luck|destiny|horoscopes|angels -> {0} in {2}
            # We believe in something.
            =concentrate|focus in|at|to the|my|your|his|her|our|their|studying|work|one|this -> {0} on {2} ? !next:morning|evening|library|classroom
            # We concentrate on something.
            =insist in|to|for <VBG> -> {0} on {2}
            # We insist on something.
            =look&!<NN> to|on the|this|that|these|those|me|him|her|them|it <JJ>? picture|photo|stars|board|sky|map|screen|moon|painting|pictures|photos|mirror|television|window
            .. -> {0} at {2} {3} {4} ? !known:4,mirror|window|sky
            # We look at something.
            =look to|on me|him|her|them|us END -> {0} at {2} ? !has:up|forward
            # We look at somebody.
            =look to|on me|him|her|us when|while|with|and -> {0} at {2} {3}
            look this|that|these|those|him|her|me|them picture|photo|! -> look at {1} {2}
            =look the|my|these|this|that|those picture|photo|stars|pictures|photos|sea|view|map|board|sky -> {0} at {1} {2}
            =look for to -> {0} for
            =search&<VB.*>&!<NN> my|a|the|his|her|some keys|key|job|flat|glasses|wallet|phone|apartment|house|book|hotel|work
            .. -> {0} for {1} {2} ? !nexttag:VBZ known:2,key|job|glasses|wallet|apartment|flat|phone
            # We search for something that we want to find.
            =search of|after -> {0} for ? !prev:in tag:0,VB|VBD|VBG|VBP|VBZ
            =pay&!<NN> the|my|your|his|her|our|their|this|that|a ticket|tickets|meal|dinner|lunch|drinks|coffee|coffees|taxi|hotel|food|wine|pizza|damage|book|course|trip|beer|books|flight|room|breakfast|shoes|dress|car|parking
            .. -> {0} for {1} {2} ? !nexttag:NN|NNS !next:price|money|bill|fee|man|driver|a|owner
            # We pay for something that we buy.
            =pay by|with cash -> {0} in cash
            =pay in credit card|? -> {0} by credit card
            =speak|talk me|him|us|them -> {0} to {1} ? tag:0,VB|VBP|VBD|VBZ|VBG !prev:let|make|n't|help !next:into|out|through|up
            =laugh of|with|about me|him|her|us|them -> {0} at {2} ? !known:1,with
            # We laugh at somebody.
            =smile to me|him|her|us|them -> {0} at {2}
            # We smile at somebody.
            =shout to me|him|her|us|them because|for|when -> {0} at {2} {3}
            =borrow @NP to me|him|her|us|them|my|the|a -> {0} {1} from {3} ? known:1,money|book|pen|car|bike
            =protect @NP of|against|about the sun|cold|rain -> {0} {1} from {3} {4} ? known:2,of
            =protect @NP of -> {0} {1} from ? !next:this|that|which !tag:1,NNS
            =prevent @NP to|of +VBG -> {0} {1} from {3}
            =blame @NP of|about -> {0} {1} for
            =thank @NP about|of|by -> {0} {1} for ? !next:all
            =apologise|apologize about|of|by <VBG> -> {0} for {2}
            =apologise|apologize @NP for -> {0} to {1} for ? tag:1,PRP
            =agree to|at you|me|him|her|them|my|your|what|us -> {0} with {2}
            # We agree with somebody.
            =disagree to|from|on you|me|him|her|them|my|your -> {0} with {2}
            =care for|of about -> {0} about
            =complain for|of|against the|my|his|noise|food -> {0} about {2} ? !tag:0,NN
            # We complain about something.
            =worry&<VB.*> for|of the|my|your|exam|exams|money|him|her|me|future -> {0} about {2}
            # We worry about something.
            =belong for|of|at the|me|him|my|us|her|them -> {0} to {2}
            # Something belongs to somebody.
            =belong me|him|us|them|my|her -> {0} to {1}
            # Something belongs to somebody.
            =happen with me|him|her|us|them|you|my -> {0} to {2} ? !has:agree
            # Something happens to somebody.
            =explain|describe|mention&<VB.*> about -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !passive
            # This verb takes its object without “about”.
            =emphasise|emphasize|stress|request on|about|for&!<VBN> the|a|this|my -> {0} {2} ? tag:0,VB|VBD|VBP|VBZ|VBG !passive !prevtag:DT
            =consider about|on -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG
            =translate @NP to|at|on $language -> {0} {1} into {3}
            # We translate from one language into another.
            =translate to|on $language -> {0} into {2}
            =divide|cut|split @NP in|on two|three|four|half|pieces|groups -> {0} {1} into {3} ? !known:3,half
            =change @NP for dollars|euros|pounds -> {0} {1} into {3}
            =fill up|on? the form -> {0} in the form ? tag:0,VB|VBP|VBD
            =live&<VB.*> at|on london|paris|madrid|moscow|tokyo|istanbul|cairo|$plain_country -> {0} in {2} ? !nexttag:NNP|NN
            =work&<VB.*> like a|an -> {0} as {2} ? next:$profession
            # A job is introduced by “as”.
            =work&<VB.*> like a|an <JJ> $profession -> {0} as {2} {3} {4}
            =work&<VB.*> on|at|by a company -> {0} for a company ? known:1,on|by
            =dress|dressed with|of black|white|red|blue|a -> {0} in {2} ? prev:is|was|were|are
            =cover|covered of|by snow -> {0} with snow ? known:1,of
            =base|based in|at|of a|the true|real|his|her|novel|book|facts|same|idea -> {0} on {2} {3} ? !next:city|town|country|centre|area
            # Something is based on something else.
            =base|based in true|real|facts -> {0} on {2}
            =specialise|specialize on|at -> {0} in
            =result|results on -> {0} in ? tag:0,VBZ|VBD|VB !prevtag:DT|PRP$|JJ
            =invest money|? on|at -> {0} {1} in ? tag:0,VB|VBD|VBP|VBZ|VBG
            =fall|fell|fallen in love of|to|from|on -> {0} in love with
            # We fall in love with somebody.
            in love of|to|from -> in love with
            =get in|into the|a bus|train|plane|tram|metro -> {0} on {2} {3}
            # We get on a bus, train or plane.
            =get down|off from the|a bus|train|plane|tram|metro|car -> {0} off {3} {4} ? !known:4,car
            # We get off a bus, train or plane.
            =get down the|a bus|train|plane|tram|metro -> {0} off {2} {3}
            =get off|down from? the|a car|taxi -> {0} out of {3} {4}
            # We get out of a car or taxi.
            =get out|off from of? the car|taxi -> {0} out of the {5}
            =return|=go|=come back? to home -> {0} {1} home ? !nexttag:NN|NNS
            # With “home” there is no preposition.
            =go|come|return|walk|drive|get|run|travel&!<NN> in|at home -> {0} home ? !prev:stay !tag:0,VBN
            # With “home” there is no preposition.
            =go|come|travel|move|fly|drive|return&<VB.*> in|at $plain_country -> {0} to {2} ? !tag:0,VBN !nexttag:NN|NNP known:0,go|come|went|travel|travelled|fly|flew|return|returned|move|moved|came !prev:has
            # Movement to a place takes “to”.
            =go|went|goes|going in|at the|school|work cinema|beach|park|gym|supermarket|market|doctor|dentist|library|museum|airport
            .. -> {0} to the {3} ? !known:2,school|work
            # Movement to a place takes “to”.
            =go|come|walk|drive at school|work|university|church -> {0} to {2} ? tag:0,VB|VBP|VBD|VBZ|VBG
            # Movement to a place takes “to”.
            =go&!<NN> school|university|church|bed|work&<NN>&!hard|well -> {0} to {1} ? !nexttag:NN|NNS !prev:will|let|can !known:0,gone known:1,school|university|church|bed
            # Movement to a place takes “to”.
            =go to there|here|abroad|downtown|upstairs|downstairs|outside|somewhere|anywhere|everywhere -> {0} {2}
            # Before “{2}” there is no preposition.
            =come to here -> {0} here
            =go to shopping|swimming|fishing|skiing|hiking|camping|jogging|dancing|running -> {0} {2} ? !nexttag:NN|NNS !tag:2,NN|X
            .. !has:look
            # Before the -ing form of a free-time activity there is no “to”.
            =go to shopping|swimming|skiing|camping -> {0} {2} ? !nexttag:NN|NNS !next:centre|center|pool|mall|lessons
            =play at|in|on $sport -> {0} {2} ? !nexttag:NN
            # We play a sport without a preposition.
            =help to me|him|us|them|her to? +VB -> {0} {2} {3} {4}
            # “Help” takes the person as its object, without “to”.
            =help|=thank|=invite|=advise|=teach|=thank|=congratulate to me|him|us|them|you|my|our -> {0} {2} ? tag:0,VB|VBD|VBP|VBZ|VBG
            # The person is the object of this verb, without “to”.
            =apply to|on a|the job|jobs|position|scholarship|visa -> {0} for {2} {3}
            # We apply for a job.
            =ask me|him|us|them|for? about? help|money|permission END -> {0} {1} for {3} ? !has:for !known:1,about
            =knock|knocked to|in the|my door -> {0} on {2} {3}
            =rely|count in|of|to -> {0} on ? tag:0,VB|VBP|VBZ|VBD|VBG !nexttag:CD !known:1,to
            =stare to -> {0} at
            =recover of -> {0} from
            =consist|consists in|from -> {0} of
            =escape of -> {0} from
            =hide|hidden of -> {0} from
            =separate|differ of -> {0} from
            =subscribe at|on -> {0} to
            =respond|reply me|him|her|us|them|my -> {0} to {1} ? tag:0,VB|VBD|VBP|VBZ
            =introduce me|him|us with -> {0} {1} to
            =forget|forgot|remember about of -> {0} about
            =forget|remember of -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !next:course
            =taste|smell|sound like? good -> {0} good
            =feel myself|himself|herself|themselves|yourself good|bad|well|better|happy|sad|tired|sick|ill|comfortable|great|nervous|lonely
            .. -> {0} {2}
            # “Feel” is not reflexive in English.
        """),
        priority=2,
    ),
    Rule(
        id="adjective-preposition",
        explanation="This adjective goes with another preposition.",
        example="He is afraid of dogs.",
        topic="adjective-preposition-combinations",
        rows=table("""
            afraid|scared|frightened|terrified|proud|jealous|ashamed|tired|fond|aware|capable|sick|envious|guilty
            .. from|about|to|for|with|on|at -> {0} of ? !known:0,sick|proud|tired|scared|guilty|afraid|capable !tag:0,VBD !nexttag:VB
            # We say “{0} of”.
            afraid|scared|frightened|terrified from|about|with|for -> {0} of ? !known:1,for|about
            # We say “{0} of”.
            afraid about|to the|dogs|spiders|flying|losing|being|snakes|heights -> {0} of {2}
            # We say “{0} of”.
            proud for|about|with|on -> proud of
            # We say “proud of”.
            tired from|with|about <VBG>|you|him|this|my|waiting -> tired of {2} ? known:1,with|about
            # We say “tired of”.
            sick about|from|with this|you|it|waiting|working -> sick of {2} ? known:1,with|about
            interested on|about|for|at|to|of|with -> interested in ? !nexttag:VB
            # We say “interested in”.
            interested to +VBG -> interested in {2}
            good|bad|excellent|terrible|brilliant|clever|great|better in|on|with
            .. maths|mathematics|english|physics|chemistry|history|languages|cooking|football|tennis|drawing|singing|dancing|swimming|sport|sports|chess|playing|painting|speaking|spelling|science|writing|basketball|music|running|skiing|computers|math|geography|biology|grammar|reading|solving|listening|driving|remembering|making|explaining|dealing
            .. -> {0} at {2} ? !prev:a|in !known:2,computers
            # We say “{0} at” something.
            good|bad|terrible|excellent|brilliant in $language -> {0} at {2} ? !prevtag:DT
            # We say “{0} at” something.
            different of|with|as -> different from ? !nexttag:CD
            # We say “different from”.
            similar with|as|like|of|from -> similar to
            # We say “similar to”.
            similar than -> similar to
            married with -> married to ? !next:two|three|one|four|no|children|kids
            # We are married to somebody.
            responsible of|about|to <VBG|DT|PRP$|NN|NNS> -> responsible for {2} ? !known:1,to
            # We say “responsible for”.
            famous of|by|with|about|because of? -> famous for ? known:1,of|by|with|about !known:1,by
            # We say “famous for”.
            angry|annoyed|furious to|on|against|from me|you|him|her|us|them|my|his|the -> {0} with {2}
            # We are {0} with somebody.
            worried for|of|from|with the|my|his|her|exam|exams|money|your|our|future -> worried about {2}
            # We say “worried about”.
            worried of|from|by? <VBG> -> worried about {2} ? known:1,of|from
            nervous|excited|happy|anxious|enthusiastic|curious|optimistic for|of|with|from|on the|my|his|her|our|exam|exams|going|trip|seeing|meeting|starting|this
            .. -> {0} about {2} ? !known:0,happy|curious !known:1,for
            excited for|with|of|on the|my|our trip|party|holiday|concert|wedding|journey -> excited about {2} {3} ? !known:1,for
            happy|pleased|satisfied for|of|from my|the|his|her|our result|results|job|work|exam|grade|mark|marks|service -> {0} with {2} {3}
            satisfied of|about|from -> satisfied with
            # We say “satisfied with”.
            pleased of|from -> pleased with
            bored of|from|by|about -> bored with ? known:1,from|about
            disappointed of|from -> disappointed with
            surprised of|from|for|with -> surprised at ? known:1,of|from|for
            # We say “surprised at” or “surprised by”.
            shocked of|from -> shocked by
            impressed of|about|for|from -> impressed by
            # We say “impressed by”.
            crazy|mad for|of|with football|music|chocolate|you|him|her|cars|sport -> {0} about {2} ? known:0,crazy
            keen of|in|at|for|about -> keen on
            # We say “keen on”.
            fond in|with|on|for|about -> fond of
            # We say “fond of”.
            addicted in|on|with|of|at|from -> addicted to
            # We say “addicted to”.
            allergic of|with|from|at|on|for|against -> allergic to
            # We say “allergic to”.
            used|accustomed with -> {0} to ? prev:am|is|are|'m|'re|'s|get|got|getting|not|was|were|becoming next:the|it|this|my|living|working|getting|cold|noise|heat
            # We say “{0} to”.
            jealous|envious from|about|on|at|with|to -> {0} of ? !nexttag:VB
            # We say “{0} of”.
            capable to +VB -> capable of {2:VBG}
            # We say “capable of doing”.
            aware about|with|on -> aware of
            # We say “aware of”.
            full|short with|from|by -> {0} of ? known:0,full known:1,with|from next:people|water|tourists|books|energy|ideas|mistakes|traffic|life|children|students|cars|the|joy|dust|stars|love|rubbish|fish
            # We say “full of”.
            full people|tourists|water -> full of {1}
            dependent of|from|to -> dependent on
            independent from|to|on -> independent of ? known:1,to|on
            kind|nice|rude|polite|friendly|cruel|generous with|for|against me|us|him|her|them|people|everyone|you|everybody|animals|guests
            .. -> {0} to {2} ? !known:0,generous|friendly !has:have !known:1,for
            # We are {0} to somebody.
            friendly to|with -> friendly {1}
            typical for|to -> typical of
            # We say “typical of”.
            suitable to|with -> suitable for ? !nexttag:VB
            ready to|for the|my|work|school? exam|test|party -> ready for {2} {3}
            late to|at|in school|work|class|the|dinner|my|lunch|meeting -> late for {2} ? !known:1,in|at !next:evening|morning|night|afternoon|bed
            # We are late for something.
            late at|in school|class|work|dinner -> late for {2} ? !prev:stay|stayed|work|works|worked|stays|staying
            sorry about|of|for <VBG>&being -> sorry for {2}
            sorry of|by -> sorry for
            interested <VBG> -> interested in {1} ? prev:am|is|are|'m|'s|'re|was|were|not|very|be
            # We say “interested in doing”.
            opposite of|from -> opposite ? known:1,from
            equal with|as -> equal to
            superior|inferior|senior|junior|prior than|from|of -> {0} to ? known:0,superior|inferior
            # “{0}” is followed by “to”.
            prefer @NP than|from|over|instead <NN|NNS|NNP|VBG> -> prefer {1} to {3} ? !has:rather !known:2,over
            # We prefer one thing to another.
            prefers|preferred @NP than|from <NN|NNS|NNP|VBG> -> {0} {1} to {3}
            # We prefer one thing to another.
            prefer|prefers <VBG> than <VBG> -> {0} {1} to {3}
            according with|by|of|for -> according to
            because|instead from -> {0} of
            because of $subject <VB|VBP|VBZ|VBD|MD> -> because {2} {3}
            # “Because of” stands before a noun, “because” before a clause.
            because the|my|this bad|heavy|terrible|strong? rain|weather|traffic|noise|strike|snow|storm|heat|cold|wind|accident|fog -> because of {1} {2} {3} ? !nexttag:VBD|VBZ|MD|VBP|IN|NN !nexttag:RB
            # “Because” stands before a clause, “because of” before a noun.
            thanks of -> thanks to
        """),
        priority=2,
    ),
    *TIME_AND_PLACE,
)
