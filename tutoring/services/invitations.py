"""Inviting students by a link or a code."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Role, Status, User
from accounts.permissions import has_role
from learnenglish.common.errors import DomainError, not_found
from learnenglish.common.models import uuid7
from tutoring.models import Class, ClassMember, Enrolment, Invitation
from tutoring.selectors.people import staff_require
from tutoring.services.codes import code_hash, code_of
from tutoring.services.enrolments import enrolment_create

DAYS = range(1, 91)
USES = range(1, 201)


def invitation_create(
    *, tutor: User, group: Class | None = None, days: int = 14, max_uses: int = 1
) -> Invitation:
    """An invitation into ``tutor``'s care, or into ``group`` and the care of who teaches it.

    Raises DomainError ``not_a_tutor``, ``out_of_range`` or ``class_over``.
    """
    staff_require(tutor)
    if group is not None and group.ended_at is not None:
        raise DomainError("class_over", _("This class is over."), status=409)
    owner = group.tutor if group is not None else tutor
    if not owner.is_tutor:
        raise DomainError("not_a_tutor", _("Only a tutor invites students."), status=403)
    for field, value, allowed in (("days", days, DAYS), ("max_uses", max_uses, USES)):
        if value not in allowed:
            message = _("Give a number from %(least)s to %(most)s.") % {
                "least": allowed[0],
                "most": allowed[-1],
            }
            raise DomainError("out_of_range", message, field=field)
    invitation_id = uuid7()
    return Invitation.objects.create(
        id=invitation_id,
        tutor=owner,
        group=group,
        code_hash=code_hash(code_of(invitation_id)),
        expires_at=timezone.now() + timedelta(days=days),
        max_uses=max_uses,
    )


def invitation_revoke(*, by: User, invitation_id: UUID) -> Invitation:
    """Nobody gets in by it any more. Raises DomainError ``not_found``."""
    own = Invitation.objects.filter(pk=invitation_id)
    if not has_role(by, Role.ADMIN):
        own = own.filter(tutor=by)
    invitation = own.select_related("tutor", "group").first()
    if invitation is None:
        raise not_found(_("There is no such invitation."))
    if invitation.revoked_at is None:
        invitation.revoked_at = timezone.now()
        invitation.save(update_fields=["revoked_at", "updated_at"])
    return invitation


def invitation_find(*, code: str) -> Invitation:
    """An invitation that still works.

    Raises DomainError ``not_found``, ``invitation_over`` (410) or ``invitation_used_up`` (410).
    """
    invitation = (
        Invitation.objects.select_related("tutor", "group")
        .filter(code_hash=code_hash(code), tutor__role=Role.TUTOR, tutor__status=Status.ACTIVE)
        .first()
    )
    if invitation is None:
        raise not_found(_("No invitation has this code. Check it, letter by letter."))
    over = invitation.revoked_at is not None or invitation.expires_at <= timezone.now()
    if over or (invitation.group is not None and invitation.group.ended_at is not None):
        raise DomainError(
            "invitation_over",
            _("This invitation is over. Ask your tutor for a new one."),
            status=410,
        )
    if invitation.uses >= invitation.max_uses:
        raise DomainError(
            "invitation_used_up",
            _("This invitation has been used as often as it may be. Ask your tutor for a new one."),
            status=410,
        )
    return invitation


@transaction.atomic
def invitation_accept(*, student: User, code: str) -> Invitation:
    """Put ``student`` where the invitation leads; who is there already uses nothing up.

    Raises DomainError ``not_a_student`` (403) and what ``invitation_find`` raises.
    """
    if student.role != Role.STUDENT:
        raise DomainError("not_a_student", _("Only students can be invited."), status=403)
    # Two people who use the last place at once: one waits for the other here.
    Invitation.objects.select_for_update().filter(code_hash=code_hash(code)).first()
    try:
        invitation = invitation_find(code=code)
    except DomainError as error:
        used = Invitation.objects.select_related("tutor", "group")
        own = used.filter(code_hash=code_hash(code)).first()
        if error.code == "invitation_used_up" and own is not None and _is_in(own, student):
            return own
        raise
    if _is_in(invitation, student):
        return invitation
    enrolment_create(tutor=invitation.tutor, student=student)
    if invitation.group is not None:
        ClassMember.objects.get_or_create(group=invitation.group, student=student, left_at=None)
    invitation.uses += 1
    invitation.save(update_fields=["uses", "updated_at"])
    return invitation


def _is_in(invitation: Invitation, student: User) -> bool:
    enrolled = Enrolment.objects.filter(tutor=invitation.tutor, student=student, until=None)
    members = ClassMember.objects.filter(group=invitation.group, student=student, left_at=None)
    return enrolled.exists() and (invitation.group is None or members.exists())
