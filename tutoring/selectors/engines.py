"""Which engines answer, what they cost today, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from speaking.models import SessionStatus, SpeakResource
from texts.models import Source, TextResource
from texts.spending import DailyBudget

HOURS = 24


@dataclass(frozen=True, slots=True)
class Engine:
    """``provider`` is what the settings choose; ``answered`` who really did, with how often, in
    the last 24 hours. ``has_key`` None: it needs none."""

    name: str
    setting: str
    provider: str
    has_key: bool | None
    answered: dict[str, int]


@dataclass(frozen=True, slots=True)
class Spending:
    """What of today's budget (UTC) is set aside or spent, in ``unit``."""

    name: str
    unit: str
    spent: int
    limit: int

    @property
    def percent(self) -> int:
        return min(100, round(100 * self.spent / self.limit)) if self.limit else 0


@dataclass(frozen=True, slots=True)
class Failure:
    code: str
    message: str
    count: int


def engines() -> list[Engine]:
    since = timezone.now() - timedelta(hours=HOURS)
    sessions = SpeakResource.objects.filter(created_at__gte=since).order_by()
    texts = TextResource.objects.filter(created_at__gte=since, source=Source.USER).order_by()
    return [
        _engine(_("Explanations"), "NLP_PROVIDER", _counts(texts, "provider")),
        _engine(_("Recognition"), "STT_PROVIDER", _counts(sessions, "stt_provider")),
        _engine(_("Evaluation"), "EVALUATION_PROVIDER", _counts(sessions, "evaluator")),
        _engine(_("Voices"), "TTS_PROVIDER", {}),
    ]


def spending() -> list[Spending]:
    tokens, seconds = settings.OPENAI_DAILY_TOKENS, settings.STT_OPENAI_DAILY_SECONDS
    sound = DailyBudget("OpenAI", seconds, unit="seconds")
    return [
        Spending("OpenAI", _("tokens"), DailyBudget("OpenAI", tokens).spent(), tokens),
        Spending("OpenAI", _("seconds of sound"), sound.spent(), seconds),
    ]


def failures() -> list[Failure]:
    """Recordings without a result in the last 24 hours, by what went wrong."""
    since = timezone.now() - timedelta(hours=HOURS)
    rows = (
        SpeakResource.objects.filter(status=SessionStatus.FAILED, created_at__gte=since)
        .order_by()
        .values("error_code", "error_message")
        .annotate(count=Count("pk"))
        .order_by("-count")[:20]
    )
    return [Failure(row["error_code"], row["error_message"], row["count"]) for row in rows]


def _engine(name: str, setting: str, answered: dict[str, int]) -> Engine:
    provider = getattr(settings, setting, "offline")
    keys = {"openai": settings.OPENAI_API_KEY, "polly": settings.AWS_ACCESS_KEY_ID}
    has_key = bool(keys[provider] or settings.AWS_HAS_ROLE) if provider in keys else None
    return Engine(name, setting, provider, has_key, answered)


def _counts(rows: object, field: str) -> dict[str, int]:
    counted = rows.exclude(**{field: ""}).values_list(field).annotate(count=Count("pk"))  # type: ignore[attr-defined]
    return dict(counted)
