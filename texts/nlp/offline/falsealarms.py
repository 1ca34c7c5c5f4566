"""Lints of Harper that its rule gets wrong in a way that can be told from the words."""

from __future__ import annotations

import re

from texts.lexicon import Lexicon

_SILENT_H = re.compile(r"\s+(?:hono|hour|heir|honest)", re.IGNORECASE)
_CLOCK = re.compile(r"a\.\s?m\b", re.IGNORECASE)
# A few words without a full stop are a note, and notes begin as they like.
_ENDS_AS_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s*$")
_PART_OF = re.compile(r"\bof (?:us|you|them)\s+$", re.IGNORECASE)


def is_false_alarm(lexicon: Lexicon, rule: str, text: str, start: int, end: int) -> bool:
    """Whether the lint of ``rule`` on ``text[start:end]`` is known to be mistaken."""
    if rule == "AnA":
        if _CLOCK.match(text[start:]):
            return True
        return bool(_SILENT_H.match(text[end:])) and text[start:end].lower() == "an"
    if rule == "WrongNegative":
        return "-" in text[end : end + 1] or "-" in text[max(start - 1, 0) : start]
    if rule == "SentenceCapitalization":
        return not _ENDS_AS_SENTENCE.search(text)
    if rule == "PronounInflectionBe":
        return bool(_PART_OF.search(text[:start]))
    if rule == "PronounVerbAgreement":
        return _is_past(lexicon, text[start:end])
    return False


def _is_past(lexicon: Lexicon, verb: str) -> bool:
    """ "She burst into tears": the past tense looks like the base form."""
    content = lexicon.word(verb)
    forms = content.forms if content is not None else ()
    return any(form.name == "past tense" and verb.lower() in form.values for form in forms)
