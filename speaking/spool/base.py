"""The contract of a spool.

A session goes from holder to holder: a connection, the next one after it was lost, a worker that
finishes it. Each gets a higher fence from the session's row (``SpeakResource.fence``). A spool
takes sound from the highest fence it has seen alone, so a process that was cut off and does not
know it yet cannot add to what another has taken over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


class SpoolLost(Exception):
    """The session has another holder by now, or was deleted. Nothing was stored."""


class SpoolUnavailable(Exception):
    """The store cannot take or give sound at the moment: disk full, Redis away. Try again."""


@dataclass(frozen=True, slots=True)
class SpoolEntry:
    """One spool found in the store; ``changed_at`` is when it last took sound or a new holder."""

    session_id: UUID
    changed_at: datetime


class Spool(Protocol):
    """One session's sound, 16 kHz PCM, chunk by chunk. Blocks; safe to use from several threads.

    ``next_seq`` counts the chunks stored, ``sound_bytes`` what they hold; both are known once the
    spool is open.
    """

    next_seq: int
    sound_bytes: int

    def open(self, fence: int) -> None:
        """Take the spool over, shutting out lower fences. Raises SpoolLost, SpoolUnavailable."""
        ...

    def append(self, pcm: bytes) -> None:
        """Store the chunk ``next_seq``; on return it survives this process.

        Raises SpoolLost, SpoolUnavailable; then the chunk may be sent again after ``open``.
        """
        ...

    def read(self) -> bytes:
        """All the sound so far; empty if there is none. Need not be open. SpoolUnavailable."""
        ...

    def close(self) -> None:
        """Let go of the store's handle; may be called twice. What is stored stays."""
        ...

    def delete(self) -> None:
        """Forget the sound, and let nobody add to it any more. Raises SpoolUnavailable."""
        ...
