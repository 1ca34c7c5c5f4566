"""Words that sound alike or nearly so."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

SOUND_ALIKES: tuple[Rule, ...] = (
    Rule(
        id="their-there",
        explanation="“Their” shows possession, “there” a place, “they're” means “they are”.",
        example="Their car is parked outside.",
        topic="possessive-adjectives",
        rows=table("""
            ^ [ there ] car|house|flat|dog|cat|parents|children|mother|father|son|daughter|teacher
            ..|garden|name|names|school|baby|boss|friends|english|new|old|bags|room -> their
            in|with|of|to|for|from|at|on|love|loves|lost|like|visit|forgot|do|did|eat|sold|about
            ..|brought [ there ] own|car|house|flat|dog|cat|parents|children|mother|father|son
            ..|daughter|teacher|garden|names|school|homework|friends|new|old|bags|room|books|job
            ..|jobs|keys|money|lives|family|tickets|work|grandparents|hotel|best|way|breakfast
            ..|lunch|dinner -> their ? !nexttag:VBZ|VBP|VBD
            [ their ] is|are|was|were|'s -> there
            ^ [ there ] going|coming|playing|waiting|leaving|working|living to|home|in|at|for|with
            ..|here|outside|on|the -> they are
            left|forgot|took|put|brought|lost|change|changed|use|used|cleaned|wash|washed|sold
            ..|bought|do|did|finished|parked|painted|wrote|show|showed [ there ] bags|bag|books
            ..|car|house|keys|coats|shoes|homework|money|names|name|phones|phone|passports|tickets
            ..|teeth|hands|parents|children|clothes|old|new|own -> their
            [ their ] going|coming|playing|waiting|leaving|working|living|late|very|always|not|so
            ..|ready -> they are ? first
            think|hope|know|say|because|and [ their|there ]
            .. going|coming|playing|leaving|late|ready -> they are
            over|sit|went|go|been|is|from [ their ] END -> there
            [ they're ] car|house -> their
            [ they 're ] car|house|dog|parents|children|friends|homework|new|own|mother|son ->
            .. their
        """),
        priority=2,
    ),
    Rule(
        id="its-it-is",
        explanation="“Its” shows possession; “it's” means “it is” or “it has”.",
        example="The dog hurt its leg.",
        topic="possessive-adjectives",
        rows=table("""
            [ it 's ] own|leg|tail|name|food|head|eyes|owner|nest|legs|wings|ears|paw|mouth|way
            ..|colour|color|size|price|capital|population|culture|history|beauty|users|customers
            ..|mother -> its ? !first
            <VBD|VBP|VBZ|VBG|IN> [ it 's ] <NN> END -> its ? !known:3,time|war|home|love|noon
            ..|midnight|summer|winter|spring|autumn|nature|luck|fate|magic|art|fun|rain|snow
            .. !known:0,if|that|because|think|know|hope|say|said|says|believe|guess|so|although
            ..|while|as|since|though|like|whether|until|when|bet|suppose|means|feel|feels|unless
            [ its ] a|an|the|not|very|raining|snowing|time|too|so|important|cold|hot|late|nice
            ..|great|easy|difficult|hard|possible|true|my|your|been|going|really|always|been
            ..|impossible|better|expensive|beautiful|ok|okay|monday|sunday|friday -> it 's ?
            .. !known:1,hot|cold|own|beautiful|important|late|very|expensive|better|time|nice
            ..|great|hard|true|really|too|so|always !prevtag:IN|VB|VBD|VBZ|VBP
            .. !prev:and|in|of|for|with|on|at
            ^ [ its ] very|too|so|cold|hot|late|nice|great|easy|difficult|hard|time|important|true
            ..|better|expensive|beautiful|really|always|getting -> it is ? !nexttag:NN|NNS|JJ
        """),
        priority=3,
    ),
    Rule(
        id="your-you-are",
        explanation="“Your” shows possession; “you're” means “you are”.",
        example="You're very kind to help us.",
        topic="possessive-adjectives",
        rows=table("""
            [ your ] very|so|too|welcome|right|wrong|late|always|not|going|coming|early|really
            ..|kidding|joking|lucky|lying|crazy|beautiful|amazing|the|a|an|my|invited -> you're ?
            .. !nexttag:NN|NNS|VBG|JJ !next:own known:1,very|so|too|welcome|late|not|going|coming
            ..|kidding|joking|lying|the|a|an|invited|wrong|right !prevtag:IN|VB|VBP|VBD|VBZ
            ^ [ your ] very|so|really <JJ> -> you're ? !nexttag:NN|NNS
            think|hope|know|if|because|that|when [ your ] right|wrong|late|going|coming|welcome
            ..|busy|tired|happy|sick|ready|here|hungry|not|looking|able|sure -> you're ?
            .. !nexttag:NN|NNS
            [ you 're ] car|house|parents|mother|father|name|book|bag|phone|friend|friends|dog
            ..|homework|brother|sister|teacher|help|email|letter|keys|opinion|job|room|children
            ..|own -> your
        """),
        priority=3,
    ),
    Rule(
        id="who-whose",
        explanation="“Whose” asks about or shows possession; “who's” means “who is” or “who has”.",
        example="Whose phone is ringing?",
        topic="question-words",
        rows=table("""
            ^ [ who 's ] <NN|NNS> is|are|was|were -> whose
            ^ [ who 's ] car|phone|book|bag|coat|turn|idea|house|pen|dog|jacket|keys|umbrella
            ..|glasses|shoes|job -> whose
            <NN> [ who 's ] car|phone|house|mother|father|parents|name|son|daughter|dog|wife
            ..|husband|books|brother|sister -> whose
            ^ [ whose ] going|coming|there|next|that|calling|playing|at|ready|in -> who's
        """),
        priority=3,
    ),
    Rule(
        id="then-than",
        explanation="“Than” compares; “then” is about time.",
        example="I'd rather walk than wait for a taxi.",
        topic="comparatives",
        rows=table("""
            rather ~4 [ then ] <VB|VBP|NN|TO|VBG|PRP|DT> -> than ? !prev:and
            <JJR> [ then ] -> than ? next:i|you|he|she|we|they|me|him|her|us|them|my|your|his|our
            ..|their|the|ever|before|it|this|that|a|last|mine|yours|usual|other|any|most
            .. !prev:earlier
            more|less <JJ|RB|NN|NNS> [ then ] -> than ? next:i|you|he|she|we|they|me|him|her|us
            ..|them|my|your|his|our|their|the|ever|before|it|this|that|a|last|mine|yours|usual
            [ than ] i|we|he|she|they|you +VBD -> then ? prev:and|,
            .. !before:more|less|better|rather|sooner !prevtag:JJR|JJ|RBR
            and|since|until|by|back [ than ] -> then ? !prevtag:JJR !known:0,and
            first ~7 , [ than ] -> then
            and [ than ] $subject -> then ? !before:more|less|better|other|rather
        """),
        priority=2,
    ),
    Rule(
        id="to-too",
        explanation="“Too” means “more than enough” or “also”; “to” goes with a place or a verb.",
        example="This suitcase is too heavy for me.",
        topic="too-and-enough",
        rows=table("""
            =be|'s|'m|'re|=feel|=look|=get not|n't|much|far|way|just? [ to ] heavy|big|small|late
            ..|tired|expensive|old|young|hot|hard|difficult|far|fast|busy|long|short|cold|early
            ..|loud|high|tall|lazy|sweet|ill|sick|noisy|spicy|tight|easy|dark|strong|weak|wet
            ..|salty|shy|rich|poor|good|bad|dangerous|crowded|many|much -> too ? !nexttag:NN|NNS
            [ to ] much|many -> too ? !prev:due|thanks|used|according|subject|open|sell|sells|from
            ..|attached|amounts|amount|up|apply|speak|given|similar|listen|talk|seemed
            .. !prevtag:NN|NNS|JJ|VBN|RB|PRP !next:of has:is|are|was|were|there|have|has|had|eat
            ..|ate|drink|drank|'s
            there is|are|was|were|'s [ to ] much|many -> too
            me|you [ to ] END -> too ? !before:want|like|love|need|have|used|going|would|'d|has
            ..|asked|told|allowed !before:do|did|does|what|where|who
            =want|need|have|going|=go|=try|=like|=decide|used|=learn [ too ] +VB -> to ? !tag:0,NN
            .. !nexttag:CC known:2,go|be|do|have|buy|see|eat|learn|take|make|get|know|visit|work
            ..|come|help|play|study|sleep|find|speak|live
            =go|went|come|came [ too ] the|school|work|bed|my|london|a -> to
        """),
        priority=2,
    ),
    Rule(
        id="quite-quiet",
        explanation="“Quite” means “rather”, “quiet” means “without noise”.",
        example="The street is quiet at night.",
        rows=table("""
            [ quiet ] good|big|expensive|a|nice|small|difficult|easy|often|well|interesting|tired
            ..|happy|sure|important|different|old|young|cheap|cold|hot|far|late|popular|large|long
            ..|beautiful|boring -> quite ? !prev:a|the|very|my
            very|so|too|be|is|keep|stay|really|more|and [ quite ] END -> quiet
            a [ quite ] place|street|village|room|night|town|life|person -> quiet
            in a [ quite ] <NN> -> quiet
        """),
    ),
    Rule(
        id="sound-alike",
        explanation="Two words sound alike or nearly so; here the other one is meant.",
        example="On the way here we passed the old bank.",
        rows=table("""
            i|we|you|they|he|she [ past ] the|by|my|a|an|his|her|all|me|it -> passed ?
            .. !prevtag:VBD|VBP|VBZ|VB|IN|VBG
            i|we|he|she|they|has|have|had|'ve [ past ] the|my|his|her|all|exam|it
            .. exam|test|exams|tests|driving -> passed
            years|time|days|weeks|months|hours|bus has|have|had [ past ] -> passed
            =walk|=go|=drive|=run|=ride|=fly [ passed ] the|a|my|our|me|us|it|him -> past
            half|quarter [ passed ] <CD>|$number -> past
            we|they|you|i [ where ] <VBG|JJ|VBN|RB|DT|IN|NN> -> were ? !known:0,i
            .. !prevtag:VB|VBP|VBD|VBZ|IN|TO|VBN !next:the|i|my
            we|they|you|children|people|there|parents|friends|students [ where ] very|happy|at|in
            ..|not|so|tired|late|all|going|playing|waiting|many|sleeping|born|always|there|here|no
            .. -> were ? !prevtag:VB|VBP|VBZ|TO
            ^ [ were ] is|are|do|does|did|can -> where
            ^ [ where ] you|we|they at|in|here|there|late|tired|ill|sick|ready|happy|asleep|with
            ..|able|surprised|born -> were ? question
            know|wonder|see|remember|forgot|asked|ask [ were ] $subject -> where
            know|wonder|see|decide|sure|ask|asked|doubt|matter [ weather ]
            .. $subject|the|to|or|my|it -> whether
            [ weather ] or not -> whether
            the|bad|good|nice|hot|cold|today|sunny|rainy|lovely [ whether ]
            .. is|was|will|forecast|today|'s|END -> weather
            [ hole ] day|world|week|year|night|family|village|book|story|city|house|life|time
            ..|class|morning|country|thing|afternoon|summer|month|town -> whole ?
            .. prev:the|a|my|our|this|his|her
            big|deep|small|a|black [ whole ] in -> hole
            a|one|two|another|small|big [ peace|peaces ] of -> piece ? !known:0,two
            two|three|four [ peaces|peace ] of -> pieces
            [ piece ] in the world -> peace
            live|lived|living|rest in [ piece ] -> peace
            i|we|they|you|can|could|to|n't|not [ here ] you|the|a|it|me|music|him|her|that|noise
            ..|voices|anything|from|about -> hear ? known:0,can|could|n't|to
            .. !prev:come|came|live|get
            [ hear ] is|are|'s|comes|you -> here ? first !known:1,you
            over|come|live|is|from|been|am|are|work [ hear ] -> here ? !nexttag:DT|PRP
            =live|came|come|been [ hear ] for|since -> here
            i|we|they|do|n't|to|you|not|did [ now ] what|how|that|where|who|why|the|him|her|if
            ..|anything -> know ? known:0,n't|to|not !prev:until|up
            i [ now|no ] that|what|how|where|why|him|her -> know ? first
            i do n't|not [ now|no ] -> know
            i [ thing ] -> think ? next:that|it|so|you|he|she|we|they|the|this|about|is|i|of
            i do n't [ thing ] -> think
            some|the|same|any|every [ think ] END -> thing
            some|many|lot|of|two|these|the [ thinks ] END -> things
            [ by ] a|some|new|the|food|clothes|me|bread|milk|tickets|it -> buy ? prev:to|will|can
            ..|could|want|'ll|should|must|n't !prev:to
            want|need|have|going|like|went|wants to [ by ] a|some|new|the|food|clothes|me|bread
            ..|milk|it|my -> buy
            [ buy ] car|bus|train|plane|bike -> by ? before:go|goes|went|come|came|travel
            ..|travelled|going|travels
            this|last|next|every|one|two|a|per [ weak ] -> week ? !nexttag:NN|JJ
            .. !known:0,a|two|one !next:point|spot|and
            very|so|too|feel|felt|am|is|was|'m [ week ] END -> weak
            [ wear ] are|is|do|did|does $subject -> where
            =turn|=switch|=take|=get|=fall|=put|=set|=log [ of ]
            .. the|my|your|his|her|it|your|at|course light|lights|tv|radio|computer|phone|bus
            ..|train|coat|shoes|hat|jacket|music|bike|plane|television|ladder|alarm|gas|heating
            ..|wall|engine -> off
            =turn|=switch it|them|that [ of ] -> off
            [ off ] course -> of ? first
            most|some|all|one|lot|many|kind|cup|glass|because|instead|front|out|part [ off ] the
            ..|my|them|us|these|people|tea|coffee|your|water|this|our -> of ? !known:0,all|lot
            everyone|everybody|all|anyone|nobody|day|nothing|every|days [ accept ] me|him|her|us
            ..|them|for|sunday|monday|that|my|you|one -> except ? !prev:will !known:0,every
            i|will|to|can|n't|not|we|please|ca|they|she|he [ except ] your|the|my|this|an|a|his
            ..|her|their|it|our -> accept ? !known:0,not !before:all|everything|everyone|nothing
            ..|nobody
            big|great|bad|good|negative|positive|an|strong|huge|no|some|any|little|harmful|serious
            .. [ affect|affects ] on -> effect
            [ effect|effects ] the|my|our|your|his|her|their|us|people|me|you|everyone|health ->
            .. affect ? prev:will|can|may|might|could|would|to|not|n't|does|should !prev:the
            has|have|had an|a|no|any [ affect ] -> effect
            [ advice ] me|him|her|us|them|you|people|everyone -> advise ? !prev:some|any|give|gave
            ..|the|his|her|good|your|my|of
            i|we|would|'d|will|'ll|to|can|you|could|doctors|they [ advice ] -> advise ?
            .. nexttag:PRP|PRP$|DT|TO|IN known:0,i|we|would|'d|will|'ll|can|could
            good|some|any|bad|your|my|his|her|useful|the|of|an|for|give|this|that|much|best|great
            .. [ advise ] -> advice ? !prev:can|will|to|would !known:0,for|give
            my|his|her|their|our|your|in|of|his|everyday|daily|modern|real|whole|social|happy
            ..|family|better|good [ live ] END -> life ? !known:0,in|of
            my|his|her|our|your|of|the|social|daily|happy|whole|in [ live ] is|was|has|changed|in
            ..|will|with|would|and -> life ? known:0,my|his|her|our|your|social|daily|happy|whole
            i|we|they|you [ life ] in|at|with|near|here -> live ? first
            to|n't [ life ] in|with|at -> live ? known:0,to !prev:back|bring|brought|come|came|way
            ..|close
            $possessive [ lifes ] -> lives
            [ lifes ] -> lives ? prevtag:VBD|VB|JJ|CD
            i|we|you|to|will|can|could|do|did|n't|not [ loose ] my|your|his|her|our|the|weight|it
            ..|a|time|money|everything|hope|this|all|control|their -> lose ?
            .. !prev:let|break|set|cut|a|the
            =go|have [ dessert ] safari|trip -> desert
            in the [ dessert ] -> desert
            for|chocolate|a|ate|sweet|delicious|favourite [ desert ] END -> dessert ?
            .. !known:0,a|sweet
            keep|write|kept|wrote|in a|my|her|his [ dairy ] -> diary ? !next:farm|product|products
            [ diary ] products|product|farm -> dairy
            [ brake ] the|my|a|down|up|his|her -> break ? !known:1,a|my !prev:the|hand|foot
            =take|=have|=need a|short|lunch|coffee [ brake ] -> break
            my|his|her|new|some|these|wash|buy|bought|nice|warm|dirty|of|beautiful [ cloths|clothe
            .. ] -> clothes
            the|my|his|her [ principle ] of the|my school -> principal
            my|his|old|new|primary|high school|english|favourite [ principle ] -> principal ?
            .. known:0,school
            [ chose ] to|between -> choose ? prev:to|can|will|must|could|n't|should|would
            to|can|will|must|could|n't|should [ chose ] -> choose
            [ whit ] -> with
            to|can|will|must|n't|a|could [ meat ] you|him|her|them|my|us|me|at|new -> meet
            eat|eats|ate|of|red|some|like|cook|no [ meet ] END -> meat
            to|can|will|please [ right ] a|an|me|you|to letter|email|message|book|story -> write
            [ sea ] you|him|her|them -> see
            to|can|could|n't|'ll|will [ sea ] -> see ? !prev:next|close|the|go|went|down|go|way
            ..|near|trip known:0,can|could|n't|will|'ll
            the|in|by|near|at|go|to the [ see ] END -> sea ? !prev:to
            [ thanks ] god -> thank
            [ thank ] for -> thanks ? first
            sun|earth|son [ raises ] in|at|every|early -> rises ? known:0,sun
            prices|temperature|price|temperatures|costs|rents|rent [ raise|raised ]
            .. every|last|again|by|this|a|in -> rise
            [ rise ] your|my|his|her|the hand|hands|voice|salary -> raise
            [ rose ] his|her|my|their|the hand|hands|prices|taxes|voice|salary|salaries|rent|glass
            .. -> raised
        """),
        priority=2,
    ),
)
