"""What tutors and learners say about an explanation, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Role, User
from accounts.permissions import has_role
from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError, not_found
from texts.models import (
    ReportReason,
    ReportStatus,
    ResourceRating,
    ResourceReport,
    ResourceStatus,
    TextResource,
)
from texts.selectors import resource_get

STARS = range(1, 6)
TEXT_CHARS = 1000


def resource_rate(
    *, tutor: User, resource_id: UUID, stars: int, comment: str = ""
) -> tuple[ResourceRating, bool]:
    """Give a resource ``stars`` (1–5), or other ones than before; True if it is a first rating.

    The score follows when the rating job runs next. Raises DomainError ``not_a_tutor`` (403),
    ``not_found``, ``stars_out_of_range`` or ``text_too_long``.
    """
    _require_staff(tutor, _("Only tutors rate explanations."))
    if stars not in STARS:
        raise DomainError("stars_out_of_range", _("Give 1 to 5 stars."), field="stars")
    resource = resource_get(user=tutor, resource_id=resource_id)
    defaults = {"stars": stars, "comment": _text(comment, field="comment")}
    with transaction.atomic():
        rating = ResourceRating.objects.update_or_create(
            resource=resource, tutor=tutor, defaults=defaults
        )
        history_record(
            user=tutor,
            kind=Activity.RATING,
            text_resource_id=resource.pk,
            metadata={"stars": stars},
        )
    return rating


def resource_report(
    *, reporter: User, resource_id: UUID, reason: ReportReason, note: str = ""
) -> ResourceReport:
    """Tell tutors and admins what is wrong with a resource.

    Raises DomainError ``not_found``, ``note_missing`` (for another reason than the listed ones),
    ``text_too_long`` or, while an earlier report of the same person is open,
    ``already_reported`` (409).
    """
    resource = resource_get(user=reporter, resource_id=resource_id)
    note = _text(note, field="note")
    if reason == ReportReason.OTHER and not note:
        raise DomainError("note_missing", _("Say in a few words what is wrong."), field="note")
    try:
        with transaction.atomic():
            return ResourceReport.objects.create(
                resource=resource, reporter=reporter, reason=reason, note=note
            )
    except IntegrityError as error:
        raise DomainError(
            "already_reported",
            _("You have reported this already; we are looking into it."),
            status=409,
        ) from error


@transaction.atomic
def report_resolve(*, report_id: UUID, by: User, resolution: ReportStatus) -> ResourceReport:
    """Close an open report. ``HIDDEN`` takes its resource down, with every open report on it.

    Raises DomainError ``not_a_tutor`` (403), ``not_found`` or ``report_closed`` (409).
    """
    _require_staff(by, _("Only tutors and admins settle reports."))
    if resolution == ReportStatus.OPEN:
        raise ValueError("a report is not resolved by being open")
    report = (
        ResourceReport.objects.select_for_update(of=("self",))
        .select_related("resource")
        .filter(pk=report_id)
        .first()
    )
    if report is None:
        raise not_found(_("There is no such report."))
    if report.status != ReportStatus.OPEN:
        raise DomainError("report_closed", _("Somebody has settled this report."), status=409)
    closing = ResourceReport.objects.filter(pk=report_id)
    if resolution == ReportStatus.HIDDEN:
        report.resource.status = ResourceStatus.HIDDEN
        report.resource.save(update_fields=["status", "updated_at"])
        closing = report.resource.reports.filter(status=ReportStatus.OPEN)
    now = timezone.now()
    closing.update(status=resolution, resolved_by=by, resolved_at=now, updated_at=now)
    report.refresh_from_db()
    return report


@transaction.atomic
def resources_moderate(
    *, by: User, resource_ids: Iterable[UUID], status: ResourceStatus
) -> list[TextResource]:
    """Publish, hide or make drafts of what is everyone's; those that were changed.

    Raises DomainError ``not_an_admin`` (403).
    """
    if not has_role(by, Role.ADMIN):
        raise DomainError("not_an_admin", _("Only admins decide about many at once."), status=403)
    shared = TextResource.objects.filter(pk__in=list(resource_ids), created_by=None)
    changed = list(shared.exclude(status=status).select_for_update())
    for resource in changed:
        resource.status = status
        resource.save(update_fields=["status", "updated_at"])
    return changed


def _require_staff(user: User, message: str) -> None:
    if not has_role(user, Role.TUTOR, Role.ADMIN):
        raise DomainError("not_a_tutor", message, status=403)


def _text(text: str, *, field: str) -> str:
    """``text`` without space around it."""
    cleaned = text.strip()
    if len(cleaned) > TEXT_CHARS:
        raise DomainError(
            "text_too_long",
            _("Use up to %(most)s characters.") % {"most": f"{TEXT_CHARS:,}"},
            field=field,
        )
    return cleaned
