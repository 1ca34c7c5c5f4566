"""Mail: a server by SMTP, or a provider's own interface."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import ALLOWED_HOSTS, env

# Set to nothing, as in a form that is not filled in, is not set.
_EMAIL_URL = env.str("EMAIL_URL", default="")
EMAIL_CONFIG = env.email_url_config(_EMAIL_URL or "consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = (
    env.str("DEFAULT_FROM_EMAIL", default="") or "Learn English <noreply@localhost>"
)

# django-anymail's name of each provider, and of what it calls the key.
_KEYS = {
    "postmark": "POSTMARK_SERVER_TOKEN",
    "mailgun": "MAILGUN_API_KEY",
    "brevo": "BREVO_API_KEY",
    "resend": "RESEND_API_KEY",
}
# "smtp" is what EMAIL_URL says.
EMAIL_PROVIDER = environment.choice(
    "EMAIL_PROVIDER", env.str("EMAIL_PROVIDER", default="smtp"), ("smtp", "amazon_ses", *_KEYS)
)
EMAIL_API_KEY = env.str("EMAIL_API_KEY", default="")
# Another server of the provider, such as Mailgun's in the EU.
EMAIL_API_URL = env.str("EMAIL_API_URL", default="")
ANYMAIL: dict[str, object] = {"REQUESTS_TIMEOUT": (5, 30)}
if EMAIL_PROVIDER != "smtp":
    EMAIL_BACKEND = f"anymail.backends.{EMAIL_PROVIDER}.EmailBackend"
if EMAIL_PROVIDER in _KEYS:
    ANYMAIL[_KEYS[EMAIL_PROVIDER]] = EMAIL_API_KEY
    if EMAIL_API_URL:
        ANYMAIL[f"{EMAIL_PROVIDER.upper()}_API_URL"] = EMAIL_API_URL
# Whether mail reaches people; else it is printed, and nobody is asked to confirm an address.
EMAIL_IS_CONFIGURED = EMAIL_PROVIDER != "smtp" or bool(_EMAIL_URL)

# Where links in mails lead.
SITE_URL = env.str("SITE_URL", default="").rstrip("/") or environment.site_url(ALLOWED_HOSTS)
# The hour, in each person's own time zone, at which the day's notifications are mailed.
NOTIFICATION_DIGEST_HOUR = env.int("NOTIFICATION_DIGEST_HOUR", default=8)
