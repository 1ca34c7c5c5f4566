"""Classes and invitations."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people import person_of
from tutoring.models import Invitation
from tutoring.portal.forms import AssignmentForm, ClassForm, InvitationForm
from tutoring.portal.pages import attempt, portal_page, portal_render, posted_id
from tutoring.selectors.classes import (
    class_assignments,
    class_get,
    class_rows,
    classes_of,
    invitations_of,
)
from tutoring.services.classes import assignment_create, class_create, class_end, member_remove
from tutoring.services.codes import code_of
from tutoring.services.invitations import invitation_create, invitation_revoke

CLASS_DAYS = 60
CLASS_USES = 40


@portal_page()
def classes(request: HttpRequest) -> HttpResponse:
    viewer = person_of(request)
    form = ClassForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = _("The class is made. Invite your students by its code.")
        attempt(request, done, lambda: class_create(tutor=viewer, **form.cleaned_data))
        return redirect("portal:classes")
    return portal_render(
        request,
        "tutoring/portal/classes.html",
        title=_("Classes"),
        classes=classes_of(viewer=viewer),
        form=form,
    )


@portal_page()
def class_page(request: HttpRequest, class_id: UUID) -> HttpResponse:
    viewer = person_of(request)
    group = class_get(viewer=viewer, class_id=class_id)
    invitation = invitations_of(viewer=viewer).filter(group=group).first()
    return portal_render(
        request,
        "tutoring/portal/class.html",
        title=group.name,
        group=group,
        rows=class_rows(group=group),
        assignments=class_assignments(group=group),
        invitation=_shown(request, invitation) if invitation else None,
        form=AssignmentForm(),
    )


@portal_page()
@require_POST
def class_change(request: HttpRequest, class_id: UUID) -> HttpResponse:
    """Make a code, set a topic, take somebody out, or end the class."""
    viewer = person_of(request)
    if "invite" in request.POST:
        group = class_get(viewer=viewer, class_id=class_id)
        attempt(
            request,
            _("This is the code of the class."),
            lambda: invitation_create(
                tutor=viewer, group=group, days=CLASS_DAYS, max_uses=CLASS_USES
            ),
        )
    elif "assign" in request.POST:
        _assign(request, class_id)
    elif "remove" in request.POST:
        student_id = posted_id(request, "remove")
        member_remove(by=viewer, class_id=class_id, student_id=student_id)
        messages.success(request, _("They are out of the class and still your student."))
    elif "end" in request.POST:
        class_end(by=viewer, class_id=class_id)
        messages.success(request, _("The class is over. What was done stays."))
    return redirect("portal:class", class_id)


@portal_page()
def invitations(request: HttpRequest) -> HttpResponse:
    viewer = person_of(request)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = _("Send this link to your student.")
        attempt(request, done, lambda: invitation_create(tutor=viewer, **form.cleaned_data))
        return redirect("portal:invitations")
    return portal_render(
        request,
        "tutoring/portal/invitations.html",
        title=_("Invitations"),
        invitations=[_shown(request, one) for one in invitations_of(viewer=viewer)[:100]],
        form=form if form.is_bound else InvitationForm(),
    )


@portal_page()
@require_POST
def invitation_end(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    invitation_revoke(by=person_of(request), invitation_id=invitation_id)
    messages.success(request, _("Nobody gets in by it any more."))
    return redirect("portal:invitations")


def _assign(request: HttpRequest, class_id: UUID) -> None:
    form = AssignmentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _form_errors(form))
        return
    attempt(
        request,
        _("Everyone in the class is told."),
        lambda: assignment_create(
            by=person_of(request),
            class_id=class_id,
            topic_id=form.cleaned_data["topic"].pk,
            due=form.cleaned_data["due"],
            note=form.cleaned_data["note"],
        ),
    )


def _form_errors(form: forms.Form) -> str:
    return " ".join(str(message) for found in form.errors.values() for message in found)


def _shown(request: HttpRequest, invitation: Invitation) -> dict[str, object]:
    code = code_of(invitation.pk)
    link = request.build_absolute_uri(reverse("tutoring:join-code", args=[code]))
    return {"invitation": invitation, "code": code, "link": link}
