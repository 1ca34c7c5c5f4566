"""What django-axes asks us: whom a failure counts against, and what someone locked out sees."""

from __future__ import annotations

import math
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.models import User
from learnenglish.common.errors import DomainError
from learnenglish.common.problems import is_api, problem_response


def account_key(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """A digest of the address somebody tried: failures are counted without keeping it."""
    given = credentials or {}
    email = User.objects.normalize_email(given.get("email") or given.get("username") or "")
    return salted_hmac("accounts.lockout", email, algorithm="sha256").hexdigest()


def is_locked_out(request: HttpRequest) -> bool:
    return bool(getattr(request, "axes_locked_out", False))


def lockout_seconds(request: HttpRequest, credentials: dict[str, Any] | None) -> int:
    """How long the account stays closed to this address."""
    attempts = AccessAttempt.objects.filter(
        username=account_key(request, credentials),
        ip_address=getattr(request, "axes_ip_address", None),
    )
    newest = attempts.order_by("-attempt_time").first()
    since = newest.attempt_time if newest else timezone.now()
    left = since + settings.AXES_COOLOFF_TIME - timezone.now()
    return max(1, math.ceil(left.total_seconds()))


def lockout_message(seconds: int) -> str:
    minutes = math.ceil(seconds / 60)
    return _(
        "Too many wrong tries. This account is closed to you for %(minutes)d minutes; "
        "then try again, or reset the password."
    ) % {"minutes": minutes}


def lockout_error(request: HttpRequest, credentials: dict[str, Any]) -> DomainError:
    seconds = lockout_seconds(request, credentials)
    return DomainError(
        "locked_out", lockout_message(seconds), status=429, retry_after_ms=seconds * 1000
    )


def lockout_response(
    request: HttpRequest, original: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """429 with Retry-After, as a page or as a problem; REST may have answered already."""
    if original is not None and original.status_code == 429:
        return original
    seconds = lockout_seconds(request, credentials)
    message = lockout_message(seconds)
    response: HttpResponse
    if is_api(request):
        response = problem_response(status=429, code="locked_out", detail=message)
    else:
        response = render(request, "account/locked_out.html", {"message": message}, status=429)
    response["Retry-After"] = str(seconds)
    return response
