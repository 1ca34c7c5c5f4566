"""Prepositions after adjectives."""

from __future__ import annotations

from texts.nlp.offline.learner.prepositions_time_place import TIME_AND_PLACE
from texts.nlp.offline.learner.rules import Rule, table

AFTER_ADJECTIVES: tuple[Rule, ...] = (
    Rule(
        id="adjective-preposition",
        explanation="This adjective goes with another preposition.",
        example="He is afraid of dogs.",
        topic="adjective-preposition-combinations",
        rows=table("""
            afraid|scared|frightened|terrified|proud|jealous|ashamed|tired|fond|aware|capable|sick
            ..|envious|guilty from|about|to|for|with|on|at -> {0} of ? !known:0,sick|proud|tired
            ..|scared|guilty|afraid|capable !tag:0,VBD !nexttag:VB
            # We say “{0} of”.
            afraid|scared|frightened|terrified from|about|with|for -> {0} of ? !known:1,for|about
            # We say “{0} of”.
            afraid about|to the|dogs|spiders|flying|losing|being|snakes|heights -> {0} of {2}
            # We say “{0} of”.
            proud for|about|with|on -> proud of
            # We say “proud of”.
            tired from|with|about <VBG>|you|him|this|my|waiting -> tired of {2} ?
            .. known:1,with|about
            # We say “tired of”.
            sick about|from|with this|you|it|waiting|working -> sick of {2} ? known:1,with|about
            interested on|about|for|at|to|of|with -> interested in ? !nexttag:VB
            # We say “interested in”.
            interested to +VBG -> interested in {2}
            good|bad|excellent|terrible|brilliant|clever|great|better in|on|with maths|mathematics
            ..|english|physics|chemistry|history|languages|cooking|football|tennis|drawing|singing
            ..|dancing|swimming|sport|sports|chess|playing|painting|speaking|spelling|science
            ..|writing|basketball|music|running|skiing|computers|math|geography|biology|grammar
            ..|reading|solving|listening|driving|remembering|making|explaining|dealing -> {0} at
            .. {2} ? !prev:a|in !known:2,computers
            # We say “{0} at” something.
            good|bad|terrible|excellent|brilliant in $language -> {0} at {2} ? !prevtag:DT
            # We say “{0} at” something.
            different of|with|as -> different from ? !nexttag:CD
            # We say “different from”.
            similar with|as|like|of|from -> similar to
            # We say “similar to”.
            similar than -> similar to
            married with -> married to ? !next:two|three|one|four|no|children|kids
            # We are married to somebody.
            responsible of|about|to <VBG|DT|PRP$|NN|NNS> -> responsible for {2} ? !known:1,to
            # We say “responsible for”.
            famous of|by|with|about|because of? -> famous for ? known:1,of|by|with|about
            .. !known:1,by
            # We say “famous for”.
            angry|annoyed|furious to|on|against|from me|you|him|her|us|them|my|his|the -> {0} with
            .. {2}
            # We are {0} with somebody.
            worried for|of|from|with the|my|his|her|exam|exams|money|your|our|future -> worried
            .. about {2}
            # We say “worried about”.
            worried of|from|by? <VBG> -> worried about {2} ? known:1,of|from
            nervous|excited|happy|anxious|enthusiastic|curious|optimistic for|of|with|from|on the
            ..|my|his|her|our|exam|exams|going|trip|seeing|meeting|starting|this -> {0} about {2}
            .. ? !known:0,happy|curious !known:1,for
            excited for|with|of|on the|my|our trip|party|holiday|concert|wedding|journey ->
            .. excited about {2} {3} ? !known:1,for
            happy|pleased|satisfied for|of|from my|the|his|her|our result|results|job|work|exam
            ..|grade|mark|marks|service -> {0} with {2} {3}
            satisfied of|about|from -> satisfied with
            # We say “satisfied with”.
            pleased of|from -> pleased with
            bored of|from|by|about -> bored with ? known:1,from|about
            disappointed of|from -> disappointed with
            surprised of|from|for|with -> surprised at ? known:1,of|from|for
            # We say “surprised at” or “surprised by”.
            shocked of|from -> shocked by
            impressed of|about|for|from -> impressed by
            # We say “impressed by”.
            crazy|mad for|of|with football|music|chocolate|you|him|her|cars|sport -> {0} about {2}
            .. ? known:0,crazy
            keen of|in|at|for|about -> keen on
            # We say “keen on”.
            fond in|with|on|for|about -> fond of
            # We say “fond of”.
            addicted in|on|with|of|at|from -> addicted to
            # We say “addicted to”.
            allergic of|with|from|at|on|for|against -> allergic to
            # We say “allergic to”.
            used|accustomed with -> {0} to ? prev:am|is|are|'m|'re|'s|get|got|getting|not|was|were
            ..|becoming next:the|it|this|my|living|working|getting|cold|noise|heat
            # We say “{0} to”.
            jealous|envious from|about|on|at|with|to -> {0} of ? !nexttag:VB
            # We say “{0} of”.
            capable to +VB -> capable of {2:VBG}
            # We say “capable of doing”.
            aware about|with|on -> aware of
            # We say “aware of”.
            full|short with|from|by -> {0} of ? known:0,full known:1,with|from next:people|water
            ..|tourists|books|energy|ideas|mistakes|traffic|life|children|students|cars|the|joy
            ..|dust|stars|love|rubbish|fish
            # We say “full of”.
            full people|tourists|water -> full of {1}
            dependent of|from|to -> dependent on
            independent from|to|on -> independent of ? known:1,to|on
            kind|nice|rude|polite|friendly|cruel|generous with|for|against me|us|him|her|them
            ..|people|everyone|you|everybody|animals|guests -> {0} to {2} ?
            .. !known:0,generous|friendly !has:have !known:1,for
            # We are {0} to somebody.
            friendly to|with -> friendly {1}
            typical for|to -> typical of
            # We say “typical of”.
            suitable to|with -> suitable for ? !nexttag:VB
            ready to|for the|my|work|school? exam|test|party -> ready for {2} {3}
            late at|in school|work|class|the|dinner|my|lunch|meeting -> late for {2} ?
            .. !known:1,in|at !next:evening|morning|night|afternoon|bed
            # We are late for something.
            late at|in school|class|work|dinner -> late for {2} ? !prev:stay|stayed|work|works
            ..|worked|stays|staying
            sorry about|of|for <VBG>&being -> sorry for {2}
            sorry of|by -> sorry for
            interested <VBG> -> interested in {1} ? prev:am|is|are|'m|'s|'re|was|were|not|very|be
            # We say “interested in doing”.
            opposite of|from -> opposite ? known:1,from
            equal with|as -> equal to
            superior|inferior|senior|junior|prior than|from|of -> {0} to ?
            .. known:0,superior|inferior
            # “{0}” is followed by “to”.
            prefer @NP than|from|over|instead <NN|NNS|NNP|VBG> -> prefer {1} to {3} ? !has:rather
            .. !known:2,over
            # We prefer one thing to another.
            prefers|preferred @NP than|from <NN|NNS|NNP|VBG> -> {0} {1} to {3}
            # We prefer one thing to another.
            prefer|prefers <VBG> than <VBG> -> {0} {1} to {3}
            according with|by|of|for -> according to
            because|instead from -> {0} of
            because of $subject <VB|VBP|VBZ|VBD|MD> -> because {2} {3}
            # “Because of” stands before a noun, “because” before a clause.
            because the|my|this bad|heavy|terrible|strong? rain|weather|traffic|noise|strike|snow
            ..|storm|heat|cold|wind|accident|fog -> because of {1} {2} {3} ?
            .. !nexttag:VBD|VBZ|MD|VBP|IN|NN !nexttag:RB
            # “Because” stands before a clause, “because of” before a noun.
            thanks of -> thanks to
        """),
        priority=2,
    ),
    *TIME_AND_PLACE,
)
