"""Agreement in phrases where the subject stands far from its verb or has a misleading form."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

AGREEMENT_PHRASES: tuple[Rule, ...] = (
    Rule(
        id="agreement-phrase",
        explanation="The verb agrees with the main noun of its subject.",
        example="Neither of the answers is correct.",
        topic="subject-verb-agreement",
        rows=table("""
            neither|either|each|one of the|my|these|those|his|her|our|their|your <JJ>? <NNS> [ are ]
            .. -> is
            neither|either|each|one of the|my|these|those|his|her|our|their|your <JJ>? <NNS> [ were ]
            .. -> was
            neither|either|each|one of the|my|these|those|his|her|our|their|your <JJ>? <NNS> [ have ]
            .. -> has
            neither|either|each|one of the|my|these|those|his|her|our|their|your <JJ>? <NNS> [ do ]
            .. -> does
            neither|either|each|one of us|them|you [ are ] -> is ? !known:0,neither|either
            neither|either|each|one of us|them|you [ have ] -> has ? !known:0,neither|either
            the amount|price|quality|number|level|cost|colour|size|list|box|group of <JJ>? <NNS>
            .. [ are ] -> is ? !known:1,number|group
            the number of <JJ>? <NNS|people> [ are ] growing|increasing|rising|falling|small|big|high
            .. -> is
            the number of <JJ>? <NNS|people> [ have ] grown|increased|risen|fallen|doubled|gone -> has
            how much [ does ] these|those|your|the|my <NNS> cost -> do
            how much [ do ] this|that|the|your <NN> cost -> does ? !tag:4,NNS
            how much [ is ] these|those -> are
            how much [ is ] the|your|my <NNS> -> are ? !next:of
            how much [ are ] this|that|it -> is
            where [ is ] my|the|your|our|his|her <NNS> END -> are
            one of those|the people|men|women|students who never|always|often? [ <VBZ> ] -> {6:VB} ?
            .. !known:6,is|has|'s known:0,one
            everyone|everybody|someone|somebody|nobody|anyone|everything|nothing|something
            .. in|on|at my|the|this <NN> [ are ] -> is
            everyone|everybody|someone|somebody|nobody|anyone|everything|nothing|something
            .. in|on|at my|the|this <NN> [ have ] -> has
            this <NNS>&!news|series|means|species|physics|maths|politics|economics|gymnastics
            .. -> these {1} ? plural:1 !nexttag:NN|NNS|POS|PRP$|DT|PRP|IN|TO !prev:of|like
            .. !next:'|’ tag:1,NNS
            <IN|TO>&!in|so|now|given|except|provided|like [ that
            .. <NNS>&!news|series|means|species|physics|maths|politics ] -> those {2} ? plural:2
            .. !nexttag:NN|NNS|POS|VBP|VBZ|VBD|MD|VB|RB !next:'|’ tag:2,NNS
            these|those <NN>&!people|sort|kind|type|fish|sheep END -> {0} {1:pl} ? singular:1
            these|those <NN> are|were -> {0} {1:pl} {2} ? singular:1
            he|she|it always|usually|often|never|sometimes|also? <VBZ> ~4 and always|then|also? [
            .. have|go|do|eat|drink|get|take|read|play|watch|sleep|work|speak|like|make|live|help
            ..|write|listen|walk|wash|study ] -> {6:VBZ} ? !has:to !has:can !has:will !has:must
            .. !has:they !has:we !has:i !has:you !has:does !has:should !has:lets !has:makes
            .. !has:helps !has:see !has:who !has:that
            my|his|her|our|the|your <NN> <VBZ>&!is|has ~4 and [ have|go|do|eat|drink|get|take|read
            ..|play|watch|sleep|speak|like|make|live|write|listen|walk|study ] -> {5:VBZ} ?
            .. !has:to !has:can !has:will !has:must !has:they !has:we !has:i !has:you !has:does
            .. !has:lets !has:makes !has:helps !has:who !has:that !has:should
            there [ is|'s ] many|several|two|three|four|five|six|ten|some|lots <JJ>? <NNS|people> ->
            .. are ? !known:2,some|lots !known:1,'s
            there [ was ] many|several|two|three|four|five|six|ten|some <JJ>? <NNS|people> -> were
            there [ is ] a lot of <NNS|people> -> are ? !next:money
            there [ was ] a lot of <NNS|people> -> were
            there [ has ] been many|some|several|a lot? of? <NNS> -> have
            here [ is ] the|my|your|some <NNS> -> are ? !next:of
            there [ are ] a|an|one|no? <JJ>? <NN> -> is ? singular:4 !next:and|,
            .. !nexttag:NN|NNS|CC !known:2,no !has:lot !has:few !has:couple !has:number !has:of
            .. !has:and
            they|we|you [ was ] -> were ? !prev:of|all|than|what
            he|she|it [ were ] -> was ? !has:if !has:wish !has:though !has:as !has:suppose
            .. !has:would !has:imagine !prev:than|if|and first
            i [ is|are ] -> am ? !prev:and|that|who
            the rich|poor|young|elderly|unemployed|blind [ is ] -> are
            people|children|men|women in|from|of|at|on my|the|this|our|that <NN> [ is ] -> are
            people|children|men|women in|from|of|at|on my|the|this|our|that <NN> [ was ] -> were
            people|children|men|women in|from|of|at|on my|the|this|our|that <NN> [ has ] -> have
            people [ is|'s ] -> are ? !prev:of|the|those|these|by|for !known:1,'s
            people [ was ] -> were ? !prev:of|about|for|by|with|many
            people [ has ] -> have ? !prev:of|about|for|by|with|many !question
            police [ is ] -> are ? !nexttag:NN !prev:of
            my|his|her|their|your|the clothes|trousers|jeans|scissors|glasses|shoes|parents [ is ] ->
            .. are ? !known:1,parents|shoes
            hair [ are ] -> is
            news [ are ] -> is ? !prev:the|good|bad|this !has:and
            mathematics|maths|physics|economics|politics|gymnastics [ are ] -> is ? first
            advice|information|furniture|money|luggage|homework|weather|music|food|equipment [ are ]
            .. -> is ? !has:and !prevtag:IN
            everybody|everyone|nobody|somebody|someone|anybody|anyone|everything|nothing [
            .. know|like|want|love|need|have|think|say|go|come|live|work|speak|play|agree|enjoy|use
            .. ] -> {1:VBZ} ? !prev:let|make|made|makes|help|does|did|n't|not|see|saw|can|will|should
            .. !has:suggest !has:demand !question !has:must !prevtag:VB|VBD|VBZ|MD|VBP
            each|every <NN> [ have|are|do|need|want|go|come|get|know|like ] -> {2:VBZ} ? !question
            .. !has:and !prev:in|on|at|for|of|to|from|that !known:2,are
            .. !known:1,day|week|time|year|month|morning|night
            each|every <NN> [ are ] -> is ? !has:and !prev:in|on|at|for|of|to|from
            .. !known:1,day|week|time|year|month|morning|night
        """),
    ),
)
