"""What a live connection has been sent, line by line, and what has come back for it."""

from __future__ import annotations

from dataclasses import dataclass

from speaking.stt.base import Interim, Line
from speaking.stt.openai.files import readable


@dataclass(slots=True)
class Item:
    """``end_ms`` grows until the line is ``committed``. ``name`` is the provider's, once known.

    ``text`` is as it came, with the spaces at its ends.
    """

    id: int
    start_ms: int
    end_ms: int
    committed: bool = False
    name: str = ""
    text: str = ""
    final: bool = False


class Items:
    """In the order in which they were spoken, which is the order of the provider's names too."""

    def __init__(self) -> None:
        self.all: list[Item] = []

    @property
    def open(self) -> Item | None:
        """The line that sound is being sent for."""
        return self.all[-1] if self.all and not self.all[-1].committed else None

    @property
    def waiting(self) -> Item | None:
        """The first line that has ended and whose words have not all come."""
        return next((item for item in self.all if item.committed and not item.final), None)

    def begin(self, start_ms: int) -> Item:
        """A new line."""
        item = Item(id=len(self.all), start_ms=start_ms, end_ms=start_ms)
        self.all.append(item)
        return item

    def named(self, name: str) -> Item | None:
        """The line that the provider calls ``name``; a new name is of the first without one."""
        for item in self.all:
            if item.name in ("", name):
                item.name = name
                return item
        return None

    def forget_unfinished(self) -> list[Item]:
        """Take out what has not all come, from the first such line on: to be sent again."""
        first = next((n for n, item in enumerate(self.all) if not item.final), len(self.all))
        lost, self.all = self.all[first:], self.all[:first]
        return lost

    def interim(self, heard_ms: int) -> Interim:
        """The lines so far. None is final after one that is not: its words come before them."""
        lines: list[Line] = []
        settled = True
        for item in self.all:
            settled = settled and item.final
            if text := readable(item.text):
                lines.append(
                    Line(
                        id=item.id,
                        text=text,
                        start_ms=item.start_ms,
                        end_ms=item.end_ms,
                        final=settled,
                    )
                )
        waiting = self.waiting
        behind = waiting is not None and not waiting.text
        return Interim(
            lines=tuple(lines),
            processed_ms=waiting.start_ms if waiting is not None and behind else heard_ms,
        )
