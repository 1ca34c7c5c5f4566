"""Word order: adverbs, objects, adjectives, particles, inversion; missing and doubled subjects."""

from __future__ import annotations

from texts.nlp.offline.learner.adjective_places import adjective_after_noun, adjective_order
from texts.nlp.offline.learner.adverb_places import ADVERB_PLACES
from texts.nlp.offline.learner.clause_order import CLAUSE_ORDER
from texts.nlp.offline.learner.object_places import OBJECT_PLACES
from texts.nlp.offline.learner.phrase_order import (
    manner_before_object,
    time_between,
    verb_last,
    verb_second,
)
from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.subjects_order import SUBJECT_PLACES
from texts.nlp.offline.learner.word_places import (
    adverb_after_verb,
    object_after_adverb,
    particle,
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="time-position",
        explanation=(
            "A time expression stands at the end of the clause or at its start, not in the middle."
        ),
        example="I study English every day.",
        topic="adverbs-of-frequency",
        find=time_between,
        priority=3,
    ),
    Rule(
        id="verb-last",
        explanation="The English order is subject, verb, object.",
        example="She closed the door.",
        find=verb_last,
        priority=2,
    ),
    Rule(
        id="manner-before-object",
        explanation=(
            "Nothing stands between a verb and its object: how and where come after the object."
        ),
        example="Please close the door quietly.",
        topic="adverbs-of-manner",
        find=manner_before_object,
        priority=2,
    ),
    Rule(
        id="verb-second",
        explanation="The subject comes before the verb, also after a time expression.",
        example="Today we have a test.",
        find=verb_second,
        priority=2,
    ),
    Rule(
        id="adverb-position",
        explanation=(
            "Adverbs of frequency stand before the main verb, but after “be” and auxiliaries."
        ),
        example="I often go to the theatre.",
        topic="adverbs-of-frequency",
        find=adverb_after_verb,
        rows=table("""
            have|has|'ve|had been always|never|often|usually|already|just|ever -> {0} {2} been ?
            .. !nexttag:VBN|VBG|. !next:there|to|after|before
            have|has|'ve|had been always|never|often|usually -> {0} {2} been ? nexttag:VBN|VBG
            ^ always i|you|we|they|he|she|it
            .. <VBZ|VBP|VBD>&!is|are|am|was|were|have|has|had|do|does|did -> {1} always {2}
            ^ always i|you|we|they|he|she|it is|are|am|was|were|can|will -> {1} {2} always
            ^ always i|you|we|they|he|she|it have|has|had -> {1} always {2} ? !nexttag:VBN
            ^ already|just i|you|we|they|he|she have|has|'ve|'s +VBN -> {1} {2} {0} {3}
            all we|they|you are|were|have|like -> {1} {2} all ? known:2,are|were
            i|we|they|he|she only|also have|has +VBN -> {0} {2} {1} {3}
            $subject have|has|'ve +VBN just|already -> {0} {1} {3} {2} ? !nexttag:. known:3,just
            =have|need
            .. <NN|NNS>&money|time|chairs|food|water|people|space|room|sugar|milk|eggs|energy|experience|information|books|seats
            .. enough -> {0} enough {1}
            a such <JJ>? <NN> -> such a {2} {3}
            my|the|his|her|our|their|your both <NNS> -> both {0} {2}
            $subject just|never have|has|had +VBN -> {0} {2} {1} {3}
            ca|wo|do|does n't any more +VB END -> {0} n't {4} any more
            ca|wo|do|does n't anymore +VB END -> {0} n't {3} anymore
            =go|come|drive|travel|walk|fly every morning|day|week|evening|year|weekend|summer to
            .. @NP END -> {0} to {4} {1} {2}
            =go|come|drive|travel|walk|fly yesterday|tomorrow to @NP END -> {0} to {3} {1}
            =go|come|drive|travel|fly last|next week|year|month|summer|weekend to @NP END -> {0}
            .. to {4} {1} {2}
            =speak a? little bit $language -> {0} a little {4}
            ^ how many|much do|does|did $subject +VB <NNS> END -> how {1} {5} {2} {3} {4}
            ^ what|which do|does $subject like|prefer|want|have|speak|study music|colour|color
            ..|food|language|sport|film|films|car|subject END -> {0} {4} {1} {2} {3}
            ^ of what|which colour|color|size is|are @NP -> what {2} {3} {4}
            my|his|her|our|their|your all <NNS> -> all {0} {2}
            the $number first|last|next|other <NNS> -> the {2} {1} {3}
            more one|two|three <NN|NNS> -> {1} more {2} ? !prevtag:CD|DT !known:2,time
            more one time -> one more time
            do|does|did $subject +VB often|usually|always|never|ever|sometimes
            .. <IN|TO|DT|PRP$|NN|NNS> -> {0} {1} {3} {2} {4} ? question !known:4,in|at|on
            $subject never am|is|are|was|were <JJ|IN|VBG|DT|VBN> -> {0} {2} never {3}
            ^ there many|some|two|three|a|lots people|cars|houses|books|shops|trees|children|lot?
            .. is|are|was|were -> there {3} {1} {2} ? known:2,people|cars|houses|books|shops|trees
            ..|children
            ^ in|on|at @NP is|are|was|were there -> {0} {1} there {2} ? !question
            ^ it happened a|an|something <JJ>? <NN>? -> {2} {3} {4} happened
            ^ it came|arrived my|the|a|our <JJ>? <NN> -> {2} {3} {4} {1}
            ^ to school|work|bed|church $subject go|goes|went|walk|drive|walks|drives -> {2} {3}
            .. to {1}
            ^ now|today|outside|yesterday|here|there ,? is|was raining|snowing|cold|hot|sunny|warm
            ..|windy|dark -> {0} {1} it {2} {3}
            ^ so <JJ|RB> $subject am|is|was|were that -> so {1} {3} {2} that
            ^ how is|are|was|were <JJ> @NP ! -> how {2} {3} {1} ! ? !question
            ^ here|there is|are coming the|my|our <NN|NNS> -> {0} comes {3} {4}
            a too <JJ> <NN> -> too {2} a {3}
            a so <JJ> <NN> -> such a {2} {3}
            a quite|rather <JJ> <NN> -> {1} a {2} {3} ? known:1,quite
            ^ always my|the <NN> <VBZ|VBD>&!is|was|has -> {1} {2} always {3}
            <NN|NNP|NNS> always|usually|often|rarely|seldom is|am|are|was|were <JJ|IN|VBG|DT|VBN>
            .. -> {0} {2} {1} {3}
            i|he|she|we|they|you|it always|usually|often|rarely|seldom|also am|is|are|was|were
            .. <JJ|IN|VBG|DT|VBN|JJR> -> {0} {2} {1} {3} ? !next:?
            i|he|she|we|they|you|it always|usually|never can|will|must|should +VB -> {0} {2} {1}
            .. {3} ? !known:1,never
            $subject do|does|did always|usually|often n't +VB -> {0} {1} n't {2} {4}
            always|usually|often|already|ever do|does|did n't +VB -> {1} n't {0} {3} ?
            .. prev:$subject
            can|could|will|would|must|should|might|'ll +VB always|never|often|usually -> {0} {2}
            .. {1} ? !nexttag:. !next:and|but !tag:0,NN
            i|we|they|you have|'ve +VBN never|already|just -> {0} {1} {3} {2} ? !nexttag:.
            .. !known:3,just
            he|she has +VBN never|already -> {0} has {3} {2} ? !nexttag:.
            still|already i|we|they|he|she have|has|'ve n't? +VBN -> {1} {0} {2} {3} {4} ? first
            i|we|they have n't still +VBN -> {0} still have n't {4}
            he|she has n't still +VBN -> {0} still has n't {4}
            i|we|they do n't still +VB -> {0} still do n't {4}
        """),
        priority=2,
    ),
    Rule(
        id="object-position",
        explanation=(
            "Nothing stands between a verb and its object: the adverb goes after the object."
        ),
        example="She speaks English very well.",
        topic="adverbs-of-manner",
        find=object_after_adverb,
        rows=table("""
            please? =put in|on|under|into my|your|his|her|the|this <NN>
            .. the|my|your|his|her|this|these|those <NN|NNS> -> {0} {1} {5} {6} {2} {3} {4} ?
            .. !nexttag:NN|VBD|VBZ|VBP|MD
            =give|send|show|lend|tell|teach|offer to me|him|us|them|you a|an|the|some|my|his|her
            .. <JJ>? <NN|NNS> -> {0} {2} {3} {4} {5} ? tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN
            =give|send|show|lend|offer to my|your|his|her|our|their|the <NN|NNS>
            .. a|an|the|some|my|his|her|this <JJ>? <NN|NNS> -> {0} {2} {3} {4} {5} {6} ?
            .. tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN person:3
            =bring|buy|make|get for me|him|us|them|you a|an|the|some <JJ>? <NN|NNS> -> {0} {2} {3}
            .. {4} {5} ? tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN
            =explain|describe|say|suggest to me|him|us|them|you the|a|an|my|his|her|your|that
            .. <JJ>? <NN|NNS> -> {0} {3} {4} {5} to {2} ? !known:0,say|suggest
            .. !nexttag:IN|VBZ|VBD|VBP|MD !known:3,that
        """),
        priority=2,
    ),
    Rule(
        id="verb-position",
        explanation="The object and adverbials follow the verb; the verb does not go to the end.",
        example="First we must buy the tickets.",
        topic="adverbs-of-manner",
        rows=table("""
            can|could|must|should|will|would|may|might|'ll|shall [ the|a|an|my|your|his|her|our
            ..|their|this|that <JJ>? <NN|NNS> +VB ] END -> {4} {1} {2} {3} ? tag:0,MD !question
            can|could|must|should|will|would|may|might|'ll [ it|him|them|me|us|you|her +VB ] END
            .. -> {2} {1} ? !question tag:0,MD
            can|could|must|should|will|would|may|might|'ll n't|not? [ anywhere|everywhere
            ..|somewhere|here|there|more|less|tomorrow|today|outside|home|english|well|better
            ..|alone|together|abroad +VB ] END -> {3} {2} ? tag:0,MD !question !reads:3,ADV
            can|could|will|must|should n't|not? [ very well|fast|good|quickly|slowly +VB ] -> {4}
            .. {2} {3} ? tag:0,MD !known:3,quickly|slowly
            can|could|will [ well|perfectly|fluently +VB ] @NP? END -> {2} {3} {1} ? tag:0,MD
            want|wants|wanted|like|need|have|has|had|going|try to [
            .. the|a|an|my|your|his|her|our|their|this <JJ>? <NN|NNS> +VB ] END -> {5} {2} {3} {4}
            .. ? !known:5,work|play|study
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|now
            ..|tonight|here|there|often +VB|+VBZ ] END -> {3} {2} ? !known:2,often|now|here|there
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|tonight
            .. <VBP|VBZ|VBD|VB> ] END -> {3} {2}
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|tonight
            .. <VBP|VBZ|VBD|VB> ] , -> {3} {2}
            i|we|they|he|she [ yesterday|tomorrow|today <VBD|VBP|VBZ|VB> ] END -> {2} {1}
            i|we|they|you have|'ve [ the|a|an|my|your|his|her|our|their <NN|NNS> +VBN ] END -> {4}
            .. {2} {3} ? !known:4,cut|done|repaired|fixed|checked|painted|cleaned|tested|left
            ..|removed|taken
            he|she has [ the|a|an|my|your|his|her|our|their <NN|NNS> +VBN ] END -> {4} {2} {3} ?
            .. !known:4,cut|done|repaired|fixed|checked|painted|cleaned|tested|left|removed|taken
            ^ tomorrow|today|tonight|soon [ will +VB&come|arrive|visit|leave|go|start|begin|return
            .. my|the|our|his|her <NN|NNS> ] -> {3} {4} will {2}
            ^ last|this|yesterday week|month|year|night|morning|monday|friday|summer? ,? [
            .. happened|came|arrived|died|started|opened|appeared a|an|the|my|our|some <JJ>?
            .. <NN|NNS> ] -> {4} {5} {6} {3}
            ^ yesterday|today|suddenly ,? [ happened|came|arrived|died|started|opened|appeared
            ..|called a|an|the|my|our|some <JJ>? <NN|NNS> ] -> {3} {4} {5} {2}
            ^ last|this|next week|month|year|night|morning|monday|friday|summer ,? [ will +VB&come
            ..|arrive|visit|leave|start|begin|return my|the|our|his|her <NN|NNS> ] -> {5} {6} will
            .. {4}
            where|when [ works|lives|studies|plays|sleeps|stays my|his|her|our|your <NN> <NNP>? ]
            .. -> {2} {3} {4} {1} ? !question
            where [ work|live|study|play|sleep my|his|her|our|your <NNS> ] -> {2} {3} {1} ?
            .. !question
            that|what [ says|said|thinks|wants|likes my|his|her|our|your mother|father|boss
            ..|teacher|friend|brother|sister|wife|husband ] -> {2} {3} {1} ? !question
        """),
        priority=3,
    ),
    Rule(
        id="adjective-before-noun",
        explanation="Adjectives stand before the noun.",
        example="My parents have a red car.",
        topic="adjectives-before-nouns",
        find=adjective_after_noun,
        priority=1,
    ),
    Rule(
        id="adjective-order",
        explanation="The usual order is opinion, size, age, shape, colour, origin, material.",
        example="She carries an old black leather bag.",
        topic="order-of-adjectives",
        find=adjective_order,
        priority=3,
    ),
    Rule(
        id="particle-position",
        explanation="A pronoun stands between the verb and its particle: “pick it up”.",
        example="Your coat is on the floor. Pick it up, please.",
        topic="phrasal-verbs-separable",
        find=particle,
        priority=3,
    ),
    Rule(
        id="enough-position",
        explanation="“Enough” stands after an adjective or adverb, but before a noun.",
        example="This coat isn't warm enough for Moscow.",
        topic="too-and-enough",
        rows=table("""
            enough <JJ|RB>&!more|much|many|other|to|not|already|yet|for|so|that -> {1} enough ?
            .. !nexttag:NN|NNS|JJ|CC|NNP|VBG !prev:not|have|has|had|get|=have|with|got|buy|there
            ..|of|make|do|eat
            enough big|old|tall|good|warm|fast|strong|rich|hot|cold|clever|smart|young|brave|long
            ..|well|large|small|hard|clear|cheap|close|loud|high|short -> {1} enough ?
            .. !nexttag:NN|NNS|JJ !known:1,well
            enough well|hard|fast -> {1} enough ? !nexttag:NN
        """),
        priority=3,
    ),
    *SUBJECT_PLACES,
    *ADVERB_PLACES,
    *OBJECT_PLACES,
    *CLAUSE_ORDER,
)
