"""Pages of notifications: the list, the bell, how one wants them, leaving without signing in."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from accounts.models import NotificationKind
from accounts.notifications.content import notifications_told
from accounts.notifications.forms import PreferencesForm
from accounts.notifications.preferences import preference_set, preferences_of
from accounts.notifications.selectors import notification_list
from accounts.notifications.services import notifications_mark
from accounts.notifications.unsubscribe import unsubscribe, unsubscribe_read
from accounts.people import person_of
from learnenglish.common.errors import DomainError

ON_A_PAGE = 20


@login_required
@require_GET
def notifications(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    only_unread = request.GET.get("show") == "unread"
    rows = notification_list(user=user, unread=only_unread)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "told": notifications_told(page.object_list),
        "only_unread": only_unread,
        "page_query": "&show=unread" if only_unread else "",
    }
    return render(request, "notifications/list.html", context)


@login_required
@require_GET
def bell(request: HttpRequest) -> HttpResponse:
    """The bell of the header, for pages to draw it anew."""
    return render(request, "notifications/_bell.html")


@login_required
@require_POST
def follow(request: HttpRequest, notification_id: UUID) -> HttpResponse:
    """Mark one as read and go where it leads."""
    user = person_of(request)
    row = notification_list(user=user).filter(pk=notification_id).first()
    if row is None:
        return redirect("notifications:list")
    notifications_mark(user=user, ids=[row.pk])
    return redirect(str(row.payload.get("url") or reverse("notifications:list")))


@login_required
@require_POST
def mark(request: HttpRequest) -> HttpResponse:
    """``id`` marks one, none of them all; ``as`` is read or unread."""
    wanted = request.POST.get("id", "")
    try:
        ids = [UUID(wanted)] if wanted else None
    except ValueError:
        ids = []
    notifications_mark(user=person_of(request), ids=ids, read=request.POST.get("as") != "unread")
    return redirect("notifications:list")


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    form = PreferencesForm(request.POST or None, chosen=preferences_of(user))
    if request.method == "POST" and form.is_valid():
        for kind, in_app, mail in form.choices_made():
            preference_set(user=user, kind=kind, in_app=in_app, mail=mail)
        messages.success(request, _("We will tell you as you chose."))
        return redirect("accounts:notification-preferences")
    context = {"form": form, "digest_hour": f"{settings.NOTIFICATION_DIGEST_HOUR}:00"}
    return render(request, "notifications/preferences.html", context)


# A mail program posts here by itself (RFC 8058): it has no cookie and no token of ours but the one
# in the address.
@csrf_exempt
def unsubscribe_page(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, since mail programs look at links beforehand; POST leaves."""
    try:
        user, kinds = unsubscribe_read(token)
    except DomainError as error:
        wrong = {"message": error.message}
        return render(request, "notifications/unsubscribe.html", wrong, status=error.status)
    if request.method == "POST":
        unsubscribe(user=user, kinds=kinds)
    context = {
        "done": request.method == "POST",
        "everything": len(kinds) == len(NotificationKind),
        "kinds": [kind.label for kind in kinds],
    }
    return render(request, "notifications/unsubscribe.html", context)
