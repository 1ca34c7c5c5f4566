"""Which word to say next: from what somebody mixes up, or is likely to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from speaking.drills.contrasts import CONTRASTS, contrasts_of_language
from speaking.drills.models import DrillAttempt
from speaking.drills.pairs import LEVELS, Pair, pairs_by_contrast
from speaking.drills.selectors import contrast_counts

if TYPE_CHECKING:
    from accounts.models import User

_RECENT = 40
_IN_A_ROW = 4
# A contrast nobody has tried yet counts as if it had been: missed rarely, or, where speakers of
# the language miss it, often, the first of their list more than the last.
_BEFORE = 4.0
_RARELY, _OFTEN, _STEP = 0.05, 0.45, 0.03
_DEFAULT_LEVEL = "B1"


@dataclass(frozen=True, slots=True)
class Drill:
    """Say ``target``, not ``other``. ``reason``: ``missed``, ``language``, ``chosen``, ``next``."""

    pair: Pair
    target: str
    reason: str

    @property
    def other(self) -> str:
        return self.pair.other(self.target)


def drill_next(*, user: User, contrast: str = "") -> Drill:
    """The next word for ``user``, of ``contrast`` if it is given.

    Without a contrast it is the one most worth practising, for at most _IN_A_ROW words on end.
    Of its pairs comes the one not said for longest, near the person's level, and of its words the
    one said less often. Raises DomainError ``contrast_unknown``.
    """
    if contrast and contrast not in CONTRASTS:
        raise DomainError("contrast_unknown", _("There is no such contrast."), field="contrast")
    recent = list(
        DrillAttempt.objects.filter(user=user)
        .order_by("-id")
        .values_list("contrast", "target", "other")[:_RECENT]
    )
    reason = "chosen"
    if not contrast:
        contrast, reason = _contrast_most_needed(user, [row[0] for row in recent])
    pair = _pair_of(contrast, user.cefr_level, [frozenset(row[1:]) for row in recent])
    said = Counter(row[1] for row in recent)
    return Drill(pair, min(pair.words, key=lambda word: said[word]), reason)


def contrasts_by_need(*, user: User) -> list[str]:
    """All contrasts, the one most worth practising first."""
    counts = contrast_counts(user=user)
    usual = contrasts_of_language(user.native_language)

    def need(contrast: str) -> float:
        tried, missed = counts.get(contrast, (0, 0))
        place = usual.index(contrast) if contrast in usual else None
        expected = _RARELY if place is None else _OFTEN - _STEP * place
        return (missed + _BEFORE * expected) / (tried + _BEFORE)

    return sorted(CONTRASTS, key=lambda contrast: -need(contrast))


def _contrast_most_needed(user: User, recent: list[str]) -> tuple[str, str]:
    order = contrasts_by_need(user=user)
    last = recent[:_IN_A_ROW]
    if len(last) == _IN_A_ROW and len(set(last)) == 1:
        order.remove(last[0])
    contrast = order[0]
    _asked, missed = contrast_counts(user=user).get(contrast, (0, 0))
    if missed:
        return contrast, "missed"
    return contrast, "language" if user.native_language else "next"


def _pair_of(contrast: str, level: str, recent: list[frozenset[str]]) -> Pair:
    wanted = LEVELS.index(level if level in LEVELS else _DEFAULT_LEVEL)

    def order(pair: Pair) -> tuple[int, int]:
        words = frozenset(pair.words)
        # Both words of a pair are said before the next pair comes.
        times = recent.count(words)
        rest = 0 if times % 2 else len(recent) + 1 - _since(words, recent)
        too_hard = max(0, LEVELS.index(pair.level) - wanted)
        return rest, too_hard

    return min(pairs_by_contrast()[contrast], key=order)


def _since(words: frozenset[str], recent: list[frozenset[str]]) -> int:
    """How many attempts ago ``words`` were said; more than all if they were not."""
    return recent.index(words) if words in recent else len(recent) + 1
