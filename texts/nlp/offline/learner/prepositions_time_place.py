"""Prepositions of time, place and means."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

TIME_AND_PLACE: tuple[Rule, ...] = (
    Rule(
        id="noun-preposition",
        explanation="This noun goes with another preposition.",
        example="They found a solution to this problem.",
        topic="verb-preposition-combinations",
        rows=table("""
            reason of|to|about -> reason for ? !known:1,to prev:the|main|a|real|only
            .. !next:state|insanity|course
            reasons of|about -> reasons for
            solution|solutions of|for -> {0} to ? known:1,of !nexttag:NNP
            .. !next:salt|sugar|water|acid
            # We say “a solution to a problem”.
            answer|answers|key of|for|on the|this|that|my|your|question|questions|problem door
            ..|question|problem|exercise|letter|email|riddle? -> {0} to {2} {3} ? known:1,of|on
            .. !known:0,key
            answer|answers of|on|about my|your|the|this|that question|questions|problem|riddle ->
            .. {0} to {2} {3}
            key of my|the|this house|door|room|car|flat -> key to {2} {3}
            increase|rise|decrease|fall|drop|reduction of|at|on the? price|prices|number
            ..|temperature|unemployment|salary|sales|cost|crime|rent|pollution|population -> {0}
            .. in {2} {3} ? prevtag:DT|JJ|NN !known:1,at|on
            # We say “a rise in”, “an increase in” something.
            interest on|for|about|at|to the? <NN|NNS|VBG> -> interest in {2} {3} ? prev:an|great
            ..|my|his|her|no|big|any|your|their|real !next:loan|rate
            difference of|in between -> difference between
            damage of|for|in|on the|my -> damage to {2} ? known:1,of|for
            invitation for|of|at my|a|the|his|her|your party|wedding|dinner|birthday|concert ->
            .. invitation to {2} {3}
            trip|visit|journey|travel in|at|for $plain_country -> {0} to {2} ?
            .. prev:a|my|our|the|his|her|first|last !nexttag:NNP
            visit|trip at|in my grandparents -> {0} to my grandparents
            reaction|attitude|access|addiction on|at|against|for|with|of -> {0} to ?
            .. known:0,access|addiction !known:1,of|for !tag:0,VB
            access at|in|on|for the|internet|information -> access to {2} ? !tag:0,VB|VBP
            demand of|in -> demand for ? prev:the|high|great|big|a known:1,of
            advice of|in|for how|the|studying|learning|my -> advice on {2} ? known:1,of|in
            example|photo|picture|photograph from|about my|a|the family|dog|cat|wife|friend|sea ->
            .. {0} of {2} {3} ? known:1,from !known:0,example
            lack|shortage on|for|in|from -> {0} of ? prev:a|the|of|to known:1,on|for
            lack money|time|water|sleep -> lack of {1} ? prev:a|the|of|to|for
            cause for|to the|this|accident|fire|problem|pollution -> cause of {2} ? known:1,to|for
            .. prev:the|main|a|real|another !next:concern
            advantage|disadvantage in|from living|having|being|working -> {0} of {2}
            opinion for|on? the? -> opinion about {2} ? known:1,for
            ticket|tickets of|to the concert|match|film|show|game|museum|cinema|theatre -> {0} for
            .. {2} {3} ? known:1,of
            respect to|at|of my|your|the|old|teachers|people|parents|nature -> respect for {2} ?
            .. prev:have|has|had|show|no|more|much|great known:1,to|at|of
            love to|of my country|animals|music|family -> love for {2} {3} ?
            .. prev:my|his|her|a|great|the known:1,to !tag:0,VB
            relationship|relation to|of my|his|her|the|your parents|mother|father|family|friends
            ..|boss|brother|sister|husband|wife|neighbours -> {0} with {2} {3} ? known:1,to
            contact to my|him|her|them|me|us|with -> contact with {2} ? prev:in|lost|keep
            piece|cup|glass|bottle|slice|pair|group|kind|lot|couple from|for|with coffee|tea|water
            ..|bread|cake|wine|milk|shoes|people|friends|paper|advice|cheese|pizza|socks -> {0} of
            .. {2} ? known:1,from
            cup|glass|bottle|slice coffee|tea|water|bread|cake|wine|milk|cheese|pizza|juice -> {0}
            .. of {1} ? prev:a|one|the|two
            member|capital|part|citizen|end from|in|at the|my|our|this
            .. team|club|family|group|association -> {0} of {2} {3}
            capital from|in $plain_country -> capital of {2}
        """),
        priority=1,
    ),
    Rule(
        id="time-preposition",
        explanation=(
            "“In” goes with months, years and parts of the day, “on” with days and dates, "
            "“at” with times."
        ),
        example="My birthday is on 5 May.",
        topic="prepositions-of-time-in-on-at",
        rows=table("""
            in|at $day -> on {1} ? !next:is|was|'s !before:believe|believed
            in|at $day morning|afternoon|evening|night -> on {1} {2}
            in|at $days -> on {1}
            in|at the|this|last|next? <CD> of? $month -> on {1} {2} {3} {4} ? !known:2,19|20
            .. !known:1,this|last|next
            in|at <CD> $month -> on {1} {2}
            in|at $month&!may|march <CD>&!<NN> -> on {1} {2} ? !next:years
            in|at my|your|his|her|our|the birthday|wedding -> on {1} {2} ? known:2,birthday
            .. !next:party|cake|card|present|gift|suit|dress|day
            on|at january|february|april|june|july|august|september|october|november|december END
            .. -> in {1}
            on|at january|february|april|june|july|august|september|october|november|december
            .. i|we|he|she|they|my|it|the|, -> in {1} {2}
            =be|born|'s|happen|started|began|=start|=die|=move|=build|=finish|=meet|=end @NP?
            .. on|at 1900|<CD> -> {0} {1} in {3} ? year:3 !nexttag:NN|NNS|NNP
            .. !next:$month|am|pm|o'clock|:
            born|built|married|founded|opened|started|finished on|at <CD> -> {0} in {2} ? year:2
            on|at summer|winter|spring|autumn END -> in {1}
            on|at summer|winter|spring|autumn i|we|he|she|they|my|it|the|, -> in {1} {2}
            on|at the summer|winter|spring|autumn -> in the {2} ? !nexttag:NN|NNS !next:holidays
            on|at the morning|afternoon|evening -> in the {2} ? !nexttag:NN|NNS
            .. !next:of|flight|train|before|that|news
            on|at morning|afternoon|evening END -> in the {1}
            in|on night END -> at night
            in the weekend|weekends -> at the {2} ? !next:of
            # We say “at the weekend” (British) or “on the weekend” (American).
            in weekends|weekend -> at weekends
            in last|next|every weekend|week|month|year|monday|tuesday|wednesday|thursday|friday
            ..|saturday|sunday|summer|morning|night -> {1} {2} ? !nexttag:NN !next:of !prev:so
            .. !prev:move|moved|moves|go|came|come|moving|broke|check|checked|stay|stayed|staying
            # Before “{1}” there is no preposition.
            on|at last|next|every week|month|year|weekend|monday|tuesday|wednesday|thursday|friday
            ..|saturday|sunday|summer|morning|night|day -> {1} {2} ? !next:of !nexttag:NN|POS
            .. !next:'s !prev:depend|depends
            # Before “{1}” there is no preposition.
            in yesterday|tomorrow|today|tonight -> {1} ? !prevtag:VB|VBD|VBG|VBN|VBP|VBZ !next:'s
            on yesterday|tomorrow|today|tonight -> {1} ? !next:'s !prev:depend|depends|based
            .. !nexttag:NN
            in|on <CD>|$number o'clock -> at {1} o'clock
            in|on <CD>|$number am|pm|a.m.|p.m. -> at {1} {2} ? !glued:2
            in|on half past -> at half past
            in|on|at? midnight|noon|midday -> at {1} ? known:0,in|on
            =start|begin|finish|arrive|leave|get|wake|open|close|meet up? in|on seven|eight|nine
            ..|ten|eleven|six|five|four END -> {0} {1} at {3}
            in|on the? christmas|easter END -> at {2} ? known:0,in
            at|on the? <CD>th century -> in the {2}th century
            at|on the nineteenth|twentieth|eighteenth|twenty-first|seventeenth|sixteenth|fifteenth
            ..|19th|20th|21st|18th|17th|16th|15th|12th century -> in the {2} century
            on|at the sixties|seventies|eighties|nineties|1980s|1990s|1970s|1960s|past|future ->
            .. in the {2} ? !before:look|looks|looked|looking
            on|in the same|that|this time END -> at {2} {3} ? !known:0,on known:2,same
            in the same time|moment -> at the same {3}
            in|on the moment END -> at the moment
            in|on this|that moment -> at {1} moment ? !prev:live|living|lived
            in the end of the|this|last|next -> at the end of {4} ? !prev:,
            on the end of the|this|last|next month|year|week|day|summer|film|book|lesson|semester
            .. -> at the end of {4} {5}
            on|at the beginning of -> at the beginning of ? known:0,on
            in|on the beginning of the|this|last|next -> at the beginning of {4} ? known:0,on
            at|on the age of -> at the age of ? known:0,on
            in|with|on the age of -> at the age of
            on|in age of -> at the age of
            since $number|a|many|several|two|<CD> $units|year|month|long|week|time -> for {1} {2}
            .. ? !next:ago|since|in !nexttag:VBN !has:passed|it's
            # “Since” goes with a starting point, “for” with a length of time.
            since a long time -> for a long time
            since many|several|few|some years|months|weeks|days -> for {1} {2}
            since a few|couple -> for a {2} ? !after:ago
            have|has|'ve ~6 [ for ] <CD> END -> since ? year:3
            have|has|'ve ~6 [ for ] last|yesterday|$day|monday|january|march|june|july|september
            ..|october|november|childhood END -> since ? !known:3,friday|saturday|sunday
            have|has|'ve ~6 [ for ] last|this week|month|year|summer|monday|winter -> since ?
            .. known:3,last
            have|has|'ve been|lived|worked|known|had|studied|waited ~4 [ from ] <CD> END -> since
            .. ? year:4
            =need|want|finish|send|submit|give|deliver|hand|pay|return|bring ~5 [ until|till ]
            .. $day|tomorrow|friday|next|noon|five at? the? latest? END -> by ? !has:n't !has:not
            .. !has:keep known:0,finish|send|submit|deliver|hand|return|finished|need|needs
            # A deadline is introduced by “by”.
            [ until|till ] $day|tomorrow|the|next|noon|midnight ~3 at the latest -> by
            # A deadline is introduced by “by”.
            between <CD>|$number to|until|- <CD>|$number -> between {1} and {3}
            # “Between” goes with “and”, “from” with “to”.
            between @NP to @NP -> between {1} and {3} ? !has:and known:1,monday|tuesday|wednesday
            ..|thursday|friday|nine|eight|ten|seven|$number
            between $day to|until $day -> between {1} and {3}
            from <CD>|$number until|and|till <CD>|$number -> from {1} to {3} ? known:2,and
            since <CD>|$number to|until <CD>|$number -> from {1} to {3}
            since $day|morning to|until $day|night|evening -> from {1} to {3}
            $subject +VBD ~4 before $number|two|three|a|few days|weeks|months|years|hours|minutes
            .. END -> {0} {1} {2} {4} {5} ago ? !has:had !has:'d
            # With a length of time before now use “ago”.
            ago $number|two|three|<CD> days|weeks|months|years|hours|minutes -> {1} {2} ago
            # “Ago” stands after the length of time.
            during $number|<CD>|a|many|several|some|few seconds|minutes|hours|days|weeks|months
            ..|years|long|few|week|month|year|couple|hour -> for {1} {2} ? !next:when|of
            # “For” says how long; “during” says when.
        """),
        priority=2,
    ),
    Rule(
        id="place-and-means",
        explanation="This expression has a fixed preposition.",
        example="What's on TV tonight?",
        topic="prepositions-of-place",
        rows=table("""
            on|at|by $language END -> in {1} ? before:say|write|speak|called|call|written|read
            ..|sing|song|film|word
            =look|looks as a|my|the|his|her -> {0} like {2} ? !next:result|whole|rule
            in|at tv|television|tonight? -> on {1} ? known:1,tv|television !nexttag:NN|NNS
            .. !prev:interested|invest|work|works|worked|career|job|advertising|good|look|looking
            ..|looked
            in|at the tv|television|radio|internet|phone -> on {1} {2} ? !nexttag:NN|NNS
            .. !known:0,at
            at|in the internet -> on the internet
            in internet -> on the internet
            in|at page|line -> on {1} ? nexttag:CD
            in|at the page|website|list|menu|map|ceiling -> on {1} {2} ?
            .. known:2,page|ceiling|menu|map !known:0,at !next:of
            in|at the? first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top
            ..|ground floor -> on {1} {2} floor
            in|at the|my|your|his|her left|right side -> on {1} {2} {3} ?
            .. !next:place|order|way|direction
            in|at the left|right END -> on the {2} ? !has:hand
            in|at the wall|walls -> on the {2} ? !prev:bullet|gap|nail|hole|crack|door|window|hidden|look|looking
            ..|looked|stare|stared|leaning|throw|threw|holes|cracks|bricks|brick|safe|built
            in|at the beach -> on the beach ? known:0,in
            in|at the table|desk|shelf|floor|roof END -> on the {2} ? known:0,in
            .. !before:sit|sitting|sat|eat|dinner|lunch
            on the picture|photo|photograph|mirror|newspaper|sky|street|room|kitchen|garden
            ..|bedroom|middle|country|world|city|village|library|classroom|park|hospital|theatre
            .. -> in the {2} ? !nexttag:NN|NNS !prev:effect|impact|book|report|article|focus
            ..|article|information|influence|based|depends|depend|go|look|light|walk|spend|tax
            .. !known:2,street|picture|photo|newspaper
            on the picture|photo|photograph $subject|there|we|is -> in the {2} {3}
            on the mirror|sky|newspaper END -> in the {2}
            in|at foot -> on foot
            in|by|with foot -> on foot
            with|on|in car|bus|train|plane|taxi|bike|bicycle|tram|boat|metro|ship -> by {1} ?
            .. !nexttag:NN|NNS !prev:interested !next:and|or known:0,with|on|in
            .. !prev:man|problem|trouble
            =go|come|travel|get|arrive|drive ~4 [ with|in|on the|my car|bus|train|plane|taxi|bike
            ..|bicycle|tram|boat|metro ] END -> by {4} ? known:2,with known:3,the
            # Means of transport take “by” and no article.
            by my|his|her|our|your car|bike|bicycle -> in {1} {2} ? known:2,car
            by my|his|her|our|your bike|bicycle -> on {1} {2}
            by feet -> on foot
            at|on|in holiday|holidays END -> on {1} ? known:0,at|in known:1,holiday
            in|at business END -> on business ? prev:is|was|here|away|there|trip|travel|travelled
            ..|went
            in|on my|your|his|her opinion -> in {1} opinion ? known:0,on !prevtag:VB|VBD|VBP|VBZ
            ..|VBG|VBN|NN|NNS|JJ
            for|by|according|to my|your|his|her opinion -> in {1} opinion ? known:0,for|by first
            according to my opinion -> in my opinion
            in|on the other side -> on the other {3} ? known:0,in
            in the other hand -> on the other hand
            from|by other hand -> on the other hand
            in one|the hand , -> on {1} hand , ? known:1,one
            with|on other words -> in other words
            by|in accident|mistake|chance|purpose -> by {1} ? known:0,in|on !known:1,purpose
            .. !prev:involved|hurt|died|killed|been
            in|with|by purpose END -> on purpose
            in|at fire END -> on fire ? prev:is|was|are|were|house|building|car
            in|at sale -> on sale ? !prev:involved
            in|on danger of? -> in danger {2} ? known:0,on
            in|at time END -> on time ? known:0,at
            under|on|with the rain -> in the rain ? !prev:depend|depends known:0,under
            under the sun END -> in the sun ? prev:lie|lying|sat|sit|sitting|lay
            at|on|in phone|telephone -> on the phone ? known:0,at|in|on prev:talk|talking|talked
            ..|speak|speaking|spoke
            in the phone|telephone END -> on the phone ? before:talk|talking|talked|speak|speaking
            ..|spoke|is|am|was
            in|on the bus stop|station -> at the {2} {3} ? known:2,bus|train
            on the university|school|party|concert|meeting|office|airport|station|cinema
            ..|restaurant|conference -> at the {2} ? !nexttag:NN|NNS !prev:effect|impact|book
            ..|report|article|focus|information|based|depends|depend|spend|influence|attack|work
            ..|keen|bus|talk|opinion
            in|on home END -> at home ? !prev:back|get|go|come|go|way|work|works|way
            in|on home alone|all|today|tonight|now|with|and -> at home {2}
            in|on work END -> at work ? prev:is|am|was|'m|'s|are|be|were|dad|mum known:0,on
            in|on university -> at university ? known:0,on|in prev:study|studying|studied|studies
            ..|student|still
            near|close|next of|from -> {0} to ? known:0,next|close known:1,of|from
            near|nearby to|of|from my|the|our|a -> near {2} ? known:0,near
            # “Near” takes no preposition.
            near by my|the|our -> near {2}
            nearby my|the|our|a -> near {1}
            opposite to|of|from the|my -> opposite {2} ? !prev:the|exact
            behind|under|in|inside|outside of my|the|our table|house|bed|chair|tree|car|door ->
            .. {0} {2} {3} ? known:0,behind|under|inside
            in|into front the|my|our|of? -> {0} front of {2} ? known:0,in known:2,the|my|our
            front of -> in front of ? prev:is|was|stand|stood|sit|sat|stands|are|were|live|park
            ..|parked|wait|waited
            on|in the top|bottom of? the? page -> at the {2} {3} {4} page ? known:0,in|on
            to|for abroad -> abroad
            with|by|in the help of -> with the help of
            by|with heart|memory -> by heart ? known:0,with known:1,heart
            in|for example , -> for example , ? known:0,in
            by example -> for example
            for first|second|last time -> for the {1} time
            in|for the first time -> for the first time ? known:0,in
            on|in|at summary|conclusion|fact|general|particular|advance -> in {1} ? known:0,on|at
            on time to -> in time to
            in average -> on average
            in the|my way to|home -> on {1} way {3} ? !prev:get|got|gets|is|stand|standing|stood
            ..|are
            in|at strike -> on strike ? prev:are|were|went|is|go
            in|at diet -> on a diet ? !nexttag:NN
            in a diet -> on a diet
            in loud voice -> in a loud voice
            with|by pen|pencil|ink -> in {1} ? prev:write|written|wrote|it|form
            in|by credit card -> by credit card ? known:0,in
            in|with my own -> on my own ? next:.|? prev:live|lives|travel|did|alone|do|work|it
            by|with myself alone -> by myself
            with|in low|high speed -> at {1} speed
            with|in the? speed of -> at {1} speed of
        """),
        priority=1,
    ),
)
