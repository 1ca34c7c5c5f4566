"""The learner layer: what learners of English get wrong and general checkers let pass."""

from __future__ import annotations

from texts.content import Correction
from texts.nlp.offline.learner.catalogue import RULES
from texts.nlp.offline.learner.detect import corrections_of


def learner_corrections(text: str, dialect: str) -> list[Correction]:
    """Corrections of ``text`` in order of position, never overlapping.

    ``dialect`` is a BCP 47 tag (en-US, en-GB); the rules hold for all of them, so it only
    decides between spellings of inserted words.
    """
    del dialect
    return corrections_of(text, RULES)


__all__ = ["learner_corrections"]
