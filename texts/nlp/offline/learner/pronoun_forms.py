"""Forms of pronouns and possessives, double negatives, adverbs and adjectives."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

PRONOUN_FORMS: tuple[Rule, ...] = (
    Rule(
        id="pronoun-case",
        explanation="Subject pronouns stand before the verb, object pronouns after it and after "
        "prepositions.",
        example="I saw her at the station.",
        topic="subject-and-object-pronouns",
        rows=table("""
            saw|met|called|helped|know|like|love|told|asked|gave|invited|see|hate|visited|married|miss
            ..|loves|likes|knows|phoned|heard|watched|understand|remember|need|needs|want|wants
            .. i|he|she|we|they in|at|on|to|with|for|because|yesterday|last|very|a|every|so|and|every ->
            .. {0} {1:obj} {2} ? prevtag:PRP|NN|NNP|NNS|MD|RB|TO !known:0,want
            saw|met|called|helped|know|like|love|told|asked|gave|invited|see|hate|visited|married|miss
            ..|loves|likes|knows|phoned|heard|watched|understand|remember|need|needs he|she|we|they END
            .. -> {0} {1:obj} ? prevtag:PRP|NN|NNP|NNS|MD|RB|TO !question
            with|for|to|from|about|of|at|behind|near|without|by|between|after he|she|we|they|i END ->
            .. {0} {1:obj} ? !known:0,after|of|than !prev:and !question
            with|for|to|from|about|at|behind|near|without he|she|we|they|i and|to|in|at|on|yesterday
            ..|every|because -> {0} {1:obj} {2} ? !known:2,in|at|on
            ^ me and my|his|her <NN|NNS> -> my {3} and I ? known:2,my
            ^ my <NN|NNS> and me <VBP|VBD|VBZ|MD> -> my {1} and I {4}
            ^ me and <NNP> <VBP|VBD|VBZ|MD> -> {2} and I {3}
            ^ him and his|my|the <NN> <VBP|VBD|VBZ|MD> -> he and {2} {3} {4}
            ^ her and her|my|the <NN> <VBP|VBD|VBZ|MD> -> she and {2} {3} {4}
            ^ him is|was|has|likes|lives|works|goes|can|will -> he {1}
            ^ her is|was|has|likes|lives|works|goes|can|will -> she {1} ? !next:by
            ^ them are|were|have|like|live|work|go|can|will -> they {1}
            ^ us are|were|have|like|live|work|go|can|will -> we {1}
            ^ me am|like|have|live|work|go|can|want|is -> I {1} ? !known:1,is
            me is -> i am ? first
            that|this|it book|bag|car|phone|pen|house|coat|dog? is|'s my|your|her|our|their END -> {0}
            .. {1} {2} {3:own}
            is|are this|that|these|those <NN|NNS>? my|your|our|their END -> {0} {1} {2} {3:own} ?
            .. question
            is|are this|that|these|those mine|yours|hers|ours|theirs <NN|NNS> -> {0} {1} {2:poss} {3}
            this|that|these|those|it is|are|'s mine|yours|hers|ours|theirs <NN|NNS> -> {0} {1}
            .. {2:poss} {3}
            <DT|CD|NN> friend|friends|colleague|cousin|neighbour of me|him|us|them|you END -> {0} {1}
            .. of {3:mine}
            a friend|colleague|cousin|neighbour of me|him|us|them|my|your|her END -> a {1} of {3:own} ?
            .. known:3,my|your|her
            your 's -> yours
            her 's -> hers ? nexttag:.
            our 's -> ours
            their 's -> theirs ? !nexttag:NN
            their 's <NN> -> their {2}
            theirs <NN|NNS> -> their {1} ? !prevtag:VBD|VBP !next:is|are !prev:of|than|is|are|was|to
            .. !known:1,work
            hers <NN|NNS> is|are|was -> her {1} {2} ? !prev:of|than
            hisself -> himself
            theirself|theirselves|themself -> themselves
            ourself -> ourselves
            =enjoy us|them|me|him END -> {0} {1:self}
            =enjoy us|them|me|him at|in|very|a -> {0} {1:self} {2} ? !known:2,very|a
            my|his|her mother|sister|wife|aunt|grandmother|daughter|girlfriend|niece|grandma|mum|mom
            .. loves|likes|sold|bought|lost|cleans|cleaned|drives|washes|broke|forgot|has|visited
            ..|called|left|found|washed|took|misses|invited|wrote
            .. his <NN|NNS> -> {0} {1} {2} her {4} ? !before:he|him|husband|son|brother first
            my|his|her father|brother|husband|uncle|grandfather|son|boyfriend|nephew|grandpa|dad
            .. loves|likes|sold|bought|lost|cleans|cleaned|drives|washes|broke|forgot|has|visited
            ..|called|left|found|washed|took|misses|invited|wrote
            .. her <NN|NNS> -> {0} {1} {2} his {4} ? !before:she|wife|daughter|sister|mother first
            .. !known:0,her
            <NNP>&maria|anna|sara|sarah|lucy|emma|julia|laura|marta|elena|sofia|alice|mary|kate|jane
            .. <VBZ|VBD> with|to|in|at|and? his <NN|NNS> -> {0} {1} {2} her {4} ? !before:he|him first
            <NNP>&tom|john|peter|paul|david|ali|carlos|pedro|marco|ivan|mark|james|jack|omar|luis
            .. <VBZ|VBD> with|to|in|at|and? her <NN|NNS> -> {0} {1} {2} his {4} ? !before:she first
            this is|was the <NN>&car|house|book|room|bag|phone|dog|flat of my|his|her|our|your
            .. father|mother|brother|sister|friend|teacher|boss|uncle|aunt|cousin|wife|husband END ->
            .. this {1} {5} {6} 's {3}
            the <NN>&car|house|book|room|bag|phone|dog|flat|name|birthday of my|his|her|our|your
            .. father|mother|brother|sister|friend|teacher|boss|uncle|aunt|cousin|wife|husband
            .. is|was -> {3} {4} 's {1} {5} ? first
        """),
        priority=2,
    ),
    Rule(
        id="possessive-s",
        explanation="Possession is shown by “’s” after the owner.",
        example="This is my brother's car.",
        topic="possessive-s",
        rows=table("""
            my|his|her|your|our|their brothers|sisters|mothers|fathers|friends|daughters|sons|teachers
            ..|bosss|neighbours|husbands|wifes|uncles|aunts|cousins|grandmothers|grandfathers|girlfriends
            ..|boyfriends husband|wife|car|house|school|name|birthday|job|phone|room|bag|book|dog|cat
            ..|flat|boss|wedding|teacher|mother|father|son|daughter|baby|computer|office|bike -> {0}
            .. {1:sg} 's {2} ? !next:and
            my|his|her|your|our|their brother|sister|mother|father|friend|daughter|son|teacher|boss
            ..|neighbour|husband|wife|uncle|aunt|cousin|grandmother|grandfather|girlfriend|boyfriend
            .. car|house|name|birthday|job|phone|room|bag|book|dog|cat|flat|wedding|computer|office|bike
            ..|shoes|clothes|keys|glasses|children|parents|friends|family -> {0} {1} 's {2} ?
            .. !prevtag:IN|VB|VBD|VBZ|VBP !prev:show|give|gave|lend|lent
            this|that|it|these is|'s|are my|his|her|your|our|their
            .. brother|sister|mother|father|friend|daughter|son|teacher|boss|neighbour|husband|wife
            ..|uncle|aunt|cousin|grandmother|grandfather|girlfriend|boyfriend
            .. car|house|name|birthday|job|phone|room|bag|book|dog|cat|flat|wedding|computer|office|bike
            ..|shoes|clothes|keys|glasses|children -> {0} {1} {2} {3} 's {4}
            my|your|our|his|her|their parents house|car|flat|garden|room|names|wedding|bedroom ->
            .. {0} parents' {2}
            childrens' -> children's
            mens' -> men's
            womens' -> women's
            peoples' -> people's
        """),
        priority=3,
    ),
    Rule(
        id="one-negative",
        explanation="One negative is enough in an English clause.",
        example="I don't have anything to do.",
        topic=None,
        rows=table("""
            do|does|did|ca|could|wo|would|is|are|was|were|have|has|had|should n't|not
            .. <VB|VBN|VBP>? [ nothing ] -> anything ? !next:but|wrong
            do|does|did|ca|could|wo|would|is|are|was|were|have|has|had|should n't|not
            .. <VB|VBN|VBP>? to|at|with|for|about? [ nobody ] -> anybody
            do|does|did|ca|could|wo|would|have|has|had|should n't|not <VB|VBN|VBP>? to? [ nowhere ] ->
            .. anywhere
            do|does|did|ca|could|wo|would|is|are|was|were|have|has|had n't|not <VB|VBN|VBP>? [ no ]
            .. <NN|NNS|JJ> -> any ? !next:one|longer !known:4,matter
            there is|are|was|were n't|not [ no ] <NN|NNS|JJ> -> any
            do|does|did|ca|could|wo|would|have|has|had n't <VB|VBN|VBP>? [ no one ] -> anyone
            i|we|you|they never do n't +VB -> {0} never {4}
            he|she never does n't +VB -> {0} never {4:VBZ}
            $subject never did n't +VB -> {0} never {4:VBD}
            i|we|you|they do n't never +VB -> {0} never {4}
            he|she|it does|do n't never +VB -> {0} never {4:VBZ}
            $subject did n't never +VB -> {0} never {4:VBD}
            have|has n't never +VBN -> {0} never {3}
            could n't hardly -> could hardly
            ca n't hardly -> can hardly
            nobody|nothing do|does|did|is|was|has|have|ca|could|wo|would n't|not <VB> -> {0} {3:VBZ} ?
            .. known:1,does|do
            nobody|nothing did n't|not <VB> -> {0} {3:VBD}
            nobody|nothing is|was|has|could|would n't|not -> {0} {1}
            without nothing -> without anything
            without nobody -> without anybody
            without no -> without any
            $subject no can|could|will|must -> {0} {2} not
            $subject no have|like|want|know|understand|eat|speak|live|work|go|drink|see -> {0} {0:do} n't
            .. {2} ? known:0,i|you|we|they
            he|she|it no has|likes|wants|knows|understands|eats|speaks|lives|works|goes|drinks -> {0}
            .. does n't {2:VB}
            $subject no saw|went|had|came|did|knew|liked|wanted|ate -> {0} did n't {2:VB}
        """),
        priority=3,
    ),
    Rule(
        id="adverb-or-adjective",
        explanation="An adverb describes a verb or an adjective; an adjective describes a noun and "
        "follows “be”, “look”, “feel”.",
        example="It is an incredibly good book.",
        topic="adverbs-of-manner",
        rows=table("""
            a|an [ incredible|real|extreme|absolute|complete|total|terrible|unbelievable|amazing
            ..|surprising|wonderful good|nice|bad|big|small|beautiful|interesting|expensive|cheap
            ..|difficult|easy|hot|cold|long|short|happy|important|fast|old|boring|strong ] -> {1:ly} {2}
            .. ? !known:1,terrible|wonderful
            is|was|are|were|'s|am|'m|'re [ incredible|real|extreme|absolute|complete|unbelievable
            ..|surprising good|nice|bad|big|small|beautiful|interesting|expensive|cheap|difficult|easy|hot
            ..|cold|long|short|happy|important|fast|old|boring|strong|tired|hungry|sad|angry ] ->
            .. {1:ly} {2}
            =look|=feel|=seem [ happily|sadly|angrily|nervously|beautifully|tiredly|hungrily|terribly
            ..|awfully|wonderfully|comfortably|strangely ] -> {1:adj} ? nexttag:RB|.|CC|NN|IN
            .. !next:at|in|into|from|on|out|with|to
            =smell|=taste|=sound [ badly|terribly|wonderfully|deliciously|beautifully|strangely
            ..|awfully ] -> {1:adj} ? nexttag:RB|.|CC|IN
            =smell|=taste|=sound|=look [ well ] END -> good ? !known:0,look|looks|looking|looked
            .. !has:you !has:he !has:she !has:i
            =be|'s|'m|'re [ happily|sadly|angrily|quickly|slowly|carefully|quietly ] END -> {1:adj}
            =drive|=speak|=sing|=play|=write|=dance|=swim|=cook|=work|=read|=eat|=run|=walk
            .. so|very|too|really|quite [ careful|slow|bad|beautiful|quick|loud|quiet|good|clear|nervous
            ..|perfect|terrible|fluent ] END -> {2:ly}
            =drive|=speak|=sing|=play|=write|=dance|=swim|=cook|=work|=read|=eat|=walk|=answer|=explain
            .. @NP? [ careful|bad|beautiful|quick|perfect|correct|fluent|terrible|clear ] END -> {2:ly} ?
            .. !tag:0,NN !has:is !has:was
            =drive|=speak|=sing|=play|=dance|=swim|=cook [ good ] END -> well
        """),
        priority=2,
    ),
    Rule(
        id="needless-pronoun",
        explanation="The relative pronoun or place already stands for it, so it is not repeated.",
        example="The boy that I met is Dutch.",
        topic=None,
        rows=table("""
            the|a <NN|NNS> that|which|who i|you|he|she|we|they <VBD|VBP|VBZ> it|him|them|her
            .. is|was|are|were|has|had -> {0} {1} {2} {3} {4} {6}
            this|that|it is|'s the <NN>&place|house|town|city|village|hospital|room|street|country|flat
            .. where $subject was|were born|lived|grew in END -> {0} {1} the {3} where {5} {6} {7} ?
            .. known:6,was|were
            this|that|it is|'s the <NN>&place|house|town|city|village|hospital|room|street|country|flat
            .. where $subject <VBD|VBP|VBZ> in END -> {0} {1} the {3} where {5} {6}
            although|though|even ~12 , but -> {0} {1}, ? known:0,although|though
            because ~10 , so -> because {1}, ? first
            who|that he|she|they <VBZ|VBD|VBP> -> {0} {2} ? prev:man|woman|boy|girl|friend|person|teacher
            ..|people|neighbour|doctor known:0,who
        """),
        priority=2,
    ),
)
