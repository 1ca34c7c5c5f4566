"""A small language for patterns over tagged tokens, in which most rules are written.

A pattern is a row of elements separated by spaces; each matches one token unless stated:

``word|word``   the lower-case form ("n't", "'s" are tokens of their own)
``=lemma|lemma`` any form of these verbs
``#lemma|lemma`` any form of these nouns
``<TAG|TAG>``   the Penn tag, as a regular expression
``$name``       a form in the named word set; ``=$name`` and ``#$name`` for lemmas in it
``+NAME``       a reading the form can have as a verb (VB, VBZ, VBD, VBN, VBG) whatever its tag
``@NP``         a base noun phrase, one token or more
``*``           any word
``~n``          a gap of up to n words, as short as possible
``^`` ``END``   start and end of the sentence; they take no token

``&`` joins tests that must all hold, ``!`` before a test denies it, ``?`` after an element makes
it optional. ``[`` and ``]`` as elements of their own set the part that the replacement covers
(the whole match by default).

A replacement is text in which ``{n}`` stands for element n (counted from 0, without brackets)
and ``{n:FORM}`` for its inflection: VB VBZ VBD VBN VBG for verbs, ``sg`` and ``pl`` for nouns,
``JJR`` and ``JJS`` for adjectives, ``sup`` from a comparative, ``ly`` for the adverb, ``obj``
and ``subj`` for pronouns, ``low``, ``a`` for the article that fits before it; any other name is
a verb, put into the form of element n (``{0:lend}`` for "borrowed" is "lent"). Elements that
matched nothing vanish.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.tokens import Sentence, Token

Test = Callable[[Token], bool]
_REFERENCE = re.compile(r"\{(\d+)(?::(\w+))?\}")
_END_MARKS = frozenset({".", "!", "?", "...", "…", '"', "”", ")"})


class Element(NamedTuple):
    """One compiled element; ``keys`` are the index keys one of which it needs, if listed.

    ``kind`` is "one", "NP", "gap" (up to ``most`` words), "^", "END", "[" or "]".
    """

    number: int
    kind: str
    test: Test | None = None
    keys: frozenset[str] | None = None
    optional: bool = False
    most: int = 1


class Pattern(NamedTuple):
    """A compiled pattern; a sentence needs a key of each set in ``required``, rarest first.

    ``opening`` is the first element if it always takes a token, and says where to begin at all.
    """

    elements: tuple[Element, ...]
    required: tuple[frozenset[str], ...]
    opening: Element | None


_OBJECTS = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_POSSESSIVE = {"mine": "my", "yours": "your", "hers": "her", "ours": "our", "theirs": "their"}
_MINE = {"me": "mine", "him": "his", "us": "ours", "them": "theirs"}
_OWN = {"my": "mine", "your": "yours", "her": "hers", "our": "ours", "their": "theirs"}
_SELF = {"me": "myself", "him": "himself", "us": "ourselves", "them": "themselves"}
_SUBJECTS = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}

_PRONOUNS = {
    "obj": _OBJECTS,
    "subj": _SUBJECTS,
    "poss": _POSSESSIVE,
    "mine": _MINE,
    "own": _OWN,
    "self": _SELF,
}

Match = dict[int, tuple[int, int]]


def _word_test(words: frozenset[str]) -> Test:
    return lambda token: token.lower in words


def _verb_test(lemmas: frozenset[str]) -> Test:
    clitics = lemmas & forms.CLITICS
    return lambda token: token.verb.lemma in lemmas or token.lower in clitics


def _noun_test(lemmas: frozenset[str]) -> Test:
    return lambda token: token.noun in lemmas or token.lower in lemmas


def _tag_test(expression: str) -> Test:
    compiled = re.compile(expression)
    return lambda token: compiled.fullmatch(token.tag) is not None


def _reading_test(tag: str) -> Test:
    return lambda token: tag in token.verb.tags


def _not(test: Test) -> Test:
    return lambda token: not test(token)


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda token: all(test(token) for test in tests)


def _any(tests: list[Test]) -> Test:
    return lambda token: any(test(token) for test in tests)


def _names(source: str) -> frozenset[str]:
    names: set[str] = set()
    for part in source.split("|"):
        names |= SETS[part[1:]] if part.startswith("$") else {part}
    return frozenset(names)


def _atom(source: str) -> tuple[Test, frozenset[str] | None]:
    if source.startswith("!"):
        return _not(_atom(source[1:])[0]), None
    parts = _alternatives(source)
    if len(parts) > 1:
        atoms = [_atom(part) for part in parts]
        listed = [keys for _, keys in atoms if keys is not None]
        together = frozenset().union(*listed) if len(listed) == len(atoms) else None
        return _any([test for test, _ in atoms]), together
    if source.startswith("<"):
        return _tag_test(source[1:-1]), None
    if source.startswith("+"):
        return _reading_test(source[1:]), None
    if source.startswith("="):
        names = _names(source[1:])
        keys = frozenset(name if name in forms.CLITICS else f"={name}" for name in names)
        return _verb_test(names), keys
    if source.startswith("#"):
        names = _names(source[1:])
        return _noun_test(names), names | {f"#{name}" for name in names}
    words = _names(source)
    return _word_test(words), words


_BAR = re.compile(r"\|(?![^<]*>)")


def _alternatives(source: str) -> list[str]:
    """Parts joined by ``|`` that need tests of their own; words of one kind stay together."""
    parts: list[str] = []
    for part in _BAR.split(source):
        special = part.startswith(("<", "+"))
        if parts and not special and not parts[-1].startswith(("<", "+")):
            parts[-1] += f"|{part.removeprefix('=')}"
        else:
            parts.append(part)
    return parts


def _element(number: int, source: str) -> Element:
    if source in ("^", "END", "[", "]"):
        return Element(number, source)
    if source.startswith("~"):
        return Element(number, "gap", most=int(source[1:]))
    optional = source.endswith("?")
    source = source.removesuffix("?")
    if source == "@NP":
        return Element(number, "NP", optional=optional)
    if source == "*":
        return Element(number, "one", lambda token: token.is_word, optional=optional)
    atoms = [_atom(part) for part in source.split("&")]
    listed = [keys for _, keys in atoms if keys is not None]
    test = _all([test for test, _ in atoms])
    return Element(number, "one", test, listed[0] if listed else None, optional)


def index_keys(sentence: Sentence) -> set[str]:
    """What anchors can refer to: forms, "=" and the verb lemma, "#" and the noun lemma."""
    keys = set(sentence.lowers)
    for token in sentence.tokens:
        if token.verb.lemma:
            keys.add(f"={token.verb.lemma}")
        if token.noun:
            keys.add(f"#{token.noun}")
    return keys


@lru_cache(maxsize=10_000)
def compile_pattern(source: str) -> Pattern:
    """The compiled pattern. Raises KeyError for an unknown word set."""
    elements: list[Element] = []
    number = 0
    for part in source.split():
        element = _element(number, part)
        elements.append(element)
        number += element.kind in ("one", "NP", "gap")
    required = [e.keys for e in elements if e.keys is not None and not e.optional]
    first = next((e for e in elements if e.kind not in ("[", "]")), None)
    opening = first if first is not None and first.kind == "one" and not first.optional else None
    return Pattern(tuple(elements), tuple(sorted(required, key=len)), opening)


class _State(NamedTuple):
    spans: Match
    open: int
    close: int
    end: int


def matches(pattern: Pattern, sentence: Sentence) -> Iterator[tuple[Match, int, int]]:
    """The first match from each token of ``sentence`` on that begins one."""
    test = pattern.opening.test if pattern.opening is not None else None
    for start, token in enumerate(sentence.tokens):
        if test is None or test(token):
            found = match_at(pattern, sentence, start)
            if found is not None:
                yield found


def match_at(pattern: Pattern, sentence: Sentence, start: int) -> tuple[Match, int, int] | None:
    """The match that begins at token ``start``: spans by element, and the tokens to replace."""
    state = _walk(pattern.elements, 0, sentence, start)
    if state is None:
        return None
    opened = start if state.open < 0 else state.open
    return state.spans, opened, state.end if state.close < 0 else state.close


def _walk(
    elements: tuple[Element, ...], place: int, sentence: Sentence, position: int
) -> _State | None:
    """The rest of the match from element ``place`` on, optional elements taken where possible."""
    if place == len(elements):
        return _State({}, -1, -1, position)
    element = elements[place]
    if element.kind in ("[", "]"):
        state = _walk(elements, place + 1, sentence, position)
        if state is None:
            return None
        if element.kind == "[":
            return state._replace(open=position)
        return state._replace(close=position)
    for end in _ends_of(element, sentence, position):
        state = _walk(elements, place + 1, sentence, end)
        if state is not None:
            if end > position:
                state.spans[element.number] = (position, end)
            return state
    return None


def _ends_of(element: Element, sentence: Sentence, position: int) -> Iterator[int]:
    """Where ``element`` can end if it begins at ``position``, the best first."""
    if element.kind == "^":
        if _at_start(sentence, position):
            yield position
    elif element.kind == "END":
        if at_end(sentence, position):
            yield position
    elif element.kind == "gap":
        yield position
        for end in range(position + 1, min(position + element.most, len(sentence)) + 1):
            if not sentence.tokens[end - 1].is_word and not sentence.low(end - 1).isdigit():
                return
            yield end
    else:
        yield from _one_of(element, sentence, position)


def _one_of(element: Element, sentence: Sentence, position: int) -> Iterator[int]:
    if element.kind == "NP":
        chunk = sentence.chunk(position)
        if chunk is not None:
            yield chunk.end
    elif position < len(sentence) and element.test is not None:
        if element.test(sentence.tokens[position]):
            yield position + 1
    if element.optional:
        yield position


def _at_start(sentence: Sentence, position: int) -> bool:
    return all(not token.is_word for token in sentence.tokens[:position])


def at_end(sentence: Sentence, position: int) -> bool:
    """True if only closing punctuation follows from ``position`` on."""
    return position >= len(sentence) or sentence.tokens[position].text in _END_MARKS


def fill(template: str, sentence: Sentence, spans: Mapping[int, tuple[int, int]]) -> str:
    """The replacement text for a match, words separated by single spaces."""

    def resolve(match: re.Match[str]) -> str:
        span = spans.get(int(match[1]))
        if span is None:
            return ""
        return inflect(sentence, span, match[2] or "")

    text = " ".join(_REFERENCE.sub(resolve, template).split())
    return re.sub(r" (?=n't\b|'(?:s|re|ve|ll|d|m)\b|[,;.!?](?:\s|$))", "", text)


def inflect(sentence: Sentence, span: tuple[int, int], form: str) -> str:
    """The words of ``span`` as written, or its one word in ``form``."""
    if not form:
        return surface(sentence, *span)
    token = sentence.tokens[span[0]]
    if form.startswith("VB"):
        return forms.verb(token.verb.lemma or token.lower, form)
    if form == "sg":
        return _keep_case(token, token.noun or token.lower)
    if form == "pl":
        return _keep_case(token, forms.plural(token.noun or token.lower))
    if form == "JJ":
        return forms.positive(token.lower)
    if form in ("JJR", "JJS"):
        return forms.adjective(token.lower, form)
    if form in _PRONOUNS:
        return _PRONOUNS[form].get(token.lower, surface(sentence, *span))
    if form in ("bepresent", "bepast", "have", "do"):
        return forms.auxiliary_for(token.lower, form)
    if form == "comp":
        return token.lower.removesuffix("st") + "r"
    if form == "plural":
        return {"this": "these", "that": "those"}.get(token.lower, token.lower)
    if form == "plain":
        return token.lower.removesuffix("s")
    if form == "sup":
        return forms.superlative(token.lower)
    if form in ("adjective", "noun", "language"):
        return forms.relative_of(token.lower, form)
    if form == "ly":
        return forms.adverb(token.lower)
    if form == "adj":
        return forms.adjective_of(token.lower)
    if form == "a":
        return forms.article(token.text)
    if form == "low":
        return token.lower
    return _in_form_of(sentence, span[0], form)


def _in_form_of(sentence: Sentence, index: int, lemma: str) -> str:
    """The verb ``lemma`` in the tense and person of the verb at ``index``."""
    token = sentence.tokens[index]
    tag = token.tag if token.tag in token.verb.tags else ""
    if not tag:
        order = ("VB", "VBZ", "VBD", "VBN", "VBG")
        tag = next((name for name in order if name in token.verb.tags), "VB")
    if tag in ("VB", "VBP") and sentence.low(index - 1) in ("he", "she", "it"):
        tag = "VBD" if "VBD" in token.verb.tags else tag
    if lemma == "be" and tag in ("VBP", "VBZ", "VBD", "VB"):
        kind = "bepast" if tag == "VBD" else "bepresent"
        return forms.auxiliary_for(sentence.low(index - 1), kind)
    return forms.verb(lemma, tag)


def _keep_case(token: Token, word: str) -> str:
    return word.capitalize() if token.is_proper else word


def surface(sentence: Sentence, start: int, end: int) -> str:
    """Tokens ``start`` to ``end`` as written, a sentence capital lowered."""
    words = []
    for token in sentence.tokens[start:end]:
        keep = token.text == "I" or not token.first or token.tag.startswith("NNP")
        words.append(token.text if keep else token.text[0].lower() + token.text[1:])
    return " ".join(words)
