"""Articles that English does not use, and the wrong one."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

NEEDLESS_ARTICLES: tuple[Rule, ...] = (
    Rule(
        id="needless-the",
        explanation="No article is used here.",
        example="We always have breakfast at seven.",
        topic="zero-article",
        rows=table("""
            =go|come|get|went to the bed -> {0} to bed ? !nexttag:NN|CC
            .. !next:of|in|by|next|with|that|which
            in|to|from|visit|visited|like|love|at|of the $plain_country -> {0} {2} ?
            .. !nexttag:NN|NNS|NNP|JJ|POS !next:of|that|- !known:2,jordan|turkey|chad|china
            in|to|from the turkey|china|jordan -> {0} {2} ? !nexttag:NN|NNS|NNP|JJ|POS
            .. !next:of|that
            ^ the $plain_country is|has|was -> {1} {2} ? !known:1,turkey|china|jordan
            the mount -> {1} ? nexttag:NNP|NN
            the lake -> {1} ? nexttag:NNP !next:district
            =have|eat|=make|=cook|=prepare|=skip|before|after|for|at the
            .. breakfast|lunch|dinner|supper -> {0} {2} ? !nexttag:NN|NNS|VBN !next:that|which|of
            ..|in|for|with|is|was|she|he|i|we|you|they
            =play the $sport -> {0} {2} ? !nexttag:NN|NNS !next:match|game
            =play|like|love|watch the football|basketball|tennis|volleyball|chess|cricket END ->
            .. {0} {2} ? known:0,play|plays|played|playing|like|likes|love|loves
            =speak|learn|study|understand|teach the $language -> {0} {2} ? !nexttag:NN|NNS|NNP
            .. !next:of|language|spoken|that|word
            in the $language -> in {2} ? !nexttag:NN|NNS|NNP|JJ !next:of|language|spoken|that|-
            the Professor|professor|doctor|dr|president|mr|mrs|miss <NNP> -> {1} {2} ?
            .. !nexttag:NNP !glued:2
            the professor|doctor|president|captain|uncle|aunt|queen|king|king <NNP> -> {1} {2} ?
            .. !prev:of
            the most people -> most people ? !prev:know|=know|with|has|had|have|is|was|where
            the most of -> most of ? !prev:make|made|making|makes|get|got|is|was|has|have
            the most <NNS> <VB|VBP|VBZ> -> most {2} {3} ? plural:2 first
            by the car|bus|train|plane|bike|taxi|boat|foot|metro|tram|bicycle|ship|email|phone ->
            .. by {2} ? !nexttag:NN|NNS|VBN !next:that|which|window|door|stop|station|i|we|you|he
            ..|in|of
            at the home -> at home ? !next:of|page|for|where
            at the night -> at night ? !nexttag:NN|NNS !next:of|before
            at the work -> at work ? !next:of|place|station|that|they
            to the home -> home ? !next:of|for|page|where
            in the time END -> in time
            next the week|month|year -> next {2}
            the last|next week|year|month|night|summer|monday|tuesday|wednesday|thursday|friday
            ..|saturday|sunday $subject -> {1} {2} {3} ? first !known:3,that
            in the <CD> END -> in {2} ? !tag:2,NNS
            the both -> both ? nexttag:NNS|IN|PRP$|DT
            the my|your|our|their -> {1}
            a|the my|his|her|our|their friend|brother|sister|mother|father|dog|house -> {1} {2} ?
            .. !prev:a
            =go|come|walk|drive|get to the home -> {0} home ? !next:of|for
            the love|life|happiness|nature|time|money|health|education|music|art|sport|love is|are
            .. -> {1} {2} ? first after:important|beautiful|everything|money|life|best|precious
            ..|hard|short|expensive|difficult|gold|blind|wonderful|key|necessary|love
            the education|money|happiness|health|nature|life should|can|is|helps|makes -> {1} {2}
            .. ? !prevtag:IN|TO|VB|VBP|VBZ|VBD prev:,|that|think|believe|^
            about|of|study|studied|studying|studies|love|loves|hate|like|likes the mathematics
            ..|physics|chemistry|biology|economics|medicine|psychology|philosophy -> {0} {2} ?
            .. !nexttag:NN|NNS|IN|VBD|VBN|VBZ !next:teacher|class|exam|lesson|of|test|book
            =like|love|hate|prefer|enjoy the dogs|cats|animals|children|vegetables|chocolate
            ..|coffee|tea|fish|books|flowers|cheese|computers|sports|films|movies|horses END ->
            .. {0} {2} ? !has:prefer !prev:did|n't
            =like|love|enjoy|hate|protect the nature -> {0} nature ? !next:of
            i|we|they|he|she|you =like|love|hate|prefer the music|art|sport|sports|science
            ..|mathematics|coffee|tea|chocolate|cheese|fish|meat|milk|pizza|football|cats|dogs
            ..|animals|children -> {0} {1} {3} ? !next:of|that|which|in|at|from|here|they|we|i|you
            ..|she|he !nexttag:NN|NNS|VBN|IN
            see|meet you on the $day END -> {0} you on {4}
            =go|walk|went|come on the foot -> {0} on foot
            the <NNP> street|square|avenue|airport|station|park|castle|cathedral -> {1} {2} ?
            .. !known:1,high|main|central|national|royal|grand|international !prev:of !next:'s
            .. !nexttag:NN|NNS tag:2,NNP
            in|at|on the $month -> {0} {2} ? !next:of|issue|edition !nexttag:CD|NN|NNS
            .. !known:2,may|march known:0,in
            the page|room|platform|chapter|exercise|gate|question|lesson|unit <CD>&!$number|one ->
            .. {1} {2} ? !prev:of
            at the christmas|easter|noon|midnight -> at {2} ? !nexttag:NN|NNS !next:of
            for the christmas|easter -> for {2} ? !nexttag:NN|NNS
            the king|queen|prince|princess|pope|captain|saint|uncle|aunt <NNP> -> {1} {2} ?
            .. !nexttag:NNP|NN
            on|use|using|from|through the facebook|instagram|youtube|google|whatsapp|twitter
            ..|tiktok -> {0} {2} ? !nexttag:NN|NNS|NNP
            the mankind|humanity|humankind -> {1}
            to|in the heaven|hell|space -> {0} {2} ? !known:2,space !nexttag:NN
            ^ the love|happiness|freedom|peace|friendship|poverty|pollution|technology|honesty
            ..|patience|crime|sport|science|religion|nature|smoking|swimming|travelling|english
            ..|spanish is|are|can|makes|should|brings|helps|has|causes -> {1} {2} ? !next:in|of
            about|in|for|of the love|happiness|freedom|peace|friendship|poverty|pollution|honesty
            ..|crime END -> {0} {2} ? !known:0,of
            =believe in the love|god|miracles|ghosts|magic|fate|luck -> {0} in {3} ?
            .. !nexttag:NN|IN
            in the nature -> in nature ? !next:of|reserve
            to the church|school|prison|hospital|college every|on|at|by -> to {2} {3} ?
            .. has:every|sundays|bus|car
            the society -> society ? prev:in !next:of|that|in|for|page|which
            <CD>|$number o'clock -> {0} o'clock ? !has:the
            the twice|once|three -> {1} ? next:a|times
            in the summer|winter of -> in the {2} of
            the television -> {1} ? prev:watch|watching|watches|watched !nexttag:NN|NNS
            the tv -> {1} ? prev:watch|watching|watches|watched !nexttag:NN|NNS !next:that|in|with
            the god -> god ? prev:thank|believe|in|to !next:of
        """),
    ),
    Rule(
        id="article-with-uncountable",
        explanation="This noun cannot be counted, so it takes no “a” or “an”.",
        example="She has long hair and blue eyes.",
        topic="countable-and-uncountable-nouns",
        rows=table("""
            =have|with|got a long|short|brown|black|blonde|blond|dark|curly|straight|red|grey|gray
            ..|fair|beautiful|nice black|brown|dark|curly|straight|,|and? hair -> {0} {2} {3} hair
            .. ? !nexttag:NN|NNS
            =have the <JJ>&blue|brown|green|dark|big|black|beautiful eyes|hair -> {0} {2} {3} ?
            .. tag:0,VBP|VBZ|VB|VBD
            and the blue|brown|green|dark|big|black|beautiful|long|short eyes|hair -> and {2} {3}
            .. ? has:has|have|had !next:of
            a very|really? nice|bad|good|terrible|beautiful|lovely|sunny|hot|cold|rainy|awful
            ..|wonderful|great weather -> {1} {2} {3} ? !nexttag:NN|NNS
            a good|bad|great luck|health|progress|behaviour|behavior|traffic|news|advice|furniture
            .. -> {1} {2} ? !nexttag:NN|NNS
            a|an $uncountable_strict -> some {1} ? !nexttag:NN|NNS|NNP|VBG|POS|JJ !next:-
            .. !known:1,traffic
        """),
        priority=1,
    ),
)
