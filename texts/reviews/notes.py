"""The schema of ``ReviewCard.note``: what a card knows that no explanation says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from learnenglish.common.errors import DomainError

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
FullLine = Annotated[Line, StringConstraints(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    """A mistake somebody made. ``original`` and ``corrected`` are the stretch that changed within
    ``sentence`` (as it was said or written); times are of that stretch in the recording, or None.
    """

    sentence: FullLine
    original: Line
    corrected: Line
    explanation: Line = ""
    category: Annotated[str, StringConstraints(max_length=80)] = ""
    start_ms: Annotated[int, Field(ge=0)] | None = None
    end_ms: Annotated[int, Field(ge=0)] | None = None
    type: Literal["correction"] = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNote:
    """A word that was not understood when it was said."""

    text: FullLine
    type: Literal["word"] = "word"


Note = CorrectionNote | WordNote

_ADAPTER: TypeAdapter[Note] = TypeAdapter(Annotated[Note, Field(discriminator="type")])


def note_dump(note: Note) -> dict[str, Any]:
    """JSON of ``note``, trimmed. Raises DomainError ``card_invalid`` if it does not fit."""
    try:
        checked = _ADAPTER.validate_python(_ADAPTER.dump_python(note))
    except ValidationError as error:
        first = error.errors()[0]
        raise DomainError(
            "card_invalid", f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}"
        ) from error
    dumped: dict[str, Any] = _ADAPTER.dump_python(checked, mode="json")
    return dumped


def note_load(data: dict[str, Any]) -> Note | None:
    """The note for JSON that ``note_dump`` made; None for an empty one."""
    return _ADAPTER.validate_python(data) if data else None
