"""Nouns and adjectives that go with another verb in English."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

COLLOCATIONS: tuple[Rule, ...] = (
    Rule(
        id="make-do",
        explanation="English says “make” in some expressions and “do” in others.",
        example="I made a mistake.",
        topic="make-and-do",
        rows=table("""
            do a|an|the|some|any|too|so|many|no|my|this|that|? big|many|lot|small|same|good|stupid
            ..|important|few|of? of? mistake|mistakes|decision|decisions|noise|progress|effort
            ..|efforts|cake|phone|money|friends|plan|plans|promise|suggestion|complaint|choice
            ..|list|reservation|offer|excuse|mess|speech|profit|impression|comment|announcement ->
            .. make {1} {2} {3} {4} ? !known:4,money
            does a|an|the|some|many|? big|many|lot|good? of? mistake|mistakes|decision|decisions
            ..|noise|progress|effort|cake|plan|plans|promise|list|mess|friends -> makes {1} {2}
            .. {3} {4}
            did a|an|the|some|many|no|? big|many|lot|good|stupid|terrible? of? mistake|mistakes
            ..|decision|decisions|noise|progress|effort|cake|plan|plans|promise|list|mess|friends
            ..|money -> made {1} {2} {3} {4}
            doing a|an|the|some|many|so|too|? much|big|many|lot|good? of? mistake|mistakes
            ..|decision|decisions|noise|progress|effort|cake|plan|plans|list|mess|friends|money ->
            .. making {1} {2} {3} {4}
            done a|an|the|some|many|? big|many|lot|good? of? mistake|mistakes|decision|decisions
            ..|noise|progress|effort|cake|plan|plans|promise|list|friends -> made {1} {2} {3} {4}
            make my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing
            ..|exercise|exercises|sport|sports|yoga|gymnastics|business|research|damage|favour
            ..|favor|laundry|job|cleaning|military|course -> do {1} {2} ?
            .. !known:2,job|business|course
            makes my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing
            ..|exercise|exercises|sport|sports|yoga|research|laundry|cleaning -> does {1} {2}
            made my|your|his|her|our|their|the|some|a|? homework|housework|dishes|washing|ironing
            ..|exercise|exercises|sport|sports|yoga|research|laundry|cleaning|damage -> did {1}
            .. {2} ? !prev:have|has|'ve|had
            have|has|'ve|had made my|your|his|her|our|their|the|some|? homework|housework|dishes
            ..|exercise|exercises|sport|research -> {0} done {2} {3}
            making my|your|his|her|our|their|the|some|? homework|housework|dishes|ironing|exercise
            ..|exercises|sport|sports|yoga|research -> doing {1} {2}
            make|makes|making the shopping -> do the shopping ? known:0,make
            made the shopping -> did the shopping
            do|does|doing me|us|him|her a coffee|tea|sandwich|cake -> make {1} {2} {3} ?
            .. known:0,do
            make|do a photo|picture|photograph|break|nap|shower|exam|test|walk -> take {1} {2} ?
            .. known:2,photo|photograph|shower|exam|nap|break|walk
            made|did a|some|many|lots|? of? photo|photos|photograph|photographs -> took {1} {2}
            .. {3}
            making|doing a|some|many|? photo|photos|photograph|selfie|photographs -> taking {1}
            .. {2}
            make|do photos|pictures|photographs -> take {1} ? known:1,photos|photographs
            make|do a|some|many|? question|questions -> ask {1} {2}
            made|did a|some|many|me|? a? question|questions -> asked {1} {2} {3}
            make|do a party|barbecue|picnic|conversation -> have a {2} ?
            .. known:2,party|conversation
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
            do the|? breakfast|dinner|lunch -> make {1} {2} ? !prev:to|n't|you|we|they|what|i|does
            .. known:2,breakfast|dinner
        """),
        priority=3,
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
            i have hungry|thirsty|sleepy|afraid|tired|scared|cold|hot|right -> i am {2} ?
            .. !nexttag:NN|NNS|TO !known:2,cold|hot|right
            i have cold|hot|right END -> i am {2}
            i have hunger -> i am hungry
            i have thirst -> i am thirsty
            you have reason|right -> you are right ? !nexttag:NN|NNS|TO|IN
            he|she has hungry|thirsty|sleepy|afraid|tired|scared|hot -> {0} is {2} ?
            .. !nexttag:NN|NNS
            i|he|she|we|they had hungry|thirsty|sleepy|afraid|tired|scared -> {0} was {2} ?
            .. known:0,i|he|she
            have afraid|fear of -> am afraid of ? prev:i
            has afraid|fear of -> is afraid of ? prev:he|she
            became a|an|my present|gift|letter|email|message|visa|answer|call|parcel -> got {1}
            .. {2}
            become a|an|my present|gift|letter|email|message|visa|answer|parcel -> get {1} {2}
            it makes|does cold|hot|sunny|windy|warm -> it is {2}
            it made|did cold|hot|sunny|windy|warm -> it was {2}
            have success -> be successful ? prev:to|will|can
            i am|'m|was|were like|want|think|live|have|need|know|go|work|hope|believe|study
            ..|understand|speak|feel|love|remember|come -> i {2} ? !tag:2,IN|RP known:1,am
            .. !known:2,come|like
            i am|'m like|love to|the|it|this|my|music|you -> i {2} {3} ?
            .. !known:3,the|this|you|my|it
            he|she is|'s likes|wants|thinks|lives|has|needs|knows|goes|works|speaks|loves|comes
            ..|plays -> {0} {2}
            they|we|you are|'re like|want|think|live|have|need|know|work|speak|love -> {0} {2} ?
            .. !tag:2,IN|VBN known:2,want|think|have|need|know|speak
            i|we|they|he|she|you was|were went|came|saw|lived|bought|ate|did|had|played|knew
            ..|wanted|liked|decided|visited|thought -> {0} {2} ? !known:2,decided|bought|played
            ..|visited|liked|wanted !next:by !has:if
            i|he|she|they|we|you was|were go|goes|come|buy|see|eat|work|live|play|study|want|like
            ..|think -> {0} {2:VBD} ? !tag:2,IN|NN !known:2,like|work|play|study
        """),
        priority=3,
    ),
    Rule(
        id="there-for-have",
        explanation="To say that something exists use “there is” or “there are”.",
        example="There are two cinemas in my town.",
        topic="there-is-there-are",
        rows=table("""
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area
            ..|school|class|room|flat|kitchen|family|garden|company|office|park|neighbourhood ,? [
            .. it has|have ] many|two|three|four|five|several|lots|some|a? lot? of? <JJ>?
            .. <NNS|people> -> there are ? !known:-1,$uncountable
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area
            ..|school|class|room|flat|kitchen|family|garden|company|office|park ,? [ it has|have ]
            .. a|an|one -> there is ? !next:lot|few|number|couple
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area
            ..|school|class|room|flat|kitchen|family|garden|company|office ,? [ have|has ]
            .. many|two|three|four|five|several|lots -> there are
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area
            ..|school|class|room|flat|kitchen|family|garden ,? [ have|has ] a|an -> there is ?
            .. !next:lot|few
            in my|our|this|the|your|his|her <JJ>? town|city|country|village|house|street|area
            ..|school|class|room|flat|kitchen|family|garden ,? [ have|has|it has ] a lot of <NNS>
            .. -> there are
            ^ [ have ] many|a|some|two lot|people|things|places|of|problems|restaurants|cars
            .. in|here|to|of|people -> there are ? !question !next:fun
            ^ [ has ] many|a|some|two lot|people|things|places|problems|restaurants|cars -> there
            .. are ? !question
            ^ [ is|are ] many|a lot|? of? people|things|places|cars|problems -> there are ?
            .. !question
            ^ [ exist|exists ] many -> there are
        """),
        priority=5,
    ),
    Rule(
        id="good-well",
        explanation="“Good” is an adjective; a verb is described by “well”.",
        example="She speaks English well.",
        topic="adverbs-of-manner",
        rows=table("""
            =speak|sing|dance|cook|drive|swim|play|work|sleep|write|read|know|understand|hear|draw
            ..|perform|behave @NP? very|so|really|quite|pretty|too|this|that? [ good ] END -> well
            .. ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN !known:0,sounds !prev:a
            =speak|sing|dance|cook|drive|swim|sleep|understand very|so|really|quite? [ good ]
            .. in|and|because|when|but|, -> well ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =speak|sing|dance|cook|drive|swim|play|work|write @NP? very|so|really? [ bad ] END ->
            .. badly ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN
            =do|did|does|done very|so|really|quite [ good ] END -> well ?
            .. !has:something|anything|what
            did|do|does [ good ] in|on the|my|his|her exam|test|exams|tests|interview -> well
            =feel|look|smell|taste|sound [ badly ] END -> bad
            =smell|taste|sound very|so|really? [ well ] END -> good
            =work|study|try|train|practise|practice|fight|push|think|rain @NP? so|very|too|really?
            .. [ hardly ] -> hard ? !nexttag:VB|VBD|VBN !next:ever|any|anything
            .. tag:0,VB|VBP|VBZ|VBD|VBG|VBN !prev:can|could
            =arrive|come|came|=get|=wake|=go up? too|very|so? [ lately ] END -> late ?
            .. !has:have|has|'ve
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
            [ drink|drinks|eat|eats ] my|a|the|your|some|? medicine|pill|pills|tablet|tablets
            ..|medicines -> take ? known:0,drink|eat
            [ drank|ate ] my|a|the|some|? medicine|pill|pills|tablet|tablets -> took
            =take a? breakfast|lunch|dinner|coffee|beer|meal -> have {1} {2} ? known:0,take
            .. !next:with|to|for|break|order|orders known:2,breakfast|lunch|dinner
            takes a? breakfast|lunch|dinner -> has {2}
            took a? breakfast|lunch|dinner -> had {2} ? !next:to
            taking breakfast|lunch|dinner -> having {1} ? !next:to
            strong|big rain -> heavy rain ? !nexttag:NN
            strong|big traffic -> heavy traffic
            heavy|hard wind -> strong wind
            =rain strong|strongly -> {0} heavily
            hard|strong|heavy|big smoker|drinker -> heavy {1} ? !known:0,heavy
            [ pass|passes ] my|a|the|our|good|all good|great|nice|free|holidays|summer|whole? time
            ..|holidays|weekend|day|vacation|afternoon with|in|at|reading|playing -> spend ?
            .. known:0,pass
            [ passed ] my|a|the|our|all|two|three good|great|nice|free|summer|whole|wonderful?
            .. time|holidays|weekend|day|vacation|afternoon|weeks|days
            .. with|in|at|reading|playing|together -> spent
            assist to|at the|a|my|this|every|class|classes|lessons -> attend {2} ? !prev:to
            .. !nexttag:VB
            assisted to|at the|a|my|this|class|classes -> attended {2}
            to assist to|at the|a|my|this|class|classes|your|our -> to attend {3}
            =grow up children|kids|a -> bring up {2} ? known:0,grow !known:2,a
            a|an good|great|bad|excellent|wonderful|terrible? [ cooker ] END -> cook ? before:he
            ..|she|mother|father|i|wife|husband|brother|sister|mum|dad|grandmother
            very|so|too [ sensible ] to|skin|teeth -> sensitive
            very|so|too [ sensible ] ~5 cries|cry|hurt|upset -> sensitive
            stole|steal|stolen a|the bank|shop|store|house|supermarket END -> robbed {1} {2} ?
            .. known:0,stole
            first|second|third|big|won|win|won the? [ price ] END -> prize ? has:won|win|wins
            ..|competition|winner|first !before:low|high|pay
            ca|could|can n't|not [ listen to? ] you|me|him|her -> hear ?
            .. has:line|loud|noise|sorry|louder|speak
            ca|could n't [ listen ] you|me|him|her -> hear
            =talk&!<NN> $language -> speak {1} ? known:0,talk
            talks $language -> speaks {1}
            [ go ] here -> come ? !before:n't
            thought me|us|him|her|them english|how|to|maths|the|a|spanish|everything|that ->
            .. taught {1} {2} ? !known:2,that|the|a
            i|we|he|she|they [ taught ] that|it|you was|were|is|are|had -> thought
            am|'m|is|'s|are|'re|come|comes|came|letter|email|home|back|far [ form ]
            .. $plain_country|my|the|here|a|home -> from
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
            give|gives an|my|the exam|exams|test -> take {1} {2} ? known:0,give
            .. prev:to|will|i|must|students|have before:i|we|student|students
            gave an|my|the exam|test yesterday|last -> took {1} {2} {3}
            wear|wears a glasses -> {0} glasses
            [ dress ] my|your clothes|shoes|coat|jacket -> put on
            rob|robbed|robs my|his|her|the|a|our wallet|phone|purse|money|bag|car|bike -> steal
            .. {1} {2} ? known:0,rob
            robbed my|his|her|the|a|our wallet|phone|purse|money|bag|bike|laptop|passport -> stole
            .. {1} {2} ? !prev:was|were|been
            is|was|are|were died -> {0} dead ? known:0,is|are
            his|her|their|my|father's|mother's|'s|the|after [ dead ] of my|his|her|the -> death
            since|after his|her|their|my [ dead ] -> death ? !nexttag:NN
            my|his|her|the|grandfather|grandmother <NN>? [ dead ]
            .. last|in|two|three|ten|when|yesterday|<CD> -> died ? !prev:is|was
            [ in the last time ] -> recently ? !next:i|we|he|she
            all the days -> every day ? !next:of|in|that|when|i|we !prev:of
            all days i|we|he|she -> every day {2} ? first
            all the mornings|evenings|weekends|nights|weeks|years|months -> every {2:sg} ?
            .. !next:of
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
