"""Prepositions of fixed phrases: time, place, means and ways of speaking."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

PHRASES: tuple[Rule, ...] = (
    Rule(
        id="place-preposition-phrase",
        explanation="This place goes with another preposition.",
        example="There is a picture on the wall.",
        topic="prepositions-of-place",
        rows=table("""
            in a|the|my|his|her|our|this|that|your <JJ>? party|wedding|concert|conference
            ..|funeral|reception -> at {1} {2} {3} ? !nexttag:NN|NNS !before:interested|included
            ..|believe|role|part|people|guests|invited|mistake|fun|everyone|interest|place|involved
            in|on the traffic lights|light -> at the {2} {3}
            =live in <CD> <NNP|NN> street|road|avenue|lane -> {0} at {2} {3} {4}
            =live in <CD> <NNP> <NNP> -> {0} at {2} {3} {4} ? known:4,street|road|avenue|lane
            in|at the left|right END -> on the {2}
            in|at the left|right of|side -> on the {2} {3}
            in|at the left|right hand -> on the {2} {3} ? nexttag:NN
            in|at the ground|first|second|third|fourth|fifth|sixth|top floor -> on the {2} {3}
            in|at the second|third|fourth|fifth|sixth|top floor -> on the {2} {3}
            in|at tv|television -> on {1} ? !nexttag:NN|NNS !before:interested|work|works|worked
            in|at the tv|television|radio|internet|phone|telephone -> on the {2} ? !nexttag:NN|NNS
            ..|VBD|VBZ !before:interested|look|looked|looking|laugh|shout|shouted|battery|dust
            in page <CD> -> on page {2}
            in|at the page <CD>? -> on page {3} ? tag:3,CD
            in|at the wall|floor|ceiling|roof|grass -> on the {2} ? !nexttag:NN|NNS
            .. before:picture|clock|poster|mirror|lamp|map|painting|spider|fly|sit|sits|sat|sitting
            ..|sleep|sleeps|slept|lie|photo|calendar|write|wrote|hang|hung|there
            in|at the bus|train|plane|tram|ferry|ship|metro END -> on the {2} ? !before:arrive
            ..|arrived|look|looked|looking|seat|seats|people|problem|fire|smell|wave|waved|shout
            in a|the beach -> on {1} beach ? !nexttag:NN|NNS !before:interested
            in an|the island -> on {1} island ? known:1,an
            in a|the farm -> on {1} farm ? !nexttag:NN|NNS
            in home END -> at home
            in home alone|all|with|because|and|today|yesterday|on -> at home {2} ?
            .. !prev:work|works
            in|on the bus stop -> at the bus stop
            on|in the top|bottom of the|this|that page|hill|stairs|mountain|list|street ->
            .. at the {2} of {4} {5} ? known:0,in
            on|at the middle of -> in the middle of
            in|on the corner of the street -> at the corner of the street ? known:0,in
            on|at the mirror|sky|picture|photo -> in the {2} ? !nexttag:NN|NNS
            .. !before:look|looked|looking|looks|stare|stared|point|pointed|laughed|laugh|shout
            ..|throw|focus|based|shoot
            in|into the table|chair|desk|sofa END -> on the {2} ? known:0,in !known:2,sofa
            on|in class|prison|hospital|bed -> in {1} ? known:0,on !nexttag:NN|NNS
            under the rain -> in the rain
            under|in the sun END -> in the sun
            near to|of the|my|our|a|here -> near {2} ? known:1,of
            next of|from the|my -> next to {2}
            next the|my|our|her|his bank|station|school|church|cinema|park|house|hotel|window
            ..|door|supermarket|museum|library|post|hospital|river|restaurant|theatre|bridge ->
            .. next to {1} {2}
            in front the|my|our -> in front of {2}
            in front to|from -> in front of
            behind of -> behind
            opposite to|of the -> opposite the
            inside of|in the -> inside the
            outside from|to the -> outside the
            far of -> far from ? !prev:so|by|as
            close from|of -> close to ? !nexttag:VB
            between $number and -> between {1} and
            =go|travel|drive|fly|move in $plain_country -> {0} to {2} ? !prev:has
            .. !nexttag:NN|NNP known:0,go|travel|fly|move|went|travelled|moved|flew|goes
            =go|went in the? bed -> {0} to bed
            =go|goes|went|gone|going in the? beach|school|university -> {0} to {2} {3} ?
            .. !tag:0,VBN
            =come|came to here -> {0} here
            to here|there END -> {1} ? known:1,here prevtag:VB|VBP|VBZ|VBD|VBG|RB
            =go to there -> {0} there
            =go to abroad|downtown|upstairs|downstairs|outside|inside -> {0} {2}
            go|goes|going|went|come|came|get|gets|got work|school|bed END -> {0} to {1} ?
            .. !prev:let !tag:0,NN
            go|goes|going|went|come|came|get|gets|walk|walks|drive|drives work|school|bed
            .. at|on|by|every|in|early|late -> {0} to {1} {2} ? !tag:0,NN
            arrive|arrives|arrived|arriving home to -> {0} home ? !nexttag:VB|DT
            arrive|arrives|arrived|arriving the|my|our|your hotel|station|airport|school|office
            ..|beach|hospital|cinema|restaurant|bank|theatre -> {0} at {1} {2} ? !before:moment|when|after
            arrive|arrives|arrived $plain_country|<NNP> -> {0} in {1} ? !nexttag:NNP|POS
            .. known:1,$plain_country
            =stay the|my|a|our hotel|house|hostel|campsite -> {0} at {1} {2}
            =sit the|a|my chair|sofa|table|floor|bench -> {0} on {1} {2} ? !known:2,table
            =live $plain_country -> {0} in {1} ? !prevtag:DT|JJ
            born $plain_country -> born in {1}
            born <CD> -> born in {1} ? year:1
        """),
    ),
    Rule(
        id="time-preposition-phrase",
        explanation="This time goes with another preposition.",
        example="I have an appointment on Tuesday.",
        topic="prepositions-of-time-in-on-at",
        rows=table("""
            have|has|had|got an appointment|exam|interview|lesson|meeting|test|class|party $day ->
            .. {0} {1} {2} on {3} ? !nexttag:NN
            have|has|had|got a appointment|exam|interview|lesson|meeting|test|class|party $day ->
            .. {0} {1} {2} on {3} ? !nexttag:NN
            at|on the morning|afternoon|evening END -> in the {2}
            at|on the mornings|afternoons|evenings -> in the {2}
            in|at weekdays -> on weekdays
            at|in the $day -> on {2} ? !nexttag:NN|NNS !next:of
            at|on $month&!may|march END -> in {1}
            in|on sunrise|sunset|dawn|midnight|noon|lunchtime|night -> at {1} ? !nexttag:NN|NNS
            .. !prev:based !next:school
            in|on breakfast|lunch|dinner END -> for {1} ? prevtag:NN|NNS|PRP known:0,in
            on|at free time -> in {1} {2}
            on|at my|your|his|her|our|their free|spare time -> in {1} {2} {3}
            on|at the past|future END -> in the {2} ? !before:look|looks|looked|looking
            on|at the past|future ,|i|we|he|she|they|people -> in the {2} {3}
            on|in the same time -> at the same time ? known:0,in
            in|on that time -> at that time ? !next:we've|frame known:0,on
            on|at childhood -> in childhood
            on|at my|his|her childhood|youth -> in {1} {2}
            on|in the meanwhile -> in the meantime
            before two|three|four|five|ten|many|some|a days|years|weeks|months|week|month|year
            .. END -> {1} {2} ago ? before:arrived|came|went|bought|saw|met|left|started|moved
            ..|died|married
            before $number days|years|weeks|months i|we|he|she -> {1} {2} ago {3} ? first
            during $number|<CD> $units -> for {1} {2}
            during a|many|several week|month|year|years|hours|weeks|months|days -> for {1} {2}
            during all the|my -> during the whole ? known:2,the nexttag:NN
            during i|we|he|she|they|you was|were|am|is|are -> while {1} {2}
            in the end of -> at the end of
            until|till now END -> so far ? has:have|'ve|has known:0,until|till
            to the end of the month|week|year -> by the end of the {5} ? has:must|finish|need
            must|have|has|need to? finish|pay|send|submit|return|give|complete|bring @NP
            .. until $day|tomorrow|friday|next|the -> {0} {1} {2} {3} by {5} ? !prev:not
            finish|pay|submit|return|complete @NP until $day|tomorrow|next -> {0} {1} by {3} ?
            .. before:must|should|have|has|need|needs|to !tag:0,VBD
            since ago -> ago
            from $month|$day END -> since {1} ? before:have|has|'ve !has:until|to
            =be|'ve|'s ~4 from $number|two|many years|months -> {0} {1} for {3} {4} ?
            .. has:have|has|'ve !prev:not
        """),
    ),
    Rule(
        id="phrase-preposition",
        explanation="This is a fixed phrase with another preposition.",
        example="On the other hand, flats are expensive.",
        topic="verb-preposition-combinations",
        rows=table("""
            in|by|from|at the other hand -> on the other hand ? !known:0,from
            in|by one hand -> on the one hand
            in|by|at|to the contrary -> on the contrary ? known:0,in|by|at
            in|at contrary -> on the contrary
            for|on|to|at|with my opinion -> in my opinion
            according to|with my opinion -> in my opinion
            according with|on|from|for|at -> according to
            according the|my|a|this -> according to {1}
            in|for average -> on average
            in|with|by purpose END -> on purpose
            by|as|like example -> for example ? known:0,by|as
            by|as|like instance -> for instance
            on|for mistake -> by mistake ? known:0,on
            for|on chance -> by chance ? known:0,for
            on|by|in first i|we|he|she|they|it|, -> at first {2} ? known:0,on|in
            in|on least -> at least
            in|on last END -> at last ? known:0,in
            by this|that way -> in {1} way ? !next:,
            with|on this|that way END -> in {1} way ? known:0,with
            with a loud|low|quiet|soft voice -> in a {2} voice
            in|by foot -> on foot
            with|by feet -> on foot ? known:0,by
            by the car|bus|train|plane|bike|taxi END -> by {2} ? before:go|went|goes|came|travel
            ..|travelled|going|come|comes|travels
            =go|come|travel|arrive|get @NP? with car|bus|train|plane|bike|tram -> {0} {1} by {3}
            with car|bus|train|plane|tram -> by {1} ? !prev:filled|covered|full|accident
            in|on the car|bus|train END -> {0} the {2}
            with|in the? phone END -> on the phone ? before:talk|talking|talked|speak|speaking
            ..|spoke !known:0,in
            in|for|with holiday|holidays END -> on holiday ? prev:am|is|are|was|were|'m|'re|go
            ..|went|going|goes|gone|'s known:0,in|for
            in|at vacation|strike|business|duty -> on {1} ? prev:am|is|are|was|were|'m|'re|go
            ..|went|going|goes|'s|here|away|travel|travels|travelled|there
            on|at danger|love|trouble|pain|secret|public|private -> in {1} ? known:0,on|at
            .. prev:am|is|are|was|were|'m|'re|'s|be|live|lived|met|fall|fell
            in|at fire END -> on fire ? prev:is|was|are|were|house|caught
            in|at diet -> on a diet
            in|at sale END -> on sale ? prev:is|was|are|were
            because of it|he|she|they|we|i is|was|am|are|were|had|has|have|did|do -> because {2}
            .. {3}
            because of|from it|he|she|they|we|i <VBZ|VBD|VBP> -> because {2} {3}
            because the|my|his|her|our|this|that <JJ>? <NN|NNS> END -> because of {1} {2} {3}
            because <JJ>? rain|snow|weather|traffic|noise|illness|work END -> because of {1} {2}
            because from|for the|my -> because of {2}
            thanks of|for god -> thanks to god ? known:1,of
            despite of -> despite
            in spite the|my|his|her|of? -> in spite of {2} ? !next:of !known:2,of
            inspite of -> in spite of
            instead to +VB -> instead of {2:VB}
            instead +VB&!of -> instead {1}
            except of|from -> except ? known:1,of
            apart of -> apart from
            due of -> due to
            in case if -> if ? first
            in spite of of -> in spite of
            together to -> together with ? nexttag:PRP|PRP$|DT
            everyone|everybody|someone|somebody|anyone|nobody of my|our|the|his|her
            .. family|class|team|group|village|office|town|school|company|city -> {0} in {2} {3}
            film|book|story|programme|documentary|song|movie of a|the|two|an <NN|NNS|JJ> -> {0}
            .. about {2} {3} ? prev:a|the|an|interesting|good|great known:2,two
            go|goes|went|gone|going up|down of <CD>|ten|five|twenty -> {0} {1} by {3}
            =increase|rise|fall|drop|decrease|grow of <CD>|ten|five|twenty -> {0} by {2} ?
            .. tag:0,VBD|VBN|VBZ|VB|VBP !prevtag:DT|JJ
            it is|was|'s very|so|really? nice|kind|good|clever|generous|rude|stupid|silly from|by
            .. you|him|her|them -> it {1} {2} {3} of {5}
            ^ think in|on the|your|our|future|what -> think about {2} ? !next:box|way
            tired|bored|sick from <VBG> -> {0} of {2} ? !nexttag:TO|DT !known:0,sick
            =get|=be rid off|from|out -> {0} rid of
            =take care about|for|from|on|after -> {0} care of ? !next:it's
            =take care me|him|her|them|my|his|the -> {0} care of {2}
            =make fun at|about|with|on|from -> {0} fun of
            =pay attention on|at|in|for|the|me -> {0} attention to {2} ? known:2,on|at|in|for
            =get|=be used with|of|at -> {0} used to ? known:1,used !nexttag:VB
            =share @NP to me|us|him|them|her|you -> {0} {1} with {3}
            =prefer @NP than|over|from @NP END -> {0} {1} to {3} ? known:2,than|from
            =prefer <VBG> than|over|from <VBG> -> {0} {1} to {3}
            =apply to a|the|this job|position|visa|passport|licence|loan|post -> {0} for {2} {3}
            =apply a|the|this job|position|visa|passport|licence|loan|post -> {0} for {1} {2}
            =ask help|information|advice -> {0} for {1} ?
            .. tag:0,VB|VBP|VBD|VBZ|VBG
            =ask to? the|a waiter|boss|teacher for -> {0} {2} {3} for
            =ask the bill|menu|price|way END -> {0} for the {2} ? !known:2,way|price
            =thank|thanks you of|about|by -> {0} you for ? !next:all
            thanks of|about your|the -> thanks for {2}
            =look after to -> {0} after
            =look forward the|your|my|our|to? <NN|NNS> -> {0} forward to {2} {3} ? !known:2,to
            =look forward <VBG> -> {0} forward to {2}
            =look forward your|the|my <NN|NNS|VBG> -> {0} forward to {2} {3}
            =succeed to pass|get|find|win|finish|make -> {0} in {2:VBG}
            =congratulate @NP for|about|with -> {0} {1} on
            =provide|supply me|us|them|him|her|you a|the|some <NN|NNS> -> {0} {1} with {2} {3}
            =remind me|us|him|her|them|you about|to|from my|the|a|his|her|our
            .. <NN>&mother|father|childhood|sister|brother|country|time|day|house|grandmother|home
            .. -> {0} {1} of {3} {4}
            =borrow @NP to my|his|her|me|him|our|the -> {0} {1} from {3} ? !tag:1,PRP
            =learn|study something of my|the -> {0} something from {3}
            =buy|=get @NP of my|the shop|market|supermarket -> {0} {1} from {3} {4} ? known:4,shop
            ..|market|supermarket
            made from wood|plastic|glass|metal|gold|silver|leather|stone|cotton -> made of {2}
            made with|by wood|plastic|glass|metal|gold|silver|leather|stone|cotton -> made of {2}
            written|painted|directed|built|invented|discovered from|of <NNP> -> {0} by {2} ?
            .. passive known:1,from
            written|painted|directed from the|a|my|his -> {0} by {2} ? passive known:0,directed
            ..|written !next:perspective|point|age|heart|beginning|start
            with the help from|by -> with the help of
            on|in the phone number -> the phone number
            who|whose this|that|these|those <NN|NNS> belong|belongs END -> {0} {1} {2} {3} to
            ^ who do|does @NP belong END -> who {1} {2} {3} to
            what time|when do|does|did $subject get|go work|school|bed END -> {0} {1} {2} {3} {4}
            .. to {5} ? !known:0,when
            =speak|talk the|my|your|a
            .. manager|teacher|boss|doctor|director|police|receptionist|neighbours|headteacher ->
            .. {0} to {1} {2} ? tag:0,VB|VBP|VBD|VBG|VBZ !nexttag:NN
            looking my|his|her|our|their|your keys|key|glasses|phone|wallet|bag|passport|dog|cat
            ..|job|hat|umbrella|coat|book|shoes -> looking for {1} {2}
            looking a|an job|flat|apartment|house|hotel|room|present|book -> looking for {1} {2}
            looked|look my|his|her keys|glasses|wallet -> {0} for {1} {2} ? !prevtag:TO
            fall|fell|falls love -> {0} in love
            good|bad|terrible|great|brilliant|better in
            .. maths|mathematics|english|science|sports|sport|languages|history|geography|physics
            ..|chemistry|cooking|drawing|singing|dancing|football|tennis|swimming|music|art -> {0}
            .. at {2} ? prev:am|is|are|was|were|very|not|so|really|'m|'s|be|quite|pretty|too|n't
            ..|'re|always|also
            good|kind|nice|rude|polite|cruel|mean|friendly|unkind with
            .. me|him|her|us|them|everyone|everybody|people|animals -> {0} to {2} ?
            .. !known:0,good|friendly
            angry|annoyed|cross|furious on|to|against me|him|her|us|them|you|my -> {0} with {2}
            married|engaged with -> {0} to ? !known:0,married
            =be sorry of -> {0} sorry about ? known:1,sorry
            similar|different as|than the|my|his|her|mine|yours|ours|last -> {0} to {2} ?
            .. known:0,similar
            same like|with|than|that my|yours|mine|his|hers|ours|last|me|him|her|them -> same as
            .. {2} ? prev:the
        """),
    ),
)
