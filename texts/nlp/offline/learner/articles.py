"""Articles: a or an, missing, needless, the wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.article_phrases import ARTICLE_PHRASES
from texts.nlp.offline.learner.bare_nouns import body_part, missing_determiner, missing_the_subject
from texts.nlp.offline.learner.needless_articles import NEEDLESS_ARTICLES
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_PLACES = (
    "cinema|bank|post-office|station|airport|supermarket|library|museum|theatre|theater|beach|"
    "pharmacy|doctor|dentist|gym|toilet|bathroom|kitchen|park|shop|market|hotel|restaurant|"
    "city|countryside|mountains|sea|zoo|hairdresser|office|party|stadium|garden|"
    "swimming-pool|pool|pub|mall|bus-stop|mosque|village|roof|wall|table|floor|radio|internet|"
    "moon|sun|sky|environment|government|police|world|river|lake|forest"
)


def _a_an(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("a", "an"):
            continue
        following = sentence.tokens[index + 1]
        if not (following.is_word or following.text[0].isdigit()) or (
            token.text == "A" and not token.first
        ):
            continue
        if following.start == token.end or len(following.text) == 1:
            continue
        if following.lower in ("a", "an", "and", "or") or sentence.low(index - 1) in ("or", "an"):
            continue
        right = forms.article(following.text)
        if right != token.lower:
            yield Edit(index, index + 1, right)


def _second_mention(sentence: Sentence) -> Iterator[Edit]:
    seen: set[str] = set()
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("a", "an"):
            continue
        noun = sentence.low(index + 1)
        if sentence.tag(index + 1) != "NN" or sentence.tag(index + 2) == "NN":
            continue
        if noun in seen and sentence.low(index + 2) in ("was", "is", "were", "had", "has"):
            if sentence.low(index - 1) in ("but", "and", "because", "so", ","):
                yield Edit(index, index + 1, "the")
        if sentence.tag(index - 1) in ("VBD", "VBN", "VBZ", "VBP", "VB", "CC"):
            seen.add(noun)


RULES: tuple[Rule, ...] = (
    Rule(
        id="a-an",
        explanation="“A” stands before a consonant sound, “an” before a vowel sound.",
        example="Her daughter is a university student.",
        topic="a-and-an",
        find=_a_an,
        priority=-1,
    ),
    Rule(
        id="profession",
        explanation="A job or role in the singular needs “a” or “an”.",
        example="I am a student.",
        topic="a-and-an",
        rows=table("""
            i|he|she am|'m|is|'s|was not|n't|now|also|still? [ $profession ] -> {3:a} {3} ?
            .. !next:number !nexttag:NN|NNS|NNP
            i|he|she|<NN> am|'m|is|'s|was not|n't|now|also|still? [ taxi|bus|truck|lorry|football
            ..|tennis|basketball|english|maths|primary|history|software|police|hotel|shop|office
            ..|art|language|school|music|piano|travel|sales|fashion|film|tour|bank|ship|computer
            .. driver|player|teacher|engineer|officer|manager|assistant|worker|dealer|agent
            ..|designer|director|guide|clerk|singer|programmer|developer|receptionist|owner
            ..|captain ] -> {3:a} {3} {4} ? !nexttag:NN|NNS
            i|he|she am|'m|is|'s|was not|n't|now|also|still? [ <JJ>&!own|more|less|very|sure|happy
            .. $profession ] -> {3:a} {3} {4} ? !nexttag:NN|NNS
            my|his|her|our @NP? <NN>? is|was [ $profession ] -> {4:a} {4} ? !nexttag:NN|NNS
            my|his|her|our|the <NN> is|was [ <JJ> $profession ] -> {3:a} {3} {4} ? !nexttag:NN|NNS
            .. !before:both
            <NNP> is|was [ $profession ] -> {2:a} {2} ? !nexttag:NN|NNS !prev:,
            =work as [ $profession ] -> {2:a} {2} ? !nexttag:NN|NNS !prev:they|we
            =work as [ <JJ|NN> $profession ] -> {2:a} {2} {3} ? !nexttag:NN|NNS
            =be|want|like to be|become [ $profession ] -> {3:a} {3} ? !nexttag:NN|NNS !tag:0,NNS
            =become [ $profession ] -> {1:a} {1} ? !nexttag:NN|NNS !prev:we|they
            job as [ $profession ] -> {2:a} {2} ? !nexttag:NN|NNS
            $subject wants|want to be|become [ <JJ> $profession ] -> {4:a} {4} {5}
        """),
    ),
    Rule(
        id="missing-article",
        explanation="A singular countable noun needs an article or another determiner.",
        example="I'd like to make an appointment.",
        topic="a-and-an",
        find=missing_determiner,
        rows=table("""
            =have|'ve|=get|got [ sore|high|bad|terrible|slight headache|throat|cold|fever
            ..|temperature|cough ] -> a {1} {2} ? !nexttag:NN|NNS
            =have|'ve got? [ headache|temperature|fever|cough ] -> {2:a} {2}
            it|this|that is|was|'s [ good|great|nice|bad|beautiful|big|small|long|new|difficult
            ..|interesting|wonderful|terrible|amazing|lovely|horrible day|idea|place|city|country
            ..|book|film|movie|problem|question|house|car|story|song|town|experience|trip|mistake
            ..|job|restaurant|hotel|game|school|village ] -> {2:a} {2} {3} ? !nexttag:NN|NNS
            what beautiful|lovely|nice|wonderful|great|terrible|horrible|good|bad|big|strange
            ..|funny|shame|pity day|idea|place|city|house|car|dress|surprise|story|song|garden
            ..|view|night|party|picture|photo|shame|pity|pity -> what a {1} {2} ? !question
            what shame|pity|mess|surprise END -> what a {1}
            as [ child|boy|girl|teenager|kid|tourist|beginner|baby|toddler ] -> {1:a} {1} ?
            .. !nexttag:NN|NNS|IN !prev:=dress
            as [ young|little|small child|boy|girl|man|woman ] -> {1:a} {1} {2}
            for while -> for a while ? !next:i|he|she|it|they
            =have look|swim|chat|rest|nap|drink|bite|haircut|try|guess -> {0} a {1} ?
            .. !nexttag:NN|NNS !tag:0,VBN !prev:must|might|may|could|should|would|'d|n't
            in|for|after|within|every [ few minutes|days|weeks|years|hours|months|seconds ] -> a
            .. few {2} ? !known:0,every
            <VB|VBD|VBP|VBZ|VBG|VBN>&!is|are|was|were|be [ few
            .. minutes|days|weeks|years|hours|months ago|later ] -> a few {2} {3}
            ^ [ few minutes|days|weeks|years|hours|months ago|later ] -> a few {1} {2}
            [ couple of ] -> a couple of ? !prevtag:DT|JJ|PRP$|CD|NN
            .. !prev:a|the|last|every|young|first|next
            =speak|=be|=feel|'s|'m|=need|=know|=have|=eat|=wait [ little bit ] -> a little bit
            =drink|eat|want|need|have|buy|order|get|bring|take|like|make|find|give [ cup|glass
            ..|bottle|slice|piece|kilo|bag|box|bar|loaf|packet|pair|bunch|jar|tin of ] -> {1:a}
            .. {1} of ? !tag:0,IN
            =give|bring|buy|pass|get me|him|us|her|you|them [ cup|glass|bottle|slice|piece|kilo
            ..|bag|box|bar|loaf|packet|pair of ] -> {2:a} {2} of
            [ large|great|small|huge number of ] -> a {0} number of ? !prevtag:DT
            it|that is|was|'s [ pity|shame|pleasure|miracle|mistake|surprise|secret|disaster|mess
            ..|joke|lie ] -> {2:a} {2} ? !nexttag:NN|NNS !next:of
            such <JJ> $countable -> such a {1} {2} ? !nexttag:NN|NNS|POS
            what <JJ> $countable -> what a {1} {2} ? !question first !nexttag:NN|NNS|POS
            had great|good|wonderful|fantastic|lovely|amazing|terrible|nice time -> {0} a {1} time
            .. ? !nexttag:NN
            =stay at|in hotel -> {0} {1} a hotel
            =be|'s a hard|difficult|good work -> {0} {2} work ? !nexttag:NN|TO|IN
            a flu -> flu ? !nexttag:NN
            =be|'s|'re|'m a very? good|bad in|at -> {0} {2} {3} {4} ? !next:age
            such good|nice|beautiful|big|great|bad|terrible|wonderful|lovely|small|long|kind|lucky
            .. day|idea|place|city|house|car|dress|surprise|story|person|time|way|man|woman|friend
            ..|problem|job|game|film -> such a {1} {2}
            once|twice week|day|month|year -> {0} a {1} ? !nexttag:NN
            three|four|five|six|several|many times week|day|month|year -> {0} times a {2}
            euros|dollars|pounds|cents kilo|litre|hour|night|week|month|person|day|liter|metre
            ..|year -> {0} a {1} ? !nexttag:NN|NNS
            for|in|at|quarter|half long time END -> for a long time ? known:0,for
            for long time -> for a long time
            after|since long time -> {0} a long time
            in hurry -> in a hurry
            in|at bad|good mood -> in a {1} mood
            have good|nice|great day|time|weekend|trip|evening|journey -> have a {1} {2}
            =have problem|question|idea|dream|party|meeting|shower|bath|appointment|accident|baby
            ..|break|rest|holiday|picnic|barbecue -> {0} {1:a} {1} ? !nexttag:NN|NNS|POS|IN|VBG
            .. !tag:0,NN
            =have problem|question|idea|dream|meeting|appointment|accident
            .. with|about|for|to|on|in|at -> {0} {1:a} {1} {2}
            =make mistake|decision|appointment|cake|list|mess|reservation|plan|promise|choice
            ..|suggestion|phone -> {0} {1:a} {1} ? !nexttag:NN|NNS|POS
            =take photo|picture|shower|bath|nap|taxi|break|bus|train|rest|walk|seat|look -> {0}
            .. {1:a} {1} ? !nexttag:NN|NNS|POS !known:1,bus|train
            =ask question -> {0} a question ? !next:number
            =tell joke|lie|story|secret -> {0} a {1} ? !nexttag:NN|NNS
            =give speech|presentation|party|lecture -> {0} a {1} ? !nexttag:NN|NNS
            =be|'s|'m in meeting END -> {0} in a meeting
            i|we|he|she|they live|lives|lived in small|big|nice|large|quiet|beautiful|new|old
            ..|little village|town|city|house|flat|apartment -> {0} {1} in {3:a} {3} {4}
            in <JJ> village|town|house|flat|apartment|restaurant|school|factory|shop|hotel|office
            ..|family END -> in {1:a} {1} {2} ? !known:1,downtown|my|own|high|primary|secondary
            ..|public
            as result -> as a result ? !next:of
            quite|rather <JJ> man|woman|person|city|day|place|book|film|idea|problem|job|story
            ..|house|game -> {0} a {1} {2}
            for|in half hour -> {0} half an hour
            half hour -> half an hour ? !prev:a|an|the|every|this|that|first|last
            .. !prevtag:DT|CD|JJ
            hundred|thousand people|euros|dollars|years|times|students -> a {0} {1} ?
            .. !prevtag:CD|DT|JJ !prev:a|one|few|several|many|the|two|three|four|five|six|seven
            ..|eight|nine|ten|per
        """),
    ),
    Rule(
        id="missing-the-subject",
        explanation="A singular countable noun needs an article: “the” for the one that is meant.",
        example="The dog is sleeping.",
        topic="the-definite-article",
        find=missing_the_subject,
    ),
    Rule(
        id="body-part",
        explanation="Parts of the body take a possessive: “my”, “your”, “his” …",
        example="I wash my hands before dinner.",
        topic="possessive-adjectives",
        find=body_part,
        priority=1,
    ),
    Rule(
        id="missing-the",
        explanation="Something that is the only one, or that both know, needs “the”.",
        example="My office is on the third floor.",
        topic="the-definite-article",
        rows=table("""
            one of [ most|best|biggest|oldest|tallest|largest|greatest|worst|smallest|longest
            ..|richest|youngest|nicest|cheapest|highest ] -> the {2}
            =be|'s|'re|'m [ most
            .. <JJ>&beautiful|important|interesting|expensive|difficult|famous|popular|dangerous|intelligent|comfortable|delicious|useful|boring|exciting|powerful
            .. ] <NN> -> the most {2} ? !prev:there
            =be|'s|'re|'m [ tallest|biggest|oldest|best|worst|youngest|largest|smallest|longest
            ..|fastest|cheapest|richest|highest|strongest|happiest ] <NN|NNS|person|in|of> -> the
            .. {1}
            =be|'s [ capital|owner|mother|father|author|winner|top|bottom|cause|symbol|name|colour
            ..|centre|center|heart|middle|end|beginning of ] -> the {1} of ? tag:0,VBZ|VBD|VBP
            .. !prev:there
            ^ [ colour|color|name|price|door|roof|window|end|beginning|top|bottom|capital|owner
            ..|author|title|size|taste|smell|sound|cost|quality|population|language|father|mother
            ..|brother|sister|house|car|son|daughter|wife|husband of ] my|the|this|that|his|her
            ..|our|their|$plain_country -> the {0} of
            on|at|in|by|near|from|to [ top|bottom|back|front|edge|side|centre|center|corner
            ..|beginning|outskirts of ] the|my|this|his|her|our|a -> the {1} of ?
            .. !known:1,front|side|top
            by|at|until|till|before [ end of ] the|this|next|january|june|july|december|may|march
            ..|april -> the end of
            in|to|from|near [ city|town centre|center ] -> the {1} {2}
            on [ left|right ] END -> the {1}
            on [ left|right of|side ] -> the {1} {2} ? !prev:from
            on [ way to|home|back ] -> the way {2}
            in|under [ rain|sun|shade|dark ] END -> the {1} ? !known:0,under
            at|to|from [ doctor|dentist|hairdresser|baker|butcher|vet 's ] -> the {1} 's
            [ a ] sun|moon|internet|universe|equator|sky is|was|rises|shines -> the
            in|at|on [ a ] sun|moon|internet|sky -> the
            [ a ] same -> the ? !next:old
            for [ a ] first|second|last time -> the ? known:1,first
            [ a ] <JJS>&!most|best|last|least <NN> -> the ? !prev:at !nexttag:NN|NNS
            [ a ] best <NN> in|of|i -> the
            in [ a|an ] morning|evening|afternoon -> the ? !nexttag:NN !next:of|like
            [ a ] only -> the
            the another -> another
            the each|every -> {1} ? !next:other
            the all -> all the ? !next:time|star|clear|powerful|important|new|in|round|inclusive
            the this|that|these|those -> {1} ? tag:1,DT nexttag:NN|NNS|JJ
            where is|'s [ bathroom|toilet|station|bank|supermarket|exit|remote|key|kitchen|museum
            ..|hotel|airport|post|nearest|library|cinema|beach|market|teacher|dog|cat ] -> the {2}
            .. ? question !nexttag:POS
            in|at [ first|second|third|last|final|next year|class|row|line|lesson|half|round|page
            ..|chapter|week|part ] -> the {1} {2} ? !prev:first known:0,in !known:1,next|last
            =have|like|need|want|wear|do|make|get|use|watch|study [ same <NN|NNS> ] -> the same
            .. {2}
            on|in [ first|second|third|fourth|fifth|sixth|last|top|ground floor ] -> the {1} {2}
            =be|'s [ first|second|third time ] -> the {1} {2}
            in [ morning|afternoon|evening ] -> the {1} ? !nexttag:NN|NNS
            at [ same time ] -> the same time
            at [ end|beginning|top|bottom of ] -> the {1} of
            in [ middle|end|centre|center of ] -> the {1} of ? !known:1,end
            on [ other hand|side ] -> the other {2}
            in [ same <NN> ] -> the same {2}
            [ same <NN> ] as -> the same {1} ? !prev:the|this|that|these|those
            =be|'s|'re [ same as ] -> the same as
            =be|'s|'re|'m from [ united states|kingdom ] -> the {2} {3}
            in|to|from|from [ united states|kingdom|nations|arab ] -> the {1} {2}
            in|to|from|through|across|around|about|visit|visited|like|love|of [ netherlands
            ..|philippines|maldives|bahamas|usa|uk|eu|uae ] -> the {1} ? !nexttag:NNP|NN
            in|to|from [ czech republic ] -> the {1} {2}
            in|to|from [ dominican republic ] -> the {1} {2}
            in|to|at|by|near|from|across [ atlantic|pacific|indian ocean ] -> the {1} {2}
            in|to|from|across [ sahara|alps|himalayas|andes|mediterranean ] -> the {1} ?
            .. !nexttag:NN|NNP
            =play [ $instrument ] -> the {1} ? tag:0,VB|VBP|VBZ|VBD|VBG|VBN !nexttag:NN|NNS
            .. !next:and !has:jazz
            ^ [ sun|moon|sky|weather|government|teacher ] is|was|are|were|has|shines|rises
            .. -> the {0}
            ^ [ cinema|bank|station|museum|library|supermarket|hotel|airport|pharmacy|theatre
            ..|beach|restaurant|post ] office? is|was|opens|closes -> the {0} {1}
            next to|in|near|opposite|behind [ post office ] -> the {2} {3}
            near|opposite|behind|outside [ station|cinema|bank|museum|supermarket|library|theatre
            ..|airport|park|beach|hospital|pharmacy|hotel|river|sea|school|church|university ] ->
            .. the {1} ? !nexttag:NN|NNS|POS
            next to [ station|cinema|bank|museum|supermarket|library|theatre|park|beach|hospital
            ..|pharmacy|hotel|river|church|window|door|school|university ] -> the {2} ?
            .. !nexttag:NN|NNS|POS
            =go|walk|drive|come|run|take|went to [ cinema|beach|supermarket|station|airport
            ..|library|gym|park|dentist|doctor|museum|theatre|market|bank|zoo|toilet|hairdresser
            ..|office|pharmacy|restaurant|mountains|countryside|shop|shops|seaside ] -> the {2} ?
            .. !nexttag:NN|NNS|POS|NNP
            =be|'s|'m|'re|=stay|=work|=wait|=meet at|in [ cinema|beach|supermarket|station|airport
            ..|library|gym|dentist|doctor|museum|theatre|market|office|kitchen|garden|bathroom
            ..|living ] -> the {2} ? !nexttag:NN|NNS|POS|VBG|CC
            in [ world ] END -> the world
            all over [ world ] -> the world
            around [ world ] -> the world
            on [ internet|radio ] -> the {1} ? !nexttag:NN|NNS
            =listen|listening to [ radio ] -> the radio ? !nexttag:NN|NNS
            =use|surf [ internet ] -> the internet ? !nexttag:NN|NNS
            =look at|up|in [ sky|moon|sun|stars ] -> the {2}
            ^ [ only ] thing|person|problem|way|reason -> the only
            =be|'s [ only ] person|one|child|way|thing|reason|student|woman|man -> the only ?
            .. !prev:there|'m !next:child
            =be|'s [ right|wrong ] answer|person|way|time|place -> the {1}
            more $subject ~6 , more -> the more {1} {2} , the more ? first
            the more|less ~6 , [ more|less|better|worse ] -> the {4}
            the better|sooner|older|earlier|longer|harder|bigger ~6 , [
            .. more|less|better|worse|easier ] -> the {4}
            ^ [ more|less ] $subject ~5 , the more|less|better|worse -> the {0}
            ^ [ rich|poor|elderly|unemployed|homeless|disabled|blind ] should|need|are|have|can
            ..|must|often|get|pay|live -> the {0}
            than|and|or|for|help [ poor|rich|homeless|elderly|unemployed|disabled ] END -> the {1} ?
            .. !has:between !before:rich
            nile|amazon|thames|danube|rhine|volga river -> the {0} {1} ? !prevtag:DT|PRP$
            .. !prev:river
            [ nile|thames|danube|rhine|volga|seine ] is|flows|runs -> the {0} ? !prev:river|the
            [ president|king|queen|prime minister|mayor ] of -> the {0} {1} ?
            .. !prevtag:DT|PRP$|JJ|IN|VBN|NN|POS first
            in [ future ] -> the future ? !next:i|tense|!
            in [ past ] END -> the past
            in [ sixties|seventies|eighties|nineties|1990s|1980s|1970s|1960s|2000s ] -> the {1}
            most of [ people|students|time|day ] -> the {2} ? known:2,time|day
            at|in|on [ weekend ] END -> the weekend ? known:0,at|on
            tell|say|tells|told|telling|speak [ truth ] -> the truth
            =do [ shopping|dishes|washing|ironing|cleaning|cooking|laundry ] -> the {1} ?
            .. tag:0,VB|VBP|VBD|VBZ|VBG !nexttag:NN|NNS !known:1,shopping|cleaning|cooking
            =open|close|lock|shut [ door|window ] -> the {1} ? !nexttag:NN|NNS
            =turn|switch on|off [ light|tv|television|radio|computer|lights|heating ] -> the {2} ?
            .. !nexttag:NN|NNS
        """),
        priority=1,
    ),
    Rule(
        id="second-mention",
        explanation="When something is mentioned again, use “the”.",
        example="I bought a book, but the book was boring.",
        topic="the-definite-article",
        find=_second_mention,
    ),
    *NEEDLESS_ARTICLES,
    *ARTICLE_PHRASES,
)
