"""Tenses that the words around them ask for: since, for, yet, how long, while, by the time."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

TENSE_CUES: tuple[Rule, ...] = (
    Rule(
        id="perfect-cue",
        explanation="What began in the past and goes on, or has a result now, is in the perfect.",
        example="How long have you lived here?",
        topic="present-perfect-simple",
        rows=table("""
            how long do|does $subject know|have|live|own|be -> how long {3:have} {3} {4:VBN} ?
            .. !has:usually !has:day
            how long are|is $subject living|working|learning|studying|waiting|playing|teaching
            ..|married|here -> how long {3:have} {3} been {4} ? !has:going
            how long do|does $subject learn|study|work|wait|play|teach here|english|the|this|for|at
            ..|$language|as -> how long {3:have} {3} been {4:VBG} {5} ? !has:usually !has:day
            .. !has:every !has:week
            since when $subject live|know|work|have|study|learn -> how long {2:have} {2} {3:VBN}
            since when do|does|are|is $subject live|know|work|have|study|learn -> how long {3:have}
            .. {3} {4:VBN}
            i|we|you|they did n't +VB ~4 yet END -> {0} have n't {3:VBN} {4} yet
            he|she did n't +VB ~4 yet END -> {0} has n't {3:VBN} {4} yet
            i|we|you|they already <VBD> ~4 twice|times -> {0} have already {2:VBN} {3} {4}
            i|we|you|they never was|were to|in <NNP|DT> -> {0} have never been to {4}
            he|she never was to|in <NNP|DT> -> {0} has never been to {4}
            i|we|you|they was|were never to <NNP> -> {0} have never been to {4}
            i|we|they live|work|know|study|learn|teach|play|drive|own ~5 for
            .. $number|many|several|<CD> years|months|ages END -> {0} have {1:VBN} {2} for {4} {5}
            .. ? !has:every !has:usually !has:will !has:to !has:only !has:each
            he|she lives|works|knows|studies|learns|teaches|plays|drives|owns ~5 for
            .. $number|many|several|<CD> years|months|ages -> {0} has {1:VBN} {2} for {4} {5}
            .. ? !has:every !has:usually !has:will !has:to !has:only !has:each !next:every|each|at
            i|we|they am|'m|are|'re|is|'s living|working|learning|studying|waiting|playing|teaching
            ..|staying|sitting|driving ~5 for $number|many|several|<CD>|a
            .. years|months|ages|hours|hour|weeks|year|month|long END -> {0} have been {2} {3} for
            .. {5} {6} ? !has:going !has:will !has:only
            he|she|it is|'s living|working|learning|studying|waiting|playing|teaching|raining
            ..|sleeping|sitting ~5 for $number|many|several|<CD>|a
            .. years|months|ages|hours|hour|weeks|year|month|long END -> {0} has been {2} {3} for
            .. {5} {6} ? !has:going !has:will !has:only
            i|we|they know|love|like|own|hate @NP since @NP END -> {0} have {1:VBN} {2} since
            .. {4}
            he|she knows|loves|likes|owns|hates @NP since @NP END -> {0} has {1:VBN} {2} since
            .. {4}
            since $subject have|has|'ve|'s moved|started|arrived|come|left|graduated|married|met
            ..|finished|begun|got -> since {1} {3:VBD} ? !prev:ever !next:to
            by the time ~5 <VBD> ~3 , $subject have|has +VBN -> by the time {3} {4} {5} , {7} had
            .. {9} ? !known:4,read
            by the time $subject <VBD> ~3 , $subject <VBD>&left|started|finished|began|closed -> by
            .. the time {3} {4} {5} , {7} had {8:VBN}
            when $subject <VBD> ~3 , $subject have|has already +VBN -> when {1} {2} {3} , {5} had
            .. already {8}
            have|has n't $subject <VBD>&!+VBN -> {0} n't {2} {3:VBN}
            just now have|has $subject +VBN -> just now {2} {3:VBD}
            my|his|her <NN> have|has die|died <CD>|$number|two years ago -> {0} {1} died {4} {5} ago
            it is|'s the first|second|third|fourth time that? $subject <VBP|VB>&!have|'ve|am|are ->
            .. it {1} the {3} time {5} {6} have {7:VBN} ? known:6,i|you|we|they
            it is|'s the first|second|third|fourth time that? he|she <VBZ>&!has|is -> it {1} the
            .. {3} time {5} {6} has {7:VBN}
            <NN|NNS|NNP> <VBD|VBP|VBZ>&left|started|finished|began|closed already when -> {0} had
            .. already {1:VBN} when
        """),
        priority=2,
    ),
    Rule(
        id="continuous-cue",
        explanation="For something in progress use “be” and the -ing form.",
        example="What are you doing at the moment?",
        topic="present-continuous",
        rows=table("""
            what|where|who do|does $subject +VB right? now|today|tonight END -> {0} {2:bepresent} {2}
            .. {3:VBG} {4} {5} ? !known:5,today|tonight !known:3,want|need|know|think|have|live
            what|where|who do|does $subject +VB at the moment -> {0} {2:bepresent} {2} {3:VBG} at the
            .. moment ? !known:3,want|need|know|live
            ^ i <VBG>&+VBG&!being|including|having|going -> i am {1} ? nexttag:DT|PRP$|IN|TO|NN|NNS|RB|JJ
            ^ he|she <VBG>&+VBG&!being|including -> {0} is {1} ? nexttag:DT|PRP$|IN|TO|NN|NNS|RB|JJ|NNP
            ^ we|they|you <VBG>&+VBG&!being|including -> {0} are {1} ?
            .. nexttag:DT|PRP$|IN|TO|NN|NNS|RB|JJ|NNP
            ^ my|the|his|her|our <NN> <VBG> ~4 now|moment|today END -> {0} {1} is {2} {3} {4} ?
            .. !has:is !has:was
            ^ my|the|his|her|our <NNS> <VBG> ~4 now|moment|today END -> {0} {1} are {2} {3} {4} ?
            .. !has:are !has:were
            next|this week|month|year|weekend|monday|summer i|we|they|he|she <VBG> -> {0} {1}
            .. {2} {2:bepresent} {3} ? first
            tomorrow i|we|they|he|she <VBG> -> tomorrow {1} {1:bepresent} {2} ? first
            while i|he|she|it was <VB>&+VB -> while {1} was {3:VBG}
            at the moment ,? i|we|they <VBP>&work|study|read|write|learn|cook|wait|live|watch|look ->
            .. at the moment {4} {4:bepresent} {5:VBG} ? first
            i|he|she|it [ was having ] a|an|two|three|many car|house|dog|cat|bike|flat|brother
            ..|sister|brothers|sisters -> had
            i|he|she [ was liking|wanting|knowing|needing|loving|hating|believing|having ]
            .. a|the|to|that|him|her|it|my car|house|dog|cat|bike|be|go -> {2:VBD}
        """),
        priority=1,
    ),
    Rule(
        id="passive-form",
        explanation="The passive is “be” and the past participle.",
        example="English is spoken in many countries.",
        topic="passive-present-and-past",
        rows=table("""
            english|french|spanish|german|chinese|arabic|portuguese|language|it is|are speaking
            .. in|by|all|everywhere -> {0} {1} spoken {3}
            is|are|was|were making|writing|painting|building|designing|inventing|directing
            ..|producing|discovering|speaking|growing|selling by|of -> {0} {1:VBN} {2} ?
            .. !known:1,speaking|growing|selling !passive
            the|my|this|our|that <NN>&house|bridge|book|film|car|letter|church|castle|school|song
            ..|picture|hotel|museum|road|bike|phone|wallet|window|tower|cake
            .. is|was +VB&!+VBN&build|write|steal|take|break|speak|sell|make|do|draw|sing|eat|drive
            ..|give|find|buy|know|see -> {0} {1} {2} {3:VBN} ? !known:3,do|see
            is|are|was|were|been <VBD>&!+VBN|ate|broke|wrote|stole|took|spoke|gave|drove|chose|hid
            ..|forgot|drew|threw|grew|shook|wore|tore|bit|did|saw by|in|from|to|on|at|last|yesterday
            ..|many|, -> {0} {1:VBN} {2} ? !prev:what|it|and
            ca|can|could|must|should|will|would|may|might n't|not? be <VB>&+VB&!+VBN&!like -> {0} {1}
            .. be {3:VBN} ? pure:3 !reads:3,NOUN !reads:3,ADJ
            must|should|can|will|could|may <VBN>&!+VB by|in|before|at|every -> {0} be {1} {2} ?
            .. tag:1,VBN
            have|has sent|made|built|written|sold|stolen|cancelled|opened|closed|invited to|by|in|at
            ..|because -> {0} been {1} {2} ? prevtag:NNS|NN !known:1,opened|closed !known:2,in
            .. !known:2,at
        """),
        priority=1,
    ),
)
