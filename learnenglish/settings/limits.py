"""What a plan allows, and how often anyone may ask."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import env

# What each plan allows; None is no limit, 0 not included. A day ends at midnight UTC. Each has a
# variable of its own, such as PLAN_FREE_LOOKUPS_PER_DAY.
PLAN_LIMITS: dict[str, dict[str, int | None]] = {
    plan: {
        name: environment.limit(variable, env.str(variable, default=default))
        for name, default in limits.items()
        for variable in [f"PLAN_{plan}_{name.upper()}"]
    }
    for plan, limits in {
        "FREE": {
            "lookups_per_day": "1000",
            "speaking_minutes_per_day": "120",
            "recordings_kept": "200",
            "cloud_engines": "0",
        },
        "PREMIUM": {
            "lookups_per_day": "unlimited",
            "speaking_minutes_per_day": "unlimited",
            "recordings_kept": "unlimited",
            "cloud_engines": "unlimited",
        },
    }.items()
}
# Requests per s, m, h or d. With a rate for their plan people are counted by account, else by
# address. The first pattern that matches a path names its route; "" is not counted.
RATE_LIMITS: dict[str, dict[str, str]] = {
    "sign_in": {"ADDRESS": env.str("RATE_LIMIT_SIGN_IN", default="120/m")},
    "lookup": {
        "ADDRESS": env.str("RATE_LIMIT_LOOKUP_ADDRESS", default="300/m"),
        "FREE": env.str("RATE_LIMIT_LOOKUP_FREE", default="600/m"),
        "PREMIUM": env.str("RATE_LIMIT_LOOKUP_PREMIUM", default="1200/m"),
    },
    "api": {
        "ADDRESS": env.str("RATE_LIMIT_API_ADDRESS", default="600/m"),
        "FREE": env.str("RATE_LIMIT_API_FREE", default="1200/m"),
        "PREMIUM": env.str("RATE_LIMIT_API_PREMIUM", default="2400/m"),
    },
    "page": {
        "ADDRESS": env.str("RATE_LIMIT_PAGE_ADDRESS", default="1200/m"),
        "FREE": env.str("RATE_LIMIT_PAGE_FREE", default="1200/m"),
        "PREMIUM": env.str("RATE_LIMIT_PAGE_PREMIUM", default="2400/m"),
    },
    # New speaking sockets, with those that come back after a lost connection.
    "socket": {
        "FREE": env.str("RATE_LIMIT_SOCKET_FREE", default="60/m"),
        "PREMIUM": env.str("RATE_LIMIT_SOCKET_PREMIUM", default="60/m"),
    },
}
RATE_LIMIT_ROUTES = [
    (r"^/(static|media|healthz|metrics)", ""),
    (r"^/auth/(?!me(/(?!restore)|$))", "sign_in"),
    (r"^/accounts/(login|signup|password/reset|confirm-email|2fa/authenticate)", "sign_in"),
    (r"^/accounts/2fa/webauthn/login", "sign_in"),
    (r"^/(lookup|api/process-text)", "lookup"),
    (r"^/(api|auth)/", "api"),
    (r"^/", "page"),
]
