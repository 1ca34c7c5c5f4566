"""Inversion and the place of the subject; missing and doubled subjects."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.word_places import (
    inversion,
)

SUBJECT_PLACES: tuple[Rule, ...] = (
    Rule(
        id="compound-noun",
        explanation="In a compound the main noun comes last.",
        example="The hotel has a swimming pool.",
        topic="adjectives-before-nouns",
        rows=table("""
            pool swimming -> swimming pool
            machine washing -> washing machine
            room living|dining|waiting|bath|class -> {1} room ? !next:in|on|next|with|alone|near
            phone mobile -> mobile phone ? !nexttag:NN
            card credit|birthday|identity -> {1} card ? !nexttag:NN
            stop bus|tram -> {1} stop ? prevtag:DT
            station train|bus|metro|police|petrol -> {1} station ? prevtag:DT
            teacher english|maths|history|music|spanish -> {1} teacher ? prevtag:DT|PRP$|JJ
            player football|tennis|basketball|guitar -> {1} player
            driver taxi|bus|truck|lorry -> {1} driver ? prevtag:DT|PRP$|JJ
            ticket train|bus|plane|concert|cinema -> {1} ticket ? prevtag:DT|PRP$|JJ
            shop coffee|book|shoe|flower|gift -> {1} shop ? prevtag:DT|PRP$|JJ !nexttag:NN
            salad fruit -> fruit salad
            juice orange|apple|tomato -> {1} juice
            soup vegetable|chicken|tomato -> {1} soup
            cake chocolate|birthday -> {1} cake ? !nexttag:NN
            agency travel -> travel agency
            film horror|action -> {1} film
            school language|high|primary|secondary -> {1} school ? prevtag:DT|PRP$ !nexttag:NN
            team football|basketball -> {1} team ? !nexttag:NN
            match football|tennis -> {1} match ? !nexttag:NN
            toothpaste tube -> tube of toothpaste
        """),
        priority=4,
    ),
    Rule(
        id="inversion-needed",
        explanation=(
            "After a negative or limiting expression at the start the auxiliary comes before "
            "the subject."
        ),
        example="Only after the exam did I realise my mistake.",
        topic="inversion-after-negative-adverbials-introduction",
        find=inversion,
        rows=table("""
            ^ so i|we|they|he|she do|does|did|am|is|are|can|will END -> so {2} {1} ? first
            ^ neither|nor i|we|they|he|she do|does|did|am|is|are|can|will|have|has END -> {0} {2}
            .. {1}
            no sooner $subject had -> no sooner had {2}
            ^ here|there the|my|our|your bus|train|taxi|teacher|boss|sun|rain|food|bell <NN>?
            .. comes|goes|is -> {0} {4} {1} {2} {3} ? !known:4,is
            ^ here|there comes|goes he|she|it -> {0} {2} {1}
            ^ here|there come|go they -> {0} they {1}
        """),
        priority=2,
    ),
    Rule(
        id="inversion-needless",
        explanation="Outside questions the subject comes before the verb.",
        example="How beautiful these flowers are!",
        topic="question-words",
        rows=table("""
            ^ how <JJ|RB> is|are|was|were this|that|these|those|the|your|her|his|my|our <NN|NNS>
            .. END -> how {1} {3} {4} {2} ? has:! !question
            ^ how <JJ|RB> is|are|was|were it|she|he|they|you END -> how {1} {3} {2} ? has:!
            .. !question
            ^ what a <JJ>? <NN> is|was this|that|it END -> what a {2} {3} {5} {4} ? has:!
            .. !question
            ^ up to now|then ,? have|has|had n't? $subject -> up to {2} {6} {4} {5} ? !question
            ^ so far ,? have|has n't? $subject -> so far {5} {3} {4} ? !question
            ^ maybe|perhaps|usually|yesterday|tomorrow|sometimes ,? is|are|can|will|do|does|was
            ..|were|have|has i|he|she|we|they|you -> {0} {3} {2} ? !question !known:2,do|does
            although|because is|are|was|were|can|will i|he|she|we|they|you|it -> {0} {2} {1} ?
            .. !question
        """),
        priority=3,
    ),
    Rule(
        id="missing-subject",
        explanation="An English sentence needs a subject: use “it” when there is no other.",
        example="It is raining.",
        topic="subject-and-object-pronouns",
        rows=table("""
            ^ is raining|snowing|important|necessary|possible|impossible|difficult|easy|cold|hot
            ..|late|early|dangerous|sunny|cloudy|windy|true|dark|useful|interesting|good|nice
            ..|better|very|too|time|getting|not|because -> it is {1} ? !question
            ^ was raining|snowing|important|necessary|difficult|easy|cold|hot|late|dangerous|sunny
            ..|dark|interesting|nice|very|too|a -> it was {1} ? !question
            ^ is a very? good|nice|beautiful|big|small|great|bad|interesting|wonderful|difficult
            .. -> it is a {2} {3} ? !question
            ^ is not important|necessary|possible|easy|good|true|difficult|far|expensive -> it is
            .. not {2} ? !question
            ^ is n't important|necessary|possible|easy|good|true|difficult|far -> it is n't {2} ?
            .. !question
            because|but|and|think|if|when|that|so is|was very|raining|cold|hot|late|difficult|easy
            ..|important|expensive|too|dangerous|beautiful|good|cheap|near|far|not|interesting
            ..|necessary|possible|impossible|dark|sunny|boring -> {0} it {1} {2} ?
            .. known:0,because|think|if|when !prevtag:NN|NNS
            in my opinion|country ,? is very? important|difficult|good|necessary|bad|better|easy
            ..|cold|hot -> in my {2} {3} it {4} {5} {6}
            ^ rains|snows a|very|here|every|in -> it {0} {1} ? !tag:0,NNS
            i|we find|think|found|thought difficult|important|easy|hard|necessary|impossible
            ..|interesting to -> {0} {1} it {2} to
            =make difficult|easy|possible|impossible to -> {0} it {1} to
        """),
        priority=2,
    ),
    Rule(
        id="double-subject",
        explanation="The subject is named once: no pronoun repeats it.",
        example="My brother works in a bank.",
        topic="subject-and-object-pronouns",
        rows=table("""
            ^ my|our|his|her|the|your brother|father|boss|son|husband|uncle|grandfather|teacher
            ..|friend|cousin|neighbour|boyfriend|man|boy|doctor he <VBZ|VBD|MD> -> {0} {1} {3}
            ^ my|our|his|her|the|your sister|mother|boss|daughter|wife|aunt|grandmother|teacher
            ..|friend|cousin|neighbour|girlfriend|woman|girl|mum|doctor she <VBZ|VBD|MD> -> {0}
            .. {1} {3}
            ^ my|our|his|her|the|your|many parents|friends|children|brothers|sisters|students
            ..|people|neighbours|teachers|men|women|grandparents they <VBP|VBD|MD> -> {0} {1} {3}
            ^ the|my|this|our city|town|house|car|film|book|country|job|school|food|weather
            ..|problem|dog|cat|hotel|room|phone it <VBZ|VBD> -> {0} {1} {3}
            ^ <NNP|NN> he|she <VBZ|VBD>&is|was|has|lives|works|likes|went|said -> {0} {2} ?
            .. tag:0,NNP
            ^ many|some|most people they <VBP|VBD|MD> -> {0} people {3}
        """),
        priority=3,
    ),
)
