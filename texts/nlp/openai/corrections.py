"""The model's corrections, placed in the learner's text. What does not fit there is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from texts.content import Correction
from texts.nlp.offline.lintcategories import topic_of
from texts.nlp.offline.sentences import merge
from texts.nlp.openai.failures import bad_answer
from texts.nlp.openai.plaintext import problem_of
from texts.nlp.openai.replies import CorrectionReply

RULE = "openai"
_MAX_QUOTE = 300
_MOST_ADDED = 40


def place_corrections(text: str, replies: Iterable[CorrectionReply]) -> tuple[Correction, ...]:
    """Corrections of ``text`` in order of position, never overlapping.

    Positions are found here, by the exact words that the model quotes. Raises EngineError if it
    corrected something, and none of that is in ``text``: then it read something else.
    """
    found: list[Correction] = []
    given = 0
    for reply in replies:
        given += 1
        start = _position(text, reply)
        if start is not None and _is_fair(reply):
            found.append(_correction(reply, start))
    if given and not found:
        raise bad_answer()
    return merge(found, ())


def _correction(reply: CorrectionReply, start: int) -> Correction:
    return Correction(
        start=start,
        end=start + len(reply.quote),
        original=reply.quote,
        corrected=reply.replacement,
        category=reply.category,
        explanation=reply.explanation,
        rule=RULE,
        alternatives=tuple(a for a in reply.alternatives if a != reply.replacement)[:3],
        example=reply.example,
        topic=topic_of("", reply.category),
    )


def _position(text: str, reply: CorrectionReply) -> int | None:
    """Where the quote starts: inside its context, or at the only place where it stands."""
    contexts = _places(text, reply.context)
    if len(contexts) == 1:
        inside = _places(reply.context, reply.quote)
        if len(inside) == 1:
            return contexts[0] + inside[0]
    places = _places(text, reply.quote)
    return places[0] if len(places) == 1 else None


def _places(text: str, part: str) -> list[int]:
    """Where ``part`` stands in ``text`` as whole words."""
    if not part.strip():
        return []
    before = r"(?<!\w)" if part[0].isalnum() else ""
    after = r"(?!\w)" if part[-1].isalnum() else ""
    return [match.start() for match in re.finditer(before + re.escape(part) + after, text)]


def _is_fair(reply: CorrectionReply) -> bool:
    """Whether it changes something, by a text of like length that brings in nothing foreign."""
    old, new = reply.quote, reply.replacement
    shorter, longer = sorted((len(old), len(new)))
    if old == new or len(old) > _MAX_QUOTE or longer > 2 * shorter + _MOST_ADDED:
        return False
    return problem_of(new) is None or problem_of(old) is not None
