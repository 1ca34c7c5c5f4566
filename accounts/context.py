"""What the frame of every page shows about the person who looks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.cloud import cloud_must_ask, cloud_services
from accounts.models import User
from accounts.notifications.selectors import unread_count


def account(request: HttpRequest) -> dict[str, Any]:
    """``unread``: how many notifications wait (asked of the database when shown);
    ``cloud_question``: the services to ask about, where somebody has yet to say yes or no."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {}
    return {
        "unread": SimpleLazyObject(lambda: unread_count(user=user)),
        "cloud_question": cloud_services() if cloud_must_ask(user=user) else [],
    }
