"""Words that learners take one for the other: general pairs; verbs are in ``confusable_verbs``."""

from __future__ import annotations

from texts.nlp.offline.learner.confusable_verbs import VERB_RULES
from texts.nlp.offline.learner.pronouns import PRONOUNS
from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.word_choices import WORD_CHOICES

RULES: tuple[Rule, ...] = (
    Rule(
        id="feeling-ed",
        explanation=(
            "Adjectives in -ed say how somebody feels, those in -ing what causes the feeling."
        ),
        example="I'm bored in this class.",
        topic="adjectives-ed-and-ing",
        rows=table("""
            i am|'m|was|feel|felt|get|got so|very|really|too|always|a? bit|little? boring
            ..|interesting|exciting|tiring|confusing|surprising|annoying|embarrassing
            ..|disappointing|frightening|shocking|exhausting|depressing|worrying|frustrating
            ..|terrifying -> {0} {1} {2} {3} {4:VBN} ? !nexttag:NN|NNS|DT|PRP|PRP$
            .. !next:up|out|for|down
            i am|'m|was|feel|felt not|n't|never so|very|really|too|that? boring|interesting
            ..|exciting|tiring|confusing|surprising|annoying|embarrassing|disappointing
            ..|frightening|shocking|exhausting|depressing -> {0} {1} {2} {3} {4:VBN} ?
            .. !nexttag:NN|NNS|DT|PRP|PRP$
            we|they|he|she|you is|are|'s|'re|was|were|feel|feels|felt|get|gets|got
            .. not|n't|so|very|really|always|too? boring|interesting|exciting|tiring|confusing
            ..|surprising|embarrassing|disappointing|frightening|annoying -> {0} {1} {2} {3:VBN} ?
            .. next:in|about|with|by|when|because|at|of|that|to|after !nexttag:NN
            =feel|=get very|so|really|too|a? bit|little? boring|interesting|exciting|tiring
            ..|confusing|surprising|embarrassing|disappointing|frightening -> {0} {1} {2} {3:VBN}
            .. ? !nexttag:NN|NNS|DT !prev:it|this|that|life|film !tag:0,NN
            =make me|him|her|us|them|you so|very|really|feel? boring|interesting|exciting|tiring
            ..|confusing|surprising|embarrassing|disappointing -> {0} {1} {2} {3:VBN} ?
            .. !nexttag:NN
            interesting in|on $subject? -> interested in ? prev:am|is|are|was|were|'m|'s|'re|be
            ..|very|not|really|n't|so|been before:i|we|he|she|they|you !before:it|this|that
            everyone|everybody|students|people|children is|are|was|were very|so|really? boring
            ..|exciting|tiring|confusing|surprising|disappointing -> {0} {1} {2} {3:VBN} ?
            .. !nexttag:NN|NNS next:.|about|by|when|because|with|at|!|after|to|that
            tired|bored|excited and? boring|tiring|exciting -> {0} {1} {2:VBN} ? before:i|we
        """),
        priority=3,
    ),
    Rule(
        id="cause-ing",
        explanation=(
            "Adjectives in -ing describe what causes a feeling, those in -ed how somebody feels."
        ),
        example="The talk was very interesting.",
        topic="adjectives-ed-and-ing",
        rows=table("""
            it|this|that is|was|'s|looks|sounds|seems|seemed not|n't|so|very|really|quite|too|a?
            .. bit|little? bored|interested|excited|tired|confused|embarrassed|disappointed
            ..|frightened|shocked|depressed|frustrated|relaxed -> {0} {1} {2} {3} {4:VBG} ?
            .. !next:in|by|that|at|about|with !known:4,relaxed
            @NP is|was|'s|seems|sounds|looks not|n't|so|very|really|quite|too bored|interested
            ..|excited|tired|confused|surprised|embarrassed|disappointed|frightened|shocked
            ..|depressed|tiring -> {0} {1} {2} {3:VBG} ? thing:0
            .. !next:in|by|that|at|about|with|to|of !known:0,team|crowd|group|company|government
            ..|audience|public|staff|committee|jury|dog|cat|press|bank|country|world|city|voice
            ..|face
            book|film|movie|lesson|lecture|story|game|match|job|work|trip|news|book|class|meeting
            ..|party|concert|museum|course|programme|weather|journey|exam|talk|speech is|was|'s
            .. bored|interested|excited|tired|confused|surprised|embarrassed|disappointed
            ..|frightened|shocked|depressed -> {0} {1} {2:VBG} ?
            .. !next:in|by|that|at|about|with|to|of
            films|books|lessons|classes|stories|games|movies|results|exams|meetings are|were
            .. so|very|really|quite|too? bored|interested|excited|tired|confused|surprised
            ..|embarrassed|disappointed|frightened|shocked -> {0} {1} {2} {3:VBG} ?
            .. !next:in|by|that|at|about|with|to|of
            bored|interested|excited|tired|confused|surprised|embarrassed|disappointed|frightened
            ..|shocked|depressed book|film|movie|lesson|lecture|story|game|match|job|trip|news
            ..|class|meeting|party|concert|museum|course|programme|journey|day|place|city
            ..|experience|idea|question|subject|topic|article|books|films|stories|situation|things
            ..|life|week -> {0:VBG} {1}
            something|anything|nothing|everything very? bored|interested|excited|surprised
            ..|embarrassed|confused -> {0} {1} {2:VBG} ? !next:in|by
        """),
        priority=3,
    ),
    Rule(
        id="although-despite",
        explanation="“Despite” stands before a noun or -ing form; before a clause use “although”.",
        example="Although he was ill, he finished the race.",
        topic="linking-contrast-despite-in-spite-of",
        rows=table("""
            [ despite of? ] $subject <VBD|VBP|VBZ|MD> -> although
            [ in spite of? ] $subject <VBD|VBP|VBZ|MD> -> although
            [ despite of? ] the|my|his|her|our <NN|NNS> was|were|is|are <JJ|VBN|VBG|RB> ~4 , ->
            .. although
            [ in spite of the|my|his|her|our ] <NN|NNS> was|were <JJ> -> although {3}
            despite of -> despite ? !next:course
            in spite the|my|his|her|our|all|being -> in spite of {2}
            [ although|though ] the|my|his|her|bad|heavy rain|weather|cold|traffic|noise|heat|age
            ..|illness|problems|snow , -> despite
            although|though ~9 , [ but $subject|the|my|it ] -> {3:low} ? !has:not first
            even though ~8 , [ but $subject|the|my ] -> {4:low}
            because ~8 , [ so $subject ] -> {3:low} ? first
            since|as ~8 , [ so $subject ] -> {3:low} ? first has:because
            ^ [ even ] i|he|she|we|they was|were|am|is|are|had|have -> even though ? after:,
            ^ [ during ] $subject -> while
            during $subject <VBD|VBP|VBZ> -> while {1} {2}
            during <VBG>&!evening|morning|building|meeting|training|wedding|spring|being
            .. the|my|tv|dinner|in|to|at -> while {1} {2}
            during the|my|our|his|her <NN> was|were <VBG> -> while {1} {2} {3} {4}
            [ while ] the|my|our|last <NN|NNS> END -> during ? known:2,lesson|film|war|holidays
            ..|holiday|meeting|class|night|exam|summer|winter|flight|concert|weekend|match|dinner
            ..|lunch|trip|journey|movie|game
            [ while ] the|my|our|last lesson|film|war|holidays|holiday|meeting|class|night|exam
            ..|flight|concert|match|dinner , -> during
        """),
        priority=3,
    ),
    Rule(
        id="other-another",
        explanation=(
            "“Another” goes with a singular noun, “other” with a plural one; “others” stands alone."
        ),
        example="Could I have another coffee, please?",
        topic="some-and-any",
        rows=table("""
            others <NNS|people> -> other {1} ? plural:1 prev:the|my|some|many|for|with|and|of|in
            ..|to|all|have|like|two|visit|your|his|her|from|help|most|these|those|our|their
            .. !prev:unlike
            ^ others <NNS> <VBP|VBD|MD|RB> -> other {1} {2} ? plural:1
            others person|man|woman|student|city|country|day|one -> other {1} ? prev:the|my|your
            others things|people -> other {1}
            =have|want|need|get|buy|like|=try|=find|=see|=take|=open [ other ] coffee|tea|beer|job
            ..|question|problem|car|book|way|cup|glass|drink|idea|place|flat|house|day|hotel
            ..|restaurant|bottle|piece|phone|chance|dog|cat|one|sandwich|example|appointment|room
            .. -> another ? !prev:no|any|each !tag:0,NN|NNS
            in|at|to|for|on|from [ other ] country|city|day|town|place|school|house|room|job|hotel
            ..|shop|way|language|person|time|company|department|part -> another ? !next:than
            [ an other ] -> another
            another <NNS> -> other {1} ? plural:1 !nexttag:NN !known:1,$units !next:of
            .. !known:1,minutes|hours|days|weeks|months|years|euros|dollars|pounds|miles|people
            ..|headquarters|series|means|species !tag:1,NNP
            another people|children|things|problems|countries|students|cities -> other {1}
            one|two|three other more|else -> {0} other
            each others -> each other
            one to other -> to one another
        """),
        priority=2,
    ),
    Rule(
        id="so-such",
        explanation=(
            "“Such” stands before a noun with or without an adjective, “so” before an "
            "adjective alone."
        ),
        example="It was such a beautiful day.",
        topic="so-and-such",
        rows=table("""
            so <JJ>&!many|few|much|little|called <NN> -> such a {1} {2} ? singular:2
            .. !nexttag:NN|NNS|VBZ|VBD|VBP prevtag:VBZ|VBD|VBP|VBN|IN|VB !known:2,$uncountable
            so a <JJ> <NN> -> such a {2} {3} ? prevtag:VBZ|VBD|VBP|VBN|IN|VB
            so a <NN> -> such a {2} ? prevtag:VBZ|VBD|VBP|VBN
            so <JJ>&!many|few|much|little <NNS> -> such {1} {2} ? prevtag:VBZ|VBD|VBP|VBN|VB|IN
            so <JJ>&!many|few|much|little $uncountable -> such {1} {2} ?
            .. prevtag:VBZ|VBD|VBP|VBN|VB|IN !nexttag:NN|NNS
            such <JJ> that $subject -> so {1} that {3} ? prev:is|was|are|were|'s|am|'m|felt
            such <JJ> END -> so {1} ? prev:is|was|are|were|'s|am|'m|'re|looks|look|felt|feel
            such <RB>&!much that -> so {1} that ? reads:1,ADV
        """),
        priority=2,
    ),
    *PRONOUNS,
    *VERB_RULES,
    *WORD_CHOICES,
)
