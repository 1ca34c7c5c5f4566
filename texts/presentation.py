"""What pages show of a look-up beyond the data: labels, a sentence cut at its changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from texts.content import Content, Correction, SentenceContent
from texts.models import ResourceKind
from texts.services import ProcessedText


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the original text, changed by ``correction`` or left as it is (None)."""

    text: str
    correction: Correction | None


def segments_of(content: Content | None) -> list[Segment]:
    """The original sentence in order, cut where it was corrected. Empty for other content."""
    if not isinstance(content, SentenceContent):
        return []
    segments: list[Segment] = []
    position = 0
    for correction in content.corrections:
        if correction.start > position:
            segments.append(Segment(content.original[position : correction.start], None))
        segments.append(Segment(content.original[correction.start : correction.end], correction))
        position = correction.end
    if position < len(content.original):
        segments.append(Segment(content.original[position:], None))
    return segments


def provider_label(provider: str) -> str:
    labels = {"offline": _("the offline engine"), "openai": "OpenAI"}
    return labels.get(provider, provider)


def result_context(processed: ProcessedText) -> dict[str, Any]:
    """``result`` as the look-up templates read it."""
    analysis = processed.analysis
    return {
        "kind": analysis.kind.value,
        "kind_label": ResourceKind(analysis.kind.value).label,
        "text": analysis.text,
        "level": analysis.level,
        "query_note": analysis.query_note,
        "suggestions": analysis.suggestions,
        "message": analysis.message,
        "fallback_reason": analysis.fallback_reason,
        "detection": {
            "kind": analysis.detection.kind.value,
            "confidence": analysis.detection.confidence,
            "confidence_percent": round(100 * analysis.detection.confidence),
            "reason": analysis.detection.reason,
            "overridden": processed.overridden,
        },
        "provider": analysis.provenance.provider,
        "provider_label": provider_label(analysis.provenance.provider),
        "content": processed.content,
        "segments": segments_of(processed.content),
        "resource": processed.resource,
        "stored": processed.is_new,
    }
