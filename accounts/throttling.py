"""How often one may ask, by route, plan, person and address (``settings.RATE_LIMITS``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from accounts.models import User
from accounts.plans import plan_of
from learnenglish.common.addresses import client_network
from learnenglish.common.errors import DomainError
from learnenglish.common.ratelimit import Verdict, rate_hit, rate_parse

if TYPE_CHECKING:
    from rest_framework.views import APIView

RATE_LIMITED = _("That was a little fast. Wait a moment, then go on.")
# Where the verdict waits for the middleware that writes the headers.
VERDICT = "learnenglish.rate_limit"


def route_of(path: str) -> str:
    """The route that ``path`` is counted under; empty if it is not counted."""
    return next(name for pattern, name in settings.RATE_LIMIT_ROUTES if re.match(pattern, path))


def request_count(
    request: HttpRequest, *, user: User | AnonymousUser | None, route: str | None = None
) -> Verdict | None:
    """Count a request: by person where the route has a rate for their plan, else by address."""
    route = route_of(request.path_info) if route is None else route
    if not route:
        return None
    rates = settings.RATE_LIMITS[route]
    plan = plan_of(user) if isinstance(user, User) else ""
    if isinstance(user, User) and plan in rates:
        key, rate = f"{route}:{user.pk}", rates[plan]
    else:
        key, rate = f"{route}:{client_network(request)}", rates["ADDRESS"]
    verdict = rate_hit(key=key, rate=rate_parse(rate))
    request.META[VERDICT] = verdict
    return verdict


class RouteThrottle(BaseThrottle):
    """The default of every endpoint. The headers are the middleware's."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        verdict = request_count(request._request, user=request.user)
        if verdict is not None and not verdict.allowed:
            raise DomainError(
                "rate_limited", RATE_LIMITED, status=429, retry_after_ms=verdict.reset_s * 1000
            )
        return True
