"""Questions: inversion, do-support, indirect questions, tags."""

from __future__ import annotations

from texts.nlp.offline.learner.question_forms import QUESTION_FORMS
from texts.nlp.offline.learner.question_order import indirect, inversion
from texts.nlp.offline.learner.question_tags import wrong_tag
from texts.nlp.offline.learner.question_verbs import statement_question, subject_question
from texts.nlp.offline.learner.rules import Rule, table

RULES: tuple[Rule, ...] = (
    Rule(
        id="inversion",
        explanation="In a question the auxiliary stands before the subject.",
        example="Where do you live?",
        topic="question-words",
        find=inversion,
        priority=2,
    ),
    Rule(
        id="indirect-question",
        explanation="In an indirect question the order is that of a statement: subject, then verb.",
        example="I wonder why she left so early.",
        topic="indirect-questions",
        find=indirect,
        priority=3,
    ),
    Rule(
        id="do-support",
        explanation=(
            "A question about something other than the subject needs “do”, “does” or “did”."
        ),
        example="What does this word mean?",
        topic="present-simple-questions-and-negatives",
        find=subject_question,
        priority=3,
    ),
    Rule(
        id="right-auxiliary",
        explanation="The auxiliary of a question depends on the form of the verb that follows.",
        example="Do you work in this building?",
        topic="present-simple-questions-and-negatives",
        find=statement_question,
        priority=2,
    ),
    Rule(
        id="who-subject",
        explanation="When “who” or “what” is the subject there is no “do”.",
        example="Who lives in that old house?",
        topic="question-words",
        rows=table("""
            ^ who|what does +VB&!be|love -> {0} {2:VBZ} ? !nexttag:VB|VBP !tag:2,NN
            ^ who|what did +VB&!be -> {0} {2:VBD} ? !nexttag:VB|VBP !tag:2,NN
            ^ who do live|work|like|want|know|speak|play|need|teach|go|come -> who {2:VBZ} ?
            .. !nexttag:VB|VBP
            ^ how many people did come|go|die|survive|attend -> how many people {4:VBD}
        """),
        priority=4,
    ),
    Rule(
        id="what-like",
        explanation="“What is it like?” asks for a description; “How is it?” goes without “like”.",
        example="What is the weather like today?",
        topic="question-words",
        rows=table("""
            ^ [ how ] is|was|are|were|'s @NP like -> what
            ^ [ how ] does|do|did @NP look like -> what
            how do you call -> what do you call
            ^ how is|are called this|that|it|these -> what {1} {3} called
            ^ how is|are this|that|it|these|he|she called -> what {1} {2} called
            ^ how it is|'s called -> what is it called
            ^ how|what do you say this|that|it on|at $language -> {0} {1} you say {4} in {6}
            ^ how far is from -> how far is it from
            ^ how long takes it -> how long does it take
            ^ how long does take -> how long does it take
            ^ how far|long is to -> how {1} is it to
            [ how ] is|was|'s your|his|her|my|their name END -> what
            how do you call this|that|it -> what do you call {4}
            how many years do you have END -> how old are you
            how|what about go|have|watch|eat|play|meet|see|take|come -> {0} about {2:VBG} ?
            .. question
            would you like drink|eat|go|come|have|see|play|dance|watch|visit|try -> would you like
            .. to {3}
            [ are ] there some|any|much $uncountable|milk|sugar|water|coffee|tea|cheese|butter
            ..|salt|juice|space -> is
            how many years have you -> how old are you
            how many years has he|she -> how old is {4}
            how many years does he|she have -> how old is {4}
            what age do you have -> how old are you
            [ how ] do you think about -> what
        """),
        priority=4,
    ),
    Rule(
        id="preposition-at-end",
        explanation="In questions the preposition usually stands at the end.",
        example="Where are you from?",
        topic="question-words",
        rows=table("""
            from where are|is|was|were @NP -> where {2} {3} from
            ^ from where @NP are|is -> where {3} {2} from
            ^ from where do|does|did @NP come -> where {2} {3} come from
            ^ of who is this|that <NN> -> whose {4} is {3}
            ^ of who is|are the|this|that|these|those <NN|NNS> -> whose {4} {2} {3}
            ^ to|with|for|from|about who do|does|did|are|is|were|was @NP <VB|VBG|VBP|NN> END ->
            .. who {2} {3} {4} {0}
            ^ in|at which|what <NN> do|does|did $subject <VB|VBP> in|at END -> {0} {1} {2} {3} {4}
            .. {5}
            ^ with who|whom do|did|does|are|is @NP <VB|VBG> END -> who {2} {3} {4} with
            ^ what kind|type|sort of * do|did|does? $subject listen END -> {0} {1} of {3} {4} {5}
            .. listen to
            ^ what ~3 $subject listen|listening END -> {0} {1} {2} {3} to
            ^ who ~2 do|did|are $subject talk|talking|speak|speaking END -> {0} {1} {2} {3} {4} to
            ^ what ~2 do|did|are $subject wait|waiting|look|looking END -> {0} {1} {2} {3} {4} for
            ^ who ~2 do|did|are $subject wait|waiting|look|looking END -> {0} {1} {2} {3} {4} for
            ^ what do|did|are $subject talk|talking|think|thinking|worry END -> {0} {1} {2} {3}
            .. about
            ^ where do|does $subject come END -> {0} {1} {2} {3} from
        """),
        priority=3,
    ),
    Rule(
        id="question-form",
        explanation="A question needs its auxiliary before the subject and the right verb form.",
        example="What are you doing this evening?",
        topic="present-simple-questions-and-negatives",
        rows=table("""
            what|where|who|why|how are|is|'re $subject do|go|come|play|cook|eat|read|watch|make
            ..|wait|work|study|stay|drink|look|wear|cry|laugh|say|talk|write -> {0} {1} {2}
            .. {3:VBG} ? question
            do|does|did $subject am|is|are -> {1:bepresent} {1} ? question !next:not
            did $subject was|were -> {1:bepast} {1} ? question
            ^ is|are there is|are -> {0} there
            ^ why you|they|we|i not +VB -> why do n't {1} {3}
            ^ why he|she not +VB|+VBZ -> why does n't {1} {3:VB}
            $wh is|are <VBG> the|your|my|his|her|our|their|this <NN|NNS> END -> {0} {1} {3} {4}
            .. {2} ? question !known:0,what|who|which
            ^ are|is you|they|he|she want|need|know|live|have|speak|think|go|come|see|eat
            ..|understand|sell|get|agree|remember|prefer -> {0:do} {1} {2} ? !known:0,am
            .. !nexttag:VBN|VBG
            ^ are you like <NN|NNS> -> do you like {3}
            ^ are you|they|we work|play|study|drink|cook|drive|travel|smoke|dance|sleep|walk|swim
            .. -> do {1} {2} ? nexttag:IN|DT|NN|NNS|RB|PRP$
            ^ is he|she work|play|study|drink|cook|drive|travel|smoke|dance|sleep|walk|swim ->
            .. does {1} {2} ? nexttag:IN|DT|NN|NNS|RB|PRP$
            ^ was|were you|they|he|she|i go|come|see|eat|have|know|buy|sleep|like|play|watch|enjoy
            ..|meet|get|take -> did {1} {2}
            $wh was|were you|they|he|she|i go|come|see|eat|have|know|buy|sleep|play|watch|meet|get
            ..|take|do -> {0} did {2} {3}
            ^ is|are he|she|they|you|it have -> do {1} have ? question known:1,they|you
            ^ is he|she|it have|like|want|know|live|work|speak|need -> does {1} {2} ? question
            ^ who|what did +VBD&!+VB -> {0} {2}
            ^ do|did you|they|we have +VBN&!had -> have {1} {3} ? known:0,do|did !nexttag:NN
            ^ does|did he|she have +VBN&!had -> has {1} {3} ? !nexttag:NN
            ^ are|is n't $subject agree|like|want|know|think|live|need -> {0:do} n't {2} {3} ?
            .. !known:3,like
            what is mean|means @NP END -> what does {3} mean
            what does mean @NP END -> what does {3} mean
            where do|does you|he|she|they from -> where {2:bepresent} {2} from
            where are|is you|they|he|she come from -> where {1:do} {2} come from
            $wh are|is $subject want|think|know|need|mean|have|believe|prefer|understand -> {0}
            .. {1:do} {2} {3} ? !known:1,am
            how are|is you|they|he|she feel -> how {1:do} {2} feel
            how much|long|many do|does cost|take|weigh|last it|this|that|@NP END -> how {1} {2}
            .. {4} {3}
            ^ to where are|do|did|is -> where {2}
            ^ who is|are this|that|these|those book|books|car|bag|phone|pen|coat|house|dog|jacket
            ..|keys|shoes|glasses|umbrella|hat -> whose {3} {1} {2}
            where did you|he|she|they|your born -> where {2:bepast} {2} born
            when did you|he|she|they born -> when {2:bepast} {2} born
            when|where are you born -> {0} were you born
            when|where is he|she born -> {0} was {2} born
        """),
    ),
    Rule(
        id="question-tag",
        explanation="The question tag repeats the auxiliary and the subject of the statement.",
        example="They've already left, haven't they?",
        topic="question-tags",
        find=wrong_tag,
        priority=2,
    ),
    *QUESTION_FORMS,
)
