"""Pages about oneself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.i18n import set_language as django_set_language

from accounts.forms import ProfileForm
from accounts.languages import reading_as
from accounts.models import User
from accounts.people import person_of
from accounts.plans import limits_of
from accounts.services import language_choose, user_update_profile


def set_language(request: HttpRequest) -> HttpResponse:
    """Kept by the browser, and by the account of whoever is signed in."""
    if request.method == "POST" and isinstance(request.user, User):
        language_choose(user=request.user, language=request.POST.get("language", ""))
    response: HttpResponse = django_set_language(request)
    return response


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    # A copy: a form that does not validate must not change who is shown in the header.
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=person_of(request).pk))
    if request.method == "POST" and form.is_valid():
        user_update_profile(user=form.instance, **form.cleaned_data)
        with reading_as(form.instance):  # the language may be what was changed
            messages.success(request, _("Your profile is saved."))
        return redirect("accounts:profile")
    context = {"form": form, "limits": limits_of(person_of(request))}
    return render(request, "accounts/profile.html", context)
