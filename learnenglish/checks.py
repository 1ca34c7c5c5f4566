"""System checks: a wrong configuration is an error at start, never a quiet fallback."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security)
def credentials_come_in_pairs(**_: Any) -> list[CheckMessage]:
    """A client id without its secret would fail at the first sign-in."""
    app = (settings.SOCIALACCOUNT_PROVIDERS["google"]["APPS"] or [None])[0]
    if app is not None and not app["secret"]:
        return [
            Error(
                "GOOGLE_CLIENT_ID is set but GOOGLE_CLIENT_SECRET is not.",
                hint="Set both to sign in with Google, or neither.",
                id="learnenglish.E001",
            )
        ]
    return []


@register(Tags.security)
def several_processes_share_a_layer(**_: Any) -> list[CheckMessage]:
    """The in-memory channel layer reaches one process only."""
    in_memory = "InMemory" in settings.CHANNEL_LAYERS["default"]["BACKEND"]
    if in_memory and settings.WEB_PROCESSES > 1:
        return [
            Error(
                f"WEB_PROCESSES is {settings.WEB_PROCESSES} but REDIS_URL is not set.",
                hint="Set REDIS_URL: the in-memory channel layer reaches one process only.",
                id="learnenglish.E002",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def origins_are_named(**_: Any) -> list[CheckMessage]:
    """``*`` would let any site's script open the speaking socket with a visitor's cookie."""
    if "*" in settings.ALLOWED_HOSTS:
        return [
            Error(
                "ALLOWED_HOSTS contains '*'.",
                hint="Name the hosts: with '*' any site may open the speaking socket.",
                id="learnenglish.E003",
            )
        ]
    return []
