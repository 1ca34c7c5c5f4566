"""Verbs and fixed expressions that learners confuse: say and tell, make and do, and the like."""

from __future__ import annotations

from texts.nlp.offline.learner.collocations import COLLOCATIONS
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
            [ said ] my|his|her|our mother|father|parents|friend|boss|wife|husband|brother|sister
            ..|teacher that -> told
            [ said ] you that|to|the -> told
            [ say ] you that|the|a|something|about -> tell
            [ told|tell|tells ] that $subject|the|my|it -> said ? known:0,told !prev:was|were|been
            ..|is|are|am|'s|'m|'re|be|has|have|had|'ve
            he|she|they|i|we|who [ told ] : -> said
            =say a|the truth|lie|lies|joke|jokes|story|secret|stories -> tell {1} {2} ?
            .. known:0,say
            said a|the|? truth|lie|lies|joke|story|secret|stories -> told {1} {2}
            says a|the|? truth|lie|lies|joke|story|secret|stories -> tells {1} {2}
            saying a|the|? truth|lie|lies|joke|story|secret|stories -> telling {1} {2}
            say lies|jokes|stories -> tell {1}
            tell hello|goodbye|sorry|hi|yes|something|nothing|anything -> say {1} ?
            .. !known:1,something|nothing|anything
            told hello|goodbye|sorry|hi|yes|no|nothing -> said {1}
            told goodbye|hello to -> said {1} to
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
            can|could|may|might i|we [ lend ] your|a|some|the|one|this|that -> borrow ?
            .. !after:you|him|her|them !next:you
            i [ lent ] a|some|the|this|his|her|money ~4 from -> borrowed
            [ lend ] a|some|the|money|books|it ~3 from -> borrow
            [ lent ] a|some|the|money|books|it|this ~3 from -> borrowed
            [ learn|learns ] me|him|us|them|you to|how|english|the|a|some -> teach ? known:0,learn
            .. !known:1,you !prev:let|help|helps|make|makes
            [ learned|learnt ] me|him|us|them|her to|how|english|the|a|some|everything|many|that
            ..|spanish -> taught
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
            $subject [ remind ] when|that|the|to|my|him|her|how -> remember ? known:0,i|we
            .. !after:of|to|that|me !prev:to
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
            lose the|my|a|his|her|our|their|this last|first|school? bus|train|plane|flight|tram
            ..|ferry|class|lesson|lecture|appointment|meeting -> miss {1} {2} {3} ? !prev:ticket
            lost the|my|a|his|her|our|their|this last|first|school? bus|train|plane|flight|tram
            ..|ferry|class|lesson|lecture|appointment|meeting -> missed {1} {2} {3} ? !nexttag:NN
            losing the|my|a|his|her|our last|first? bus|train|plane|flight|tram|class|lesson ->
            .. missing {1} {2} {3}
            loses the|his|her last|first? bus|train|plane|flight|tram|class|lesson -> misses {1}
            .. {2} {3}
        """),
        priority=3,
    ),
    Rule(
        id="win-beat-earn",
        explanation="We win a game, beat an opponent and earn money by work.",
        example="Our team beat yours in the final.",
        rows=table("""
            =win&<VBD|VB|VBN|VBP> them|him|us|me|her -> beat {1} ?
            .. !nexttag:DT|PRP$|NN|NNS|CD|JJ|IN known:0,won|win
            won|win yours|theirs|ours|hers -> beat {1} ? !has:mine
            our|my|the|your team|brazil|spain|france [ won ] the|? brazil|spain|france|germany
            ..|argentina|italy|england|portugal|champions|opponents -> beat ? !known:2,the
            $subject [ won ] brazil|spain|france|germany|argentina|italy|england|portugal|real
            ..|barcelona -> beat
            =win|gain much|more|little|enough|good money -> earn {1} money ? known:0,win|gain
            .. has:job|work|month|salary|as|teacher|working
            i|we|they|you|to [ win|gain ] <CD> euros|dollars|pounds a|per|every|an
            .. month|hour|week|year -> earn
            he|she [ wins|gains ] ~3 euros|dollars|pounds|money a|per|every|an
            .. month|hour|week|year -> earns
            he|she [ wins|gains ] a|good|much|more|a? lot|good? of? money|salary as|in|at|with|.
            .. -> earns ? !has:lottery|bet|casino|prize|competition
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
            hearing|hear music -> listening to music ? known:0,hearing prev:am|is|are|'m|'s|'re
            ..|like|likes|love|enjoy|enjoys|was|were
            =like|love|enjoy to hear music -> {0} to listen to music
        """),
        priority=3,
    ),
    Rule(
        id="know-meet",
        explanation=(
            "“Know” is a state; when two people see each other for the first time they meet."
        ),
        example="I met my husband at a wedding.",
        rows=table("""
            i|we|he|she|they|$subject first? [ knew ] my|his|her|our|their|him|each best? husband
            ..|wife|girlfriend|boyfriend|friend|partner|other
            .. in|at|on|when|through|last|during|two|three|ten|years|online|<CD> -> met ?
            .. !has:n't|would|if
            where|when|how did $subject first? [ know ] each|your|him|her|them|his -> meet ?
            .. known:5,each|your question
            nice|pleased|happy|glad|good to [ know ] you -> meet ? !nexttag:VBP|VB
            nice|pleased|glad|happy to [ know ] you END -> meet
            know|knows|knew swim|drive|cook|speak|play|read|write|dance|ride|sing|swimming|driving
            ..|cooking -> {0} how to {1:VB} ? !nexttag:VBZ
            know|knows|knew to +VB&swim|drive|cook|speak|play|read|write|dance|ride|sing|use|make
            ..|do|fix|repair -> {0} how to {2}
        """),
        priority=2,
    ),
    Rule(
        id="very-like",
        explanation=(
            "“Very” does not stand before a verb: use “really” or put “very much” at the end."
        ),
        example="I really like this song.",
        topic="adverbs-of-manner",
        rows=table("""
            $subject very like|love|want|enjoy|need|hate|miss|hope|admire|appreciate -> {0} really
            .. {2}
            $subject very likes|loves|wants|enjoys|needs|hates|misses|liked|loved|enjoyed|wanted
            ..|missed -> {0} really {2}
            do|does|did n't very like|want -> {0} n't really {3}
            very much tired|happy|beautiful|good|interesting|difficult|big|small|sad|hungry
            ..|expensive|important|nice|cold|hot -> very {2}
            much happy|tired|beautiful|hungry|sad|angry|busy -> very {1} ?
            .. prev:am|is|are|'m|'s|'re|was|were
            =like|love|enjoy&!<IN> @NP very END -> {0} {1} very much ? tag:0,VB|VBP|VBZ|VBD
            =thank you very -> thank you very much ? !next:much
        """),
        priority=3,
    ),
    Rule(
        id="lie-lay-fall-feel",
        explanation=(
            "These two verbs have forms that look alike: lie, lay, lain and lay, laid, laid; "
            "fall, fell and feel, felt."
        ),
        example="I'm going to lie down for a while.",
        rows=table("""
            to|'ll|will|can|should|must|please|just|n't|and|let's [ lay ] down
            .. for|on|and|.|after|a|because|in|now -> lie ? !has:weapons|arms !known:0,and
            to|'ll|will|can|should|must|please [ lay ] down END -> lie
            to|'ll|will|can|could|like|love [ lay ] on|in the|a|my
            .. sofa|beach|bed|grass|floor|sun|couch -> lie
            is|are|was|were|'s|'m|am|'re [ laying ] on|in|down|there|under -> lying ?
            .. !has:eggs|table|foundations
            he|she|i|we|they [ laid ] down -> lay ? !has:his|her|my|their|arms|weapons|rules|law
            ..|the
            i|he|she|we|they|and|has|have|who [ felt ] down|off|over|from|into
            .. the|my|a|his|her|in|on|of|and|while -> fell ? !known:3,the
            i|he|she|we|they|and [ felt ] down|off|over|into|from the|a|my|his|her stairs|ladder
            ..|bike|tree|horse|chair|bicycle|roof|river|pool|wall|motorbike|bed|water|hole -> fell
            i|he|she|we|they [ felt ] asleep|in|down and|love|at|on|during|in -> fell ?
            .. !next:in|on|at|and known:2,asleep|in
            i|he|she|we|they [ felt ] asleep -> fell
            i|he|she|we|they [ felt ] in love -> fell
            i|he|she|we|they|it [ fell|fall ] tired|happy|sick|ill|sad|better|good|bad|great
            ..|nervous|hungry|very|so -> felt ? known:1,fell !known:2,ill|sick|very|so|sad
            i [ fell ] very|so <JJ> -> felt ? !known:3,ill
        """),
        priority=2,
    ),
    Rule(
        id="trip-travel",
        explanation=(
            "“Travel” is mostly a verb or has no plural; one going and coming back is a trip "
            "or a journey."
        ),
        example="How was your trip to Egypt?",
        rows=table("""
            my|your|his|her|our|their|this|that|last|first|next|long|nice|good|great|the|beautiful
            ..|whole|wonderful [ travel ] to|was|is|in|with|from|took|by|lasted|through|around|.
            .. -> trip ? !prev:after|during|for|of|on !next:insurance|agency|agent|time|expenses
            ..|plans !nexttag:NN !before:will|can|must|n't !known:0,the
            a|one [ travel ] to|in|with|around|by|. -> trip
            a|an good|nice|long|great|beautiful|short|wonderful|interesting|fantastic [ travel ]
            .. -> trip ? !nexttag:NN|NNS
            the [ travel ] to|was|took|lasted -> journey
            a|the|my|her|his|of? [ work ] as|in|at|near|with|that -> job ? known:0,a !nexttag:NN
            .. !next:of
            =find|=look|=get|=have|=need|=want for? a|new|good|an|?
            .. new|good|better|interesting|other? [ work ] END -> job ? known:2,a|an
            for a [ work ] END -> job
            a good|new|better|interesting|difficult|nice|boring [ work ] -> job ?
            .. !nexttag:NN|NNS|IN !next:of|day|-
            two|three|different|many [ works ] END -> jobs ? !before:art|books
        """),
        priority=2,
    ),
    Rule(
        id="fun-funny",
        explanation="“Fun” means enjoyable; “funny” makes people laugh.",
        example="The party was great fun.",
        rows=table("""
            party|holiday|weekend|trip|barbecue|game|concert|day|festival|evening|wedding
            ..|excursion is|was [ very|so|really|really? funny ] -> great fun ? !has:joke|film
            ..|comedy|clown|laugh|laughed|laughing !has:speech
            it was [ very|so|really funny ] and|because $subject danced|enjoyed|played|swam ->
            .. great fun
            =have a? lot? of? [ funny ] END -> fun
            have|had|having [ a funny time ] -> a good time
            have|had [ a very good|great fun ] -> great fun
        """),
        priority=2,
    ),
    *COLLOCATIONS,
)
