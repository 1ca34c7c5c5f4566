"""Words that learners take one for the other: general pairs; verbs are in ``confusable_verbs``."""

from __future__ import annotations

from texts.nlp.offline.learner.confusable_verbs import VERB_RULES
from texts.nlp.offline.learner.rules import Rule, table

_GENERAL: tuple[Rule, ...] = (
    Rule(
        id="feeling-ed",
        explanation="Adjectives in -ed say how somebody feels, those in -ing what causes the feeling.",
        example="I'm bored in this class.",
        topic="adjectives-ed-and-ing",
        rows=table("""
            i am|'m|was|feel|felt|get|got so|very|really|too|always|a? bit|little? boring|interesting|exciting|tiring|confusing|surprising|annoying|embarrassing|disappointing|frightening|shocking|exhausting|depressing|worrying|frustrating|terrifying
            .. -> {0} {1} {2} {3} {4:VBN} ? !nexttag:NN|NNS|DT|PRP|PRP$ !next:up|out|for|down
            i am|'m|was|feel|felt not|n't|never so|very|really|too|that? boring|interesting|exciting|tiring|confusing|surprising|annoying|embarrassing|disappointing|frightening|shocking|exhausting|depressing
            .. -> {0} {1} {2} {3} {4:VBN} ? !nexttag:NN|NNS|DT|PRP|PRP$
            we|they|he|she|you is|are|'s|'re|was|were|feel|feels|felt|get|gets|got not|n't|so|very|really|always|too? boring|interesting|exciting|tiring|confusing|surprising|embarrassing|disappointing|frightening|annoying
            .. -> {0} {1} {2} {3:VBN} ? next:in|about|with|by|when|because|at|of|that|to|after !nexttag:NN
            =feel|=get very|so|really|too|a? bit|little? boring|interesting|exciting|tiring|confusing|surprising|embarrassing|disappointing|frightening
            .. -> {0} {1} {2} {3:VBN} ? !nexttag:NN|NNS|DT !prev:it|this|that|life|film !tag:0,NN
            =make me|him|her|us|them|you so|very|really|feel? boring|interesting|exciting|tiring|confusing|surprising|embarrassing|disappointing
            .. -> {0} {1} {2} {3:VBN} ? !nexttag:NN
            interesting in|on $subject? -> interested in ? prev:am|is|are|was|were|'m|'s|'re|be|very|not|really|n't|so|been before:i|we|he|she|they|you !before:it|this|that
            everyone|everybody|students|people|children is|are|was|were very|so|really? boring|exciting|tiring|confusing|surprising|disappointing
            .. -> {0} {1} {2} {3:VBN} ? !nexttag:NN|NNS next:.|about|by|when|because|with|at|!|after|to|that
            tired|bored|excited and? boring|tiring|exciting -> {0} {1} {2:VBN} ? before:i|we
        """),
        priority=3,
    ),
    Rule(
        id="cause-ing",
        explanation="Adjectives in -ing describe what causes a feeling, those in -ed how somebody feels.",
        example="The talk was very interesting.",
        topic="adjectives-ed-and-ing",
        rows=table("""
            it|this|that is|was|'s|looks|sounds|seems|seemed not|n't|so|very|really|quite|too|a? bit|little? bored|interested|excited|tired|confused|embarrassed|disappointed|frightened|shocked|depressed|frustrated|relaxed
            .. -> {0} {1} {2} {3} {4:VBG} ? !next:in|by|that|at|about|with !known:4,relaxed
            @NP is|was|'s|seems|sounds|looks not|n't|so|very|really|quite|too bored|interested|excited|tired|confused|surprised|embarrassed|disappointed|frightened|shocked|depressed|tiring
            .. -> {0} {1} {2} {3:VBG} ? thing:0 !next:in|by|that|at|about|with|to|of !known:0,team|crowd|group|company|government|audience|public|staff|committee|jury|dog|cat|press|bank|country|world|city|voice|face
            book|film|movie|lesson|lecture|story|game|match|job|work|trip|news|book|class|meeting|party|concert|museum|course|programme|weather|journey|exam|talk|speech is|was|'s bored|interested|excited|tired|confused|surprised|embarrassed|disappointed|frightened|shocked|depressed
            .. -> {0} {1} {2:VBG} ? !next:in|by|that|at|about|with|to|of
            films|books|lessons|classes|stories|games|movies|results|exams|meetings are|were so|very|really|quite|too? bored|interested|excited|tired|confused|surprised|embarrassed|disappointed|frightened|shocked
            .. -> {0} {1} {2} {3:VBG} ? !next:in|by|that|at|about|with|to|of
            bored|interested|excited|tired|confused|surprised|embarrassed|disappointed|frightened|shocked|depressed book|film|movie|lesson|lecture|story|game|match|job|trip|news|class|meeting|party|concert|museum|course|programme|journey|day|place|city|experience|idea|question|subject|topic|article|books|films|stories|situation|things|life|week
            .. -> {0:VBG} {1}
            something|anything|nothing|everything very? bored|interested|excited|surprised|embarrassed|confused -> {0} {1} {2:VBG} ? !next:in|by
        """),
        priority=3,
    ),
    Rule(
        id="their-there",
        explanation="“Their” shows possession, “there” a place, “they're” means “they are”.",
        example="Their car is parked outside.",
        topic="possessive-adjectives",
        rows=table("""
            ^ [ there ] car|house|flat|dog|cat|parents|children|mother|father|son|daughter|teacher|garden|name|names|school|baby|boss|friends|english|new|old|bags|room -> their
            in|with|of|to|for|from|at|on|love|loves|lost|like|visit|forgot|do|did|eat|sold|about|brought [ there ] own|car|house|flat|dog|cat|parents|children|mother|father|son|daughter|teacher|garden|names|school|homework|friends|new|old|bags|room|books|job|jobs|keys|money|lives|family|tickets|work|grandparents|hotel|best|way|breakfast|lunch|dinner
            .. -> their ? !nexttag:VBZ|VBP|VBD
            [ their ] is|are|was|were|'s -> there
            ^ [ there ] going|coming|playing|waiting|leaving|working|living to|home|in|at|for|with|here|outside|on|the -> they are
            left|forgot|took|put|brought|lost|change|changed|use|used|cleaned|wash|washed|sold|bought|do|did|finished|parked|painted|wrote|show|showed [ there ] bags|bag|books|car|house|keys|coats|shoes|homework|money|names|name|phones|phone|passports|tickets|teeth|hands|parents|children|clothes|old|new|own -> their
            [ their ] going|coming|playing|waiting|leaving|working|living|late|very|always|not|so|ready -> they are ? first
            think|hope|know|say|because|and [ their|there ] going|coming|playing|leaving|late|ready -> they are
            over|sit|went|go|been|is|from [ their ] END -> there
            [ they're ] car|house -> their
            [ they 're ] car|house|dog|parents|children|friends|homework|new|own|mother|son -> their
        """),
        priority=2,
    ),
    Rule(
        id="its-it-is",
        explanation="“Its” shows possession; “it's” means “it is” or “it has”.",
        example="The dog hurt its leg.",
        topic="possessive-adjectives",
        rows=table("""
            [ it 's ] own|leg|tail|name|food|head|eyes|owner|nest|legs|wings|ears|paw|mouth|way|colour|color|size|price|capital|population|culture|history|beauty|users|customers|mother
            .. -> its ? !first
            <VBD|VBP|VBZ|VBG|IN> [ it 's ] <NN> END -> its ? !known:3,time|war|home|love|noon|midnight|summer|winter|spring|autumn|nature|luck|fate|magic|art|fun|rain|snow !known:0,if|that|because|think|know|hope|say|said|says|believe|guess|so|although|while|as|since|though|like|whether|until|when|bet|suppose|means|feel|feels|unless
            [ its ] a|an|the|not|very|raining|snowing|time|too|so|important|cold|hot|late|nice|great|easy|difficult|hard|possible|true|my|your|been|going|really|always|been|impossible|better|expensive|beautiful|ok|okay|monday|sunday|friday
            .. -> it is ? !known:1,hot|cold|own|beautiful|important|late|very|expensive|better|time|nice|great|hard|true|really|too|so|always !prevtag:IN|VB|VBD|VBZ|VBP !prev:and|in|of|for|with|on|at
            ^ [ its ] very|too|so|cold|hot|late|nice|great|easy|difficult|hard|time|important|true|better|expensive|beautiful|really|always|getting
            .. -> it is ? !nexttag:NN|NNS|JJ
        """),
        priority=3,
    ),
    Rule(
        id="your-you-are",
        explanation="“Your” shows possession; “you're” means “you are”.",
        example="You're very kind to help us.",
        topic="possessive-adjectives",
        rows=table("""
            [ your ] very|so|too|welcome|right|wrong|late|always|not|going|coming|early|really|kidding|joking|lucky|lying|crazy|beautiful|amazing|the|a|an|my|invited
            .. -> you're ? !nexttag:NN|NNS|VBG|JJ !next:own known:1,very|so|too|welcome|late|not|going|coming|kidding|joking|lying|the|a|an|invited|wrong|right !prevtag:IN|VB|VBP|VBD|VBZ
            ^ [ your ] very|so|really <JJ> -> you're ? !nexttag:NN|NNS
            think|hope|know|if|because|that|when [ your ] right|wrong|late|going|coming|welcome|busy|tired|happy|sick|ready|here|hungry|not|looking|able|sure
            .. -> you're ? !nexttag:NN|NNS
            [ you 're ] car|house|parents|mother|father|name|book|bag|phone|friend|friends|dog|homework|brother|sister|teacher|help|email|letter|keys|opinion|job|room|children|own -> your
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
            ^ [ who 's ] car|phone|book|bag|coat|turn|idea|house|pen|dog|jacket|keys|umbrella|glasses|shoes|job -> whose
            <NN> [ who 's ] car|phone|house|mother|father|parents|name|son|daughter|dog|wife|husband|books|brother|sister -> whose
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
            <JJR> [ then ] -> than ? next:i|you|he|she|we|they|me|him|her|us|them|my|your|his|our|their|the|ever|before|it|this|that|a|last|mine|yours|usual|other|any|most !prev:earlier
            more|less <JJ|RB|NN|NNS> [ then ] -> than ? next:i|you|he|she|we|they|me|him|her|us|them|my|your|his|our|their|the|ever|before|it|this|that|a|last|mine|yours|usual
            [ than ] i|we|he|she|they|you +VBD -> then ? prev:and|, !before:more|less|better|rather|sooner !prevtag:JJR|JJ|RBR
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
            =be|'s|'m|'re|=feel|=look|=get not|n't|much|far|way|just? [ to ] heavy|big|small|late|tired|expensive|old|young|hot|hard|difficult|far|fast|busy|long|short|cold|early|loud|high|tall|lazy|sweet|ill|sick|noisy|spicy|tight|easy|dark|strong|weak|wet|salty|shy|rich|poor|good|bad|dangerous|crowded|many|much
            .. -> too ? !nexttag:NN|NNS
            [ to ] much|many -> too ? !prev:due|thanks|used|according|subject|open|sell|sells|from|attached|amounts|amount|up|apply|speak|given|similar|listen|talk|seemed !prevtag:NN|NNS|JJ|VBN|RB|PRP !next:of has:is|are|was|were|there|have|has|had|eat|ate|drink|drank|'s
            there is|are|was|were|'s [ to ] much|many -> too
            me|you [ to ] END -> too ? !before:want|like|love|need|have|used|going|would|'d|has|asked|told|allowed !before:do|did|does|what|where|who
            =want|need|have|going|=go|=try|=like|=decide|used|=learn [ too ] +VB -> to ? !tag:0,NN !nexttag:CC known:2,go|be|do|have|buy|see|eat|learn|take|make|get|know|visit|work|come|help|play|study|sleep|find|speak|live
            =go|went|come|came [ too ] the|school|work|bed|my|london|a -> to
        """),
        priority=2,
    ),
    Rule(
        id="although-despite",
        explanation="“Despite” stands before a noun or -ing form; before a clause use “although”.",
        example="Although he was ill, he finished the race.",
        topic="linking-contrast-despite-in-spite-of",
        rows=table("""
            [ despite of? ] $subject <VBD|VBP|VBZ|MD> -> although
            [ in spite of? ] $subject <VBD|VBP|VBZ|MD> -> although
            [ despite of? ] the|my|his|her|our <NN|NNS> was|were|is|are <JJ|VBN|VBG|RB> ~4 , -> although
            [ in spite of the|my|his|her|our ] <NN|NNS> was|were <JJ> -> although {3}
            despite of -> despite ? !next:course
            in spite the|my|his|her|our|all|being -> in spite of {2}
            [ although|though ] the|my|his|her|bad|heavy rain|weather|cold|traffic|noise|heat|age|illness|problems|snow , -> despite
            although|though ~9 , [ but $subject|the|my|it ] -> {3:low} ? !has:not first
            even though ~8 , [ but $subject|the|my ] -> {4:low}
            because ~8 , [ so $subject ] -> {3:low} ? first
            since|as ~8 , [ so $subject ] -> {3:low} ? first has:because
            ^ [ even ] i|he|she|we|they was|were|am|is|are|had|have -> even though ? after:,
            ^ [ during ] $subject -> while
            during $subject <VBD|VBP|VBZ> -> while {1} {2}
            during <VBG>&!evening|morning|building|meeting|training|wedding|spring|being the|my|tv|dinner|in|to|at -> while {1} {2}
            during the|my|our|his|her <NN> was|were <VBG> -> while {1} {2} {3} {4}
            [ while ] the|my|our|last <NN|NNS> END -> during ? known:2,lesson|film|war|holidays|holiday|meeting|class|night|exam|summer|winter|flight|concert|weekend|match|dinner|lunch|trip|journey|movie|game
            [ while ] the|my|our|last lesson|film|war|holidays|holiday|meeting|class|night|exam|flight|concert|match|dinner , -> during
        """),
        priority=3,
    ),
    Rule(
        id="other-another",
        explanation="“Another” goes with a singular noun, “other” with a plural one; “others” stands alone.",
        example="Could I have another coffee, please?",
        topic="some-and-any",
        rows=table("""
            others <NNS|people> -> other {1} ? plural:1 prev:the|my|some|many|for|with|and|of|in|to|all|have|like|two|visit|your|his|her|from|help|most|these|those|our|their !prev:unlike
            ^ others <NNS> <VBP|VBD|MD|RB> -> other {1} {2} ? plural:1
            others person|man|woman|student|city|country|day|one -> other {1} ? prev:the|my|your
            others things|people -> other {1}
            =have|want|need|get|buy|like|=try|=find|=see|=take|=open [ other ] coffee|tea|beer|job|question|problem|car|book|way|cup|glass|drink|idea|place|flat|house|day|hotel|restaurant|bottle|piece|phone|chance|dog|cat|one|sandwich|example|appointment|room
            .. -> another ? !prev:no|any|each !tag:0,NN|NNS
            in|at|to|for|on|from [ other ] country|city|day|town|place|school|house|room|job|hotel|shop|way|language|person|time|company|department|part -> another ? !next:than
            [ an other ] -> another
            another <NNS> -> other {1} ? plural:1 !nexttag:NN !known:1,$units !next:of !known:1,minutes|hours|days|weeks|months|years|euros|dollars|pounds|miles|people|headquarters|series|means|species !tag:1,NNP
            another people|children|things|problems|countries|students|cities -> other {1}
            one|two|three other more|else -> {0} other
            each others -> each other
            one to other -> to one another
        """),
        priority=2,
    ),
    Rule(
        id="double-negative",
        explanation="One negative word in a clause is enough.",
        example="I didn't see anybody.",
        topic="some-and-any",
        rows=table("""
            n't|not ~3 [ nobody ] -> anybody ? !nexttag:VBZ|VBD|VBP|MD !next:but !has:if|that|surprise !prev:,
            n't ~3 [ nothing ] -> anything ? !next:but|to|wrong|if|less|short|else !nexttag:VBZ|VBD
            do|does|did|have|has|ca|could|wo not ~3 [ nothing|nobody ] -> anything ? !next:but|to|wrong|if !nexttag:VBZ|VBD
            n't ~3 [ nowhere ] -> anywhere ? !next:near
            n't ~3 [ no one ] -> anyone ? !nexttag:VBZ|VBD|VBP|MD|NN|NNS
            n't <VB|VBN> [ no ] <NN|NNS|JJ> -> any ? !next:reason|doubt|one
            n't =have|get|see|want|buy|know|eat|make|find|need|do|bring|take|drink|read|speak [ no ] -> any ? !next:one|doubt|reason|invite
            n't have|want|need|see|find|know|buy|drink|eat|like [ some ] <NN|NNS> -> any ? !next:of !has:but !question !nexttag:VBN
            ^ i|we|they|you have|bought|need|want|got|know|saw|met [ any ] <JJ>? <NN|NNS> -> some ? !has:n't !has:not !has:if !question !next:that
            ^ he|she has|bought|needs|wants|knows|saw|met [ any ] <JJ>? <NN|NNS> -> some ? !has:n't !has:not !has:if !question !next:that
            have|has|had [ not ] money|time|friends|brothers|sisters|car|house|job|idea|children|problem|problems|homework -> no ? !next:for|to known:1,not !nexttag:NN
            =be|'s [ no ] good|true|possible|important|easy|difficult|necessary|nice|bad|expensive|far|interesting|correct|right|big|small -> not ? nexttag:.|TO|IN|,|RB|CC !nexttag:NN !next:at
            every of -> each of
            have|has|had n't no <NN|NNS> -> {0} n't any {3}
            do|does|did n't never +VB -> never {3}
            have|has|had|ca|wo|could|would n't [ never ] -> ever ? !known:0,ca|wo
            ca|wo n't never -> {0} n't ever
            never ~2 [ nothing ] -> anything ? !next:but|to|wrong|else !nexttag:VBZ|VBD
            never ~2 [ nobody ] -> anybody ? !next:but !nexttag:VBZ|VBD
            nobody|nothing|never do|does|did n't +VB -> {0} {3:VBZ} ? known:1,does|do known:0,nobody|nothing
            nobody|nothing did n't +VB -> {0} {3:VBD}
            nobody|nothing ca|could|wo|would|is|was|has|had n't -> {0} {1} ? !known:1,ca|wo
            nobody ca n't -> nobody can
            nobody wo n't -> nobody will
            without ~2 [ nothing ] -> anything ? !next:but
            without [ no ] <NN> -> any
            hardly ~2 [ nobody|nothing ] -> anybody ? known:2,nobody
            without ~2 [ nobody ] -> anybody
        """),
        priority=2,
    ),
    Rule(
        id="too-either",
        explanation="In negative sentences “too” and “also” become “either”.",
        example="I don't like it either.",
        topic="so-do-i-neither-do-i",
        rows=table("""
            @NP do|does|did|is|are|was|were|am|ca|could|wo|have|has n't ~6 ,? [ too ] END -> either ? !before:if|that !question
            @NP 'm|is|are|was|do|did not ~6 ,? [ too ] END -> either ? !before:if|that !question
            @NP do|does|did|ca|wo n't ~6 [ also ] END -> either
            ^ me neither do -> neither do
            neither i do -> neither do i ? !has:nor
            so i do|am|have|can END -> so {2} i ? first
            neither i do|am|have|can END -> neither {2} i ? first
            me also END -> me too ? first
        """),
        priority=1,
    ),
    Rule(
        id="so-such",
        explanation="“Such” stands before a noun with or without an adjective, “so” before an adjective alone.",
        example="It was such a beautiful day.",
        topic="so-and-such",
        rows=table("""
            so <JJ>&!many|few|much|little|called <NN> -> such a {1} {2} ? singular:2 !nexttag:NN|NNS|VBZ|VBD|VBP prevtag:VBZ|VBD|VBP|VBN|IN|VB !known:2,$uncountable
            so a <JJ> <NN> -> such a {2} {3} ? prevtag:VBZ|VBD|VBP|VBN|IN|VB
            so a <NN> -> such a {2} ? prevtag:VBZ|VBD|VBP|VBN
            so <JJ>&!many|few|much|little <NNS> -> such {1} {2} ? prevtag:VBZ|VBD|VBP|VBN|VB|IN
            so <JJ>&!many|few|much|little $uncountable -> such {1} {2} ? prevtag:VBZ|VBD|VBP|VBN|VB|IN !nexttag:NN|NNS
            such <JJ> that $subject -> so {1} that {3} ? prev:is|was|are|were|'s|am|'m|felt
            such <JJ> END -> so {1} ? prev:is|was|are|were|'s|am|'m|'re|looks|look|felt|feel
            such <RB>&!much that -> so {1} that ? reads:1,ADV
        """),
        priority=2,
    ),
    Rule(
        id="pronoun-form",
        explanation="Subject, object and possessive pronouns have different forms.",
        example="This present is for her.",
        topic="subject-and-object-pronouns",
        rows=table("""
            for|with|to|from|at|about|of|without|near|behind|after|before|between he|she|they|we|i END -> {0} {1:obj} ? !known:0,before|after
            for|with|to|from|at|about|without he|they|we and -> {0} {1:obj} and ? known:1,he|they|we !nexttag:PRP
            with|to|for|between @NP and i END -> {0} {1} and me
            between you and i -> between you and me
            =see|love|know|like|meet|help|call|visit|miss|hate|ask|tell|want|invite|remember|hear he|she|we|they END -> {0} {1:obj} ? tag:0,VB|VBD|VBP|VBZ|VBG|VBN
            =see|love|know|like|meet|call|visit|miss|invite he|they|we every|yesterday|last|very|tomorrow|on|at -> {0} {1:obj} {2} ? tag:0,VB|VBD|VBP|VBZ|VBG|VBN
            ^ me like|love|want|have|am|need -> i {1}
            ^ him|her is|was|has|likes|lives -> {0:subj} {1} ? !known:0,her
            ^ them are|were|have|like -> they {1}
            mine <NN|NNS> -> my {1} ? prevtag:VBZ|VBP|VBD|IN|VB !prev:of !nexttag:NN
            yours|hers|theirs|ours <NN|NNS> -> {0:poss} {1} ? prevtag:VBZ|VBP|VBD|IN|VB|VBN !prev:of
            friend|friends|cousin|colleague of me|him|us|them END -> {0} of {2:mine}
            a friend of me|him|us|them -> a friend of {3:mine}
            hisself -> himself
            theirselves|themself -> themselves
            ourself -> ourselves
            let 's to +VB -> let's {3}
            no touch|open|go|eat|run|talk|smoke|park|use|forget|worry it|this|here|the|that|me|! -> do n't {1} {2} ? first
            i like a coffee|tea|sandwich|pizza|beer|water|juice|glass , please -> i would like a {3} , please
        """),
        priority=2,
    ),
    Rule(
        id="missing-relative",
        explanation="A relative clause has its own pronoun once: “who” or “which”, not repeated by “he” or “it”.",
        example="This is the man who helped me.",
        topic="defining-relative-clauses",
        rows=table("""
            who he|she|they <VBD|VBZ|VBP|MD> -> who {2} ? prevtag:NN|NNS|NNP !before:know|wonder|ask|asked|tell|remember
            that|which it|they <VBD|VBZ|VBP|MD> -> {0} {2} ? prevtag:NN|NNS known:0,which !prevtag:IN !prev:in|on|of
            the film|book|song|house|car|man|woman|girl|boy|letter|food|picture that|which|who i|we|you saw|read|bought|met|know|like|wrote|made|ate|heard it|him|her|them
            .. -> the {1} {2} {3} {4}
            town|city|village|house|country|place|school which i|he|she|we|they was|were|live|lived|work|grew -> {0} where {2} {3} ? !nexttag:IN
            what i need|want|like it is -> what i {2} is
        """),
        priority=2,
    ),
    Rule(
        id="relative-pronoun",
        explanation="“Who” is for people, “which” for things, “that” after “all”, “everything” and the like.",
        example="The man who lives next door is a doctor.",
        topic="relative-pronouns-who-which-that",
        rows=table("""
            people|man|woman|person|boy|girl|child|children|men|women|teacher|doctor|friend|friends|student|students|neighbour|neighbours|somebody|someone|everyone|anyone|cousin|uncle|aunt|brother|sister|guy|driver|actor|singer|boss|player|tourists|nurse
            .. [ which|what ] <VBZ|VBD|VBP|MD|PRP> -> who ? !prev:of !before:ask|asked|know|tell|show|told|wonder
            book|books|film|car|house|city|phone|dog|cat|bag|thing|things|job|restaurant|hotel|table|movie|song|place|train|bus|shop|shoes|letter|computer|museum|country|food|dress|pen
            .. [ who ] is|are|was|were|has|have|goes|costs|makes|i|we|cost|stands -> which ? !known:0,dog|cat|country|city
            book|books|film|car|house|city|phone|dog|bag|thing|things|job|restaurant|hotel|table|movie|song|train|bus|shop|shoes|letter|computer|museum|food|dress|pen|man|woman|people|person
            .. [ what ] is|are|was|were|has|have|i|you|we|he|she|they|my -> that ? !before:ask|asked|know|tell|show|told|wonder|forgot|remember|understand !question
            all|everything|nothing|something|anything|thing|only|first|best [ what ] $subject|is|was|are|happened -> that ? !before:ask|asked|tell|told|show|showed !next:?
            the reason is [ because ] -> that
        """),
        priority=1,
    ),
    Rule(
        id="quite-quiet",
        explanation="“Quite” means “rather”, “quiet” means “without noise”.",
        example="The street is quiet at night.",
        rows=table("""
            [ quiet ] good|big|expensive|a|nice|small|difficult|easy|often|well|interesting|tired|happy|sure|important|different|old|young|cheap|cold|hot|far|late|popular|large|long|beautiful|boring -> quite ? !prev:a|the|very|my
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
            i|we|you|they|he|she [ past ] the|by|my|a|an|his|her|all|me|it -> passed ? !prevtag:VBD|VBP|VBZ|VB|IN|VBG
            i|we|he|she|they|has|have|had|'ve [ past ] the|my|his|her|all|exam|it exam|test|exams|tests|driving -> passed
            years|time|days|weeks|months|hours|bus has|have|had [ past ] -> passed
            =walk|=go|=drive|=run|=ride|=fly [ passed ] the|a|my|our|me|us|it|him -> past
            half|quarter [ passed ] <CD>|$number -> past
            we|they|you|i [ where ] <VBG|JJ|VBN|RB|DT|IN|NN> -> were ? !known:0,i !prevtag:VB|VBP|VBD|VBZ|IN|TO|VBN !next:the|i|my
            we|they|you|children|people|there|parents|friends|students [ where ] very|happy|at|in|not|so|tired|late|all|going|playing|waiting|many|sleeping|born|always|there|here|no -> were ? !prevtag:VB|VBP|VBZ|TO
            ^ [ were ] is|are|do|does|did|can -> where
            ^ [ where ] you|we|they at|in|here|there|late|tired|ill|sick|ready|happy|asleep|with|able|surprised|born -> were ? question
            know|wonder|see|remember|forgot|asked|ask [ were ] $subject -> where
            know|wonder|see|decide|sure|ask|asked|doubt|matter [ weather ] $subject|the|to|or|my|it -> whether
            [ weather ] or not -> whether
            the|bad|good|nice|hot|cold|today|sunny|rainy|lovely [ whether ] is|was|will|forecast|today|'s|END -> weather
            [ hole ] day|world|week|year|night|family|village|book|story|city|house|life|time|class|morning|country|thing|afternoon|summer|month|town -> whole ? prev:the|a|my|our|this|his|her
            big|deep|small|a|black [ whole ] in -> hole
            a|one|two|another|small|big [ peace|peaces ] of -> piece ? !known:0,two
            two|three|four [ peaces|peace ] of -> pieces
            [ piece ] in the world -> peace
            live|lived|living|rest in [ piece ] -> peace
            i|we|they|you|can|could|to|n't|not [ here ] you|the|a|it|me|music|him|her|that|noise|voices|anything|from|about -> hear ? known:0,can|could|n't|to !prev:come|came|live|get
            [ hear ] is|are|'s|comes|you -> here ? first !known:1,you
            over|come|live|is|from|been|am|are|work [ hear ] -> here ? !nexttag:DT|PRP
            =live|came|come|been [ hear ] for|since -> here
            i|we|they|do|n't|to|you|not|did [ now ] what|how|that|where|who|why|the|him|her|if|anything -> know ? known:0,n't|to|not !prev:until|up
            i [ now|no ] that|what|how|where|why|him|her -> know ? first
            i do n't|not [ now|no ] -> know
            i [ thing ] -> think ? next:that|it|so|you|he|she|we|they|the|this|about|is|i|of
            i do n't [ thing ] -> think
            some|many|the|same|good|bad|any|every [ think ] END -> thing ? !known:0,many
            some|many|lot|of|two|these|the [ thinks ] END -> things
            [ by ] a|some|new|the|food|clothes|me|bread|milk|tickets|it -> buy ? prev:to|will|can|could|want|'ll|should|must|n't !prev:to
            want|need|have|going|like|went|wants to [ by ] a|some|new|the|food|clothes|me|bread|milk|it|my -> buy
            [ buy ] car|bus|train|plane|bike -> by ? before:go|goes|went|come|came|travel|travelled|going|travels
            this|last|next|every|one|two|a|per [ weak ] -> week ? !nexttag:NN|JJ !known:0,a|two|one !next:point|spot|and
            very|so|too|feel|felt|am|is|was|'m [ week ] END -> weak
            [ wear ] are|is|do|did|does $subject -> where
            =turn|=switch|=take|=get|=fall|=put|=set|=log [ of ] the|my|your|his|her|it|your|at|course light|lights|tv|radio|computer|phone|bus|train|coat|shoes|hat|jacket|music|bike|plane|television|ladder|alarm|gas|heating|wall|engine -> off
            =turn|=switch it|them|that [ of ] -> off
            [ off ] course -> of ? first
            most|some|all|one|lot|many|kind|cup|glass|because|instead|front|out|part [ off ] the|my|them|us|these|people|tea|coffee|your|water|this|our -> of ? !known:0,all|lot
            everyone|everybody|all|anyone|nobody|day|nothing|every|days [ accept ] me|him|her|us|them|for|sunday|monday|that|my|you|one -> except ? !prev:will !known:0,every
            i|will|to|can|n't|not|we|please|ca|they|she|he [ except ] your|the|my|this|an|a|his|her|their|it|our -> accept ? !known:0,not !before:all|everything|everyone|nothing|nobody
            big|great|bad|good|negative|positive|an|strong|huge|no|some|any|little|harmful|serious [ affect|affects ] on -> effect
            [ effect|effects ] the|my|our|your|his|her|their|us|people|me|you|everyone|health -> affect ? prev:will|can|may|might|could|would|to|not|n't|does|should !prev:the
            has|have|had an|a|no|any [ affect ] -> effect
            [ advice ] me|him|her|us|them|you|people|everyone -> advise ? !prev:some|any|give|gave|the|his|her|good|your|my|of
            i|we|would|'d|will|'ll|to|can|you|could|doctors|they [ advice ] -> advise ? nexttag:PRP|PRP$|DT|TO|IN known:0,i|we|would|'d|will|'ll|can|could
            good|some|any|bad|your|my|his|her|useful|the|of|an|for|give|this|that|much|best|great [ advise ] -> advice ? !prev:can|will|to|would !known:0,for|give
            my|his|her|their|our|your|in|of|his|everyday|daily|modern|real|whole|social|happy|family|better|good [ live ] END -> life ? !known:0,in|of
            my|his|her|our|your|of|the|social|daily|happy|whole|in [ live ] is|was|has|changed|in|will|with|would|and -> life ? known:0,my|his|her|our|your|social|daily|happy|whole
            i|we|they|you [ life ] in|at|with|near|here -> live ? first
            to|n't [ life ] in|with|at -> live ? known:0,to !prev:back|bring|brought|come|came|way|close
            $possessive [ lifes ] -> lives
            [ lifes ] -> lives ? prevtag:VBD|VB|JJ|CD
            i|we|you|to|will|can|could|do|did|n't|not [ loose ] my|your|his|her|our|the|weight|it|a|time|money|everything|hope|this|all|control|their
            .. -> lose ? !prev:let|break|set|cut|a|the
            =go|have [ dessert ] safari|trip -> desert
            in the [ dessert ] -> desert
            for|chocolate|a|ate|sweet|delicious|favourite [ desert ] END -> dessert ? !known:0,a|sweet
            keep|write|kept|wrote|in a|my|her|his [ dairy ] -> diary ? !next:farm|product|products
            [ diary ] products|product|farm -> dairy
            [ brake ] the|my|a|down|up|his|her -> break ? !known:1,a|my !prev:the|hand|foot
            =take|=have|=need a|short|lunch|coffee [ brake ] -> break
            my|his|her|new|some|these|wash|buy|bought|nice|warm|dirty|of|beautiful [ cloths|clothe ] -> clothes
            the|my|his|her [ principle ] of the|my school -> principal
            my|his|old|new|primary|high school|english|favourite [ principle ] -> principal ? known:0,school
            [ chose ] to|between -> choose ? prev:to|can|will|must|could|n't|should|would
            to|can|will|must|could|n't|should [ chose ] -> choose
            [ whit ] -> with
            to|can|will|must|n't|a|could [ meat ] you|him|her|them|my|us|me|at|new -> meet
            eat|eats|ate|of|red|some|like|cook|no [ meet ] END -> meat
            to|can|will|please [ right ] a|an|me|you|to letter|email|message|book|story -> write
            [ sea ] you|him|her|them -> see
            to|can|could|n't|'ll|will [ sea ] -> see ? !prev:next|close|the|go|went|down|go|way|near|trip known:0,can|could|n't|will|'ll
            the|in|by|near|at|go|to the [ see ] END -> sea ? !prev:to
            [ thanks ] god -> thank
            [ thank ] for -> thanks ? first
            sun|earth|son [ raises ] in|at|every|early -> rises ? known:0,sun
            prices|temperature|price|temperatures|costs|rents|rent [ raise|raised ] every|last|again|by|this|a|in -> rise
            [ rise ] your|my|his|her|the hand|hands|voice|salary -> raise
            [ rose ] his|her|my|their|the hand|hands|prices|taxes|voice|salary|salaries|rent|glass -> raised
        """),
        priority=2,
    ),
)

RULES: tuple[Rule, ...] = (*_GENERAL, *VERB_RULES)
