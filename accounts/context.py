"""What the frame of every page shows about the person who looks."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from accounts.cloud import cloud_must_ask, cloud_services
from accounts.models import User
from accounts.notifications.selectors import unread_count


def account(request: HttpRequest) -> dict[str, Any]:
    """``unread``: how many notifications wait (asked of the database when shown);
    ``cloud_question``: the services to ask about, where somebody has yet to say yes or no. The
    privacy page asks by itself."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {}
    privacy = request.resolver_match and request.resolver_match.view_name == "accounts:privacy"
    return {
        "unread": cache(lambda: unread_count(user=user)),
        "cloud_question": {} if privacy or not cloud_must_ask(user=user) else cloud_services(),
    }
