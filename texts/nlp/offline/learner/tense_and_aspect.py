"""Tenses, aspect, auxiliaries with the wrong form, conditionals, passives."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.irregular import OVER_REGULAR, past_of
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.negation import negative_form
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_NOW = frozenset({"since"})
_CLAUSE_MARKS = frozenset(
    {
        ",",
        ";",
        "and",
        "but",
        "because",
        "that",
        "when",
        "if",
        "while",
        "who",
        "before",
        "after",
        "so",
    }
)


def _present_finite(sentence: Sentence, index: int) -> bool:
    """A present-tense form at ``index`` that cannot be past."""
    token = sentence.tokens[index]
    return (
        bool(token.verb.tags & {"VBP", "VBZ"})
        and "VBD" not in token.verb.tags
        and (token.tag in ("VBP", "VBZ", "VB"))
    )


def _main(sentence: Sentence, start: int) -> tuple[int, str] | None:
    """Index of the finite verb of the clause at ``start`` and its subject's number."""
    subject = subject_at(sentence, start)
    if subject is None:
        return None
    index = skip_adverbs(sentence, subject.end)
    return (index, subject.number) if index < len(sentence) else None


def _starts(sentence: Sentence) -> Iterator[int]:
    first = True
    for index, token in enumerate(sentence.tokens):
        if token.is_word and first:
            first = False
            yield index
        elif sentence.low(index - 1) in (
            ",",
            "and",
            "but",
            "so",
            "because",
            "yesterday",
            "ago",
            "that",
        ):
            yield index


def _clause(sentence: Sentence, index: int) -> range:
    """Token range of the clause around ``index``, cut at commas and conjunctions."""
    end = index + 1
    while end < len(sentence) and sentence.low(end) not in _CLAUSE_MARKS:
        end += 1
    return range(index, end)


def _yesterday(sentence: Sentence) -> Iterator[Edit]:
    """A present form in a clause with a finished past time."""
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or not _present_finite(sentence, found[0]):
            continue
        index, number = found
        token = sentence.tokens[index]
        if not _past_time(sentence, start, index) or token.verb.lemma in ("be", "have", "do"):
            if not (_past_time(sentence, start, index) and _whole_verb(sentence, index)):
                continue
        past = forms.verb(token.verb.lemma, "VBD")
        if token.verb.lemma == "be":
            past = "were" if number == "plural" else "was"
        if sentence.low(index + 1) in ("n't", "not") and token.verb.lemma == "do":
            past = "did"
        yield Edit(index, index + 1, past)


def _whole_verb(sentence: Sentence, index: int) -> bool:
    """ "be", "have", "do" used as main verbs, or "do" as the auxiliary of a negative."""
    token = sentence.tokens[index]
    if token.lower in ("'s", "'ve", "'m", "'re"):
        return False
    after = skip_adverbs(sentence, index + 1)
    following = sentence.tag(after)
    if sentence.low(index + 1) in ("n't", "not"):
        return token.verb.lemma == "do" or token.verb.lemma == "be" and following != "VBG"
    return following not in ("VBN", "VBG", "VBD", "TO") and "VBN" not in (
        sentence.tokens[after].verb.tags if after < len(sentence) else ()
    )


_LAST = (
    SETS["unit"]
    | SETS["day"]
    | frozenset({"weekend", "summer", "winter", "spring", "autumn", "night"})
)


_ABOUT_PAST = frozenset("remember think know hear believe hope see say regret guess count".split())


def _opening(sentence: Sentence, start: int) -> range:
    """The time expression with which the sentence opens, if the clause at ``start`` follows it."""
    end = start - 1 if sentence.low(start - 1) == "," else start
    first = end - 1
    if sentence.low(first) != "yesterday":
        first = end - 3 if sentence.low(end - 1) == "ago" else end - 2
    opens = all(not token.is_word for token in sentence.tokens[: max(first, 0)])
    return range(first, end) if first >= 0 and (opens or first == 0) else range(0)


def _past_time(sentence: Sentence, start: int, verb: int) -> bool:
    """ "yesterday", "last week" or "two days ago" in the clause or just before it."""
    clause = _clause(sentence, verb)
    if any(
        sentence.low(index) in ("now", "today", "still", "every", "remember") for index in clause
    ):
        return False
    if sentence.tag(verb + 1) == "VBG" or sentence.tokens[verb].verb.lemma in _ABOUT_PAST:
        return False
    for index in [*_opening(sentence, start), *clause]:
        word = sentence.low(index)
        if sentence.low(index - 1) in ("than", "as", "of", "since", "until"):
            continue
        if word == "yesterday" and sentence.low(index + 1) != "'s":
            if sentence.low(index - 1) not in ("since", "from", "of", "until", "than", "for"):
                return True
        if word == "ago" and not sentence.low(index - 1).startswith("long"):
            return True
        if word == "last" and sentence.low(index + 1) in _LAST and sentence.low(index + 2) != "'s":
            if sentence.low(index - 1) not in (
                "the",
                "since",
                "from",
                "of",
                "until",
                "for",
                "their",
                "his",
                "than",
                "my",
            ):
                return True
    return False


_SINCE_VERBS = frozenset(
    "live work study know learn teach play have be own want need wait drive love belong like "
    "run stay speak collect suffer use help travel date".split()
)


def _since(sentence: Sentence) -> Iterator[Edit]:
    """ "I live here since 2019": the present for something that began in the past."""
    if sentence.lowers.isdisjoint({"since", "for"}):
        return
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or not _present_finite(sentence, found[0]):
            continue
        index, number = found
        token = sentence.tokens[index]
        clause = _clause(sentence, index)
        if sentence.tag(skip_adverbs(sentence, index + 1)) in ("VBN", "VBD"):
            continue
        if token.verb.lemma not in _SINCE_VERBS or not _long_time(sentence, clause):
            continue
        auxiliary = "has" if number == "singular" else "have"
        after = sentence.low(index + 1)
        if token.verb.lemma == "be":
            if sentence.tag(index + 1) == "VBG" or after not in ("not", "n't"):
                yield Edit(index, index + 1, f"{auxiliary} been")
        elif after not in ("n't", "not"):
            yield Edit(index, index + 1, f"{auxiliary} {forms.verb(token.verb.lemma, 'VBN')}")


def _long_time(sentence: Sentence, clause: range) -> bool:
    for index in clause:
        word, following = sentence.low(index), sentence.low(index + 1)
        if word == "since" and index > clause.start + 0:
            if following.isdigit() or following in SETS["number"] | SETS["month"] | SETS["day"]:
                return True
            if following in (
                "i",
                "he",
                "she",
                "we",
                "they",
                "my",
                "last",
                "yesterday",
                "a",
                "many",
                "childhood",
            ):
                if _long_ago(sentence, clause.start):
                    return False
                return True
    return False


def _long_ago(sentence: Sentence, verb: int) -> bool:
    """ "It is a long time since ...", "it is ten years since ..."."""
    return sentence.low(verb - 1) == "it" and sentence.tokens[verb].verb.lemma == "be"


def _stative_progressive(sentence: Sentence) -> Iterator[Edit]:
    """ "I am knowing", "she is wanting": verbs of state in the continuous."""
    for index, token in enumerate(sentence.tokens):
        if token.tag != "VBG" and "VBG" not in token.verb.tags:
            continue
        if token.verb.lemma not in _STATES or index == 0:
            continue
        place = index - 1
        while place > 0 and sentence.tag(place) == "RB":
            place -= 1
        be = sentence.tokens[place]
        if be.lower not in ("am", "is", "are", "'m", "'re", "'s", "was", "were"):
            continue
        if sentence.is_question and be.first:
            continue
        if sentence.low(index - 1) == "always" or (
            be.lower == "'s"
            and sentence.low(place - 1)
            not in (
                "he",
                "she",
                "it",
            )
        ):
            continue
        middle = [t.lower for t in sentence.tokens[place + 1 : index]]
        fixed = _simple(be.lower, token.verb.lemma, middle)
        if fixed:
            yield Edit(place, index + 1, fixed)


_STATES = frozenset(
    "know want need understand believe belong own prefer hate contain deserve "
    "possess cost recognise recognize suppose owe doubt seem resemble agree disagree".split()
)


def _simple(be: str, lemma: str, middle: list[str]) -> str:
    third, past = be in ("is", "'s"), be in ("was", "were")
    if "not" in middle or "n't" in middle:
        auxiliary = "did" if past else "does" if third else "do"
        return f"{auxiliary} not {lemma}"
    form = forms.verb(lemma, "VBD" if past else "VBZ" if third else "VB")
    return " ".join([*middle, form])


def _over_regular(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens):
        if token.lower not in OVER_REGULAR:
            continue
        place = index - 1
        while place >= 0 and sentence.tag(place) in ("RB", "PRP"):
            place -= 1
        perfect = sentence.low(place) in ("have", "has", "'ve", "had", "was", "were", "been")
        yield Edit(index, index + 1, past_of(token.lower, "VBN" if perfect else "VBD"))


def _perfect_ago(sentence: Sentence) -> Iterator[Edit]:
    """ "He has died ten years ago"."""
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or sentence.low(found[0]) not in ("have", "has", "'ve"):
            continue
        index = found[0]
        after = skip_adverbs(sentence, index + 1)
        if after >= len(sentence) or "VBN" not in sentence.tokens[after].verb.tags:
            continue
        if sentence.low(index + 1) in ("n't", "not") or not _past_time(sentence, start, index):
            continue
        token = sentence.tokens[after]
        past = forms.verb(token.verb.lemma, "VBD")
        if token.lower == "been":
            past = "were" if found[1] == "plural" else "was"
            if sentence.low(after + 1) == "to":
                past = "went"
        between = " ".join(t.text for t in sentence.tokens[index + 1 : after])
        yield Edit(index, after + 1, f"{between} {past}".strip())


RULES: tuple[Rule, ...] = (
    Rule(
        id="negative-form",
        explanation="A main verb is made negative with “do not”, “does not” or “did not”.",
        example="She doesn't work here.",
        topic="present-simple-questions-and-negatives",
        find=negative_form,
        priority=2,
    ),
    Rule(
        id="base-after-do",
        explanation="After “do”, “does” and “did” the main verb is in its base form.",
        example="She didn't go to school.",
        topic="past-simple-questions-and-negatives",
        rows=table("""
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still? <VB.*|NNS>&+VBZ
            .. -> {0} {1} {2} {3:VB} ? !glued:3
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still? +VBD&!+VB
            .. -> {0} {1} {2} {3:VB}
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still? <VBG>
            .. -> {0} {1} {2} {3:VB}
            do|does|did n't been -> {0} n't be
            do|does|did $subject not +VBD&!+VB -> {0} {1} not {3:VB}
            do|does|did $subject not +VBZ -> {0} {1} not {3:VB}
            do|does|did $subject always|never|really|usually|even|often|just|ever|still? +VBD&!+VB
            .. -> {0} {1} {2} {3:VB} ? !prev:and|so|but|,
            do|does|did $subject always|never|really|usually|even|often|ever|still? +VBZ&!likes
            .. -> {0} {1} {2} {3:VB} ? question
            does|did $subject likes -> {0} {1} like
            does|did @NP +VBD&!+VB&<VB.*> -> {0} {1} {2:VB} ? question !tag:1,PRP !starts:1,VB
            does|did @NP <VBZ> -> {0} {1} {2:VB} ? question !tag:1,PRP
            did @NP <VBG> -> {0} {1} {2:VB} ? question
            do|does|did $subject <VBG> -> {0} {1} {2:VB} ? question !prev:what|how
        """),
        priority=3,
    ),
    Rule(
        id="participle-after-have",
        explanation="After “have” the perfect needs the past participle.",
        example="They have gone home already.",
        topic="present-perfect-simple",
        rows=table("""
            have|has|'ve|had n't|not|already|just|never|ever|always|also|recently|finally? yet?
            .. +VBD&!+VBN&!+VB -> {0} {1} {2} {3:VBN} ? !next:to
            have|has|had $subject ever|already|never|just? +VBD&!+VBN&!+VB -> {0} {1} {2} {3:VBN}
            have|has|had never|already|just|ever <VB|VBP|NN>&+VB&!+VBN&!+VBD
            .. -> {0} {1} {2:VBN} ? !next:to
            have|has|'ve n't|not +VB&!+VBN&!+VBD -> {0} {1} {2:VBN} ? !reads:2,ADV !nexttag:NN
            .. !tag:2,JJ|DT|RB
            i|we|you|they|he|she have|has|'ve|had already|just|never|ever|finally|always +VB&!+VBN&!+VBD
            .. -> {0} {1} {2} {3:VBN}
            i|we|you|they 've +VB&!+VBN&!+VBD -> {0} {1} {2:VBN} ? pure:2 !reads:2,NOUN
            i|we|you|they|he|she have|has see|go|do|eat|take|write|speak|know|give|visit|live|finish|learn
            .. -> {0} {1} {2:VBN} ? !nexttag:VBZ
            have|has|had $subject ever|already|never|just|yet? +VB&!+VBN&!+VBD
            .. -> {0} {1} {2} {3:VBN} ? question pure:3 !reads:3,NOUN
            have|has $subject ever +VB&!+VBN&!+VBD -> {0} {1} ever {3:VBN}
            have|has|'ve|had been <NN>? went -> {0} gone
            have|has|'ve|'s never|ever|already|just be -> {0} {1} been
            have|has|'ve be -> {0} been ? !prev:to
            i|you|we|they have|'ve|had been|never? <VBG>&!being|been|having|interesting
            .. -> {0} {1} been {3:VBG} ? !has:been !nexttag:NN|NNS tag:3,VBG !next:and known:3,have
        """),
        priority=3,
    ),
    Rule(
        id="seen-without-have",
        explanation="The past participle needs “have”: “I have seen”; or use the past simple.",
        example="I have seen that film twice.",
        topic="present-perfect-simple",
        rows=table("""
            i|we|you|they seen|done|gone|been|eaten|taken|written|known|given|spoken|broken|forgotten|drunk
            .. -> {0} have {1} ? !prev:had|have|has|'ve|as|be|get|having|were|was|things|is !next:and !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            he|she|it seen|done|gone|been|eaten|taken|written|known|given|spoken|broken|forgotten|drunk
            .. -> {0} has {1} ? !prev:had|have|has|'ve|as|be|get|having|were|was|is !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            i|we|you|they|he|she begun|sung|swum|rung|drunk -> {0} {1:VBD}
            .. ? !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            i|we|you|they already been|seen|done|eaten -> {0} have already {2}
        """),
    ),
    Rule(
        id="past-with-past-time",
        explanation="With a finished time such as “yesterday” use the past simple.",
        example="Yesterday we went to the cinema.",
        topic="past-simple-irregular-verbs",
        find=_yesterday,
    ),
    Rule(
        id="perfect-with-since",
        explanation="For something that began in the past and still goes on use the present perfect.",
        example="We have lived in this flat since 2019.",
        topic="for-and-since",
        find=_since,
        priority=1,
    ),
    Rule(
        id="perfect-with-past-time",
        explanation="With a finished time such as “ago” or “yesterday” use the past simple, not the perfect.",
        example="My grandfather died ten years ago.",
        topic="present-perfect-vs-past-simple",
        find=_perfect_ago,
        rows=table("""
            when have|has $subject +VBN -> when did {2} {3:VB} ? !has:ever
            when have|has @NP +VBN -> when did {2} {3:VB} ? question
            what time have|has $subject +VBN -> what time did {3} {4:VB}
        """),
        priority=1,
    ),
    Rule(
        id="stative-verb",
        explanation="Verbs of state such as “know”, “want” or “own” are not used in the continuous.",
        example="My sister wants a new bicycle.",
        topic="present-continuous",
        find=_stative_progressive,
        rows=table("""
            [ is|'s having ] a|an|two|three|four|many|some|big|blue|brown|long|no
            .. big|new|small|large|good|nice|beautiful|old|great? house|car|dog|cat|flat|bike|brother|sister
            .. -> has ? !has:operation
            [ am|are|'m|'re having ] a|an|two|three|four|many|some|no
            .. big|new|small|large|good|nice|beautiful|old|great|younger|older? house|car|dog|cat|flat|bike|brother|sister|brothers|sisters|cats|dogs|children|cars
            .. -> have
            is having $number brothers|sisters|children|cats|dogs|sons|daughters|rooms|eyes -> has {2} {3}
            am|'m having @NP years -> am {2} years
            [ 'm|am|are|'re loving|liking ] my|the|you|your|to -> {1:VB} ? !has:!
            [ is liking ] -> likes
            i [ 'm|am thinking that ] -> think that
            i [ am|'m hearing ] you|the|a|music -> hear
            [ is meaning ] -> means
            [ are|am meaning ] -> mean
            [ am|'m not remembering ] -> do not remember
            [ am|'m remembering ] -> remember ? !next:when
            this|the|it <NN>? [ is smelling|tasting|sounding|looking ] good|bad|delicious|nice|great|horrible|wonderful|terrible|strange
            .. -> {3:VBZ} ? !tag:1,VB
            it [ is depending ] -> depends
            [ is consisting ] -> consists
        """),
    ),
    Rule(
        id="habit-continuous",
        explanation="For habits use the present simple, not the continuous.",
        example="I usually get up at six.",
        topic="present-simple",
        rows=table("""
            i [ am|'m usually|often|normally|sometimes|never|rarely|generally <VBG>&!going ] -> {2} {3:VB} ? !has:when
            we|they|you [ are|'re usually|often|normally|sometimes|never|rarely|generally <VBG>&!going ] -> {2} {3:VB} ? !has:when
            he|she|it [ is|'s usually|often|normally|sometimes|never|rarely|generally <VBG>&!going ] -> {2} {3:VBZ} ? !has:when
            @NP [ is usually|often|normally|rarely|generally <VBG>&!going ] -> {2} {3:VBZ} ? !has:when !tag:0,PRP
            usually i [ am|'m <VBG>&!going ] -> {3:VB}
            i [ am|'m <VBG>&getting|going|eating|waking|drinking|playing|reading|watching|having|studying|working|doing ] ~4 every day|morning|week|year|weekend
            .. -> {2:VB} ? !has:now !has:these !has:this
            he|she [ is|'s <VBG>&getting|going|eating|waking|drinking|playing|reading|watching|having|studying|working|doing ] ~4 every day|morning|week|year|weekend
            .. -> {2:VBZ} ? !has:now !has:these !has:this
        """),
        priority=1,
    ),
    Rule(
        id="happening-now",
        explanation="For something that happens at this moment use the present continuous.",
        example="Look! It is snowing.",
        topic="present-continuous",
        rows=table("""
            it [ snows|rains ] -> is {1:VBG} ? after:now|moment !before:if|when|unless|because|before
            it [ snows|rains ] -> is {1:VBG} ? next:and prevtag:,
            i [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|look ] ~6 right? now|moment
            .. END -> am {1:VBG} ? !before:usually !has:always !has:can
            i [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|look ] ~6 at the moment
            .. -> am {1:VBG}
            he|she [ writes|works|studies|cooks|reads|watches|waits|drives|eats|does|makes|talks|sits|sleeps|plays ]
            .. ~4 right? now END -> is {1:VBG}
            he|she [ writes|works|studies|cooks|reads|watches|waits|drives|eats|does|makes|talks|sits|sleeps|plays ]
            .. ~4 at the moment -> is {1:VBG}
            we|they [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|sleep|play ]
            .. ~4 at the moment -> are {1:VBG}
            we|they [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|sleep|play ]
            .. ~4 right now -> are {1:VBG}
        """),
    ),
    Rule(
        id="future-after-time-word",
        explanation="After “when”, “before”, “until”, “as soon as” and “if” use the present for the future.",
        example="I'll be ready by the time you get here.",
        topic="first-conditional",
        rows=table("""
            when|before|after|until|if|unless|once i|you|we|they [ will|'ll +VB&!excuse|forgive|follow|let|pardon|wait|take ] -> {3}
            .. ? has:will|'ll|please|call|wo|can|must|tell|going|should !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders !next:if !question
            when|before|after|until|if|unless|once he|she|it [ will|'ll +VB ] -> {3:VBZ}
            .. ? !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders|matter !question
            when|before|after|until|if|unless|once the|my|your|his|her|our|their * [ will +VB ] -> {4:VBZ}
            .. ? !prev:know|ask|wonder|sure|and|remember|idea|tell|see|asked|wonders|matter !question !plural:2
            by the time i|you|we|they [ will|'ll +VB ] -> {5}
            by the time he|she|it [ will|'ll +VB ] -> {5:VBZ}
            as soon as i|you|we|they [ will|'ll +VB ] -> {5}
            as soon as he|she|it [ will|'ll +VB ] -> {5:VBZ}
        """),
    ),
    Rule(
        id="conditional-would",
        explanation="In an unreal “if” clause use the past form, not “would”.",
        example="If I had more money, I would travel more.",
        topic="second-conditional",
        rows=table("""
            if $subject [ would|'d have +VBN ] -> had {4} ? !has:please
            if $subject [ would|'d be ] -> were ? !known:1,you|i|it|he|she
            if i|he|she|it [ would|'d be ] -> were
            if you [ would be ] -> were ? !next:so|kind|able|willing !has:please
            if $subject [ would have ] -> had ? !nexttag:VBN
            if i|he|she|it|we|they [ would +VB&!like|be|have|prefer|rather ] -> {3:VBD}
            if @NP [ would have +VBN ] -> had {4} ? !tag:1,PRP
            if @NP [ would have ] -> had ? !tag:1,PRP !nexttag:VBN
            if i|you|he|she|we|they had|'d +VBN ~5 , i|you|he|she|we|they [ will have ]
            .. -> would have
            if i [ was ] you -> were
            if i|you|he|she|we|they had a|more|enough|the <JJ>? <NN|NNS> , i|you|he|she|we|they [ will|'ll ] -> would
            if i|he|she were|was ~3 , i|you|he|she|we|they [ will|'ll ] -> would
        """),
        priority=1,
    ),
    Rule(
        id="wish",
        explanation="After “I wish” use a past form for the present, “had” for the past.",
        example="I wish I had more free time.",
        topic="wish-and-if-only",
        rows=table("""
            i wish that? $subject [ have ] -> had
            i wish that? $subject [ has ] -> had
            i wish that? $subject [ can ] -> could
            i wish that? $subject [ will ] -> would
            i wish that? i|he|she|it [ am|is|'m ] -> were
            i wish that? $subject [ are|'re ] -> were
            i wish that? $subject [ do|does ] n't -> did
            i wish that? $subject [ know|knows|live|lives|speak|speaks ] -> {4:VBD}
            he|she wishes that? $subject [ have|has ] -> had
            he|she wishes that? $subject [ can ] -> could
            i wish @NP [ is ] -> were ? !tag:2,PRP
            if only $subject [ have|has ] -> had ? !nexttag:VBN
        """),
        priority=1,
    ),
    Rule(
        id="first-time-perfect",
        explanation="After “this is the first time” use the present perfect.",
        example="This is the first time I have eaten sushi.",
        topic="present-perfect-experience",
        rows=table("""
            this|it|that is|'s the|my first|second|third|last|only time that? i|you|we|they [ <VB|VBP>&+VB&!have ] -> have {7:VBN}
            this|it|that is|'s the|my first|second|third|only time that? he|she|it [ <VBZ>&!has ] -> has {7:VBN}
            this|it|that is|'s the|my first|second|third|only time that? i|you|we|they [ am|'m|are|'re <VBG> ] -> have {8:VBN}
            this|it|that is|'s the|my first|second|third|only time that? he|she|it [ is|'s <VBG> ] -> has {8:VBN}
        """),
        priority=2,
    ),
    Rule(
        id="used-to-habit",
        explanation="A past habit is “used to” and the base form, without “be”.",
        example="I used to play football when I was young.",
        topic="used-to",
        rows=table("""
            $subject [ was|were used to +VB&play|go|live|work|be|have|eat|drink|smoke|read|watch|visit|swim|walk|spend|think|love|like|do|make|study|run|help|ride|cook|sing ]
            .. -> used to {4} ? has:when|child|young|younger|every|was|years|past|childhood
            did n't used to -> did n't use to
            did $subject used to -> did {1} use to
            i|we|they|you|he|she use to +VB -> {0} used to {3} ? !prev:did|n't !has:did
        """),
        priority=4,
    ),
    Rule(
        id="intransitive-passive",
        explanation="This verb has no passive: it takes no object.",
        example="The accident happened near the bridge.",
        topic="passive-present-and-past",
        rows=table("""
            was|were happened|occurred|died|arrived|disappeared|appeared|existed|belonged|fell
            .. -> {1:VBD} ? !before:if
            is|are happened|occurred -> {1:VBD}
            has|have been happened|occurred|arrived|disappeared -> {0} {2}
            is|are happens|depends|consists -> {1}
            is belong|belongs to -> belongs to
            are belong to -> belong to
            is consisted of -> consists of
            was|were exist -> existed
        """),
    ),
    Rule(
        id="missing-passive",
        explanation="The subject does not do the action here: use the passive, “be” and the participle.",
        example="This castle was built in the twelfth century.",
        topic="passive-present-and-past",
        rows=table("""
            ^ the|this|that|my|our *? castle|church|house|bridge|tower|building|school|temple|palace|city|museum|wall|hospital|cathedral|mosque|factory|road|station
            .. [ built|founded|destroyed|designed|constructed|completed ] in|by|at|during -> was {3}
            ^ the|this|that|my|our *? book|novel|letter|song|film|picture|painting|poem|report|play|article|story
            .. [ written|painted|made|published|directed|translated|composed|stolen ] in|by|at -> was {3}
            i|he|she [ born ] in|on|at -> was {1}
            we|they|you [ born ] in|on|at -> were {1}
            i|he|she [ am|'m|is|'s born ] in|on|at -> was born
            @NP [ borned|was borned ] -> was born
            @NP [ is born ] in|on|at <CD> -> was born
            @NP [ has|have born ] -> was born
            i [ have|'ve been born ] -> was born
            english|spanish|french|arabic|it [ speaks|spoken ] in|all -> is spoken
        """),
    ),
    Rule(
        id="progressive-form",
        explanation="The continuous is “be” and the -ing form.",
        example="She is working today.",
        topic="present-continuous",
        rows=table("""
            i|he|she|we|they|you|it am|is|are|'m|'s|'re|was|were now|still|not? work|study|live|play|eat|read|wait|talk|go|learn|write|speak|watch|sleep|drive|travel|stay|listen|sit|try|prepare|cook|think|do|come|drink|sing|walk|swim
            .. -> {0} {1} {2} {3:VBG} ? has:now|moment|today|currently|this|still
            i|he|she|we|they|it <VBG>&!interesting|being|having|boring|according|including now|right|at -> {0} am {1} {2}
            .. ? known:0,i first
            he|she|it <VBG>&!interesting|being|having|boring|according|including now|right -> {0} is {1} {2} ? first
            we|they <VBG>&!interesting|being|having|boring|according|including now|right -> {0} are {1} {2} ? first
            i <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> i am {1} ? first
            he|she <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> {0} is {1} ? first
            we|they|you <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> {0} are {1} ? first
        """),
    ),
    Rule(
        id="irregular-past",
        explanation="This verb is irregular.",
        example="My dad bought a new car in March.",
        topic="past-simple-irregular-verbs",
        find=_over_regular,
        priority=4,
    ),
)
