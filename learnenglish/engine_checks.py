"""System checks of the engines: what one cannot do without is asked for at start."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

PROVIDERS = ("NLP_PROVIDER", "STT_PROVIDER", "EVALUATION_PROVIDER", "TTS_PROVIDER")


@register(Tags.security)
def openai_has_what_it_needs(**_: Any) -> list[CheckMessage]:
    """What would fail at the first look-up or the first word spoken."""
    asking = [name for name in PROVIDERS if getattr(settings, name) == "openai"]
    if not asking:
        return []
    key, address, live = (
        settings.OPENAI_API_KEY,
        settings.OPENAI_BASE_URL,
        settings.STT_OPENAI_LIVE_URL,
    )
    problems = [
        (
            not key,
            f"{asking[0]} is openai but OPENAI_API_KEY is not set.",
            f"Set OPENAI_API_KEY, or {asking[0]}=offline.",
            "learnenglish.E030",
        ),
        (
            bool(key) and not (key.isascii() and key.isprintable() and " " not in key),
            "OPENAI_API_KEY contains a space, a line break or a character that no key has.",
            "Copy the key again, without quotes and line breaks.",
            "learnenglish.E031",
        ),
        (
            bool(address) and not address.startswith(("https://", "http://")),
            "OPENAI_BASE_URL is no address of a server.",
            "Use one like https://api.openai.com/v1, or leave it empty.",
            "learnenglish.E032",
        ),
        (
            bool(live) and not live.startswith(("wss://", "ws://")),
            "STT_OPENAI_LIVE_URL is no address of a socket.",
            "Use one like wss://api.openai.com/v1, or leave it empty.",
            "learnenglish.E033",
        ),
    ]
    return [Error(text, hint=hint, id=name) for wrong, text, hint, name in problems if wrong]


@register(Tags.security)
def polly_has_what_it_needs(**_: Any) -> list[CheckMessage]:
    """Without credentials the first word spoken would fail."""
    keys = (settings.AWS_ACCESS_KEY_ID, settings.AWS_SECRET_ACCESS_KEY)
    has_keys = all(keys) or (settings.AWS_HAS_ROLE and not any(keys))
    if settings.TTS_PROVIDER != "polly" or has_keys:
        return []
    return [
        Error(
            "TTS_PROVIDER is polly but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY "
            "are not both set.",
            hint="Set both, or AWS_PROFILE or a role's variables, or TTS_PROVIDER=offline.",
            id="learnenglish.E011",
        )
    ]


@register()
def the_offline_recogniser_has_its_model(**_: Any) -> list[CheckMessage]:
    """The larger model comes in a package of its own."""
    if settings.STT_OFFLINE_MODEL != "base-en" or find_spec("moonshine_cpp"):
        return []
    return [
        Error(
            "STT_OFFLINE_MODEL is base-en but the package moonshine-cpp is not installed.",
            hint="pip install moonshine-cpp==0.1.4 (52 MB), or STT_OFFLINE_MODEL=tiny-en.",
            id="learnenglish.E012",
        )
    ]
