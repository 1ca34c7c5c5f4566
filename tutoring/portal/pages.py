"""What every page of the portal has: its door, its frame, and how it says that something failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.models import Role
from accounts.permissions import has_role
from learnenglish.common.errors import DomainError, not_found

View = Callable[..., HttpResponseBase]


def portal_page(*roles: str) -> Callable[[View], View]:
    """For people with one of ``roles`` (tutors and admins if none is named).

    Strangers go to the site's sign-in page, others get 403. What a service says is not there
    is 404.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not has_role(request.user, *(roles or (Role.TUTOR, Role.ADMIN))):
                raise PermissionDenied
            try:
                return view(request, *args, **kwargs)
            except DomainError as error:
                if error.status == 404:
                    raise Http404(error.message) from error
                raise

        return wraps(view)(admin.site.admin_view(guarded))

    return decorate


def portal_render(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    """``template`` in the frame of the admin, with its sidebar."""
    frame = admin.site.each_context(request)
    return render(request, template, {**frame, "title": title, **context}, status=status)


def attempt(request: HttpRequest, done: str, act: Callable[[], Any]) -> bool:
    """Do ``act`` and say ``done``, or say what a service refused. What is not there is 404."""
    try:
        act()
    except DomainError as error:
        if error.status == 404:
            raise
        messages.error(request, error.message)
        return False
    if done:
        messages.success(request, done)
    return True


def posted_id(request: HttpRequest, name: str) -> UUID:
    """The id in the field ``name`` of a form. Raises DomainError ``not_found`` if it is none."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError as error:
        raise not_found(_("There is no such thing.")) from error
