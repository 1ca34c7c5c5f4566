"""Recordings, topics and histories for tests, as the services would have left them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import User
from history.models import UserHistory
from learnenglish.common.models import uuid7
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from speaking.sound import wav_write


def uuid7_at(moment: datetime) -> UUID:
    """A key as it would have been made then."""
    milliseconds = int(moment.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | uuid7().int & (1 << 80) - 1)


SCORES = {"fluency": 64, "pronunciation": 71, "grammar": 58, "vocabulary": 62}


def topic(slug: str = "my-weekend", **fields: Any) -> Topic:
    defaults = {
        "title": slug.replace("-", " ").capitalize(),
        "mode": Mode.FREE_TALK,
        "level": "A2",
        "summary": "Say what you did.",
        "prompt": "What did you do?",
        "tags": ["leisure"],
    }
    return Topic.objects.create(slug=slug, **{**defaults, **fields})


def correction(category: str = "articles", **fields: Any) -> dict[str, Any]:
    return {
        "original": "a hour",
        "corrected": "an hour",
        "explanation": "Before a vowel sound it is “an”.",
        "start_ms": 400,
        "end_ms": 900,
        "category": category,
        "topic": None,
        **fields,
    }


def evaluation(
    overall: int = 65, categories: tuple[str, ...] = (), level: str = "B1"
) -> dict[str, Any]:
    return {
        "overall": overall,
        **SCORES,
        "completeness": None,
        "reasons": {},
        "cefr_estimate": level,
        "metrics": {"words": 3, "speech_ms": 1800, "words_per_minute": 110.0},
        "corrections": [correction(category) for category in categories],
        "words": [],
        "strengths": [],
        "next_steps": [],
        "model_answer": None,
        "evaluator": {"provider": "offline", "version": "1"},
    }


def recording(
    student: User,
    *,
    overall: int = 65,
    categories: tuple[str, ...] = (),
    days_ago: float = 0,
    of: Topic | None = None,
    level: str = "B1",
    audible: bool = False,
    **fields: Any,
) -> SpeakResource:
    """A finished session; ``audible`` has two seconds of sound in the storage."""
    made = timezone.now() - timedelta(days=days_ago)
    session = SpeakResource.objects.create(
        id=uuid7_at(made),
        user=student,
        topic=of,
        status=SessionStatus.COMPLETED,
        audio=f"recordings/{student.pk}/spoken.wav",
        duration_ms=2000,
        transcript={
            "text": "It takes a hour.",
            "words": [
                {"text": "It", "start_ms": 0, "end_ms": 200, "confidence": 0.9},
                {"text": "takes", "start_ms": 200, "end_ms": 400, "confidence": 0.9},
                {"text": "a", "start_ms": 400, "end_ms": 500, "confidence": 0.9},
                {"text": "hour.", "start_ms": 500, "end_ms": 900, "confidence": 0.9},
            ],
        },
        evaluation=evaluation(overall, categories, level),
        overall_score=overall,
        **fields,
    )
    if audible:
        name = f"recordings/{student.pk}/{session.pk}.wav"
        tone = b"".join(
            int(6000 * ((i // 40) % 2 * 2 - 1)).to_bytes(2, "little", signed=True)
            for i in range(32_000)
        )
        session.audio.name = default_storage.save(name, ContentFile(wav_write(tone)))
        session.save(update_fields=["audio"])
    SpeakResource.objects.filter(pk=session.pk).update(created_at=made)
    acted(student, at=made)
    session.refresh_from_db()
    return session


def acted(student: User, *, at: datetime, **fields: Any) -> UserHistory:
    entry = UserHistory.objects.create(id=uuid7_at(at), user=student, kind="SESSION", **fields)
    UserHistory.objects.filter(pk=entry.pk).update(created_at=at)
    return entry
