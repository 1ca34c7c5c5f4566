"""Conditionals, wishes, the future after time words, the passive."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

CLAUSE_RULES: tuple[Rule, ...] = (
    Rule(
        id="future-after-time-word",
        explanation=(
            "After “when”, “before”, “until”, “as soon as” and “if” use the present for the future."
        ),
        example="I'll be ready by the time you get here.",
        topic="first-conditional",
        rows=table("""
            when|before|after|until|if|unless|once i|you|we|they [ will|'ll +VB&!excuse|forgive
            ..|follow|let|pardon|wait|take ] -> {3} ? has:will|'ll|please|call|wo|can|must|tell
            ..|going|should !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders
            .. !next:if !question
            when|before|after|until|if|unless|once he|she|it [ will|'ll +VB ] -> {3:VBZ} ?
            .. !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders|matter
            .. !question
            when|before|after|until|if|unless|once the|my|your|his|her|our|their * [ will +VB ] ->
            .. {4:VBZ} ? !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders
            ..|matter !question !plural:2
            by the time i|you|we|they [ will|'ll +VB ] -> {5}
            by the time he|she|it [ will|'ll +VB ] -> {5:VBZ}
            as soon as i|you|we|they [ will|'ll +VB ] -> {5}
            as soon as he|she|it [ will|'ll +VB ] -> {5:VBZ}
        """),
    ),
    Rule(
        id="conditional-would",
        explanation="In an unreal “if” clause use the past form, not “would”.",
        example="If I had more money, I would travel more.",
        topic="second-conditional",
        rows=table("""
            if $subject [ would|'d have +VBN ] -> had {4} ? !has:please
            if $subject [ would|'d be ] -> were ? !known:1,you|i|it|he|she
            if i|he|she|it [ would|'d be ] -> were
            if you [ would be ] -> were ? !next:so|kind|able|willing !has:please
            if $subject [ would have ] -> had ? !nexttag:VBN
            if i|he|she|it|we|they [ would +VB&!like|be|have|prefer|rather ] -> {3:VBD}
            if @NP [ would have +VBN ] -> had {4} ? !tag:1,PRP
            if @NP [ would have ] -> had ? !tag:1,PRP !nexttag:VBN
            if i|you|he|she|we|they had|'d +VBN ~5 , i|you|he|she|we|they [ will have ] -> would
            .. have
            if i [ was ] you -> were
            if $subject [ have|has ] +VBN ~6 , $subject would|'d|could|might have -> had
            if $subject did n't? ~4 , $subject [ will|'ll ] -> would
            if i|we|you|they|he|she won|lived|knew|spoke|found|were ~5 , i|you|he|she|we|they [
            .. will|'ll ] -> would
            would ~6 if i|he|she|we|you [ have|has ] -> had ? !nexttag:VBN|TO !has:like|please
            if @NP [ is ] ~4 , $subject would|'d|could -> were ? !tag:1,PRP
            if i|he|she|it [ am|is|'m ] ~4 , $subject would|'d -> were ? !has:like
            if i|we|they|you [ have ] ~4 , $subject would|'d -> had ? !nexttag:VBN|TO !has:like
            if $subject [ can ] ~4 , $subject would|'d -> could ? !has:like
            if i|you|he|she|we|they had a|more|enough|the <JJ>? <NN|NNS> , i|you|he|she|we|they [
            .. will|'ll ] -> would
            if i|he|she were|was ~3 , i|you|he|she|we|they [ will|'ll ] -> would
            if i|we|they|you had @NP , i|we|they|you +VB&<VBP|VB> -> if {1} had {3} , {5} would
            .. {6} ? !has:always|every
            it is|'s high|about? time $subject [ +VB&!+VBD|+VBZ ] -> {5:VBD} ? !nexttag:.
            it is|'s high|about? time that? $subject [ +VBZ|+VB&!+VBD&<VB|VBP> ] -> {6:VBD}
            would|'d rather you|he|she|they|we [ do|does ] n't -> did
            would|'d rather he|she|they|you [ +VB&!+VBD&<VB|VBP>|<VBZ> ] -> {3:VBD} ?
            .. !known:3,like
            i promise that? i [ +VB&<VB|VBP>&!am|have|do ] -> will {4}
            this time tomorrow ,? $subject will|'ll [ +VB&!be ] -> be {6:VBG}
            by next|tomorrow ~2 ,? $subject will|'ll [ finish|complete|graduate|learn|save|read
            ..|write ] -> have {6:VBN}
            by the end of ~3 ,? $subject will|'ll [ finish|complete|graduate|learn|save|read|write
            .. ] -> have {8:VBN}
            in case $subject [ will|'ll +VB ] -> {4}
            when $subject was|were ~4 , $subject [ have|has|'ve +VBN&!been ] -> {7:VBD}
        """),
        priority=1,
    ),
    Rule(
        id="wish",
        explanation="After “I wish” use a past form for the present, “had” for the past.",
        example="I wish I had more free time.",
        topic="wish-and-if-only",
        rows=table("""
            i wish that? $subject [ have ] -> had
            i wish that? $subject [ has ] -> had
            i wish that? $subject [ can ] -> could
            i wish that? $subject [ will ] -> would
            i wish that? i|he|she|it [ am|is|'m ] -> were
            i wish that? $subject [ are|'re ] -> were
            i wish that? $subject [ do|does ] n't -> did
            i wish that? $subject [ know|knows|live|lives|speak|speaks ] -> {4:VBD}
            he|she wishes that? $subject [ have|has ] -> had
            he|she wishes that? $subject [ can ] -> could
            i wish @NP [ is ] -> were ? !tag:2,PRP
            i wish that? i [ would be ] -> were
            i wish that? i [ would have ] -> had ? !nexttag:VBN
            if only $subject [ have|has ] -> had ? !nexttag:VBN
        """),
        priority=1,
    ),
    Rule(
        id="used-to-habit",
        explanation="A past habit is “used to” and the base form, without “be”.",
        example="I used to play football when I was young.",
        topic="used-to",
        rows=table("""
            $subject [ was|were used to +VB&play|go|live|work|be|have|eat|drink|smoke|read|watch
            ..|visit|swim|walk|spend|think|love|like|do|make|study|run|help|ride|cook|sing ] ->
            .. used to {4} ? has:when|child|young|younger|every|was|years|past|childhood
            did n't used to -> did n't use to
            i|we|they|he|she|you used to +VBG&<VBG> -> {0} used to {3:VB} ? !nexttag:NN !prev:have
            ..|has|are|is|was|were|am|get|not
            @NP used to <VBG>&play|go|live|work|smoke|eat|drink -> {0} used to {3:VB}
            did $subject used to -> did {1} use to
            i|we|they|you|he|she use to +VB -> {0} used to {3} ? !prev:did|n't !has:did
        """),
        priority=4,
    ),
    Rule(
        id="intransitive-passive",
        explanation="This verb has no passive: it takes no object.",
        example="The accident happened near the bridge.",
        topic="passive-present-and-past",
        rows=table("""
            was|were happened|occurred|died|arrived|disappeared|appeared|existed|belonged|fell ->
            .. {1:VBD} ? !before:if
            is|are happened|occurred -> {1:VBD}
            has|have been happened|occurred|arrived|disappeared -> {0} {2}
            is|are happens|depends|consists -> {1}
            is belong|belongs to -> belongs to
            are belong to -> belong to
            is consisted of -> consists of
            was|were exist -> existed
        """),
    ),
    Rule(
        id="missing-passive",
        explanation=(
            "The subject does not do the action here: use the passive, “be” and the participle."
        ),
        example="This castle was built in the twelfth century.",
        topic="passive-present-and-past",
        rows=table("""
            ^ the|this|that|my|our *? castle|church|house|bridge|tower|building|school|temple
            ..|palace|city|museum|wall|hospital|cathedral|mosque|factory|road|station [ built
            ..|founded|destroyed|designed|constructed|completed ] in|by|at|during -> was {3}
            ^ the|this|that|my|our *? book|novel|letter|song|film|picture|painting|poem|report
            ..|play|article|story [ written|painted|made|published|directed|translated|composed
            ..|stolen ] in|by|at -> was {3}
            i|he|she [ born ] in|on|at -> was {1}
            we|they|you [ born ] in|on|at -> were {1}
            i|he|she [ am|'m|is|'s born ] in|on|at -> was born
            @NP [ borned|was borned ] -> was born
            @NP [ is born ] in|on|at <CD> -> was born
            @NP [ has|have born ] -> was born
            i [ have|'ve been born ] -> was born
            english|spanish|french|arabic|it [ speaks|spoken ] in|all -> is spoken
        """),
    ),
    Rule(
        id="past-perfect",
        explanation="What had happened before another past event takes the past perfect.",
        example="When I arrived, the train had already left.",
        topic="past-perfect",
        rows=table("""
            by the time $subject +VBD ~4 , @NP [ already +VBD&!had|was|were ] -> had already
            .. {9:VBN}
            when $subject arrived|came|got|reached|returned ~4 , @NP [ already +VBD&!had|was|were
            .. ] -> had already {7:VBN}
            was|were ~4 because $subject|someone|somebody [ has|have ] +VBN -> had ? !has:now
            was|were ~3 because $subject [ has|have ] been -> had ? !has:now
        """),
    ),
    Rule(
        id="how-long",
        explanation="“How long” about something that still goes on takes the present perfect.",
        example="How long have you known her?",
        topic="present-perfect-continuous",
        rows=table("""
            how long are you|they|we living|working|learning|studying|waiting|playing|driving
            ..|teaching|dating -> how long have {3} been {4}
            how long is he|she|it living|working|learning|studying|waiting|playing|driving
            ..|teaching|raining -> how long has {3} been {4}
            how long do you|they|we know|live|have|own|work|study|learn -> how long have {3}
            .. {4:VBN} ? known:4,know|own|live !nexttag:TO
            how long does he|she know|live|own -> how long has {3} {4:VBN}
            how long are you|they|we married|here|ill|sick|together|in|friends -> how long have
            .. {3} been {4} ? !next:for
            how long is he|she|it married|here|ill|sick|dead -> how long has {3} been {4} ?
            .. !next:for
            i|we|you|they [ am|are|'m|'re ] learning|studying|living|working|waiting|teaching ~5
            .. for $number|<CD>|many|several|a years|months|long|decades -> have been ? !has:will
            he|she [ is|'s ] learning|studying|living|working|waiting|teaching ~5 for
            .. $number|<CD>|many|several|a years|months|long|decades -> has been
            i|we|you|they [ live|work|know|study|teach ] ~4 for $number|<CD>|many|several|a
            .. years|months|long|decades time? END -> have {1:VBN} ? !has:every !has:every
            .. !prev:to|n't|not|that|who
            he|she [ lives|works|knows|studies|teaches ] ~4 for $number|<CD>|many|several|a
            .. years|months|long|decades time? END -> has {1:VBN} ? !has:every
            i|we|you|they [ am|are|'m|'re ] married|here|ill|sick|friends ~3 for
            .. $number|<CD>|many|several|a years|months|weeks|days|long -> have been ? !has:will
            .. !prev:if
            he|she|it [ is|'s ] married|here|ill|sick|dead ~3 for $number|<CD>|many|several|a
            .. years|months|weeks|days|long -> has been
            it [ is|'s ] raining|snowing ~2 for|since -> has been ? !next:reason
            i|we|they|you [ am|'m|are|'re ] waiting ~3 for $number|<CD>|an|half|two
            .. hours|minutes|hour|days -> have been
            he|she [ is|'s ] waiting ~3 for $number|<CD>|an|half hours|minutes|hour|days -> has
            .. been
        """),
        priority=2,
    ),
    Rule(
        id="past-after-when",
        explanation="The story is in the past, so this verb is in the past too.",
        example="When I was a child, I went to the beach every summer.",
        topic="past-simple-irregular-verbs",
        rows=table("""
            when $subject was|were ~5 ,? $subject always|often|never|usually? [
            .. <VBP|VBZ>&!am|is|are|remember|think|still|know|believe ] -> {7:VBD} ? !has:now
            when $subject was|were ~5 , my|our|the <NN|NNS> always|often|never|usually? [
            .. <VBP|VBZ>&!am|is|are|remember|think|still|know|believe ] -> {8:VBD} ? !has:now
        """),
    ),
    Rule(
        id="passive-participle",
        explanation="The passive is “be” and the past participle.",
        example="English is spoken all over the world.",
        topic="passive-present-and-past",
        rows=table("""
            is|are|was|were|be|been speak|write|make|build|steal|break|sell|give|produce|invent
            ..|find|tell|pay|teach|destroy|paint|choose|hold|grow|discover|kill|clean|publish
            ..|invite by|in|all|from|every|at|to|during|last|yesterday|since -> {0} {1:VBN} {2} ?
            .. !has:do
            is|are|was|were wrote|spoke|broke|stole|took|ate|gave|chose|drove|knew|saw|grew|drew
            ..|threw|did|forgot -> {0} {1:VBN} ? !next:and
            be|been|being wrote|spoke|broke|stole|took|ate|gave|chose|drove|knew|saw|grew|drew
            ..|threw|forgot|did -> {0} {1:VBN}
            the|this|that|a house|bridge|road|hospital|school|hotel|library|stadium|museum is
            .. building|repairing|constructing -> {0} {1} is being {3:VBN}
            i|he|she|we|they|it|you 'll|will|can|must|should|would be|get
            .. <VB|VBP>&invite|pay|give|tell|ask|teach|show -> {0} {1} {2} {3:VBN}
            is|are|was|were|be|been +VB&!+VBN by -> {0} {1:VBN} by ? !reads:1,NOUN !reads:1,ADJ
            was|were bite by -> {0} bitten by
            it is|was|'s rain|snow -> it {1} {2:VBG} ? !nexttag:NN|NNS
            was|were took place -> took place
            has|have been died -> {0} died
        """),
        priority=2,
    ),
)
