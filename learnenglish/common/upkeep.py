"""What every check of derived data has in common: windows of rows, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

EXAMPLES = 5
WINDOW = 2000


@dataclass(slots=True)
class Findings:
    """Of ``checked`` rows ``wrong`` did not hold what they should, ``repaired`` of them do now."""

    name: str
    checked: int = 0
    wrong: int = 0
    repaired: int = 0
    examples: list[str] = field(default_factory=list)

    def note(self, *found: object) -> None:
        """Count ``found`` as wrong, and keep the first few as examples."""
        self.wrong += len(found)
        self.examples += [str(one) for one in found[: EXAMPLES - len(self.examples)]]


# A check repairs only if told to. It works in short transactions, beside a site that runs.
Check = Callable[[bool], Findings]


def windows(rows: QuerySet[Any], *, size: int = WINDOW) -> Iterator[QuerySet[Any]]:
    """``rows`` in windows of ``size`` by key; rows that come meanwhile are left for next time."""
    keys = rows.order_by("pk").values_list("pk", flat=True)
    low = keys.first()
    while low is not None:
        following = list(keys.filter(pk__gte=low)[size : size + 1])
        if not following:
            yield rows.filter(pk__gte=low)
            return
        yield rows.filter(pk__gte=low, pk__lt=following[0])
        low = following[0]
