"""Drafting a lesson. Nobody sees it before a tutor has approved it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.cloud import OFFLINE, cloud_reason
from accounts.models import User
from learnenglish.common.errors import DomainError
from texts.engines import OPENAI_URL
from texts.nlp.base import EngineError
from texts.nlp.openai.options import Api, OpenAIOptions
from texts.nlp.openai.prompting import get_prompt
from texts.spending import DailyBudget, connections_release
from tutoring.lessons.material import lesson_material
from tutoring.models import Recommendation, RecommendationReason
from tutoring.selectors.people import student_get

if TYPE_CHECKING:
    from texts.nlp.openai.client import ModelClient

PROMPTS_DIR = Path(__file__).resolve().parent / "prompts"
_LOCK = Lock()
_clients: dict[tuple[OpenAIOptions, int], ModelClient] = {}


def lessons_available() -> bool:
    return settings.NLP_PROVIDER != OFFLINE


def lesson_draft(*, tutor: User, student_id: UUID) -> list[Recommendation]:
    """A summary of the last recordings, then homework, all of it drafts.

    May wait for the provider, for up to 30 s: never call it inside a transaction. Raises
    DomainError ``not_a_tutor``, ``not_found``, ``lessons_off`` (409), ``consent_missing`` (403:
    the student has not agreed), ``nothing_said`` (409) or ``lesson_failed`` (503).
    """
    from tutoring.lessons.reply import LessonReply

    student = student_get(viewer=tutor, student_id=student_id)
    if not lessons_available():
        raise DomainError(
            "lessons_off", _("No cloud engine is set up to draft lessons."), status=409
        )
    if cloud_reason(user=student):
        message = _(
            "This student's words stay on this server: they have not agreed to cloud services."
        )
        raise DomainError("consent_missing", message, status=403)
    material = lesson_material(student=student)
    if not material["recordings"]:
        raise DomainError("nothing_said", _("There is no recording to go by yet."), status=409)
    prompt, client = get_prompt("lesson", PROMPTS_DIR), _client()
    connections_release()
    try:
        answer = client.ask(prompt, material, LessonReply, deadline=client.deadline())
    except EngineError as error:
        raise DomainError("lesson_failed", error.message, status=503) from error
    written = [
        (_("Summary for the lesson"), answer.reply.summary),
        *((task.title, task.body) for task in answer.reply.homework),
    ]
    with transaction.atomic():
        return [
            Recommendation.objects.create(
                tutor=tutor,
                student=student,
                title=title,
                body=body,
                reason_kind=RecommendationReason.LESSON,
                provider="openai",
                model=answer.model,
                prompt_version=prompt.version,
            )
            for title, body in written
        ]


def lessons_close() -> None:
    """Close the connections to the provider."""
    with _LOCK:
        for client in _clients.values():
            client.close()
        _clients.clear()


def _client() -> ModelClient:
    """One for each set of settings, on the budget of all texts."""
    from texts.nlp.openai.client import ModelClient

    options = OpenAIOptions(
        api_key=settings.OPENAI_API_KEY,
        base_url=settings.OPENAI_BASE_URL or OPENAI_URL,
        model=settings.OPENAI_TEXT_MODEL,
        api=cast(Api, settings.OPENAI_TEXT_API),
        timeout_ms=settings.OPENAI_TIMEOUT_MS,
        total_ms=2 * settings.OPENAI_TIMEOUT_MS,
        reasoning_effort=settings.OPENAI_REASONING_EFFORT,
    )
    limit: int = settings.OPENAI_DAILY_TOKENS
    with _LOCK:
        if (options, limit) not in _clients:
            _clients[options, limit] = ModelClient(options, DailyBudget("OpenAI", limit))
        return _clients[options, limit]
