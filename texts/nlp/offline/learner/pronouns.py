"""Forms of pronouns, relative pronouns, negatives."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.sound_alikes import SOUND_ALIKES

PRONOUNS: tuple[Rule, ...] = (
    Rule(
        id="double-negative",
        explanation="One negative word in a clause is enough.",
        example="I didn't see anybody.",
        topic="some-and-any",
        rows=table("""
            n't|not ~3 [ nobody ] -> anybody ? !nexttag:VBZ|VBD|VBP|MD !next:but
            .. !has:if|that|surprise !prev:,
            n't ~3 [ nothing ] -> anything ? !next:but|to|wrong|if|less|short|else
            .. !nexttag:VBZ|VBD
            do|does|did|have|has|ca|could|wo not ~3 [ nothing|nobody ] -> anything ?
            .. !next:but|to|wrong|if !nexttag:VBZ|VBD
            n't ~3 [ nowhere ] -> anywhere ? !next:near
            n't ~3 [ no one ] -> anyone ? !nexttag:VBZ|VBD|VBP|MD|NN|NNS
            n't <VB|VBN> [ no ] <NN|NNS|JJ> -> any ? !next:reason|doubt|one
            n't =have|get|see|want|buy|know|eat|make|find|need|do|bring|take|drink|read|speak [ no
            .. ] -> any ? !next:one|doubt|reason|invite
            n't have|want|need|see|find|know|buy|drink|eat|like [ some ] <NN|NNS> -> any ?
            .. !next:of !has:but !question !nexttag:VBN
            ^ i|we|they|you have|bought|need|want|got|know|saw|met [ any ] <JJ>? <NN|NNS> -> some
            .. ? !has:n't !has:not !has:if !question !next:that
            ^ he|she has|bought|needs|wants|knows|saw|met [ any ] <JJ>? <NN|NNS> -> some ?
            .. !has:n't !has:not !has:if !question !next:that
            have|has|had [ not ] money|time|friends|brothers|sisters|car|house|job|idea|children
            ..|problem|problems|homework -> no ? !next:for|to known:1,not !nexttag:NN
            =be|'s [ no ] good|true|possible|important|easy|difficult|necessary|nice|bad|expensive
            ..|far|interesting|correct|right|big|small -> not ? nexttag:.|TO|IN|,|RB|CC
            .. !nexttag:NN !next:at
            every of -> each of
            have|has|had n't no <NN|NNS> -> {0} n't any {3}
            do|does|did n't never +VB -> never {3}
            have|has|had|ca|wo|could|would n't [ never ] -> ever ? !known:0,ca|wo
            ca|wo n't never -> {0} n't ever
            never ~2 [ nothing ] -> anything ? !next:but|to|wrong|else !nexttag:VBZ|VBD
            never ~2 [ nobody ] -> anybody ? !next:but !nexttag:VBZ|VBD
            nobody|nothing|never do|does|did n't +VB -> {0} {3:VBZ} ? known:1,does|do
            .. known:0,nobody|nothing
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
            @NP do|does|did|is|are|was|were|am|ca|could|wo|have|has n't ~6 ,? [ too ] END ->
            .. either ? !before:if|that !question
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
        id="pronoun-form",
        explanation="Subject, object and possessive pronouns have different forms.",
        example="This present is for her.",
        topic="subject-and-object-pronouns",
        rows=table("""
            for|with|to|from|at|about|of|without|near|behind|after|before|between he|she|they|we|i
            .. END -> {0} {1:obj} ? !known:0,before|after
            for|with|to|from|at|about|without he|they|we and -> {0} {1:obj} and ?
            .. known:1,he|they|we !nexttag:PRP
            with|to|for|between @NP and i END -> {0} {1} and me
            between you and i -> between you and me
            =see|love|know|like|meet|help|call|visit|miss|hate|ask|tell|want|invite|remember|hear
            .. he|she|we|they END -> {0} {1:obj} ? tag:0,VB|VBD|VBP|VBZ|VBG|VBN
            =see|love|know|like|meet|call|visit|miss|invite he|they|we
            .. every|yesterday|last|very|tomorrow|on|at -> {0} {1:obj} {2} ?
            .. tag:0,VB|VBD|VBP|VBZ|VBG|VBN
            ^ me like|love|want|have|am|need -> i {1}
            ^ him|her is|was|has|likes|lives -> {0:subj} {1} ? !known:0,her
            ^ them are|were|have|like -> they {1}
            mine <NN|NNS> -> my {1} ? prevtag:VBZ|VBP|VBD|IN|VB !prev:of !nexttag:NN
            yours|hers|theirs|ours <NN|NNS> -> {0:poss} {1} ? prevtag:VBZ|VBP|VBD|IN|VB|VBN
            .. !prev:of
            friend|friends|cousin|colleague of me|him|us|them END -> {0} of {2:mine}
            a friend of me|him|us|them -> a friend of {3:mine}
            hisself -> himself
            theirselves|themself -> themselves
            ourself -> ourselves
            let 's to +VB -> let's {3}
            no touch|open|go|eat|run|talk|smoke|park|use|forget|worry it|this|here|the|that|me|!
            .. -> do n't {1} {2} ? first
            i like a coffee|tea|sandwich|pizza|beer|water|juice|glass , please -> i would like a
            .. {3} , please
        """),
        priority=2,
    ),
    Rule(
        id="missing-relative",
        explanation=(
            "A relative clause has its own pronoun once: “who” or “which”, not repeated by "
            "“he” or “it”."
        ),
        example="This is the man who helped me.",
        topic="defining-relative-clauses",
        rows=table("""
            who he|she|they <VBD|VBZ|VBP|MD> -> who {2} ? prevtag:NN|NNS|NNP !before:know|wonder
            ..|ask|asked|tell|remember
            which it is|was|has -> which {2} ? prevtag:NN !prevtag:IN !prev:in|on|of
            the film|book|song|house|car|man|woman|girl|boy|letter|food|picture that|which|who
            .. i|we|you saw|read|bought|met|know|like|wrote|made|ate|heard it|him|her|them -> the
            .. {1} {2} {3} {4}
            town|city|village|house|country|place|school which i|he|she|we|they
            .. was|were|live|lived|work|grew -> {0} where {2} {3} ? !nexttag:IN
            what i need|want|like it is -> what i {2} is
        """),
        priority=2,
    ),
    Rule(
        id="relative-pronoun",
        explanation=(
            "“Who” is for people, “which” for things, “that” after “all”, “everything” and "
            "the like."
        ),
        example="The man who lives next door is a doctor.",
        topic="relative-pronouns-who-which-that",
        rows=table("""
            people|man|woman|person|boy|girl|child|children|men|women|teacher|doctor|friend
            ..|friends|student|students|neighbour|neighbours|somebody|someone|everyone|anyone
            ..|cousin|uncle|aunt|brother|sister|guy|driver|actor|singer|boss|player|tourists|nurse
            .. [ which|what ] <VBZ|VBD|VBP|MD|PRP> -> who ? !prev:of !before:ask|asked|know|tell
            ..|show|told|wonder
            book|books|film|car|house|city|phone|dog|cat|bag|thing|things|job|restaurant|hotel
            ..|table|movie|song|place|train|bus|shop|shoes|letter|computer|museum|country|food
            ..|dress|pen [ who ] is|are|was|were|has|have|goes|costs|makes|i|we|cost|stands ->
            .. which ? !known:0,dog|cat|country|city
            book|books|film|car|house|city|phone|dog|bag|thing|things|job|restaurant|hotel|table
            ..|movie|song|train|bus|shop|shoes|letter|computer|museum|food|dress|pen|man|woman
            ..|people|person [ what ] is|are|was|were|has|have|i|you|we|he|she|they|my -> that ?
            .. !before:ask|asked|know|tell|show|told|wonder|forgot|remember|understand !question
            all|everything|nothing|something|anything|thing|only|first|best [ what ]
            .. $subject|is|was|are|happened -> that ? !before:ask|asked|tell|told|show|showed
            .. !next:?
            the reason is [ because ] -> that
        """),
        priority=1,
    ),
    *SOUND_ALIKES,
)
