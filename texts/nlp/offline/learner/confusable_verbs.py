"""Verbs and fixed expressions that learners confuse: say and tell, make and do, and the like."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

VERB_RULES: tuple[Rule, ...] = (
    Rule(
        id="say-tell",
        explanation="We tell somebody something; we say something (to somebody).",
        example="He told me that he was tired.",
        topic="say-and-tell",
        rows=table("""
            [ said ] me|us|him|them -> told
            [ say ] me|us|him|them -> tell ? !prev:let
            [ says ] me|us|him|them -> tells
            [ saying ] me|us|him|them -> telling
            [ said ] my|his|her|our mother|father|parents|friend|boss|wife|husband|brother|sister|teacher that -> told
            [ said ] you that|to|the -> told
            [ say ] you that|the|a|something|about -> tell
            [ told|tell|tells ] that $subject|the|my|it -> said ? known:0,told !prev:was|were|been|is|are|am|'s|'m|'re|be|has|have|had|'ve
            he|she|they|i|we|who [ told ] : -> said
            =say a|the truth|lie|lies|joke|jokes|story|secret|stories -> tell {1} {2} ? known:0,say
            said a|the|? truth|lie|lies|joke|story|secret|stories -> told {1} {2}
            says a|the|? truth|lie|lies|joke|story|secret|stories -> tells {1} {2}
            saying a|the|? truth|lie|lies|joke|story|secret|stories -> telling {1} {2}
            say lies|jokes|stories -> tell {1}
            tell hello|goodbye|sorry|hi|yes|something|nothing|anything -> say {1} ? !known:1,something|nothing|anything
            told hello|goodbye|sorry|hi|yes|no|nothing -> said {1}
            told goodbye|hello to -> said {1} to
        """),
        priority=3,
    ),
    Rule(
        id="make-do",
        explanation="English says “make” in some expressions and “do” in others.",
        example="I made a mistake.",
        topic="make-and-do",
        rows=table("""
            do a|an|the|some|any|too|so|many|no|my|this|that|? big|many|lot|small|same|good|stupid|important|few|of? of? mistake|mistakes|decision|decisions|noise|progress|effort|efforts|cake|phone|money|friends|plan|plans|promise|suggestion|complaint|choice|list|reservation|offer|excuse|mess|speech|profit|impression|comment|announcement
            .. -> make {1} {2} {3} {4} ? !known:4,money
            does a|an|the|some|many|? big|many|lot|good? of? mistake|mistakes|decision|decisions|noise|progress|effort|cake|plan|plans|promise|list|mess|friends -> makes {1} {2} {3} {4}
            did a|an|the|some|many|no|? big|many|lot|good|stupid|terrible? of? mistake|mistakes|decision|decisions|noise|progress|effort|cake|plan|plans|promise|list|mess|friends|money -> made {1} {2} {3} {4}
            doing a|an|the|some|many|so|too|? much|big|many|lot|good? of? mistake|mistakes|decision|decisions|noise|progress|effort|cake|plan|plans|list|mess|friends|money -> making {1} {2} {3} {4}
            done a|an|the|some|many|? big|many|lot|good? of? mistake|mistakes|decision|decisions|noise|progress|effort|cake|plan|plans|promise|list|friends -> made {1} {2} {3} {4}
            make my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing|exercise|exercises|sport|sports|yoga|gymnastics|business|research|damage|favour|favor|laundry|job|cleaning|military|course
            .. -> do {1} {2} ? !known:2,job|business|course
            makes my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing|exercise|exercises|sport|sports|yoga|research|laundry|cleaning -> does {1} {2}
            made my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing|exercise|exercises|sport|sports|yoga|research|laundry|cleaning|damage -> did {1} {2} ? !prev:have|has|'ve|had
            have|has|'ve|had made my|your|his|her|our|their|the|some|? homework|housework|dishes|exercise|exercises|sport|research -> {0} done {2} {3}
            making my|your|his|her|our|their|the|some|? homework|housework|dishes|ironing|exercise|exercises|sport|sports|yoga|research -> doing {1} {2}
            make|makes|making the shopping -> do the shopping ? known:0,make
            made the shopping -> did the shopping
            do|does|doing me|us|him|her a coffee|tea|sandwich|cake -> make {1} {2} {3} ? known:0,do
            make|do a photo|picture|photograph|break|nap|shower|exam|test|walk -> take {1} {2} ? known:2,photo|photograph|shower|exam|nap|break|walk
            made|did a|some|many|lots|? of? photo|photos|photograph|photographs -> took {1} {2} {3}
            making|doing a|some|many|? photo|photos|photograph|selfie|photographs -> taking {1} {2}
            make|do photos|pictures|photographs -> take {1} ? known:1,photos|photographs
            make|do a|some|many|? question|questions -> ask {1} {2}
            made|did a|some|many|me|? a? question|questions -> asked {1} {2} {3}
            make|do a party|barbecue|picnic|conversation -> have a {2} ? known:2,party|conversation
            made|did a party|conversation -> had a {2}
            making|doing a party -> having a party
            make|do a travel|trip -> go on a trip
            made|did a travel|trip -> went on a trip
            make me|him|her|us a favour|favor -> do {1} a {3}
            made me|him|her|us a favour|favor -> did {1} a {3}
            make|put attention -> pay attention
            make|makes attention to -> pay attention to
            putting|making attention -> paying attention
            put|made attention to -> paid attention to ? has:yesterday|was|did|last
            give|gave attention to -> pay attention to ? known:0,give
            do your|my|the|his|her bed -> make {1} bed
            did my|her|his|the bed -> made {1} bed
            do the|? breakfast|dinner|lunch -> make {1} {2} ? !prev:to|n't|you|we|they|what|i|does known:2,breakfast|dinner
        """),
        priority=3,
    ),
    Rule(
        id="borrow-lend",
        explanation="The one who gives lends; the one who takes borrows.",
        example="Can I borrow your pen?",
        rows=table("""
            [ borrow ] me|us|him|them|her your|a|some|the|his|my|one|money|her|their|# -> lend
            [ borrowed ] me|us|him|them your|a|some|the|his|her|money|their|one|my -> lent
            can|could|may|might i|we [ lend ] your|a|some|the|one|this|that -> borrow ? !after:you|him|her|them !next:you
            i [ lent ] a|some|the|this|his|her|money ~4 from -> borrowed
            [ lend ] a|some|the|money|books|it ~3 from -> borrow
            [ lent ] a|some|the|money|books|it|this ~3 from -> borrowed
            [ learn|learns ] me|him|us|them|you to|how|english|the|a|some -> teach ? known:0,learn !known:1,you !prev:let|help|helps|make|makes
            [ learned|learnt ] me|him|us|them|her to|how|english|the|a|some|everything|many|that|spanish -> taught
            [ learns ] me|him|us|them|you|her to|how|english -> teaches
            [ learning ] me|us|him|them to|how -> teaching
            [ teach ] from -> learn
            [ remember ] me to +VB -> remind
            [ remember ] me of|about -> remind ? !has:do|you
            [ remembers ] me of|to -> reminds
            [ remembered ] me to +VB -> reminded
            please [ remember ] me -> remind
            please|n't|always|must|should [ remind ] to +VB -> remember
            =listen a|the? noise|sound -> hear {1} {2} ? known:0,listen !prev:to
            =listened a noise|sound -> heard {1} {2}
            $subject [ remind ] when|that|the|to|my|him|her|how -> remember ? known:0,i|we !after:of|to|that|me !prev:to
            ca n't [ remind ] -> remember
            do n't|not [ remind ] -> remember ? !next:me|him|us
        """),
        priority=4,
    ),
    Rule(
        id="lose-miss",
        explanation="We miss a bus, a train or a chance; we lose things.",
        example="Hurry up, or we'll miss the bus!",
        rows=table("""
            lose the|my|a|his|her|our|their|this last|first|school? bus|train|plane|flight|tram|ferry|class|lesson|lecture|appointment|meeting -> miss {1} {2} {3} ? !prev:ticket
            lost the|my|a|his|her|our|their|this last|first|school? bus|train|plane|flight|tram|ferry|class|lesson|lecture|appointment|meeting -> missed {1} {2} {3} ? !nexttag:NN
            losing the|my|a|his|her|our last|first? bus|train|plane|flight|tram|class|lesson -> missing {1} {2} {3}
            loses the|his|her last|first? bus|train|plane|flight|tram|class|lesson -> misses {1} {2} {3}
        """),
        priority=3,
    ),
    Rule(
        id="win-beat-earn",
        explanation="We win a game, beat an opponent and earn money by work.",
        example="Our team beat yours in the final.",
        rows=table("""
            =win&<VBD|VB|VBN|VBP> them|him|us|me|her -> beat {1} ? !nexttag:DT|PRP$|NN|NNS|CD|JJ|IN known:0,won|win
            won|win yours|theirs|ours|hers -> beat {1} ? !has:mine
            our|my|the|your team|brazil|spain|france [ won ] the|? brazil|spain|france|germany|argentina|italy|england|portugal|champions|opponents -> beat ? !known:2,the
            $subject [ won ] brazil|spain|france|germany|argentina|italy|england|portugal|real|barcelona -> beat
            =win|gain much|more|little|enough|good money -> earn {1} money ? known:0,win|gain has:job|work|month|salary|as|teacher|working
            i|we|they|you|to [ win|gain ] <CD> euros|dollars|pounds a|per|every|an month|hour|week|year -> earn
            he|she [ wins|gains ] ~3 euros|dollars|pounds|money a|per|every|an month|hour|week|year -> earns
            he|she [ wins|gains ] a|good|much|more|a? lot|good? of? money|salary as|in|at|with|. -> earns ? !has:lottery|bet|casino|prize|competition
        """),
        priority=3,
    ),
    Rule(
        id="watch-look-see",
        explanation="We watch TV and films that move, look at things, see without trying.",
        example="My kids watch TV after school.",
        rows=table("""
            look|see at? the? tv|television -> watch {3} ? !nexttag:NN|NNS !prev:on
            looks|sees at? the? tv|television -> watches {3} ? !nexttag:NN|NNS
            looked|saw at? the? tv|television -> watched {3} ? !nexttag:NN|NNS
            looking|seeing at? the? tv|television -> watching {3} ? !nexttag:NN|NNS
            look a|the|that|this film|movie|match|programme|series|football -> watch {1} {2}
            looked a|the|that|this film|movie|match|programme|series -> watched {1} {2}
            looking a|the|that|this film|movie|match|programme|series -> watching {1} {2}
            hearing|hear music -> listening to music ? known:0,hearing prev:am|is|are|'m|'s|'re|like|likes|love|enjoy|enjoys|was|were
            =like|love|enjoy to hear music -> {0} to listen to music
        """),
        priority=3,
    ),
    Rule(
        id="know-meet",
        explanation="“Know” is a state; when two people see each other for the first time they meet.",
        example="I met my husband at a wedding.",
        rows=table("""
            i|we|he|she|they|$subject first? [ knew ] my|his|her|our|their|him|each best? husband|wife|girlfriend|boyfriend|friend|partner|other in|at|on|when|through|last|during|two|three|ten|years|online|<CD>
            .. -> met ? !has:n't|would|if
            where|when|how did $subject first? [ know ] each|your|him|her|them|his -> meet ? known:5,each|your question
            nice|pleased|happy|glad|good to [ know ] you -> meet ? !nexttag:VBP|VB
            nice|pleased|glad|happy to [ know ] you END -> meet
            know|knows|knew swim|drive|cook|speak|play|read|write|dance|ride|sing|swimming|driving|cooking -> {0} how to {1:VB} ? !nexttag:VBZ
            know|knows|knew to +VB&swim|drive|cook|speak|play|read|write|dance|ride|sing|use|make|do|fix|repair -> {0} how to {2}
        """),
        priority=2,
    ),
    Rule(
        id="be-have",
        explanation="English uses “be” here, not “have” or “make”.",
        example="I am twenty years old.",
        topic="present-simple-be",
        rows=table("""
            i have|'ve <CD>|$number years old? END -> i am {2} years old ? !before:for
            i have|'ve <CD>|$number years old? and|, -> i am {2} years old {5}
            he|she|it has <CD>|$number years old? END -> {0} is {2} years old
            he|she|it has <CD>|$number years old? and|, -> {0} is {2} years old {5}
            my <NN> has <CD>|$number years old? END -> my {1} is {3} years old
            we|they|you have <CD>|$number years old? END -> {0} are {2} years old
            my <NN> has <CD>|$number years old -> my {1} is {3} years old
            he|she|it has <CD>|$number years old -> {0} is {2} years old
            i have|had <CD>|$number years old -> i am {2} years old ? known:1,have
            i|<NN> am|is|'m|'s <CD>|$number years END -> {0} {1} {2} years old
            i have hungry|thirsty|sleepy|afraid|tired|scared|cold|hot|right -> i am {2} ? !nexttag:NN|NNS|TO !known:2,cold|hot|right
            i have cold|hot|right END -> i am {2}
            i have hunger -> i am hungry
            i have thirst -> i am thirsty
            you have reason|right -> you are right ? !nexttag:NN|NNS|TO|IN
            he|she has hungry|thirsty|sleepy|afraid|tired|scared|hot -> {0} is {2} ? !nexttag:NN|NNS
            i|he|she|we|they had hungry|thirsty|sleepy|afraid|tired|scared -> {0} was {2} ? known:0,i|he|she
            have afraid|fear of -> am afraid of ? prev:i
            has afraid|fear of -> is afraid of ? prev:he|she
            became a|an|my present|gift|letter|email|message|visa|answer|call|parcel -> got {1} {2}
            become a|an|my present|gift|letter|email|message|visa|answer|parcel -> get {1} {2}
            it makes|does cold|hot|sunny|windy|warm -> it is {2}
            it made|did cold|hot|sunny|windy|warm -> it was {2}
            have success -> be successful ? prev:to|will|can
            i am|'m|was|were like|want|think|live|have|need|know|go|work|hope|believe|study|understand|speak|feel|love|remember|come
            .. -> i {2} ? !tag:2,IN|RP known:1,am !known:2,come|like
            i am|'m like|love to|the|it|this|my|music|you -> i {2} {3} ? !known:3,the|this|you|my|it
            he|she is|'s likes|wants|thinks|lives|has|needs|knows|goes|works|speaks|loves|comes|plays -> {0} {2}
            they|we|you are|'re like|want|think|live|have|need|know|work|speak|love -> {0} {2} ? !tag:2,IN|VBN known:2,want|think|have|need|know|speak
            i|we|they|he|she|you was|were went|came|saw|lived|bought|ate|did|had|played|knew|wanted|liked|decided|visited|thought
            .. -> {0} {2} ? !known:2,decided|bought|played|visited|liked|wanted !next:by !has:if
            i|he|she|they|we|you was|were go|goes|come|buy|see|eat|work|live|play|study|want|like|think -> {0} {2:VBD} ? !tag:2,IN|NN !known:2,like|work|play|study
        """),
        priority=3,
    ),
    Rule(
        id="there-for-have",
        explanation="To say that something exists use “there is” or “there are”.",
        example="There are two cinemas in my town.",
        topic="there-is-there-are",
        rows=table("""
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area|school|class|room|flat|kitchen|family|garden|company|office|park|neighbourhood ,? [ it has|have ] many|two|three|four|five|several|lots|some|a? lot? of? <JJ>? <NNS|people>
            .. -> there are ? !known:-1,$uncountable
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area|school|class|room|flat|kitchen|family|garden|company|office|park ,? [ it has|have ] a|an|one -> there is ? !next:lot|few|number|couple
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area|school|class|room|flat|kitchen|family|garden|company|office ,? [ have|has ] many|two|three|four|five|several|lots -> there are
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area|school|class|room|flat|kitchen|family|garden ,? [ have|has ] a|an -> there is ? !next:lot|few
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area|school|class|room|flat|kitchen|family|garden ,? [ have|has|it has ] a lot of <NNS> -> there are
            ^ [ have ] many|a|some|two lot|people|things|places|of|problems|restaurants|cars in|here|to|of|people -> there are ? !question !next:fun
            ^ [ has ] many|a|some|two lot|people|things|places|problems|restaurants|cars -> there are ? !question
            ^ [ is|are ] many|a lot|? of? people|things|places|cars|problems -> there are ? !question
            ^ [ exist|exists ] many -> there are
        """),
        priority=5,
    ),
    Rule(
        id="very-like",
        explanation="“Very” does not stand before a verb: use “really” or put “very much” at the end.",
        example="I really like this song.",
        topic="adverbs-of-manner",
        rows=table("""
            $subject very like|love|want|enjoy|need|hate|miss|hope|admire|appreciate -> {0} really {2}
            $subject very likes|loves|wants|enjoys|needs|hates|misses|liked|loved|enjoyed|wanted|missed -> {0} really {2}
            do|does|did n't very like|want -> {0} n't really {3}
            very much tired|happy|beautiful|good|interesting|difficult|big|small|sad|hungry|expensive|important|nice|cold|hot -> very {2}
            much happy|tired|beautiful|hungry|sad|angry|busy -> very {1} ? prev:am|is|are|'m|'s|'re|was|were
            =like|love|enjoy&!<IN> @NP very END -> {0} {1} very much ? tag:0,VB|VBP|VBZ|VBD
            =thank you very -> thank you very much ? !next:much
        """),
        priority=3,
    ),
    Rule(
        id="lie-lay-fall-feel",
        explanation="These two verbs have forms that look alike: lie, lay, lain and lay, laid, laid; fall, fell and feel, felt.",
        example="I'm going to lie down for a while.",
        rows=table("""
            to|'ll|will|can|should|must|please|just|n't|and|let's [ lay ] down for|on|and|.|after|a|because|in|now -> lie ? !has:weapons|arms !known:0,and
            to|'ll|will|can|should|must|please [ lay ] down END -> lie
            to|'ll|will|can|could|like|love [ lay ] on|in the|a|my sofa|beach|bed|grass|floor|sun|couch -> lie
            is|are|was|were|'s|'m|am|'re [ laying ] on|in|down|there|under -> lying ? !has:eggs|table|foundations
            he|she|i|we|they [ laid ] down -> lay ? !has:his|her|my|their|arms|weapons|rules|law|the
            i|he|she|we|they|and|has|have|who [ felt ] down|off|over|from|into the|my|a|his|her|in|on|of|and|while -> fell ? !known:3,the
            i|he|she|we|they|and [ felt ] down|off|over|into|from the|a|my|his|her stairs|ladder|bike|tree|horse|chair|bicycle|roof|river|pool|wall|motorbike|bed|water|hole -> fell
            i|he|she|we|they [ felt ] asleep|in|down and|love|at|on|during|in -> fell ? !next:in|on|at|and known:2,asleep|in
            i|he|she|we|they [ felt ] asleep -> fell
            i|he|she|we|they [ felt ] in love -> fell
            i|he|she|we|they|it [ fell|fall ] tired|happy|sick|ill|sad|better|good|bad|great|nervous|hungry|very|so -> felt ? known:1,fell !known:2,ill|sick|very|so|sad
            i [ fell ] very|so <JJ> -> felt ? !known:3,ill
        """),
        priority=2,
    ),
    Rule(
        id="trip-travel",
        explanation="“Travel” is mostly a verb or has no plural; one going and coming back is a trip or a journey.",
        example="How was your trip to Egypt?",
        rows=table("""
            my|your|his|her|our|their|this|that|last|first|next|long|nice|good|great|the|beautiful|whole|wonderful [ travel ] to|was|is|in|with|from|took|by|lasted|through|around|. -> trip ? !prev:after|during|for|of|on !next:insurance|agency|agent|time|expenses|plans
            .. !nexttag:NN !before:will|can|must|n't !known:0,the
            a|one [ travel ] to|in|with|around|by|. -> trip
            a|an good|nice|long|great|beautiful|short|wonderful|interesting|fantastic [ travel ] -> trip ? !nexttag:NN|NNS
            the [ travel ] to|was|took|lasted -> journey
            a|the|my|her|his|of? [ work ] as|in|at|near|with|that -> job ? known:0,a !nexttag:NN !next:of
            =find|=look|=get|=have|=need|=want for? a|new|good|an|? new|good|better|interesting|other? [ work ] END -> job ? known:2,a|an
            for a [ work ] END -> job
            a good|new|better|interesting|difficult|nice|boring [ work ] -> job ? !nexttag:NN|NNS|IN !next:of|day|-
            two|three|different|many [ works ] END -> jobs ? !before:art|books
        """),
        priority=2,
    ),
    Rule(
        id="fun-funny",
        explanation="“Fun” means enjoyable; “funny” makes people laugh.",
        example="The party was great fun.",
        rows=table("""
            party|holiday|weekend|trip|barbecue|game|concert|day|festival|evening|wedding|excursion is|was [ very|so|really|really? funny ] -> great fun
            .. ? !has:joke|film|comedy|clown|laugh|laughed|laughing !has:speech
            it was [ very|so|really funny ] and|because $subject danced|enjoyed|played|swam -> great fun
            =have a? lot? of? [ funny ] END -> fun
            have|had|having [ a funny time ] -> a good time
            have|had [ a very good|great fun ] -> great fun
        """),
        priority=2,
    ),
    Rule(
        id="good-well",
        explanation="“Good” is an adjective; a verb is described by “well”.",
        example="She speaks English well.",
        topic="adverbs-of-manner",
        rows=table("""
            =speak|sing|dance|cook|drive|swim|play|work|sleep|write|read|know|understand|hear|draw|perform|behave @NP? very|so|really|quite|pretty|too|this|that? [ good ] END
            .. -> well ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN !known:0,sounds !prev:a
            =speak|sing|dance|cook|drive|swim|sleep|understand very|so|really|quite? [ good ] in|and|because|when|but|, -> well ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =speak|sing|dance|cook|drive|swim|play|work|write @NP? very|so|really? [ bad ] END -> badly ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =do|did|does|done very|so|really|quite [ good ] END -> well ? !has:something|anything|what
            did|do|does [ good ] in|on the|my|his|her exam|test|exams|tests|interview -> well
            =feel|look|smell|taste|sound [ badly ] END -> bad
            =smell|taste|sound very|so|really? [ well ] END -> good
            =work|study|try|train|practise|practice|fight|push|think|rain @NP? so|very|too|really? [ hardly ] -> hard ? !nexttag:VB|VBD|VBN !next:ever|any|anything tag:0,VB|VBP|VBZ|VBD|VBG|VBN !prev:can|could
            =arrive|come|came|=get|=wake|=go up? too|very|so? [ lately ] END -> late ? !has:have|has|'ve
            =run|drive|walk|drove|ran|speak|go very|too|so? [ fastly ] -> fast
            [ fastly ] -> fast
        """),
        priority=3,
    ),
    Rule(
        id="wrong-verb",
        explanation="This noun goes with another verb in English.",
        example="Please turn on the light.",
        rows=table("""
            [ open ] the light|lights|tv|television|radio|computer|ac|heater|fan -> turn on
            [ close ] the light|lights|tv|television|radio|computer|ac|heater|fan|air -> turn off
            [ opened ] the light|lights|tv|television|radio -> turned on
            [ closed ] the light|lights|tv|television|radio|computer -> turned off
            [ drink|drinks|eat|eats ] my|a|the|your|some|? medicine|pill|pills|tablet|tablets|medicines -> take ? known:0,drink|eat
            [ drank|ate ] my|a|the|some|? medicine|pill|pills|tablet|tablets -> took
            =take a? breakfast|lunch|dinner|coffee|beer|meal -> have {1} {2} ? known:0,take !next:with|to|for|break|order|orders known:2,breakfast|lunch|dinner
            takes a? breakfast|lunch|dinner -> has {2}
            took a? breakfast|lunch|dinner -> had {2} ? !next:to
            taking breakfast|lunch|dinner -> having {1} ? !next:to
            strong|big rain -> heavy rain ? !nexttag:NN
            strong|big traffic -> heavy traffic
            heavy|hard wind -> strong wind
            =rain strong|strongly -> {0} heavily
            hard|strong|heavy|big smoker|drinker -> heavy {1} ? !known:0,heavy
            [ pass|passes ] my|a|the|our|good|all good|great|nice|free|holidays|summer|whole? time|holidays|weekend|day|vacation|afternoon with|in|at|reading|playing -> spend ? known:0,pass
            [ passed ] my|a|the|our|all|two|three good|great|nice|free|summer|whole|wonderful? time|holidays|weekend|day|vacation|afternoon|weeks|days with|in|at|reading|playing|together -> spent
            assist to|at the|a|my|this|every|class|classes|lessons -> attend {2} ? !prev:to !nexttag:VB
            assisted to|at the|a|my|this|class|classes -> attended {2}
            to assist to|at the|a|my|this|class|classes|your|our -> to attend {3}
            =grow up children|kids|a -> bring up {2} ? known:0,grow !known:2,a
            a|an good|great|bad|excellent|wonderful|terrible? [ cooker ] END -> cook ? before:he|she|mother|father|i|wife|husband|brother|sister|mum|dad|grandmother
            very|so|too [ sensible ] to|skin|teeth -> sensitive
            very|so|too [ sensible ] ~5 cries|cry|hurt|upset -> sensitive
            stole|steal|stolen a|the bank|shop|store|house|supermarket END -> robbed {1} {2} ? known:0,stole
            first|second|third|big|won|win|won the? [ price ] END -> prize ? has:won|win|wins|competition|winner|first !before:low|high|pay
            ca|could|can n't|not [ listen to? ] you|me|him|her -> hear ? has:line|loud|noise|sorry|louder|speak
            ca|could n't [ listen ] you|me|him|her -> hear
            =talk&!<NN> $language -> speak {1} ? known:0,talk
            talks $language -> speaks {1}
            [ go ] here -> come ? !before:n't
            thought me|us|him|her|them english|how|to|maths|the|a|spanish|everything|that -> taught {1} {2} ? !known:2,that|the|a
            i|we|he|she|they [ taught ] that|it|you was|were|is|are|had -> thought
            am|'m|is|'s|are|'re|come|comes|came|letter|email|home|back|far [ form ] $plain_country|my|the|here|a|home -> from
            i|we|they [ leave ] in $plain_country|a|small -> live
            he|she [ leaves ] in $plain_country|a -> lives
            i|we [ live ] home|work|school at <CD>|$number|eight|seven -> leave
            am|'m|is|'s|are|was scary of -> {0} scared of
            $subject yet <VBP|VBZ> -> {0} still {2}
            am|is|are|'m|'s|'re yet <VBG> -> {0} still {2}
            have|has n't already +VBN END -> {0} n't {3} yet
            have|has n't already +VBN @NP END -> {0} n't {3} {4} yet
            give|put a question -> ask a question
            gave|put a question -> asked a question ? !prev:to
            give|gives an|my|the exam|exams|test -> take {1} {2} ? known:0,give prev:to|will|i|must|students|have before:i|we|student|students
            gave an|my|the exam|test yesterday|last -> took {1} {2} {3}
            wear|wears a glasses -> {0} glasses
            [ dress ] my|your clothes|shoes|coat|jacket -> put on
            rob|robbed|robs my|his|her|the|a|our wallet|phone|purse|money|bag|car|bike -> steal {1} {2} ? known:0,rob
            robbed my|his|her|the|a|our wallet|phone|purse|money|bag|bike|laptop|passport -> stole {1} {2} ? !prev:was|were|been
            is|was|are|were died -> {0} dead ? known:0,is|are
            his|her|their|my|father's|mother's|'s|the|after [ dead ] of my|his|her|the -> death
            since|after his|her|their|my [ dead ] -> death ? !nexttag:NN
            my|his|her|the|grandfather|grandmother <NN>? [ dead ] last|in|two|three|ten|when|yesterday|<CD> -> died ? !prev:is|was
            [ in the last time ] -> recently ? !next:i|we|he|she
            all the days -> every day ? !next:of|in|that|when|i|we !prev:of
            all days i|we|he|she -> every day {2} ? first
            all the mornings|evenings|weekends|nights|weeks|years|months -> every {2:sg} ? !next:of
            day by|for day by day -> day by day
            i am|'m not|n't|? understand -> i do not understand ? has:not|n't
            how i said -> as i said
            how you|we know -> as {1} know ? first !question
            like you|we|i know -> as {1} know ? first
            the more part -> most
            each time that -> every time
        """),
        priority=3,
    ),
)
