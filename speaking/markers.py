"""What there is to see at a moment of a recording: our corrections, and what others add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from speaking.models import SpeakResource


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """``kind`` is correction or comment; ``number`` counts within the kind, from 1.

    ``label`` says in a line what is there.
    """

    kind: str
    number: int
    at_ms: int
    label: str


Source = Callable[[SpeakResource], list[Marker]]
_sources: list[Source] = []


def markers_register(source: Source) -> None:
    """Have ``source`` asked for every recording that is shown. Called from ``AppConfig.ready``."""
    if source not in _sources:
        _sources.append(source)


def session_markers(session: SpeakResource) -> list[Marker]:
    """All markers in the order of their moments."""
    found = _corrections(session.evaluation or {})
    for source in _sources:
        found += source(session)
    return sorted(found, key=lambda marker: marker.at_ms)


def _corrections(evaluation: dict[str, Any]) -> list[Marker]:
    return [
        Marker(
            kind="correction",
            number=number,
            at_ms=change["start_ms"],
            label=_("Correction %(number)s: %(text)s")
            % {"number": number, "text": change["corrected"] or change["original"]},
        )
        for number, change in enumerate(evaluation.get("corrections", []), start=1)
    ]
