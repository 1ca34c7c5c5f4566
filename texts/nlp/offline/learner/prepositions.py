"""Prepositions after verbs, adjectives and nouns, with times and places."""

from __future__ import annotations

from texts.nlp.offline.learner.prepositional_phrases import PHRASES
from texts.nlp.offline.learner.prepositions_adjectives import AFTER_ADJECTIVES
from texts.nlp.offline.learner.prepositions_governed import GOVERNED
from texts.nlp.offline.learner.rules import Rule, table

RULES: tuple[Rule, ...] = (
    Rule(
        id="verb-preposition",
        explanation="This verb goes with another preposition.",
        example="It depends on the weather.",
        topic="verb-preposition-combinations",
        rows=table("""
            =depend of|from|in|at|by|with|to -> {0} on
            # We say “depend on”.
            =consist from|by|on -> {0} of ? !tag:0,NN !nexttag:VBG
            # We say “consist of”.
            =listen&!<NN> the|my|your|his|her|our|their|music|me|him|us|them|this|that|radio
            ..|english|songs|podcasts|classical -> {0} to {1} ? !prev:please
            # We listen to somebody or something.
            =listen at|on|in the|my|music|me|him -> {0} to {2} ? !has:night
            # We listen to somebody or something.
            =wait&!<NN> the|my|your|his|her|our|their|me|him|us|them|you|this -> {0} for {1} ?
            .. !nexttag:VBD !next:night|day|morning|whole|evening|afternoon
            # We wait for somebody or something.
            =wait to|at me|him|us|them|you|my|her -> {0} for {2}
            # We wait for somebody or something.
            =think&!<NN> in|on you|me|him|her|it|them|us|my|buying|moving|going|changing|studying
            ..|getting|selling|leaving -> {0} of {2} ? !has:terms
            # We think of or about somebody or something.
            =dream with|on you|me|him|her|it|them|a|my|the|being|becoming|having -> {0} of {2}
            # We dream of or about somebody or something.
            =marry with|to -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !prev:is|was|are|were|been|be|get|got
            ..|'m|'s|'re !nexttag:CD
            # “Marry” takes its object without a preposition.
            =be|'s|'m|'re|get|gets|got|getting|been married with -> {0} married to ? !next:two
            ..|three|one|four|no|children|kids
            # We are married to somebody.
            engaged with -> engaged to ? next:my|her|his|a|him prev:is|was|got|are|am|'m|'s
            # We are engaged to somebody.
            =arrive to|into work|school|university -> {0} at {2}
            # We arrive at a place or in a city or country, not “to”.
            =arrive to the|my|our|a|this|his|her|their <JJ>?
            .. city|country|town|village|capital|island -> {0} in {2} {3} {4}
            # We arrive in a city or country, not “to”.
            =arrive to the|my|our|a|this|his|her|their -> {0} at {2}
            # We arrive at a place, not “to”.
            =arrive to $plain_country|<NNP> -> {0} in {2}
            # We arrive in a city or country, not “to”.
            =arrive at|to home -> {0} home
            # With “home” there is no preposition.
            =arrive at $plain_country -> {0} in {2} ? !nexttag:NNP|NN
            # We arrive in a city or country.
            =discuss&<VB.*> about|on|of -> {0} ? !next:to
            # “Discuss” takes its object without a preposition.
            =reach to&!<VBG> the|a|my|our|an|this|$plain_country -> {0} {2} ? !tag:0,NN !has:for
            # “Reach” takes its object without a preposition.
            =answer&<VB.*> to me|him|her|us|them|my|the|your|his|our|this|that -> {0} {2} ?
            .. !next:boss
            # “Answer” takes its object without a preposition.
            =ask to me|him|her|us|them|you|my|the|his|our -> {0} {2} ? !nexttag:VB|VBP
            # “Ask” takes the person as its object, without “to”.
            =tell to me|him|her|us|them|you|my|the|his|our|everyone|everybody|someone -> {0} {2}
            # “Tell” takes the person as its object, without “to”.
            =call&<VB.*>&!<NN> to me|him|us|them|you -> {0} {2}
            # “Call” takes the person as its object, without “to”.
            =phone|telephone&<VB.*> to -> {0}
            # “Phone” takes the person as its object, without “to”.
            =enter&<VB.*> in|into|to|at the|a|my|our|this|his|her room|house|building|university
            ..|shop|classroom|church|office|hotel|bank|kitchen|school|museum|garden|cinema|store
            ..|restaurant|country|car|bathroom|bedroom -> {0} {2} {3}
            # “Enter” a place takes no preposition.
            =visit&<VB.*> to|in|at -> {0} ? !next:the|london|certain|night|weekends|christmas
            ..|easter|any|least|all !nexttag:CD|NNP !next:summer|winter|may|june|august
            # “Visit” takes its object without a preposition.
            =contact&<VB.*> with|to -> {0} ? !tag:0,NN
            # “Contact” takes its object without a preposition.
            =attend&<VB.*> to|in|at the|a|my|our|this|that|his|her|university|school|classes
            ..|lectures -> {0} {2} ? !next:needs|matter|customers|customer|wounded|patient
            ..|patients
            # “Attend” takes its object without a preposition.
            =join&<VB.*> to|with the|a|my|our|us|me|this -> {0} {2} ? !has:in
            # “Join” takes its object without a preposition.
            =approach to the|me|him|us|a&!<NN> -> {0} {2} ? tag:0,VBD|VB|VBZ|VBG !prevtag:DT|JJ
            =lack&<VBZ|VBD> of -> {0} ? !prevtag:DT
            =resemble|obey|marry|divorce to -> {0} ? !prev:is|was|get|got|been|'s|are|were
            =need|want&<VBP|VBZ|VBD> of|for the|a|my|some|your|help -> {0} {2} ?
            .. prev:i|we|they|you|he|she !has:what
            =suffer of|by|with -> {0} from
            # We suffer from something.
            =die by|from hunger|thirst|laughing|old -> {0} of {2}
            # We die of something.
            =remind me|him|us|them|you|her to my|our|the|a|home|his|her|$possessive -> {0} {1} of
            .. {3} ? !nexttag:VB
            # Something reminds us of something.
            =accuse @NP for|about|with -> {0} {1} of ? tag:0,VBD|VBN|VBZ|VBP|VB|VBG
            # We accuse somebody of something.
            =be|'s|'re|'m|was accused for|with|about -> {0} accused of
            # Somebody is accused of something.
            =congratulate @NP for -> {0} {1} on
            # We congratulate somebody on something.
            congratulations|congratulation for|by|with|about -> congratulations on ?
            .. !next:being|you|reading|all
            # We say “congratulations on”.
            =spend @NP in|for|at clothes|food|rent|books|shoes|games|video|petrol|transport|coffee
            ..|travel|sweets|toys|music|gifts|presents|cigarettes|taxis|unnecessary|things|alcohol
            ..|electricity|advertising|makeup|cosmetics -> {0} {1} on {3} ? known:1,money|euros
            ..|dollars|pounds|lot|salary|much|fortune|savings
            # We spend money on something.
            =spend too|so much|? money in|for|at -> {0} {1} {2} money on ? !nexttag:DT
            a lot of money in|for clothes|food|rent|books|shoes|games|video|petrol|coffee|travel
            ..|toys|gifts -> a lot of money on {5} ? before:spend|spends|spent|spending
            =spend much|more|less money in|for|at <NNS|NN> -> {0} {1} money on {4} ? !next:month
            =participate at|on|to -> {0} in ? !next:night|least|first
            # We participate in something.
            =take part at|on|to|of -> {0} part in ? !next:night|least
            # We take part in something.
            =succeed at|on <VBG> -> {0} in {2}
            =believe&<VB.*> on|at god|ghosts|miracles|love|me|you|him|her|yourself|himself|magic
            ..|fate|luck|destiny|horoscopes|angels -> {0} in {2}
            # We believe in something.
            =concentrate|focus in|at|to the|my|your|his|her|our|their|studying|work|one|this ->
            .. {0} on {2} ? !next:morning|evening|library|classroom
            # We concentrate on something.
            =insist in|to|for <VBG> -> {0} on {2}
            # We insist on something.
            =look&!<NN> to|on the|this|that|these|those|me|him|her|them|it <JJ>? picture|photo
            ..|stars|board|sky|map|screen|moon|painting|pictures|photos|mirror|television|window
            .. -> {0} at {2} {3} {4} ? !known:4,mirror|window|sky
            # We look at something.
            =look to|on me|him|her|them|us END -> {0} at {2} ? !has:up|forward
            # We look at somebody.
            =look to|on me|him|her|us when|while|with|and -> {0} at {2} {3}
            look this|that|these|those|him|her|me|them picture|photo|! -> look at {1} {2}
            =look the|my|these|this|that|those picture|photo|stars|pictures|photos|sea|view|map
            ..|board|sky -> {0} at {1} {2}
            =look for to -> {0} for
            =search&<VB.*>&!<NN> my|a|the|his|her|some keys|key|job|flat|glasses|wallet|phone
            ..|apartment|house|book|hotel|work -> {0} for {1} {2} ? !nexttag:VBZ known:2,key|job
            ..|glasses|wallet|apartment|flat|phone
            # We search for something that we want to find.
            =search of|after -> {0} for ? !prev:in tag:0,VB|VBD|VBG|VBP|VBZ
            =pay&!<NN> the|my|your|his|her|our|their|this|that|a ticket|tickets|meal|dinner|lunch
            ..|drinks|coffee|coffees|taxi|hotel|food|wine|pizza|damage|book|course|trip|beer|books
            ..|flight|room|breakfast|shoes|dress|car|parking -> {0} for {1} {2} ? !nexttag:NN|NNS
            .. !next:price|money|bill|fee|man|driver|a|owner
            # We pay for something that we buy.
            =pay by|with cash -> {0} in cash
            =pay in credit card|? -> {0} by credit card
            =speak|talk me|him|us|them -> {0} to {1} ? tag:0,VB|VBP|VBD|VBZ|VBG
            .. !prev:let|make|n't|help !next:into|out|through|up
            =laugh of|with|about me|him|her|us|them -> {0} at {2} ? !known:1,with
            # We laugh at somebody.
            =smile to me|him|her|us|them -> {0} at {2}
            # We smile at somebody.
            =shout to me|him|her|us|them because|for|when -> {0} at {2} {3}
            =borrow @NP to me|him|her|us|them|my|the|a -> {0} {1} from {3} ?
            .. known:1,money|book|pen|car|bike
            =protect @NP of|against|about the sun|cold|rain -> {0} {1} from {3} {4} ? known:2,of
            =protect @NP of -> {0} {1} from ? !next:this|that|which !tag:1,NNS
            =prevent @NP to|of +VBG -> {0} {1} from {3}
            =blame @NP of|about -> {0} {1} for
            =thank @NP about|of|by -> {0} {1} for ? !next:all
            =apologise|apologize about|of|by <VBG> -> {0} for {2}
            =apologise|apologize @NP for -> {0} to {1} for ? tag:1,PRP
            =agree to|at you|me|him|her|them|my|your|what|us -> {0} with {2}
            # We agree with somebody.
            =disagree to|from|on you|me|him|her|them|my|your -> {0} with {2}
            =care for|of about -> {0} about
            =complain for|of|against the|my|his|noise|food -> {0} about {2} ? !tag:0,NN
            # We complain about something.
            =worry&<VB.*> for|of the|my|your|exam|exams|money|him|her|me|future -> {0} about {2}
            # We worry about something.
            =belong for|of|at the|me|him|my|us|her|them -> {0} to {2}
            # Something belongs to somebody.
            =belong me|him|us|them|my|her -> {0} to {1}
            # Something belongs to somebody.
            =happen with me|him|her|us|them|you|my -> {0} to {2} ? !has:agree
            # Something happens to somebody.
            =explain|describe|mention&<VB.*> about -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !passive
            # This verb takes its object without “about”.
            =emphasise|emphasize|stress|request on|about|for&!<VBN> the|a|this|my -> {0} {2} ?
            .. tag:0,VB|VBD|VBP|VBZ|VBG !passive !prevtag:DT
            =consider about|on -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG
            =translate @NP to|at|on $language -> {0} {1} into {3}
            # We translate from one language into another.
            =translate to|on $language -> {0} into {2}
            =divide|cut|split @NP in|on two|three|four|half|pieces|groups -> {0} {1} into {3} ?
            .. !known:3,half
            =change @NP for dollars|euros|pounds -> {0} {1} into {3}
            =fill up|on? the form -> {0} in the form ? tag:0,VB|VBP|VBD
            =live&<VB.*> at|on london|paris|madrid|moscow|tokyo|istanbul|cairo|$plain_country ->
            .. {0} in {2} ? !nexttag:NNP|NN
            =work&<VB.*> like a|an -> {0} as {2} ? next:$profession
            # A job is introduced by “as”.
            =work&<VB.*> like a|an <JJ> $profession -> {0} as {2} {3} {4}
            =work&<VB.*> on|at|by a company -> {0} for a company ? known:1,on|by
            =dress|dressed with|of black|white|red|blue|a -> {0} in {2} ? prev:is|was|were|are
            =cover|covered of|by snow -> {0} with snow ? known:1,of
            =base|based in|at|of a|the true|real|his|her|novel|book|facts|same|idea -> {0} on {2}
            .. {3} ? !next:city|town|country|centre|area
            # Something is based on something else.
            =base|based in true|real|facts -> {0} on {2}
            =specialise|specialize on|at -> {0} in
            =result|results on -> {0} in ? tag:0,VBZ|VBD|VB !prevtag:DT|PRP$|JJ
            =invest money|? on|at -> {0} {1} in ? tag:0,VB|VBD|VBP|VBZ|VBG
            =fall|fell|fallen in love of|to|from|on -> {0} in love with
            # We fall in love with somebody.
            in love of|to|from -> in love with
            =get in|into the|a bus|train|plane|tram|metro -> {0} on {2} {3}
            # We get on a bus, train or plane.
            =get down|off from the|a bus|train|plane|tram|metro|car -> {0} off {3} {4} ?
            .. !known:4,car
            # We get off a bus, train or plane.
            =get down the|a bus|train|plane|tram|metro -> {0} off {2} {3}
            =get off|down from? the|a car|taxi -> {0} out of {3} {4}
            # We get out of a car or taxi.
            =get out|off from of? the car|taxi -> {0} out of the {5}
            =return|=go|=come back? to home -> {0} {1} home ? !nexttag:NN|NNS
            # With “home” there is no preposition.
            =go|come|return|walk|drive|get|run|travel&!<NN> in|at home -> {0} home ? !prev:stay
            .. !tag:0,VBN
            # With “home” there is no preposition.
            =go|come|travel|move|fly|drive|return&<VB.*> in|at $plain_country -> {0} to {2} ?
            .. !tag:0,VBN !nexttag:NN|NNP known:0,go|come|went|travel|travelled|fly|flew|return
            ..|returned|move|moved|came !prev:has
            # Movement to a place takes “to”.
            =go|went|goes|going in|at the|school|work cinema|beach|park|gym|supermarket|market
            ..|doctor|dentist|library|museum|airport -> {0} to the {3} ? !known:2,school|work
            # Movement to a place takes “to”.
            =go|come|walk|drive at school|work|university|church -> {0} to {2} ?
            .. tag:0,VB|VBP|VBD|VBZ|VBG
            # Movement to a place takes “to”.
            =go&!<NN> school|university|church|bed|work&<NN>&!hard|well -> {0} to {1} ?
            .. !nexttag:NN|NNS !prev:will|let|can !known:0,gone
            .. known:1,school|university|church|bed
            # Movement to a place takes “to”.
            =go to there|here|abroad|downtown|upstairs|downstairs|outside|somewhere|anywhere
            ..|everywhere -> {0} {2}
            # Before “{2}” there is no preposition.
            =come to here -> {0} here
            =go to shopping|swimming|fishing|skiing|hiking|camping|jogging|dancing|running -> {0}
            .. {2} ? !nexttag:NN|NNS !tag:2,NN|X !has:look
            # Before the -ing form of a free-time activity there is no “to”.
            =go to shopping|swimming|skiing|camping -> {0} {2} ? !nexttag:NN|NNS
            .. !next:centre|center|pool|mall|lessons
            =play at|in|on $sport -> {0} {2} ? !nexttag:NN
            # We play a sport without a preposition.
            =help to me|him|us|them|her to? +VB -> {0} {2} {3} {4}
            # “Help” takes the person as its object, without “to”.
            =help|=thank|=invite|=advise|=teach|=thank|=congratulate to me|him|us|them|you|my|our
            .. -> {0} {2} ? tag:0,VB|VBD|VBP|VBZ|VBG
            # The person is the object of this verb, without “to”.
            =apply to|on a|the job|jobs|position|scholarship|visa -> {0} for {2} {3}
            # We apply for a job.
            =ask me|him|us|them|for? about? help|money|permission END -> {0} {1} for {3} ?
            .. !has:for !known:1,about
            =knock|knocked to|in the|my door -> {0} on {2} {3}
            =rely|count in|of|to -> {0} on ? tag:0,VB|VBP|VBZ|VBD|VBG !nexttag:CD !known:1,to
            =stare to -> {0} at
            =recover of -> {0} from
            =consist|consists in|from -> {0} of
            =escape of -> {0} from
            =hide|hidden of -> {0} from
            =separate|differ of -> {0} from
            =subscribe at|on -> {0} to
            =respond|reply me|him|her|us|them|my -> {0} to {1} ? tag:0,VB|VBD|VBP|VBZ
            =introduce me|him|us with -> {0} {1} to
            =forget|forgot|remember about of -> {0} about
            =forget|remember of -> {0} ? tag:0,VB|VBD|VBP|VBZ|VBG !next:course
            =taste|smell|sound like? good -> {0} good
            =feel myself|himself|herself|themselves|yourself good|bad|well|better|happy|sad|tired
            ..|sick|ill|comfortable|great|nervous|lonely -> {0} {2}
            # “Feel” is not reflexive in English.
        """),
        priority=2,
    ),
    *AFTER_ADJECTIVES,
    *GOVERNED,
    *PHRASES,
)
