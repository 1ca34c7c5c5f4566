"""Order of the parts of a clause: subject, verb, object, place, time; particles; inversion."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

CLAUSE_ORDER: tuple[Rule, ...] = (
    Rule(
        id="clause-order",
        explanation="The English order is subject, verb, object, place, time.",
        example="My brother plays football every day.",
        topic="adverbs-of-frequency",
        rows=table("""
            ^ my|his|her|our|the|your <NN|NNS> every day|week|morning|evening|night|year|month|summer
            ..|weekend|monday|sunday|saturday|friday <VBZ|VBP|VBD|NNS>&+VB|+VBZ|+VBD @NP? END -> {0}
            .. {1} {4} {5} {2} {3} ? person:1
            ^ my|his|her|our|the|your <NN|NNS> yesterday|tomorrow|today <VBZ|VBP|VBD> @NP? END -> {0}
            .. {1} {3} {4} {2} ? person:1 !known:2,today
            ^ my|his|her|our|the|your <NN|NNS> yesterday <VBD> to @NP END -> {0} {1} {3} to {5} {2} ?
            .. person:1
            ^ <NNP> every day|week|morning|evening|night|year|month|summer|weekend <VBZ|NNS>&+VBZ
            .. @NP? END -> {0} {3} {4} {1} {2}
            $subject at|on|in seven|eight|six|nine|ten|$days|summer|winter|night|noon|sundays|mondays
            .. <VBP|VBZ|VBD>&!is|was|are|were up? @NP? END -> {0} {3} {4} {5} {1} {2} ? !question
            $subject always|usually|often at|on seven|eight|six|nine|ten|$days|night
            .. <VBP|VBZ|VBD>&!is|was|are|were up? @NP? END -> {0} {1} {4} {5} {6} {2} {3} ? !question
            $subject with|in|at|to my|his|her|our|their|the <NN|NNS>
            .. <VBP|VBZ|VBD>&lives|live|works|work|went|lived|worked|goes|go|plays|play|played END ->
            .. {0} {4} {1} {2} {3} ? !question
            can|must|should|will|could|would the|a|an|my|your|his|her|our|this <JJ>? <NN|NNS>
            .. before|in|on|at|to|for|with|until|today|tomorrow @NP? +VB END -> {0} {6} {1} {2} {3} {4}
            .. {5} ? tag:0,MD !question
            ^ this|that|the|these|those|my <NN|NNS>? have|has|had|did|can|will|must|should $subject
            .. already|never|not|always|often? <VBN|VB|VBD|VBP> -> {0} {1} {3} {2} {4} {5} ? !question
            ^ suddenly|then|finally|perhaps|maybe|later|afterwards|fortunately|unfortunately|luckily
            ..|soon|first|next|now|sometimes|usually ,?
            .. <VBD|VBZ|VBP>&!is|was|are|were|'s|do|does|did|have|has|had i|he|she|it|we|they -> {0} {1}
            .. {3} {2} ? !question !known:2,let
            ^ last|next|this|every year|week|month|summer|night|day|morning|time|winter|evening
            .. have|has|had|will|can|must|do|did|go|went|is|was i|he|she|it|we|they -> {0} {1} {3} {2} ?
            .. !question
            ^ tomorrow|today|yesterday|now|tonight|then will|can|must|have|has|is|are|was|were|had
            .. my|the|our|his|her <NN|NNS> <VB|VBN|VBG|JJ|IN> -> {0} {2} {3} {1} {4} ? !question
            ^ in|on|at summer|winter|monday|sunday|friday|saturday|night|christmas|easter|july|august
            .. go|went|have|had|do|did|will|can|must|play|eat|drink|live|work i|he|she|we|they|you ->
            .. {0} {1} {3} {2} ? !question
            how it|he|she|this is|was <JJ> ! -> how {3} {1} {2}! ? !question
            how they|you|we are|were <JJ> ! -> how {3} {1} {2}! ? !question
            ^ what a|an? <JJ> <NN|NNS> is|are|was|were this|that|these|those|it|he|she|they ! -> what
            .. {1} {2} {3} {5} {4}! ? !question
            ^ what|how <JJ> is|are|was|were this|that|these|those|your|my|the|his|her <NN|NNS> ! ->
            .. how {1} {3} {4} {2}! ? !question known:0,how
            =look it|him|her|them|me|us for|after|at END -> {0} {2} {1} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =look it|him|them for|after everywhere|every|and|in|on|when -> {0} {2} {1} {3} ?
            .. tag:0,VB|VBP|VBZ|VBD|VBG
            =look my|his|her|the|our|your <NN|NNS> after -> {0} after {1} {2} ? tag:0,VB|VBP|VBZ|VBD|VBG
            =take my|his|her|the|our <NN> after END -> {0} after {1} {2} ? person:2
            =get it|him|her|them over END -> {0} over {1} ? !known:1,them
            =wait it|him|her|them|me|us|you for -> {0} for {1}
            =listen it|him|her|them|me|us to -> {0} to {1}
            =think it|him|her|them|me|us|you about -> {0} about {1}
            =run it|him|them into|across END -> {0} {2} {1}
            =come it|him|them across END -> {0} across {1}
            very much cold|hot|fast|good|big|tired|hungry|happy|sad|expensive|difficult|easy|nice|old
            ..|beautiful|interesting|late|far|boring -> very {2}
            too much cold|hot|fast|good|big|tired|hungry|happy|sad|expensive|difficult|easy|old|small
            ..|late|far|boring|loud|young|long|short|heavy|slow|busy|dangerous -> too {2}
            ago $number|<CD>|a|many years|days|weeks|months|hours|year|week|month -> {1} {2} ago
            we|they|you each other <VBP|VBD|VB> -> {0} {3} each other
            we|they|you can|must|should|will each other +VB -> {0} {1} {4} each other
            $subject home go|goes|went|came|come|comes|walked|drove -> {0} {2} home
            $subject here|there|abroad|alone|together|well|hard|better|badly <VBP|VBZ|VBD>&!is|was|are
            ..|were|am END -> {0} {2} {1} ? !question !known:0,it|you !tag:0,IN
            i|he|she|we|they here|there live|lives|lived|work|works|worked|study|studied|sit|sleep -> {0}
            .. {2} {1} ? !question
            <NN>&book|film|letter|cake|house|picture|song|story|dress|photo|car|message|present|meal
            .. that|which wrote|made|bought|gave|cooked|built|painted|sent|said|told|saw|sold|took|sang
            ..|read my|his|her|our|your|the <NN>&mother|father|brother|sister|friend|teacher|uncle|aunt
            ..|boss|grandmother|grandfather|wife|husband|son|daughter -> {0} {1} {3} {4} {2} ? !next:for
            ^ there a|an|no|many|some|two|three <JJ>? <NN|NNS> is|are|was|were -> there {4} {1} {2} {3}
            ^ nobody|somebody|everybody|no|someone there is|was -> {0} {2} there
            =try|=want|=decide|=begin|=start|=forget|=need|=plan|=like|=learn the|a|my|his|her|english
            .. <NN>? to open|close|learn|buy|see|read|find|clean|wash|do|make|sell|write|help|call END
            .. -> {0} to {4} {1} {2} ? !tag:0,NN !known:0,wants|want|need|needs|needed|like|wanted|help
            it is|'s|was difficult|easy|hard|important|possible|nice|good|interesting|impossible
            .. english|french|spanish|the|a|this|my <NN>? to learn|find|speak|understand|see|read|do|make
            ..|buy|open|use|drive|write|cook END -> it {1} {2} to {6} {3} {4}
            =give|=send|=show|=bring|=lend|=tell|=write|=pass|=sell the|a|an|my|some|his|her <NN|NNS>
            .. me|him|us|them|you END -> {0} {3} {1} {2} ? tag:0,VB|VBD|VBP|VBZ|VBG|VBN
            <NN>&teacher|mother|father|friend|boss|doctor|sister|brother me|us|him|them
            .. <VBD|VBZ>&gave|told|helped|showed|explained|asked|called|gives|tells|helps|invited -> {0}
            .. {2} {1} ? !before:and|with|than
            <NN>&teacher|mother|father|friend|boss|doctor|sister|brother always|often|never|usually
            .. me|us|him|them <VBD|VBZ|VBP> -> {0} {1} {3} {2}
            =like|=love|=enjoy|=hate it|him|her|them much END -> {0} {1} very much ? !has:n't !has:not
            .. !has:so !has:how
            =like|=love|=prefer more <NN|NNS> than <NN|NNS> END -> {0} {2} more than {4} ?
            .. tag:0,VBP|VBZ|VB !known:0,prefer !prev:would|'d
            want|need|like|hope|plan|have also to +VB -> also {0} to {3} ? tag:0,VBP|VB prevtag:PRP
            just|already|never arrived|seen|been|done|finished|eaten|left have|has -> {2} {0} {1} ?
            .. prev:i|we|they|he|she|you
            only on|in|at $days|$day|summer|winter|weekends|night i|we|he|she|they can|do|does|did|will
            ..|could -> only {1} {2} {4} {3} ? first
        """),
        priority=2,
    ),
    Rule(
        id="compound-order",
        explanation="In a compound the main noun comes last.",
        example="The post office is closed.",
        topic="adjectives-before-nouns",
        rows=table("""
            office post|ticket -> {1} office ? prevtag:DT|IN|PRP$
            centre|center shopping|sports -> {1} {0}
            court tennis -> tennis court
            field football -> football field
            machine coffee -> coffee machine
            bag shopping|school|sports -> {1} bag ? !nexttag:NN
            number phone|telephone|room -> {1} number ? prevtag:DT|PRP$
            paper toilet -> toilet paper
            book cook|recipe|grammar|school|maths -> {1} book ? prevtag:DT|PRP$|JJ !nexttag:NN
            lights traffic -> traffic lights
            table kitchen|dining -> {1} table ? prevtag:DT|PRP$ !nexttag:NN
            door kitchen|garage|car -> {1} door ? prevtag:DT|PRP$
            game computer|video|board -> {1} game ? prevtag:DT|PRP$|JJ !nexttag:NN
            games computer|video|board -> {1} games
            party birthday|dinner -> {1} party ? prevtag:DT|PRP$
            lesson english|piano|guitar|driving|maths|history -> {1} lesson ? prevtag:DT|PRP$|JJ
            course english|computer|language|spanish -> {1} course ? prevtag:DT|PRP$|JJ
            student university|college -> {1} student ? prevtag:DT|JJ !nexttag:NN
            bottle water|wine|milk -> bottle of {1} ? prevtag:DT|JJ|CD
            cup coffee|tea -> cup of {1} ? prevtag:DT|JJ|CD
            brush tooth|hair -> {1}brush ? prevtag:DT|PRP$
            programme|program tv|television|radio -> {1} {0} ? prevtag:DT|PRP$|JJ
            shoes running|tennis|football -> {1} shoes
        """),
        priority=4,
    ),
)
