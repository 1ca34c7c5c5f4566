"""What students see of their tutors' work."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from speaking.selectors import session_get
from tutoring.models import Invitation
from tutoring.selectors.feedback import session_feedback, session_scores
from tutoring.services.feedback import feedback_read
from tutoring.services.invitations import invitation_accept, invitation_find
from tutoring.services.recommendations import recommendation_done, recommendation_keep


class JoinForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text=gettext_lazy("Your tutor gave it to you. It looks like 7K2QX-9M0RT."),
    )


@login_required
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    """Type a code or open a link, see whose it is, accept."""
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"code": code})
    invitation: Invitation | None = None
    status = 200
    typed = request.POST.get("code", "") if request.method == "POST" else code
    if typed:
        try:
            if "accept" in request.POST:
                return _accept(request, typed)
            invitation = invitation_find(code=typed)
        except DomainError as error:
            form = JoinForm({"code": typed})
            form.add_error("code", error.message)
            status = error.status
    context = {"form": form, "invitation": invitation, "code": typed}
    return render(request, "tutoring/join.html", context, status=status)


def _accept(request: HttpRequest, code: str) -> HttpResponse:
    accepted = invitation_accept(student=person_of(request), code=code)
    if accepted.group is not None:
        text = _("You are in the class %(name)s.") % {"name": accepted.group.name}
    else:
        text = _("%(tutor)s is your tutor now.") % {"tutor": accepted.tutor}
    messages.success(request, text)
    return redirect("home")


@login_required
def feedback(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """What tutors said about a recording: a part of its page. It counts as read from then on."""
    student = person_of(request)
    try:
        session = session_get(user=student, session_id=session_id)
    except DomainError as error:
        raise Http404(error.message) from error
    given = list(session_feedback(session=session))
    context = {
        "said": [one for one in given if one.text],
        "listeners": [str(one.tutor) for one in given if one.tutor and not one.text],
        "scores": [pair for pair in session_scores(session=session) if pair.overrides],
    }
    feedback_read(student=student, session=session)
    return render(request, "tutoring/_feedback.html", context)


@login_required
@require_POST
def done(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    try:
        recommendation_done(student=person_of(request), recommendation_id=recommendation_id)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Well done."))
    return redirect("home")


@login_required
@require_POST
def keep(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    try:
        recommendation_keep(student=person_of(request), recommendation_id=recommendation_id)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("It is among your cards now."))
    return redirect("home")
