"""System checks: a wrong configuration is an error at start, never a quiet fallback."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from learnenglish.common.ratelimit import rate_parse
from learnenglish.common.redis_urls import scheme_of

ROLES = ("STUDENT", "TUTOR", "ADMIN")


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


@register(Tags.security)
def only_the_cache_lives_on_a_cluster(**_: Any) -> list[CheckMessage]:
    """Celery's transport and the channel layer move keys of several slots in one step."""
    if scheme_of(settings.REDIS_URL) == "redis+cluster":
        return [
            Error(
                "REDIS_URL names a Redis Cluster.",
                hint="Name one server or Sentinels in REDIS_URL, and the cluster in CACHE_URL.",
                id="learnenglish.E004",
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


@register(Tags.security)
def roles_that_need_a_second_factor_exist(**_: Any) -> list[CheckMessage]:
    """A misspelt role would leave its people without the factor they were meant to need."""
    unknown = [role for role in settings.MFA_REQUIRED_ROLES if role not in ROLES]
    if unknown:
        return [
            Error(
                f"MFA_REQUIRED_ROLES names {', '.join(unknown)}.",
                hint=f"Use {', '.join(ROLES)}, separated by commas.",
                id="learnenglish.E020",
            )
        ]
    return []


@register(Tags.security)
def rates_can_be_read(**_: Any) -> list[CheckMessage]:
    """A rate that cannot be read would answer every request with an error."""
    problems: list[CheckMessage] = []
    for route, rates in settings.RATE_LIMITS.items():
        for who, rate in rates.items():
            try:
                rate_parse(rate)
            except ValueError as error:
                problems.append(
                    Error(
                        f"RATE_LIMITS[{route!r}][{who!r}]: {error}.",
                        hint="Set the RATE_LIMIT_… variable to a number per s, m, h or d.",
                        id="learnenglish.E021",
                    )
                )
    return problems


@register(Tags.security)
def google_comes_back_to_us(**_: Any) -> list[CheckMessage]:
    """Google sends people only to an absolute address that was registered there."""
    address = urlsplit(settings.GOOGLE_REDIRECT_URI)
    complete = address.scheme in ("http", "https") and address.netloc
    if settings.GOOGLE_REDIRECT_URI and not (complete and address.path == "/auth/google/callback"):
        return [
            Error(
                f"GOOGLE_REDIRECT_URI is {settings.GOOGLE_REDIRECT_URI!r}.",
                hint="Use https://<host>/auth/google/callback, as registered with Google.",
                id="learnenglish.E022",
            )
        ]
    return []


@register()
def retention_can_be_reached(**_: Any) -> list[CheckMessage]:
    """Near 100 every card would come back daily; below 70 more is forgotten than is learned."""
    if 70 <= settings.REVIEW_RETENTION_PERCENT <= 97:
        return []
    return [
        Error(
            f"REVIEW_RETENTION_PERCENT is {settings.REVIEW_RETENTION_PERCENT}.",
            hint="Use a number from 70 to 97.",
            id="learnenglish.E040",
        )
    ]


@register(Tags.security)
def mail_has_what_it_needs(**_: Any) -> list[CheckMessage]:
    """What would fail at the first mail, or lead its readers nowhere."""
    address = urlsplit(settings.SITE_URL)
    keyless = settings.EMAIL_PROVIDER in ("smtp", "amazon_ses")
    problems = [
        (
            not (keyless or settings.EMAIL_API_KEY),
            f"EMAIL_PROVIDER is {settings.EMAIL_PROVIDER} but EMAIL_API_KEY is not set.",
            "Set EMAIL_API_KEY, or EMAIL_PROVIDER=smtp.",
            "learnenglish.E023",
        ),
        (
            address.scheme not in ("http", "https") or not address.netloc or bool(address.path),
            f"SITE_URL is {settings.SITE_URL!r}.",
            "Use the address of the site without a path, such as https://english.example.org.",
            "learnenglish.E024",
        ),
        (
            not 0 <= settings.NOTIFICATION_DIGEST_HOUR <= 23,
            f"NOTIFICATION_DIGEST_HOUR is {settings.NOTIFICATION_DIGEST_HOUR}.",
            "Use an hour from 0 to 23.",
            "learnenglish.E025",
        ),
    ]
    return [Error(text, hint=hint, id=name) for wrong, text, hint, name in problems if wrong]


@register()
def tracing_is_installed(**_: Any) -> list[CheckMessage]:
    """An address of a collector without the packages that send to it."""
    wanted = bool(settings.OTEL_EXPORTER_OTLP_ENDPOINT)
    if wanted and find_spec("opentelemetry") is None:
        return [
            Error(
                "OTEL_EXPORTER_OTLP_ENDPOINT is set but OpenTelemetry is not installed.",
                hint="pip install -r requirements-tracing.txt, or leave the variable empty.",
                id="learnenglish.E005",
            )
        ]
    return []
