"""Countable and uncountable nouns, quantifiers, number of nouns."""

from __future__ import annotations

from texts.nlp.offline.learner.quantifiers import (
    compound_plural,
    false_plural,
    much_many,
    plural_after_number,
    plural_after_quantifier,
    singular_after_each,
)
from texts.nlp.offline.learner.rules import Rule, table

RULES: tuple[Rule, ...] = (
    Rule(
        id="uncountable-plural",
        explanation="This noun cannot be counted, so it has no plural.",
        example="My son has a lot of homework tonight.",
        topic="uncountable-nouns-advice-information",
        find=false_plural,
        priority=3,
    ),
    Rule(
        id="plural-after-number",
        explanation="After a number greater than one the noun is plural.",
        example="I have three brothers.",
        topic="plural-nouns",
        find=plural_after_number,
    ),
    Rule(
        id="plural-after-quantifier",
        explanation=(
            "After “many”, “several”, “a lot of”, “one of” and the like the noun is plural."
        ),
        example="I have visited many countries.",
        topic="much-many-a-lot-of",
        find=plural_after_quantifier,
    ),
    Rule(
        id="much-many",
        explanation=(
            "“Many” and “few” go with plural nouns, “much” and “little” with uncountable ones."
        ),
        example="How many books do you read?",
        topic="much-many-a-lot-of",
        find=much_many,
        priority=1,
    ),
    Rule(
        id="singular-after-each",
        explanation="After “every”, “each”, “another” and “a” the noun is singular.",
        example="Every day I take the bus.",
        topic="quantifiers-each-every-all",
        find=singular_after_each,
    ),
    Rule(
        id="uncountable-article",
        explanation="This noun cannot be counted: use “some”, “a piece of” or no article.",
        example="Can you give me some advice?",
        topic="uncountable-nouns-advice-information",
        rows=table("""
            what a very|so? bad|good|great|terrible|lovely|beautiful|wonderful|nice|horrible|awful
            .. luck|weather|news|music|traffic|furniture|advice|behaviour -> what {3} {4}
            make|makes|made|making a good|great|real|big|excellent|much? progress -> {0} {2}
            .. progress
            a|an good|great|bad|new|useful|important|interesting|little|nice|terrible|excellent
            ..|heavy|old advice|information|homework|furniture|equipment|luggage|baggage|news
            ..|evidence|progress|traffic|software|feedback|research|weather|luck|accommodation
            ..|knowledge|music|behaviour|health -> {1} {2} ? !nexttag:NN|NNS known:1,good|great
            ..|bad|new|useful|important|interesting|nice|terrible|excellent|heavy|old
            .. !known:2,knowledge
            have|has|had a patience|luck|permission|courage|fun -> {0} {2} ? !nexttag:NN|NNS
            gave|give|gives|given|got|get|had|has|have|without|need|asked @NP? for? a permission
            .. -> {0} {1} {2} permission
            [ a ] permission -> permission ? nexttag:TO|IN|.
            in a traffic -> in traffic ? !nexttag:NN|NNS
            a bread|cheese|toast -> some {1} ? !nexttag:NN|NNS|JJ !next:and|-
            a money -> some money ? !nexttag:NN
            a homework -> some homework ? !nexttag:NN|NNS
            an|a advice|advise -> some advice ? !nexttag:NN|NNS
            an information -> some information ? !nexttag:NN|NNS
            an accommodation -> accommodation ? !nexttag:NN|NNS prev:find|for|found|need|book
            two|three|four|several|many breads -> {0} loaves of bread
        """),
        priority=3,
    ),
    Rule(
        id="hair",
        explanation="“Hair” on the head is uncountable.",
        example="She has brown hair.",
        topic="countable-and-uncountable-nouns",
        rows=table("""
            my|your|his|her|their|our hairs -> {0} hair
            long|short|brown|black|blonde|blond|dark|curly|straight|red|fair|grey|gray|beautiful
            ..|wet hairs -> {0} hair
        """),
        priority=3,
    ),
    Rule(
        id="compound-number",
        explanation="In a compound adjective with a number the noun is singular.",
        example="He has a five-year-old daughter.",
        topic="plural-nouns",
        find=compound_plural,
        priority=3,
    ),
    Rule(
        id="noun-number",
        explanation="The number of this noun is different in English.",
        example="He has a five-year-old daughter.",
        topic="plural-nouns",
        rows=table("""
            hundreds|thousands|millions <NNS|people> -> {0:sg} {1} ? prevtag:CD
            <CD>|$number [ hundreds|thousands|millions|dozens ] <NNS|people>&!years|of -> {1:sg}
            a five|two|three|four|six|seven|eight|nine|ten years old <NN> -> a {1}-year-old {4}
            $number|<CD> years old daughter|son|boy|girl|child|man|woman|house|car|dog ->
            .. {0}-year-old {3}
            a|an|the|my|our $number|<CD> days|weeks|hours|minutes|months|years|stars|miles|pages
            .. trip|journey|course|holiday|walk|drive|break|hotel|flight|visit|contract|vacation
            ..|film|book|meeting|ride|tour|training|exam -> {0} {1}-{2:sg} {3}
            work|working experiences -> work experience
            years of experiences -> years of experience
            have|has|had|got|much|lot|more of? experiences in|with|as -> {0} {1} experience {3}
            a <JJ>? peoples -> {1} people ? !tag:0,DT
            many|some|these|those|other|most|all|few|young|old|poor|rich|nice|friendly peoples ->
            .. {0} people ? !next:of
            peoples -> people ? nexttag:VBP|VBD|VB|MD|WP|IN !prev:the|indigenous|these|those|two
            .. !prevtag:JJ !next:of
            childs|childrens|childrens' -> children ? !has:'
            mens -> men ? !glued:0
            womens -> women
            a|an|one|this|that|every|each childrens|children -> {0} child ? !next:'s|' !nexttag:NN
            a|an|one|every|each people -> {0} person ? !nexttag:NN|NNS !next:of|'s|'
            one|every|each men -> {0} man
            a|one|every|each women -> {0} woman ? !nexttag:NN|NNS !next:'s
            a trousers|jeans|scissors|glasses|pants|shorts -> a pair of {1} ? !next:of
            a new|nice|blue|black|red|white|big|good trousers|jeans|scissors|glasses|pants|shorts
            .. -> a {1} pair of {2} ? known:1,new|nice|good
            a blue|black|red|white|big trousers|jeans|scissors|shorts -> a pair of {1} {2}
            two|three|four trousers|jeans|scissors|pants|shorts -> {0} pairs of {1}
            other peoples|persons -> other people
            a lot of|persons? persons -> a lot of people
            many|few|some|several|young|more|other persons -> {0} people
            [ researches ] show|shows|prove|proves|suggest|suggests|say -> research
            the researches show|shows -> the research shows
            lot|much|too|some|enough|more of? works to do -> {0} {1} work to do
            a|an new|old|nice|beautiful|expensive clothes -> some {1} clothes
            a|an clothes -> some clothes
            a rice|pasta|meat|butter|salt|flour|fruit|milk|sugar|oil|water -> some {1} ?
            .. !nexttag:NN|NNS|VBN|JJ prev:=eat|ate|eat|have|had|bought|buy|want|need|drink|drank|like
            enough spaces for|in -> enough space {2}
            a news -> some news ? !nexttag:NN|NNS|NNP
            my|your|his|her|our|their|good|bad|these|those news are|were -> {0} news is ?
            .. !known:0,these|those
            these|those news are -> this news is
            these|those news -> this news ? !nexttag:NN|NNS
            a lots of -> lots of
            all|many|different|various|several kind|type|sort of -> {0} {1:pl} of
            hundred|thousand|million|dozen of <NNS|people> -> {0:pl} of {2} ? !prevtag:CD|DT|JJ
            .. !prev:a|several|few|couple|many|the
            lot|much|some|enough|more|bottles|glasses|litres of waters|milks|rices|sugars|salts ->
            .. {0} of {2:sg}
            lot of <NNS|NN> -> a lot of {2} ? !prev:a|the|whole|awful|quite|this|that|parking|job
            ..|odd|bad|'s
            a lot <NNS> -> a lot of {2} ? plural:2 !known:2,times|days|lots|years
            plenty <NNS> -> plenty of {1} ? plural:1
            much of <NNS> -> many {2} ? first
            too much <JJ>&!little|of END -> too {2} ? !known:2,much|more|good
            .. prev:is|are|was|were|'s|'m|am|feel
            =be|'s|'m too much
            .. <JJ>&tired|big|small|hot|cold|expensive|difficult|late|early|hard|easy|long|short|old|young|slow|fast|far|noisy|busy|heavy
            .. -> {0} too {3}
        """),
        priority=2,
    ),
)
