"""Question words, auxiliaries of questions and questions inside sentences."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

QUESTION_FORMS: tuple[Rule, ...] = (
    Rule(
        id="question-word",
        explanation="Another question word or form is needed here.",
        example="What is your name?",
        topic="question-words",
        rows=table("""
            ^ which is|are|'s your|his|her|their|the|its name|names|job|address|surname|nationality
            ..|hobby|profession|phone|number|opinion|problem|date|weather -> what {1} {2} {3} ?
            .. !next:of
            ^ what old is|are|was -> how old {2}
            ^ how age -> how old
            ^ what|which age has|have $subject -> how old {2:bepresent} {2}
            ^ how many years has|have|does|do @NP have|got? -> how old is {4} ? known:4,brother
            ..|sister|father|mother|son|daughter|friend|cousin
            what|which kind|type|sort <NN|NNS>&!of -> {0} {1} of {2} ? question
            ^ how is|are called @NP END -> what {1} {3} called
            ^ how is|are @NP called -> what {1} {2} called
            ^ how is|'s|are the name of -> what {1} the name of
            ^ how is|are|was @NP like -> what {1} {2} like
            how does|do|did @NP look|looks like -> what {1} {2} look like
            ^ what does|do @NP look END -> what {1} {2} look like ? !has:at|for
            ^ how to say|write|spell|pronounce|get|go|do|make|use -> how do you {2} ? question
            ^ how say|spell|write|pronounce $subject -> how do {2} {1} ? question
            ^ how you say|spell|write|call|pronounce -> how do you {2}
            ^ how is|are it call -> what is it called
            what|how does it means -> {0} does it mean
            ^ what means|mean @NP END -> what does {2} mean ? question
            ^ what is meaning of? @NP -> what is the meaning of {4} ? question
            ^ what happen|happens|happened with|to @NP -> what happened to {3} ? known:2,with question
            ^ what did happen|happened -> what happened ? question
            ^ who did tell|told|say|said|make|made|give|gave|take|took|write|wrote|break|broke|win
            ..|won|call|called|see|saw|teach|taught|buy|bought|eat|ate|do you|it|him|her|them|the|this
            ..|my|that|your -> who {2:VBD} {3} ? question !next:see !known:3,you
            ^ from where $subject come|comes -> where do {2} come from ? known:2,i|you|we|they
            ^ from where he|she|it come|comes -> where does {2} come from
            ^ from where are|is|was|were @NP -> where {2} {3} from ? question
            ^ from where do|does|did @NP come|get|buy -> where {2} {3} {4} from ? !next:it|that|this
            ^ to where do|does|did|are|is @NP -> where {2} {3} ? question
            ^ at what hour|time|hours -> what time ? known:2,hour|hours
            ^ what hour|hours is it -> what time is it
            ^ what hour|hours do|does|are|is -> what time {2}
            ^ how much hours|people|books|days|years|children|brothers|sisters|students|friends|times
            ..|languages|countries|rooms|cars|apples|eggs|minutes|weeks|months|cats|dogs -> how many
            .. {2}
            ^ how many time|money|water|milk|sugar|coffee|tea|bread|rice|luggage|information|salt
            ..|work|homework|traffic|food|meat|butter|cheese|juice|oil|space|snow -> how much {2} ?
            .. !known:2,time
            ^ how many time do|does|did|have|has|is -> how much time {3} ? !has:week
            how often time -> how often
            how long time -> how long
            ^ how much far|long|old|big|often -> how {2}
            ^ how far is to|from|the -> how far is it {3} ? !known:3,the
            ^ how is|far to the <NN> -> how far is it to the {4} ? known:1,is question
            why not to +VB -> why not {3}
            why not <VBG> -> why not {2:VB} ? question
            shall|should|can|could|will|would|may|must we|i|you|he|she|they to +VB -> {0} {1} {3} ?
            .. question
            what|how about to? go|have|watch|eat|play|meet|see|take|do|buy|make|visit|drink ->
            .. {0} about {3:VBG} ? question
            who|whose book|car|bag|phone|coat|pen|house|dog|keys|shoes is|are this|that|these|those
            .. -> whose {1} {2} {3} ? known:0,who
            ^ who <NN>&bus|train|book|car|film|colour|day|one|room|school|shirt|dress|language|country
            .. <VBZ|VBP|MD|VBD> -> which {1} {2}
            ^ what|which colour|color have|has @NP -> what {1} is {3} ? question
            ^ how do you think about -> what do you think about
            ^ what do you think|feel about of -> what do you {3} of
        """),
        priority=4,
    ),
    Rule(
        id="question-auxiliary",
        explanation="A question needs the auxiliary that fits its verb, before the subject.",
        example="Do you like swimming?",
        topic="present-simple-questions-and-negatives",
        rows=table("""
            ^ are you|they|we like|want|need|know|speak|live|have|think|remember|understand|prefer
            ..|agree|believe|play|study|work|drink|smoke|eat|drive|go|come
            .. <NN|NNS|NNP|VBG|DT|IN|TO|PRP|PRP$|JJ|RB> -> do {1} {2} {3} ? question
            .. !nexttag:VBN !known:3,her|his
            ^ is he|she|it like|want|need|know|speak|live|have|think|remember|understand|prefer
            ..|agree|believe|play|study|work|drink|smoke|eat|drive|go|come
            .. <NN|NNS|NNP|VBG|DT|IN|TO|PRP|PRP$|JJ|RB> -> does {1} {2} {3} ? question !known:2,like
            ^ is|are my|your|his|her|the|our|their <NN> live|work|like|speak|play|study|have|want|know
            ..|go -> does {1} {2} {3} ? question
            ^ are|is my|your|his|her|the|our|their <NNS> live|work|like|speak|play|study|have|want
            ..|know|go -> do {1} {2} {3} ? question
            ^ do|does $subject am|is|are|be? married|tired|hungry|born|interested|bored|scared
            ..|worried|excited|divorced|single|happy|sad|angry|ready|busy|sick|ill|cold|hot|afraid
            ..|sure|late|free|thirsty|okay|right|wrong|alone -> {1:bepresent} {1} {3} ? question
            ^ did $subject be? born|tired|hungry|married|late|happy|sad|sick|ill|busy|ready ->
            .. {1:bepast} {1} {3} ? question
            how|where|what|why|who do|does $subject +VBG -> {0} {2:bepresent} {2} {3} ? question
            why do|does n't $subject <VBD>&!+VB -> why did n't {3} {4:VB} ? question
            where|why|when|how|what are|is|'re $subject live|want|think|know|need|mean|prefer
            ..|believe|understand|spell|say -> {0} {1:do} {2} {3} ? question !known:1,'s
            where|when|what|how are|is|'re $subject go|do|come|work|study|eat|stay|feel|cook|wait|play
            ..|make|drink|wear|look|sit|sleep|leave|arrive|travel|read|write|watch -> {0} {1} {2}
            .. {3:VBG} ? question
            where|when|what|how|why was|were $subject go|do|come|work|study|eat|stay|buy|see|meet|say
            ..|want|know|think|have|like|get|take|make|leave|arrive|live -> {0} did {2} {3} ? question
            ^ was|were $subject go|do|come|work|study|eat|stay|buy|see|meet|say|want|know|have|like
            ..|get|take|make|leave|live|watch|play|sleep -> did {1} {2} ? question
            ^ you|they|we like|speak|live|play|work|understand|have|study|remember|smoke|drink|eat
            .. <NN|NNS|NNP|DT|IN|PRP$|VBG|TO|JJ> ~6 ?&!. -> do {0} {1} {2} {3}? ? !has:, !has:it first
            ^ he|she likes|speaks|lives|plays|works|understands|has|studies|remembers|drinks|eats
            .. <NN|NNS|NNP|DT|IN|PRP$|VBG|TO|JJ|RB> ~6 ?&!. -> does {0} {1:VB} {2} {3}? ? !has:, !has:it
            ^ [ i|we can|could|may ] have|go|come|ask|use|open|sit|take|leave|see|speak|pay|borrow|help
            ..|try|get|join|smoke|close|order|book|play|start|watch -> {1} {0} ? question !has:,
            ^ [ you can|could|will|would ] help|tell|give|show|open|close|pass|repeat|speak|wait|explain
            ..|come|call|lend|send|bring|swim|drive|sing|cook|dance|play|see|hear -> {1} {0} ?
            .. question !has:,
            ^ [ there is|are ] a|an|any|some|many -> {1} there ? question !has:,
            ^ is|are a|an|any|some <JJ>? <NN|NNS> near|here|in|around|on|at|under|behind|for|left ->
            .. {0} there {1} {2} {3} {4} ? question
            ^ there is|are n't? any|some|a <NN|NNS> here|near -> {1} there {3} {4} {5} ? question
            ^ do|does there is|are -> {2} there ? question
            ^ do|does|did have|has|had $subject -> {0} {2} have ? question
            ^ have|has you|they|we|he|she|i to +VB -> do {1} have to {3} ? question known:1,you|they
            ..|we|i known:0,have
            ^ has|have he|she to +VB -> does {1} have to {3} ? question
            ^ how|why|where|when do|does|did can|could|must|should $subject -> {0} {2} {3}
            ^ how|why|where|when|what do|does|did $subject can|could|must|should -> {0} {3} {2}
            ^ where|how|what|when can|could|should|must $subject to +VB -> {0} {1} {2} {4}
            ^ where|how|what|when can|could|should|must i|we to buy|find|get|go|see|do|eat -> {0} {1}
            .. {2} {4}
            ^ did you|he|she|they|we|i have +VBN&!+VB&!had -> have {1} {3} ? known:1,you|they|we|i
            ^ have|has you|they|we|i ever|never? +VBD&!+VBN -> have {1} {2} {3:VBN}
            ^ do|does n't you|they|we <VBD>&!+VB -> did n't {2} {3:VB} ? question
            ^ does you|we|they|i -> do {1} ? question !nexttag:NN
            ^ do he|she|it -> does {1} ? question
            ^ have he|she|it -> has {1} ? question
            ^ has you|we|they|i -> have {1} ? question
            $wh do he|she|it|this|that -> {0} does {2} ? question !known:0,who
            $wh does you|we|they|i|these|those -> {0} do {2} ? question
            $wh have he|she|it -> {0} has {2} ? question
            how much|many does these|those -> how {1} do {3}
            how much|many do this|that|it -> how {1} does {3}
            $wh is|was you|we|they|these|those -> {0} are {2} ? known:1,is question !nexttag:NN
            $wh are he|she|it|this|that|my <NN>? -> {0} is {2} {3} ? question !known:2,my !tag:3,NNS
        """),
        priority=4,
    ),
    Rule(
        id="embedded-question",
        explanation="A question inside a sentence has the order of a statement, after “if” or a "
        "question word.",
        example="I asked him if he wanted some tea.",
        topic="indirect-questions",
        rows=table("""
            asked me|him|her|us|them|you? did he|she|they|we|i|you|it +VB -> asked {1} if {3} {4:VBD}
            asked me|him|her|us|them|you? do|does he|she|they|we|i|you +VB -> asked {1} if {3} {4:VBD}
            asked|ask|asks me|him|her|us|them|you? are|is|was|were|can|could|will|would|have|has|had
            ..|should he|she|they|we|i|you|it -> {0} {1} if {3} {2}
            wonder|wondered|know|remember|sure did|do he|she|they|we|i|you|it +VB -> {0} if {2} {3} ?
            .. !known:1,did prev:i|n't|not|you|they|we|'m
            wonder|wondered|know|remember|sure is|are|was|were|can|will|has|have he|she|they|we|i|it
            .. -> {0} if {2} {1} ? prev:i|n't|not|they|we|'m|'d
            tell me|us do|does|did|is|are|can|will|has|have he|she|they|you|it|we -> {0} {1} if {3} {2}
            .. ? !known:2,do|does|did
            tell me|us does|do this|the <NN> +VB -> tell {1} if {3} {4} {5:VBZ}
            tell me|us does|do he|she|it +VB -> tell {1} if {3} {4:VBZ}
            know|wonder|ask|tell|remember|asked|understand|see|wondered|me|sure
            .. how|where|what|when|why|who much|many|old|far|long|often? is|are|was|were|'s
            .. he|she|it|they|this|that|these|those END -> {0} {1} {2} {4} {3} ? !known:3,'s !first
            .. !known:1,who
            know|wonder|ask|tell|remember|asked|understand|see|wondered|me|sure
            .. how|where|what|when|why much|many|old|far|long|often? can|could|should|must|will|would
            .. he|she|it|they|we|i|you -> {0} {1} {2} {4} {3}
            know|wonder|remember|understand|me|sure|see how|where|what|when|why
            .. much|many|old|far|long|often? do i|you|we|they +VB -> {0} {1} {2} {4} {5}
            know|wonder|remember|understand|me|sure|see how|where|what|when|why
            .. much|many|old|far|long|often? does he|she|it|this|that +VB -> {0} {1} {2} {4} {5:VBZ}
            know|wonder|remember|understand|me|sure|see|asked how|where|what|when|why
            .. much|many|old|far|long|often? did i|you|we|they|he|she|it +VB -> {0} {1} {2} {4} {5:VBD}
            know|wonder|remember|understand|me|sure how much|many cost|costs @NP END -> {0} how {2}
            .. {4} costs
            know|wonder|remember|understand|me|sure what|where means|is @NP END -> {0} {1} {3} {2} ?
            .. known:2,means
            asked|ask|wonder|wondered|know that if|whether -> {0} {2} ? known:0,asked|ask|wondered
            asked|asks|ask that where|what|why|how|when|who -> {0} {2}
            asked|ask me|him|her|us|them that if|whether|where|what|why|how|when|who -> {0} {1} {3}
        """),
        priority=4,
    ),
)
