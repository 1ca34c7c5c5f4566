"""Whose texts and recordings may go to services elsewhere: the one place that decides."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.plans import Quota, limit_of

# The settings that name an engine; every engine but the offline ones runs elsewhere.
PROVIDERS = ("NLP_PROVIDER", "STT_PROVIDER", "TTS_PROVIDER", "EVALUATION_PROVIDER")
OFFLINE = "offline"
NAMES = {"openai": "OpenAI", "polly": "Amazon Polly"}
WHAT = {
    "NLP_PROVIDER": _("what you look up, to explain and correct it"),
    "STT_PROVIDER": _("what you record, to write it down"),
    "TTS_PROVIDER": _("texts you have read aloud"),
    "EVALUATION_PROVIDER": _("what you said, to evaluate it"),
}

# Why an engine here answered instead: shown with the result.
PLAN_REASON = _("Cloud engines are not part of your plan; the engine on this server answered.")
CONSENT_REASON = _(
    "You have not agreed to cloud services; the engine on this server answered. "
    "You can change this under Privacy in the settings."
)


def cloud_allowed(*, user: User) -> bool:
    """Whether what ``user`` writes and says may be sent to an engine that runs elsewhere: their
    plan includes it and they have agreed to it."""
    return cloud_in_plan(user=user) and user.cloud_consent is True


def cloud_reason(*, user: User) -> str:
    """Why ``cloud_allowed`` says no, for the person to read; empty where it says yes."""
    if not cloud_in_plan(user=user):
        return str(PLAN_REASON)
    return "" if user.cloud_consent else str(CONSENT_REASON)


def cloud_in_plan(*, user: User) -> bool:
    return limit_of(user, Quota.CLOUD) != 0


def cloud_configured() -> bool:
    """Whether any engine of this site runs elsewhere."""
    return any(getattr(settings, name, OFFLINE) != OFFLINE for name in PROVIDERS)


def cloud_must_ask(*, user: User) -> bool:
    """Whether the person is to be asked: it would change something, and they never answered."""
    return user.cloud_consent is None and cloud_configured() and cloud_in_plan(user=user)


def cloud_services() -> dict[str, list[str]]:
    """The services elsewhere that this site uses, by name, and what each would be sent."""
    services: dict[str, list[str]] = {}
    for setting in PROVIDERS:
        provider = getattr(settings, setting, OFFLINE)
        if provider != OFFLINE:
            services.setdefault(NAMES.get(provider, provider), []).append(str(WHAT[setting]))
    return services
