"""What tutors say about recordings and explanations, and that students have read it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import NotificationKind, User
from accounts.notifications.services import notification_send
from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError, not_found
from speaking.models import SessionStatus, SpeakResource
from texts.selectors import resource_get
from tutoring.models import Feedback, ScoreOverride, TutorNote
from tutoring.models.feedback import TEXT_CHARS, Dimension
from tutoring.selectors.people import student_get, student_session_get
from tutoring.services.texts import text_clean

REASON_CHARS = 500


def feedback_give(
    *, tutor: User, session_id: UUID, text: str, moment_ms: int | None = None
) -> Feedback:
    """Say something about a recording, at a moment of it or about all of it.

    Raises DomainError ``not_a_tutor``, ``not_found``, ``text_missing``, ``text_too_long`` or
    ``moment_out_of_range``.
    """
    session = student_session_get(viewer=tutor, session_id=session_id)
    text = text_clean(text, field="text", chars=TEXT_CHARS, required=True)
    if moment_ms is not None and not 0 <= moment_ms <= max(session.duration_ms, 0):
        message = _("This moment is not in the recording.")
        raise DomainError("moment_out_of_range", message, field="moment_ms")
    return _feedback_store(tutor, session, text=text, moment_ms=moment_ms)


@transaction.atomic
def feedback_listened(*, tutor: User, session_id: UUID) -> Feedback:
    """Tell the student that the recording was heard, without a word.

    Doing it twice, or after other feedback, changes nothing. Raises as ``feedback_give``.
    """
    session = student_session_get(viewer=tutor, session_id=session_id)
    # Two presses at once: the second waits here and finds what the first has said.
    SpeakResource.objects.select_for_update(of=("self",)).get(pk=session.pk)
    earlier = Feedback.objects.filter(tutor=tutor, session=session).order_by("id").first()
    return earlier or _feedback_store(tutor, session, text="", moment_ms=None)


def feedback_give_on_resource(
    *, tutor: User, student_id: UUID, resource_id: UUID, text: str
) -> Feedback:
    """Say something to a student about an explanation.

    Raises DomainError ``not_a_tutor``, ``not_found``, ``text_missing`` or ``text_too_long``.
    """
    student = student_get(viewer=tutor, student_id=student_id)
    resource = resource_get(user=student, resource_id=resource_id)
    text = text_clean(text, field="text", chars=TEXT_CHARS, required=True)
    with transaction.atomic():
        given = Feedback.objects.create(tutor=tutor, student=student, resource=resource, text=text)
        notification_send(
            user=student,
            kind=NotificationKind.FEEDBACK,
            key=str(given.pk),
            payload={
                "url": reverse("texts:resource", args=[resource.pk]),
                "title": resource.text[:200],
                "actor_id": str(tutor.pk),
            },
        )
    return given


def feedback_delete(*, tutor: User, feedback_id: UUID) -> None:
    """Take one's own words back. Raises DomainError ``not_found``."""
    deleted, _models = Feedback.objects.filter(pk=feedback_id, tutor=tutor).delete()
    if not deleted:
        raise not_found(_("There is no such feedback of yours."))


def feedback_read(*, student: User, session: SpeakResource) -> int:
    """``student`` has seen what was said about ``session``: how many of it was new."""
    with transaction.atomic():
        new = Feedback.objects.filter(student=student, session=session, read_at=None)
        count = new.update(read_at=timezone.now())
        if count:
            history_record(
                user=student,
                kind=Activity.FEEDBACK,
                query=session.topic.title if session.topic else "",
                speak_resource_id=session.pk,
                metadata={"count": count},
            )
    return count


@transaction.atomic
def score_override(
    *, tutor: User, session_id: UUID, dimension: str, score: int, reason: str
) -> ScoreOverride:
    """Put one's own score (0–100) beside the machine's, or change the one given before.

    Raises DomainError ``not_a_tutor``, ``not_found``, ``dimension_unknown``,
    ``score_out_of_range``, ``text_missing`` or ``not_evaluated`` (409).
    """
    session = student_session_get(viewer=tutor, session_id=session_id)
    if dimension not in Dimension.values:
        raise DomainError("dimension_unknown", _("There is no such score."), field="dimension")
    if not 0 <= score <= 100:
        raise DomainError("score_out_of_range", _("Give 0 to 100."), field="score")
    reason = text_clean(reason, field="reason", chars=REASON_CHARS, required=True)
    if session.status != SessionStatus.COMPLETED:
        raise DomainError("not_evaluated", _("The machine has not judged this yet."), status=409)
    override, _made = ScoreOverride.objects.update_or_create(
        session=session,
        tutor=tutor,
        dimension=dimension,
        defaults={"score": score, "reason": reason},
        create_defaults={
            "score": score,
            "reason": reason,
            "machine_score": (session.evaluation or {}).get(dimension),
        },
    )
    return override


def override_delete(*, tutor: User, session_id: UUID, dimension: str) -> None:
    """Let the machine's score stand. Raises DomainError ``not_found``."""
    session = student_session_get(viewer=tutor, session_id=session_id)
    deleted, _models = ScoreOverride.objects.filter(
        session=session, tutor=tutor, dimension=dimension
    ).delete()
    if not deleted:
        raise not_found(_("You have not changed this score."))


def note_add(*, tutor: User, student_id: UUID, text: str) -> TutorNote:
    """A note that tutors and admins see, and the student never.

    Raises DomainError ``not_a_tutor``, ``not_found``, ``text_missing`` or ``text_too_long``.
    """
    student = student_get(viewer=tutor, student_id=student_id)
    text = text_clean(text, field="text", chars=TEXT_CHARS, required=True)
    return TutorNote.objects.create(tutor=tutor, student=student, text=text)


def note_delete(*, tutor: User, note_id: UUID) -> None:
    """Raises DomainError ``not_found``, also for another tutor's note."""
    deleted, _models = TutorNote.objects.filter(pk=note_id, tutor=tutor).delete()
    if not deleted:
        raise not_found(_("There is no such note of yours."))


@transaction.atomic
def _feedback_store(
    tutor: User, session: SpeakResource, *, text: str, moment_ms: int | None
) -> Feedback:
    """The student is told of the first of what they have not read yet, not of every comment."""
    given = Feedback.objects.create(
        tutor=tutor, student=session.user, session=session, text=text, moment_ms=moment_ms
    )
    read = Feedback.objects.filter(session=session, read_at__isnull=False).count()
    notification_send(
        user=session.user,
        kind=NotificationKind.FEEDBACK,
        key=f"{session.pk}:{read}",
        payload={
            "url": reverse("speaking:session", args=[session.pk]),
            "title": session.topic.title if session.topic else "",
            "actor_id": str(tutor.pk),
        },
    )
    return given
