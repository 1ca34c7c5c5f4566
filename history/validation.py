"""A tutor's word on what a student made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import NotificationKind, Role
from accounts.notifications.services import notification_send
from accounts.permissions import has_role, may_see
from history.models import UserHistory, Validation
from learnenglish.common.errors import DomainError, not_found

if TYPE_CHECKING:
    from accounts.models import User

NOTE_CHARS = 1000


@transaction.atomic
def history_validate(
    *, by: User, entry_id: UUID, status: Validation, note: str = ""
) -> UserHistory:
    """Approve or reject an entry of one of ``by``'s students, or take that back (``PENDING``).

    The student sees it with the note and is told. Doing it twice changes nothing. Raises
    DomainError ``not_a_tutor`` (403), ``not_found`` (also for somebody who is not theirs),
    ``own_work`` (403), ``nothing_to_check`` (409), ``note_missing`` for a rejection without a
    reason, or ``text_too_long``.
    """
    if not has_role(by, Role.TUTOR, Role.ADMIN):
        raise DomainError("not_a_tutor", _("Only tutors check what students did."), status=403)
    entry = (
        UserHistory.objects.select_for_update(of=("self",))
        .select_related("user", "text_resource")
        .filter(pk=entry_id, removed_at__isnull=True)
        .first()
    )
    if entry is None or not may_see(by, entry.user):
        raise not_found(_("There is no such entry, or its student is not yours."))
    note = note.strip()
    _check(by, entry, status, note)
    if (entry.validation_status, entry.validation_note) == (status, note):
        return entry
    withdrawn = status == Validation.PENDING
    entry.validation_status = status
    entry.validation_note = "" if withdrawn else note
    entry.validated_by = None if withdrawn else by
    entry.validated_at = None if withdrawn else timezone.now()
    entry.save(
        update_fields=[
            "validation_status",
            "validation_note",
            "validated_by",
            "validated_at",
            "updated_at",
        ]
    )
    if not withdrawn:
        _tell(entry, by=by)
    return entry


def _tell(entry: UserHistory, *, by: User) -> None:
    about = entry.query or (entry.text_resource.text if entry.text_resource else "")
    notification_send(
        user=entry.user,
        kind=NotificationKind.FEEDBACK,
        key=f"history:{entry.pk}:{entry.validation_status}",
        payload={"url": reverse("history:list"), "title": about, "actor_id": str(by.pk)},
    )


def _check(by: User, entry: UserHistory, status: Validation, note: str) -> None:
    if entry.user_id == by.pk:
        raise DomainError("own_work", _("Somebody else checks what you did."), status=403)
    if not entry.is_produced:
        raise DomainError(
            "nothing_to_check", _("Only look-ups, recordings and reviews are checked."), status=409
        )
    if status == Validation.REJECTED and not note:
        raise DomainError("note_missing", _("Say in a few words what is wrong."), field="note")
    if len(note) > NOTE_CHARS:
        raise DomainError(
            "text_too_long",
            _("Use up to %(most)s characters.") % {"most": f"{NOTE_CHARS:,}"},
            field="note",
        )
