"""Who may do what: the one place. REST, pages, the socket and the admin ask these functions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.models import Role, User

if TYPE_CHECKING:
    from rest_framework.views import APIView

View = Callable[..., HttpResponseBase]


# --- the rules ---------------------------------------------------------------------------------
def is_person(user: User | AnonymousUser | None) -> bool:
    """Somebody who is signed in and neither suspended nor anonymised."""
    return user is not None and user.is_authenticated and user.is_active


def has_role(user: User | AnonymousUser | None, *roles: str) -> bool:
    """A person with one of ``roles``."""
    return isinstance(user, User) and is_person(user) and user.role in roles


def people_visible(viewer: User) -> QuerySet[User]:
    """Whom ``viewer`` may look at: an admin everyone, a tutor their own students of now, and
    everybody themselves."""
    if has_role(viewer, Role.ADMIN):
        return User.objects.all()
    visible = Q(pk=viewer.pk)
    if has_role(viewer, Role.TUTOR):
        visible |= Q(enrolments_as_student__tutor=viewer, enrolments_as_student__until__isnull=True)
    return User.objects.filter(visible).distinct() if is_person(viewer) else User.objects.none()


def may_see(viewer: User, person: User) -> bool:
    """Whether ``viewer`` may see ``person``'s progress, sessions and recordings."""
    return people_visible(viewer).filter(pk=person.pk).exists()


# --- for REST ----------------------------------------------------------------------------------
class IsPerson(BasePermission):
    """The default of every endpoint."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return is_person(request.user)


class RolePermission(BasePermission):
    roles: ClassVar[tuple[str, ...]] = ()

    def has_permission(self, request: Request, view: APIView) -> bool:
        return has_role(request.user, *self.roles)


class IsTutor(RolePermission):
    roles = (Role.TUTOR,)


class IsAdmin(RolePermission):
    roles = (Role.ADMIN,)


class IsTutorOrAdmin(RolePermission):
    roles = (Role.TUTOR, Role.ADMIN)


# --- for pages ---------------------------------------------------------------------------------
def role_required(*roles: str) -> Callable[[View], View]:
    """Strangers go to the sign-in page; people with another role get 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not is_person(request.user):
                return redirect_to_login(request.get_full_path())
            if not has_role(request.user, *roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
