"""Who opens a socket: a session cookie with our own Origin, a bearer token, or a ticket."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from channels.auth import AuthMiddlewareStack
from channels.db import database_sync_to_async
from django.conf import settings
from django.http.request import validate_host

from accounts.models import Status, User
from accounts.tokens import user_for_token
from speaking.tickets import ticket_redeem

if TYPE_CHECKING:
    Scope = MutableMapping[str, Any]
    Application = Callable[[Scope, Any, Any], Awaitable[None]]


def origin_allowed(scope: Scope) -> bool:
    """Whether the page that opens the socket is ours or was named in the settings."""
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    origin = headers.get(b"origin", "")
    if origin in (*settings.CSRF_TRUSTED_ORIGINS, *settings.CORS_ALLOWED_ORIGINS):
        return True
    secure = scope.get("scheme") == "wss" or _is_https_by_proxy(headers)
    default = 443 if secure else 80
    try:
        ours, theirs = urlsplit(f"//{headers.get(b'host', '')}"), urlsplit(origin)
        same_port = (ours.port or default) == (theirs.port or default)
    except ValueError:
        return False
    return (
        theirs.scheme == ("https" if secure else "http")
        and bool(theirs.hostname)
        and ours.hostname == theirs.hostname
        and same_port
        and validate_host(str(theirs.hostname), settings.ALLOWED_HOSTS)
    )


def _is_https_by_proxy(headers: dict[bytes, str]) -> bool:
    """Only where the settings say that a proxy in front of us sets that header."""
    if settings.SECURE_PROXY_SSL_HEADER is None:
        return False
    name, value = settings.SECURE_PROXY_SSL_HEADER
    header = name.removeprefix("HTTP_").replace("_", "-").lower().encode()
    return headers.get(header, "") == value


class SpeakAuthMiddleware:
    """Puts ``user`` (a User or None) and ``auth_error`` (a code or None) into the scope.

    Cookies count only together with an allowed Origin, so that no other site's script speaks in a
    visitor's name. Native apps send no Origin and no cookie; they bring a token or a ticket.
    """

    def __init__(self, inner: Application) -> None:
        self.inner = inner
        self.with_session = AuthMiddlewareStack(self._from_session)

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        headers = dict(scope["headers"])
        scope = {**scope, "auth_error": None}
        bearer = headers.get(b"authorization", b"").decode("latin-1")
        ticket = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("ticket")
        if bearer.lower().startswith("bearer "):
            scope["user"] = await database_sync_to_async(user_for_token)(bearer[7:].strip())
        elif ticket:
            scope["user"] = await database_sync_to_async(_user_for_ticket)(ticket[0])
        elif b"cookie" in headers:
            await self.with_session(scope, receive, send)
            return
        else:
            scope["user"] = None
        await self.inner(scope, receive, send)

    async def _from_session(self, scope: Scope, receive: Any, send: Any) -> None:
        user = scope["user"]
        known = user.is_authenticated and user.is_active
        allowed = origin_allowed(scope)
        scope = {
            **scope,
            "user": await database_sync_to_async(_person)(user.pk) if known and allowed else None,
            "auth_error": "forbidden" if known and not allowed else None,
        }
        await self.inner(scope, receive, send)


def _person(pk: Any) -> User | None:
    return User.objects.filter(pk=pk, status=Status.ACTIVE).first()


def _user_for_ticket(ticket: str) -> User | None:
    user_id = ticket_redeem(ticket=ticket)
    return _person(user_id) if user_id else None
