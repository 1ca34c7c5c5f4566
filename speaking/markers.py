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

    ``at_ms`` is None for what is about the whole recording. ``label`` names it for people who
    listen, ``text`` is all of it, ``author`` who says it (empty for us).
    """

    kind: str
    number: int
    at_ms: int | None
    label: str
    text: str = ""
    author: str = ""


Source = Callable[[SpeakResource], list[Marker]]
_sources: list[Source] = []


def markers_register(source: Source) -> None:
    """Have ``source`` asked for every recording that is shown. Called from ``AppConfig.ready``."""
    if source not in _sources:
        _sources.append(source)


def session_markers(session: SpeakResource) -> list[Marker]:
    """All markers in the order of their moments, those of the whole recording first."""
    found = _corrections(session.evaluation or {})
    for source in _sources:
        found += source(session)
    return sorted(found, key=lambda marker: -1 if marker.at_ms is None else marker.at_ms)


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
