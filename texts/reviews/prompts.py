"""What a card asks: the ways its content allows, and which one comes next. No database writes.

A young card is asked in the easiest way; the surer it is, the more its ways alternate. The choice
follows from the card alone, so that a page, an app and an app without network ask the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from texts.content import (
    Content,
    ContrastContent,
    PhraseContent,
    Sense,
    SentenceContent,
    TopicContent,
    WordContent,
    content_load,
)
from texts.lexicon import get_lexicon
from texts.reviews.models import CardKind, CardState, CardType, ReviewCard
from texts.reviews.notes import CorrectionNote, WordNote, note_load
from texts.reviews.wording import words_of

GAP = "_____"
SAY_CHARS = 300
MATURE_DAYS = 21
_YOUNG = (CardType.CLOZE, CardType.RECALL)
_GROWING = (CardType.RECALL, CardType.LISTEN, CardType.CLOZE)
_MATURE = (CardType.RECALL, CardType.SAY, CardType.CLOZE, CardType.LISTEN)
_ALTERNATIVES = re.compile(r"\s+/\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One way to ask. ``question`` is read, ``say`` is heard (either may be empty).

    ``answers`` are all right, the first is shown. ``synonyms`` mean it but are not what is wanted.
    """

    type: CardType
    question: str
    answers: tuple[str, ...]
    hint: str = ""
    say: str = ""
    synonyms: tuple[str, ...] = ()
    explanation: str = ""


def prompts_of(card: ReviewCard) -> tuple[Prompt, ...]:
    """All ways to ask ``card``, the one to use first; never empty."""
    found = tuple(_prompts(card)) or (_typed_after_hearing(card.text),)
    kinds = list(dict.fromkeys(prompt.type for prompt in found))
    turn = _turn(card, kinds)
    first = [prompt for prompt in found if prompt.type == turn]
    chosen = first[card.reviews % len(first)]
    return (chosen, *(prompt for prompt in found if prompt.type != turn))


def _turn(card: ReviewCard, kinds: list[CardType]) -> CardType:
    if card.kind == CardKind.WORD:
        return CardType.SAY
    if CardType.RECALL not in kinds:
        return kinds[card.reviews % len(kinds)] if _is_mature(card) else kinds[0]
    cycle: tuple[CardType, ...] = _YOUNG
    if card.state == CardState.REVIEW:
        cycle = _MATURE if _is_mature(card) else _GROWING
    possible = [kind for kind in cycle if kind in kinds]
    return possible[card.reviews % len(possible)]


def _is_mature(card: ReviewCard) -> bool:
    return (card.stability or 0) >= MATURE_DAYS


def _prompts(card: ReviewCard) -> Iterator[Prompt]:
    note = note_load(card.note)
    content = content_load(card.resource.content) if card.resource else None
    if isinstance(note, WordNote):
        yield _said(note.text, _ipa(content))
        yield _typed_after_hearing(note.text)
    elif isinstance(note, CorrectionNote):
        yield _corrected(note)
    elif isinstance(content, WordContent | PhraseContent):
        yield from _of_word(content)
    elif isinstance(content, SentenceContent):
        yield from _of_sentence(content)
    elif isinstance(content, TopicContent | ContrastContent):
        yield from _of_grammar(content)


def _of_word(content: WordContent | PhraseContent) -> Iterator[Prompt]:
    forms = _forms(content)
    for sense in content.senses[:2]:
        yield Prompt(
            type=CardType.RECALL,
            question=_hidden(sense.definition, forms),
            answers=(content.headword,),
            hint=_shape(sense, content.headword),
            synonyms=sense.synonyms,
        )
    for sense in content.senses[:3]:
        for example in sense.examples[:2]:
            yield from _gap(sense, example, content.headword, forms)
    part = content.senses[0].part_of_speech if content.senses else ""
    yield replace(_typed_after_hearing(content.headword), hint=part)
    yield _said(content.headword, _ipa(content))


def _gap(sense: Sense, example: str, headword: str, forms: list[str]) -> Iterator[Prompt]:
    found = _form_in(example, forms)
    if found is not None:
        yield Prompt(
            type=CardType.CLOZE,
            question=example[: found.start()] + GAP + example[found.end() :],
            answers=(found[0],),
            hint=_shape(sense, headword),
            synonyms=sense.synonyms,
            explanation=_hidden(sense.definition, forms),
        )


def _of_sentence(content: SentenceContent) -> Iterator[Prompt]:
    if content.corrections:
        answers = [content.corrected]
        if len(content.corrections) == 1:
            only = content.corrections[0]
            answers += [
                content.original[: only.start] + other + content.original[only.end :]
                for other in only.alternatives
            ]
        yield Prompt(
            type=CardType.CORRECT,
            question=content.original,
            answers=tuple(dict.fromkeys(answers)),
            explanation=" ".join(dict.fromkeys(c.explanation for c in content.corrections)),
        )
    elif len(content.corrected) <= SAY_CHARS:
        yield _typed_after_hearing(content.corrected)
        yield _said(content.corrected, "")


def _of_grammar(content: TopicContent | ContrastContent) -> Iterator[Prompt]:
    for mistake in content.mistakes:
        yield Prompt(
            type=CardType.CORRECT,
            question=mistake.wrong,
            answers=(mistake.right,),
            explanation=mistake.why,
        )
    for check in content.self_check:
        yield Prompt(
            type=CardType.CLOZE,
            question=check.question.replace("___", GAP),
            answers=(check.answer, *_ALTERNATIVES.split(check.answer)),
            explanation=check.why,
        )


def _corrected(note: CorrectionNote) -> Prompt:
    """The whole sentence put right; the stretch alone where it is not in the sentence."""
    before, found, after = note.sentence.partition(note.original)
    whole = bool(note.original and found)
    return Prompt(
        type=CardType.CORRECT,
        question=note.sentence if whole else note.original or note.sentence,
        answers=(before + note.corrected + after if whole else note.corrected or note.sentence,),
        explanation=note.explanation,
    )


def _said(text: str, ipa: str) -> Prompt:
    hint = f"/{ipa}/" if ipa else ""
    return Prompt(type=CardType.SAY, question=text, answers=(text,), hint=hint, say=text)


def _typed_after_hearing(text: str) -> Prompt:
    return Prompt(type=CardType.LISTEN, question="", answers=(text,), say=text)


def _forms(content: WordContent | PhraseContent) -> list[str]:
    """How the headword may look in a sentence, the longest first."""
    found = {content.headword}
    if isinstance(content, WordContent):
        found |= {value for form in content.forms for value in form.values}
    else:
        first, *rest = content.headword.split()
        entry = get_lexicon().word(first)
        for form in entry.forms if entry else ():
            found |= {" ".join([value, *rest]) for value in form.values}
    return sorted(found, key=len, reverse=True)


def _form_in(text: str, forms: list[str]) -> re.Match[str] | None:
    pattern = "|".join(re.escape(form) for form in forms)
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


def _hidden(definition: str, forms: list[str]) -> str:
    """A definition that does not give its word away."""
    pattern = "|".join(re.escape(form) for form in forms)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "…", definition, flags=re.IGNORECASE)


def _shape(sense: Sense, headword: str) -> str:
    """ "verb · b······": the part of speech, the first letter, the length of each word."""
    dots = " ".join(word[0] + "·" * (len(word) - 1) for word in words_of(headword))
    return " · ".join(part for part in (sense.part_of_speech, dots) if part)


def _ipa(content: Content | None) -> str:
    if isinstance(content, WordContent | PhraseContent) and content.pronunciations:
        return content.pronunciations[0].ipa
    return ""
