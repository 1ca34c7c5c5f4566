"""Judging an answer: what is right, what is right but for a slip, and what it was instead.

A slip of the fingers is shown and forgiven; a different word is not, however near its spelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA, Levenshtein

from texts.lexicon import get_lexicon
from texts.reviews.models import CardType, Rating, Verdict
from texts.reviews.prompts import Prompt
from texts.reviews.wording import american, bare_words, plain, spelled_out

Change = Literal["same", "missing", "extra"]

_RATINGS = {
    Verdict.RIGHT: Rating.GOOD,
    Verdict.VARIANT: Rating.GOOD,
    Verdict.TYPO: Rating.GOOD,
    Verdict.FORM: Rating.HARD,
    Verdict.SYNONYM: Rating.HARD,
    Verdict.WRONG: Rating.AGAIN,
    Verdict.EMPTY: Rating.AGAIN,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the right answer or of what was given: in both, not given, or too much."""

    text: str
    change: Change

    @property
    def word(self) -> str:
        """The text without the space that follows it: only that is marked."""
        return self.text.rstrip()

    @property
    def space(self) -> str:
        return self.text[len(self.word) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``expected`` is the right answer nearest to what was given; ``pieces`` lead from one to the
    other. ``note`` says what a person should know; ``rating`` is a proposal.
    """

    verdict: Verdict
    expected: str
    given: str
    pieces: tuple[Piece, ...]
    note: str
    rating: Rating

    @property
    def is_right(self) -> bool:
        return self.rating >= Rating.HARD and self.verdict != Verdict.SYNONYM


def answer_judge(prompt: Prompt, given: str) -> Judgement:
    """What ``given`` is as an answer to ``prompt``."""
    given = plain(given)
    expected = min(prompt.answers, key=lambda answer: OSA.distance(answer.lower(), given.lower()))
    verdict, note = _verdict(prompt, expected, given)
    return Judgement(
        verdict=verdict,
        expected=expected,
        given=given,
        pieces=pieces_between(expected, given) if given else (Piece(expected, "missing"),),
        note=note,
        rating=_RATINGS[verdict],
    )


def _verdict(prompt: Prompt, expected: str, given: str) -> tuple[Verdict, str]:
    if not given:
        return Verdict.EMPTY, ""
    # Where nothing but capitals and signs is to be corrected, they are what counts.
    strict = prompt.type == CardType.CORRECT and bare_words(prompt.question) == bare_words(expected)
    if strict:
        return (Verdict.RIGHT if given == plain(expected) else Verdict.WRONG), ""
    unchanged = prompt.type == CardType.CORRECT and bare_words(prompt.question) == bare_words(given)
    if unchanged or not bare_words(given):
        return Verdict.WRONG, ""
    ways = spelled_out(given)
    if any(spelled_out(answer) & ways for answer in prompt.answers):
        return Verdict.RIGHT, ""
    if any(_american(answer) & _american(given) for answer in prompt.answers):
        note = _("Both spellings are right: one is British, the other American.")
        return Verdict.VARIANT, note
    if prompt.type == CardType.SAY:
        if any(_sounds(answer) == _sounds(given) for answer in prompt.answers):
            return Verdict.RIGHT, ""
        note = _("The recogniser understood something else. It can be wrong: you decide.")
        return Verdict.WRONG, note
    if prompt.type in (CardType.RECALL, CardType.CLOZE):
        if any(bare_words(other) == bare_words(given) for other in prompt.synonyms):
            return Verdict.SYNONYM, _("That means it too. Here another word is wanted.")
        form = _form_note(expected, given)
        if form:
            return Verdict.FORM if prompt.type == CardType.RECALL else Verdict.WRONG, form
    return _slip(expected, given)


def _american(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(american(word) for word in way) for way in spelled_out(text))


def _sounds(text: str) -> tuple[str, ...]:
    """The words of ``text`` by their sound where the dictionary has it: "write" is "right"."""
    entries = ((word, get_lexicon().word(word)) for word in bare_words(text))
    return tuple(
        entry.pronunciations[0].ipa if entry and entry.pronunciations else american(word)
        for word, entry in entries
    )


def _form_note(expected: str, given: str) -> str:
    """How ``given`` is another form of the same word; empty if it is not."""
    lexicon = get_lexicon()
    low, wanted = given.lower(), expected.lower()
    bases = {wanted: "", **{form.headword: form.form for form in lexicon.lemma_of(wanted)}}
    if bases.get(low):
        return _("“%(given)s” is the base form; “%(expected)s” is its %(form)s.") % {
            "given": given,
            "expected": expected,
            "form": bases[low],
        }
    if lexicon.match_phrase(low.split()) == wanted:
        return _("That is a form of “%(base)s”.") % {"base": expected}
    for form in lexicon.lemma_of(low):
        if form.headword in bases:
            return _("“%(given)s” is the %(form)s of “%(base)s”.") % {
                "given": given,
                "form": form.form,
                "base": form.headword,
            }
    return ""


def _slip(expected: str, given: str) -> tuple[Verdict, str]:
    """A typo if each word is the right one but for some letters and is no word itself."""
    wanted, typed = bare_words(expected), bare_words(given)
    if len(wanted) != len(typed):
        joined = "".join(wanted) == "".join(typed)
        return (Verdict.TYPO if joined else Verdict.WRONG), ""
    wrong = [(w, t) for w, t in zip(wanted, typed, strict=True) if american(w) != american(t)]
    for word, attempt in wrong:
        if get_lexicon().has_word(attempt):
            note = _("“%(given)s” is another word.") % {"given": attempt}
            return Verdict.WRONG, note
        if OSA.distance(word, attempt) > _reach(word):
            return Verdict.WRONG, ""
    return Verdict.TYPO, ""


def _reach(word: str) -> int:
    """How many letters may be wrong: none in a short word, where one makes another."""
    return 0 if len(word) <= 3 else 1 if len(word) <= 7 else 2


def pieces_between(expected: str, given: str) -> tuple[Piece, ...]:
    """``given`` and ``expected`` laid over each other, by letters or by words if there are several.

    The texts of the pieces one after the other read as written.
    """
    if " " not in expected and " " not in given:
        if 2 * OSA.distance(expected.lower(), given.lower()) > len(expected):
            # Two words with little in common: single letters would only confuse.
            return Piece(f"{given} ", "extra"), Piece(expected, "missing")
        return _pieces(list(expected), list(given), "")
    return _pieces(plain(expected).split(), given.split(), " ")


def _pieces(wanted: list[str], typed: list[str], between: str) -> tuple[Piece, ...]:
    def joined(items: list[str]) -> str:
        return "".join(item + between for item in items)

    pieces = []
    keys = [[_key(item) for item in items] for items in (wanted, typed)]
    for step in Levenshtein.opcodes(*keys):
        if step.tag == "equal":
            pieces.append(Piece(joined(typed[step.dest_start : step.dest_end]), "same"))
            continue
        if step.dest_end > step.dest_start:
            pieces.append(Piece(joined(typed[step.dest_start : step.dest_end]), "extra"))
        if step.src_end > step.src_start:
            pieces.append(Piece(joined(wanted[step.src_start : step.src_end]), "missing"))
    return tuple(pieces)


def _key(item: str) -> str:
    return "".join(bare_words(item)) or item
