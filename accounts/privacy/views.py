"""Pages about one's data: consent, a copy of it, and its end."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.cloud import cloud_configured, cloud_in_plan, cloud_services
from accounts.models import Status, User
from accounts.people import person_of
from accounts.privacy.exports import OPEN, export_begin, export_latest, export_url
from accounts.privacy.leaving import RESTORE_KEY, account_leave, account_restore
from accounts.privacy.retention import history_kept, recordings_kept
from accounts.services import user_update_profile
from learnenglish.common.errors import DomainError


@login_required
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    context = {
        **_export_context(user),
        "cloud_services": cloud_services(),
        "cloud_configured": cloud_configured(),
        "cloud_in_plan": cloud_in_plan(user=user),
        "history_kept": history_kept(),
        "recordings_kept": recordings_kept(user=user),
    }
    return render(request, "accounts/privacy.html", context)


@login_required
@require_POST
def cloud_consent(request: HttpRequest) -> HttpResponse:
    """Yes or no to services elsewhere; back to the page where it was asked."""
    consent = request.POST.get("consent") == "yes"
    user_update_profile(user=person_of(request), cloud_consent=consent)
    messages.success(
        request,
        _("Your texts and recordings may be sent to these services.")
        if consent
        else _("Your texts and recordings stay on this server."),
    )
    return redirect(_next(request))


@login_required
def export(request: HttpRequest) -> HttpResponse:
    """POST has a copy made; GET is how far it is, for the page to look at again and again."""
    user = person_of(request)
    if request.method == "POST":
        export_begin(user=user)
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect("accounts:privacy")
    return render(request, "accounts/_export.html", _export_context(user))


@login_required
@reauthentication_required
def delete(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    if request.method == "POST" and request.POST.get("sure"):
        at = account_leave(user=user)
        logout(request)
        return render(request, "accounts/left.html", {"anonymise_at": at})
    forgot = request.method == "POST"
    context = {"forgot": forgot, "grace_days": settings.ACCOUNT_DELETION_GRACE_DAYS}
    return render(request, "accounts/delete.html", context, status=400 if forgot else 200)


def restore(request: HttpRequest) -> HttpResponse:
    """For somebody who has just signed in to an account that is on its way out."""
    leaving_id = str(request.session.get(RESTORE_KEY, ""))
    user = User.objects.filter(pk=leaving_id, status=Status.LEAVING).first() if leaving_id else None
    if user is None:
        return redirect("account_login")
    if request.method == "POST":
        try:
            account_restore(user=user)
        except DomainError:
            return redirect("account_inactive")
        del request.session[RESTORE_KEY]
        messages.success(request, _("Your account is kept. Sign in to go on."))
        return redirect("account_login")
    return render(request, "accounts/restore.html", {"anonymise_at": user.anonymise_at})


def _export_context(user: User) -> dict[str, object]:
    latest = export_latest(user=user)
    return {
        "export": latest,
        "export_open": latest is not None and latest.status in OPEN,
        "export_url": export_url(latest) if latest else "",
    }


def _next(request: HttpRequest) -> str:
    """Where the form came from, if that is on this site."""
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if safe else "accounts:privacy"
