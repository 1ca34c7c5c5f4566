"""Articles of fixed phrases, of names and of classes of things."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

ARTICLE_PHRASES: tuple[Rule, ...] = (
    Rule(
        id="the-with-name",
        explanation="This name goes with “the”.",
        example="We sailed down the Nile.",
        topic="the-definite-article",
        rows=table("""
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC|RB|RP> [ nile|danube|rhine|thames|seine|volga|mississippi
            ..|ganges|atlantic|pacific|mediterranean|baltic|caribbean|alps|andes|himalayas|pyrenees
            ..|sahara|netherlands|philippines|maldives|bahamas|louvre|kremlin|vatican|olympics
            ..|titanic|balkans|arctic|antarctic|usa ] -> the {1} ? !nexttag:NN|NNS|NNP|POS|JJ
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ united states|kingdom|nations ] -> the {1} {2} ?
            .. !nexttag:NN|NNS|POS
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ czech|dominican republic ] -> the {1} {2}
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ eiffel|leaning tower ] -> the {1} {2}
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ british|prado museum ] -> the {1} {2}
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ great wall ] -> the {1} {2}
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ middle east ] -> the {1} {2} ? !nexttag:NN|NNS|POS
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ atlantic|pacific|indian|arctic ocean ] -> the {1} {2}
            <IN|TO|VB|VBD|VBP|VBZ|VBG|VBN|CC> [ black|red|north|mediterranean|baltic|dead sea ] ->
            .. the {1} {2}
            ^ [ nile|danube|rhine|thames|seine|amazon|mississippi ] is|flows -> the {0}
            ^ [ alps|andes|himalayas|pyrenees|netherlands|philippines|maldives|bahamas ]
            .. is|are|have|has -> the {0}
            ^ [ united states|kingdom ] is|has -> the {0} {1}
            ^ [ eiffel tower ] -> the {0} {1}
            ^ [ internet|government|weather|sun|moon|sky|sea|environment ]
            .. is|are|was|were|has|have|can|will|must|should|wants|helps|looks|seems|changes -> the {0}
        """),
    ),
    Rule(
        id="the-only-one",
        explanation="There is only one of this, so it needs “the”.",
        example="My office is on the third floor.",
        topic="the-definite-article",
        rows=table("""
            <IN|VB|VBD|VBP|VBZ|TO|VBN|VBG>&!as [ same ] <NN|NNS>&!day -> the same ?
            .. !prev:and|or !next:way
            look|looks|looked|feel|taste|sound|cost|costs [ same ] END -> the same
            =be|'s|'re|'m [ same ] <NN>? as -> the same
            in|on|for|from|to|of|at [ second|third|fourth|fifth|sixth|seventh|eighth
            .. floor|row|year|page|class|lesson|chapter|time|day|week|round|house|door|street
            ..|question|line|place|month|part|exercise|paragraph ] -> the {1} {2} ? !nexttag:NN
            .. !known:2,class|place
            for|of [ first time ] -> the first time
            in|on|of [ first day|week|year|page|part|lesson|row|floor|chapter|question ] -> the
            .. {1} {2}
            in|of|to|at|have|has|was|met|saw|visited|know|bought|live|lived|with
            .. [ <JJS>&!best|most|least|last|first|worst <NN|NNS> ] -> the {1} {2} ? !known:0,at
            in|of|have|has|met|saw|visited|know|bought|with|to [ most
            .. beautiful|important|interesting|expensive|difficult|famous|popular|dangerous
            ..|intelligent|comfortable|delicious|useful|boring|exciting|powerful|modern
            .. <NN> ] -> the most {2} {3}
            =be|'s|'re|'m [ best|worst ] <NN|NNS>&!friend|friends|of -> the {1} ? !prev:there|wishes
            .. !next:wishes|friends
            =be|'s|'m|'re [ only|first|last ] person|man|woman|one|student|people -> the {1} ?
            .. !prev:there|not !nexttag:JJ
            ^ [ capital|centre|center|end|beginning|middle|top|name|price|colour|population|weather
            ..|size|government|president|owner|result|reason|problem|cost|climate|food|economy
            ..|history|title|main of|in ] my|the|this|that|his|her|our|their|$plain_country|a ->
            .. the {0} {1}
            ^ [ main reason|problem|idea|character|language|goal|difference ] is|was|of|for|why ->
            .. the main {1}
            in|at|near|from|to|of|live [ city|town centre|center ] -> the {1} {2} ? !known:0,live
            in|at|near|to|from [ centre|center|middle|north|south|east|west|heart|corner|suburbs
            ..|outskirts of ] -> the {1} of
            at|by|before|until|from|since [ end|beginning|start of ] -> the {1} of ? !known:1,start
            on [ left|right ] ,|of|is|there -> the {1} ? !prev:from
            in|to|near|next|behind|opposite|outside|by to? [ post office ] -> the post office
            in|at|near [ bus|train|railway|metro|police station ] -> the {1} {2} ?
            .. !nexttag:NN|NNS
            at [ bus stop ] -> the bus stop
            pass me|us [ salt|pepper|butter|sugar|milk|water|sauce|bread|ketchup|oil|mustard|remote
            ..|menu|newspaper|ball|scissors|phone ] -> the {2}
            =turn|switch [ tv|light|television|radio|lights|heating|computer|music on|off|down|up ]
            .. -> the {1} {2}
            =wash|do|dry [ dishes ] -> the dishes
            =watch|see [ news ] END -> the news
            in [ mornings|afternoons|evenings|mountains|countryside|suburbs|beginning|distance
            ..|middle|afternoon|evening|background|meantime|meanwhile|summertime|city|shower|sea
            ..|air|army|dark|rain|snow|sun ] END -> the {1} ? !known:1,summertime
            in [ mountains|countryside|suburbs|army ] -> the {1} ? !nexttag:NN|NNS|NNP
            on [ phone|telephone|radio|internet|ground|floor|ceiling|roof|beach|coast|border|weekend
            ..|moon ] -> the {1} ? !nexttag:NN|NNS|NNP|POS !prev:based !next:-
            from|in|around|of [ whole world|country|city|family|day ] -> the {1} {2}
            =spend|sleep|work|rain|wait|read|study|stay|travel [ whole
            .. day|night|morning|afternoon|evening|weekend|week|summer ] -> the whole {2}
            all [ day|night|time END ] -> the time ? known:1,time
            =go|come|drive|walk|run|get|take|fly|swim|move|travel|return|went to [
            .. sea|seaside|city|capital|coast|border|hairdresser|bakery|butcher|post|police|station
            ..|airport|hotel|restaurant|office|kitchen|bathroom|garden|toilet|living|concert|party
            ..|meeting|wedding|zoo|shops|mountains|lake|river|forest|countryside|village|moon|cinema
            ..|theatre|gym|beach|bank|library|museum|supermarket|market|park|doctor|dentist
            ..|swimming|shopping|mall|mosque|stadium|pharmacy|castle ] -> the {2} ?
            .. !nexttag:NNS|POS|NNP !next:hall|to !known:2,living|swimming|shopping|police|post
            .. !nexttag:NN
            =go|come|drive|walk|went to [ swimming|shopping|living pool|centre|center|mall|room ]
            .. -> the {2} {3}
            $number|<CD>|a euros|pounds|dollars|cents|euro [ dozen|metre|gram|head|box|bottle|packet
            ..|piece|bag|minute|mile|kilometre ] -> a {2}
            <CD>|$number times|kilometres|miles|hours|days|minutes [ day|week|month|year ] -> a {2}
            .. ? !nexttag:NN|NNS|POS
            once|twice [ day|week|month|year ] -> a {1} ? !nexttag:NN
        """),
    ),
    Rule(
        id="a-of-phrase",
        explanation="This phrase needs “a” or “an”.",
        example="He was in a hurry.",
        topic="a-and-an",
        rows=table("""
            such <JJ> $countable|journey|distance|waste|relief|mess|long|lot -> such {1:a} {1} {2} ?
            .. !nexttag:NN|NNS !tag:2,NNS
            such long|good|bad|big|small|great|short|nice|beautiful|terrible|strange|hard|difficult
            .. journey|distance|relief|mess|way|week|flight|summer|winter|morning|evening|voice
            ..|career|family|team|company|teacher|actor|singer|player|husband|wife -> such a {1} {2}
            =catch [ cold ] END -> a cold
            =catch|caught [ cold ] -> a cold ? !nexttag:NN
            =have|'ve|got|has|had [ headache|stomachache|backache|fever|temperature|cough|cold
            ..|toothache|earache ] -> {1:a} {1} ? !nexttag:NN|NNS known:1,headache|fever|temperature
            ..|cough
            =give|need|want|offer|get me|him|her|us|them|you [ lift|ride|hand|hug|kiss|call|ring
            ..|chance|break|minute|moment|discount|hint|tip ] -> {2:a} {2} ? !nexttag:NN|NNS
            =have|'ve|=need|=want|=buy|=get|=wear|got [ new|nice|good|big|old|small
            .. pair|kind|sort|type|set|piece|copy|bottle|box of ] -> {1:a} {1} {2} of
            =have|'ve|got|=make|=do|=buy|=see|=take|=eat|=drink|=spend|=know [ lot of ] -> a lot of
            =like|love|help|talk|laugh|cry|travel|read|work|change|smile|hurt|eat|sleep|miss [ lot ]
            .. END -> a lot
            =have|'ve|got|=speak|=know|=understand|=need|=eat|=drink [ little bit ] -> a little bit
            $subject am|'m|is|'s|are|'re|was|were in [ hurry ] -> a hurry
            in [ hurry|rush ] END -> a {1}
            =have|had [ good|great|nice|wonderful|fantastic|lovely|bad|terrible|amazing
            .. time|day|weekend|trip|holiday|journey|evening|life|job|idea|memory|voice|chance
            ..|appetite|relationship|family|night|flight ] -> a {1} {2} ? !nexttag:NN|NNS
            as [ child|teenager|student|kid|boy|girl|baby|tourist|beginner|waiter|volunteer|guide
            ..|present|gift|result|joke|hobby|surprise|rule|reward|couple|family|team|group ] ->
            .. {1:a} {1} ? !nexttag:NN|NNS|IN !prev:known|such|soon|far|long|well
            =be|'s|'m [ good|bad|great|big|small|nice|old|young|difficult|important|beautiful
            ..|easy|strange|funny|famous|huge|lovely|kind|clever|quiet|popular|modern|poor|rich
            ..|serious|terrible
            .. person|place|way|town|city|village|country|job|company|team|school|teacher|student
            ..|friend|cook|driver|worker|singer|swimmer|player|dancer|listener|parent|leader|actor
            ..|writer|idea|question|problem|mistake|experience|decision|moment|day|week|year|time
            ..|language|subject|sport|hobby|story|game|film|book|song|restaurant|hotel|neighbour ]
            .. -> {1:a} {1} {2} ? !prev:there|are|were|own !nexttag:NN|NNS|POS|VBG
            .. !known:2,time|day !tag:0,VB
            for [ short|long|little while|time ] -> a {1} {2} ? !known:2,time
            after [ while ] END -> a while
            what [ lovely|nice|beautiful|great|terrible|horrible|strange|wonderful|good|bad|big
            .. surprise|idea|day|place|view|house|baby|girl|boy|man|woman|story|mess|shame|pity
            ..|coincidence|question|car|dress|dog|cat|night|morning|voice|smile ] END -> a {1} {2}
            .. ? first !question
            only|just [ few <NNS> ] -> a few {2} ? prev:there|is|are|was|were|have|has|had
            with|at speed of -> at a speed of
            at [ distance|speed|rate|height|cost of ] -> a {1} of ? known:1,distance|height
            it|this|that takes|took [ long time ] -> a long time
            take|takes|took [ long time ] -> a long time
            long time ago -> a long time ago ? !prevtag:DT|JJ !prev:a|such|very
            =make [ living|fuss|noise|mess|difference|fortune|profit|speech|wish|joke|call|deal
            ..|complaint ] -> {1:a} {1} ? !nexttag:NN|NNS|IN
            =take [ seat|break|nap|shower|bath|photo|picture|taxi|walk|look|risk|chance|test ] ->
            .. {1:a} {1} ? !nexttag:NN|NNS
            =tell [ lie|joke|story|secret ] -> a {1}
            =go for [ walk|swim|run|drive|drink|ride|meal|coffee|picnic ] -> a {2} ? !nexttag:NN|NNS
            .. !known:2,coffee
            =go on [ trip|picnic|diet|cruise|tour|journey|date ] -> a {2} ? !nexttag:NN|NNS
            =be|'m|'s|'re on [ diet|trip|cruise|tour|date ] -> a {2} ? !nexttag:NN|NNS
            =work for [ big|small|large|international|foreign|good|new|family|private
            .. company|firm|bank|newspaper|organisation|business ] -> {2:a} {2} {3} ? !nexttag:NN
            =work|live|study|stay|sleep|eat in|at [ big|small|large|nice|good|new|old|quiet|cheap
            ..|beautiful|modern|private|different|local|international
            .. company|firm|bank|factory|hospital|office|school|restaurant|shop|hotel|village|town
            ..|city|flat|house|apartment|university|tent|room|place|country|area|café ] -> {2:a}
            .. {2} {3} ? !nexttag:NN|NNS
        """),
    ),
    Rule(
        id="the-needless-general",
        explanation="In general statements plural and uncountable nouns take no article.",
        example="Dogs are loyal animals.",
        topic="zero-article",
        rows=table("""
            afraid|scared|frightened|terrified|fond|tired|full of [ the ] <NNS> END -> {1} ?
            .. known:0,afraid|scared|frightened|terrified|fond
            ^ [ the <NNS> ] are very? <JJ> animals|people|creatures|pets|things|places|insects|birds
            ..|sports|games|students|machines|tools|fruits|vegetables|plants -> {1} ? !next:in|of|from
            =study|studying|teach|teaches|learn|learning [ the medicine|law|physics|chemistry|biology
            ..|maths|mathematics|history|geography|economics|architecture|engineering|art|music
            ..|psychology|philosophy|politics|literature|business|science|journalism ] -> {2} ?
            .. !next:of|that|behind|in !nexttag:NN|NNS
            =be|'m|'s|'re|=go|=come|=get|=arrive at|to|from [ the work ] -> work ? !next:of|that|we
            =go|come|walk|drive|run to [ the work ] -> work
            =go|went|came|come|get|got|drive|walk|run [ the home ] -> home
            =be|'m|'s|'re|=stay|=work|=eat at [ the home ] -> home
            =go|went|come|came|travel|travelled by|with [ the train|bus|plane|car|boat|bike|taxi ]
            .. -> {3} ? known:1,by !next:that|i
            ^ [ the <NN>&life|love|music|sport|money|health|education|nature|technology|happiness
            ..|friendship|pollution|traffic|smoking|freedom|peace|art|science|water|time|work
            ..|poverty|violence|crime|knowledge|experience|coffee|chocolate|sugar|fruit|exercise ]
            .. is|makes|can|gives|helps|causes|brings <JJ|RB|DT|PRP|PRP$|VB|NNS|NN> -> {1} ?
            .. !known:1,music|traffic|water|coffee|fruit|chocolate|sugar|exercise|time|work|money
            .. !next:today|tonight|of|in
            ^ [ the breakfast|lunch|dinner ] is|was|costs|starts -> {1} ? !next:of|that|we|i
            =like|love|hate|prefer|enjoy [ the <NNS>&cats|dogs|animals|children|books|films|movies
            ..|flowers|vegetables|spiders|snakes|sports|cars|trains|computers|horses|birds
            ..|insects|cartoons|comics|crowds|sweets|apples|oranges|bananas|tomatoes|onions
            ..|holidays|weekends|languages|parties|exams|museums ] END -> {2} ? !prev:did|n't|not
            in|about [ the general ] -> general
            for [ the breakfast|lunch|dinner ] -> {2}
            to|at|from|in [ the school ] every|at|by|on -> school ? !known:0,in
            =play [ the football|tennis|basketball|volleyball|chess|cards|golf|rugby|hockey|cricket
            ..|badminton|handball|baseball ] -> {2} ? !nexttag:NN|NNS
            =speak|learn|know|understand|teach|study [ the $language ] -> {2} ?
            .. !next:language|of|spoken|that !nexttag:NN|NNS
            in|to|from|visit|visited|love|of|about [ the
            .. italy|spain|france|germany|portugal|russia|japan|india|brazil|mexico|egypt|morocco
            ..|england|poland|greece|sweden|europe|asia|africa|london|paris|rome|madrid|america
            ..|canada|australia ] -> {2} ? !nexttag:NN|NNS|JJ|POS|NNP !next:of|that|-
            at|on [ the christmas|easter ] -> {2} ? !nexttag:NN|NNS
            [ the next|last ] week|month|year|summer|monday|tuesday|wednesday|thursday|friday
            ..|saturday|sunday|weekend END -> {1} ? !prev:in|for|of|over|until|during|is|was|on|about
            ..|like|enjoy|spend|spent|to|by|the
            in [ the my|his|her|your|our|their ] -> {2}
            [ the our|my|your|his|their ] -> {1}
            a|an|the [ this|that|these|those ] <NN|NNS> -> {1} ? known:0,the
            the $month -> {1} ? prev:in|since|until
            on [ the $day ] END -> {2} ? !prev:is|was !has:of
            in|of [ the society ] END -> society ? known:0,in
            in [ the nature ] END -> nature
            =have|take|eat|skip|make|cook|prepare [ the breakfast|lunch|dinner|supper ] -> {2} ?
            .. !nexttag:NN|NNS|VBN !next:that|which|of|for|in|i|we|she|he|they
        """),
    ),
)
