"""Who is asking."""

from __future__ import annotations

from django.http import HttpRequest
from rest_framework.request import Request

from accounts.models import User


def person_of(request: HttpRequest | Request) -> User:
    """The person signed in. Only for views that let nobody else in."""
    if not request.user.is_authenticated:
        raise TypeError("this view must require a person")
    return request.user
