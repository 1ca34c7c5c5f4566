"""Whether an answer is about what was asked: the last guard against one about something else."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from texts.lexicon import Lexicon
from texts.nlp.offline.normalise import tokens

_ALIKE = 70
_PLACES = frozenset(
    "someone somebody something sb sth one's someone's oneself to be a an the".split()
)
_COMMON = frozenset(
    """a an the and or of to in on at for with about is are was were be do does did can could i you
    we they it he she my your how what when why which who where should would explain tell me please
    difference between mean means use used using say english grammar rule rules word words not this
    that there these those have has""".split()
)


def is_same_word(lexicon: Lexicon, asked: str, headword: str) -> bool:
    """``headword`` is what was asked, its base form, or what a misspelling meant."""
    one, other = asked.lower(), headword.lower()
    if _letters(one) == _letters(other) or _bases(lexicon, one) & _bases(lexicon, other):
        return True
    return not lexicon.has_word(one) and fuzz.ratio(one, other) >= _ALIKE


def is_same_phrase(lexicon: Lexicon, asked: str, headword: str) -> bool:
    """At least half of the words of ``headword`` that carry meaning are in ``asked``."""
    given: set[str] = set().union(*(_bases(lexicon, token) for token in tokens(asked)))
    wanted = [token.lower() for token in tokens(headword) if token.lower() not in _PLACES]
    found = sum(bool(_bases(lexicon, token) & given) for token in wanted)
    return bool(wanted) and 2 * found >= len(wanted)


def mentions(lexicon: Lexicon, sentence: str, term: str, forms: Iterable[str] = ()) -> bool:
    """Whether ``sentence`` has ``term`` in it, inflected or not."""
    if term.lower() in sentence.lower():
        return True
    if len(tokens(term)) > 1:
        return is_same_phrase(lexicon, sentence, term)
    known = _bases(lexicon, term).union(form.lower() for form in forms)
    return any(_bases(lexicon, token) & known for token in tokens(sentence))


def answers(lexicon: Lexicon, question: str, texts: Iterable[str]) -> bool:
    """Whether a word of ``question`` that carries meaning comes up in ``texts``."""
    asked = {token.lower() for token in tokens(question)} - _COMMON
    bases = set().union(*(_bases(lexicon, token) for token in asked))
    said = {token.lower() for text in texts for token in tokens(text)}
    return not asked or any(_bases(lexicon, token) & bases for token in said)


def _letters(text: str) -> str:
    """``text`` without spaces and hyphens: "ice cream" and "ice-cream" are one word."""
    return "".join(filter(str.isalnum, text))


def _bases(lexicon: Lexicon, token: str) -> set[str]:
    low = token.lower().removesuffix("'s")
    return {low, *(form.headword.lower() for form in lexicon.lemma_of(low))}
