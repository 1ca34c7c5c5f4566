"""What a session leaves to be reviewed: its mistakes, and the words that were not understood."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings

from learnenglish.common.errors import DomainError
from speaking.models import SessionStatus, SpeakResource
from texts.reviews.preferences import preferences_of
from texts.reviews.services import card_keep_correction, card_keep_word

SENTENCE_WORDS = 40
_ENDS = (".", "!", "?")


def session_cards_keep(*, session_id: UUID) -> int:
    """Make cards of a finished session's mistakes, if the person wants that; how many there are.

    At most ``REVIEW_CORRECTIONS_PER_SESSION`` corrections and as many words, of each kind of
    mistake one before a second. Doing it again makes no more.
    """
    session = (
        SpeakResource.objects.filter(pk=session_id, status=SessionStatus.COMPLETED)
        .select_related("user")
        .first()
    )
    if session is None or not preferences_of(user=session.user).keeps_corrections:
        return 0
    most = settings.REVIEW_CORRECTIONS_PER_SESSION
    words: list[dict[str, Any]] = (session.transcript or {}).get("words", [])
    evaluation: dict[str, Any] = session.evaluation or {}
    kept = 0
    for correction in _varied(evaluation.get("corrections") or [])[:most]:
        kept += _correction_keep(session, correction, words)
    verdicts = evaluation.get("words") or []
    unclear = [word["text"] for word in verdicts if word["verdict"] == "mispronounced"]
    for text in list(dict.fromkeys(unclear))[:most]:
        card_keep_word(user=session.user, text=text.strip('.,;:!?"“”'), session_id=session.pk)
        kept += 1
    return kept


def _correction_keep(
    session: SpeakResource, correction: dict[str, Any], words: list[dict[str, Any]]
) -> bool:
    start_ms, end_ms = correction["start_ms"], correction["end_ms"]
    sentence = sentence_around(words, start_ms=start_ms, end_ms=end_ms)
    try:
        card_keep_correction(
            user=session.user,
            session_id=session.pk,
            original=correction["original"],
            corrected=correction["corrected"],
            explanation=correction["explanation"],
            category=correction["category"],
            sentence=sentence or correction["original"],
            start_ms=start_ms,
            end_ms=end_ms,
        )
    except DomainError:  # nothing to show, such as a word that was only to be left out
        return False
    return True


def sentence_around(words: list[dict[str, Any]], *, start_ms: int, end_ms: int) -> str:
    """The sentence of a transcript that the words from ``start_ms`` to ``end_ms`` are in.

    Where nothing ends a sentence, it ends after SENTENCE_WORDS on either side.
    """
    inside = [
        n for n, word in enumerate(words) if word["start_ms"] < end_ms and word["end_ms"] > start_ms
    ]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    lowest, highest = max(0, first - SENTENCE_WORDS), min(len(words) - 1, last + SENTENCE_WORDS)
    while first > lowest and not words[first - 1]["text"].endswith(_ENDS):
        first -= 1
    while last < highest and not words[last]["text"].endswith(_ENDS):
        last += 1
    return " ".join(word["text"] for word in words[first : last + 1])


def _varied(corrections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first of each category, then the second of each, and so on."""
    seen: dict[str, int] = {}
    ranked = []
    for n, correction in enumerate(corrections):
        category = correction["category"]
        seen[category] = seen.get(category, 0) + 1
        ranked.append((seen[category], n, correction))
    return [correction for *_, correction in sorted(ranked, key=lambda row: row[:2])]
