"""Applications, middleware, templates, language, logs."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.common.logs import logging_config
from learnenglish.settings.base import BASE_DIR, DEBUG, env

ROOT_URLCONF = "learnenglish.urls"
ASGI_APPLICATION = "learnenglish.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "daphne",
    "learnenglish",
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "servestatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "corsheaders",
    "csp",
    "channels",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "django_celery_beat",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.mfa",
    "axes",
    "accounts",
    "history",
    "texts",
    "speaking",
    "tutoring",
]

MIDDLEWARE = [
    "learnenglish.watching.WatchMiddleware",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "learnenglish.common.middleware.PageCompressionMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "learnenglish.common.middleware.ApiSlashMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "learnenglish.common.replica.WritesMiddleware",
    "learnenglish.common.middleware.RequestLogMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "learnenglish.common.policies.PolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.LanguageMiddleware",
    "learnenglish.common.middleware.TimeZoneMiddleware",
    "accounts.middleware.RateLimitMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "learnenglish.common.middleware.DatabaseBusyMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.account",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "learnenglish" / "locale"]
# Chosen once, kept for a year.
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True
LOG_FORMAT = environment.choice(
    "LOG_FORMAT", env.str("LOG_FORMAT", default="text" if DEBUG else "json"), ("json", "text")
)
# A task logs the ids of the request that queued it.
DJANGO_STRUCTLOG_CELERY_ENABLED = True
LOGGING = logging_config(as_json=LOG_FORMAT == "json", level=env.str("LOG_LEVEL", default="INFO"))

# What this process serves: a web process without sockets need not load the recogniser.
PROCESS_ROLE = environment.choice(
    "PROCESS_ROLE", env.str("PROCESS_ROLE", default="all"), ("all", "web", "speech")
)
# Where traces go; empty loads nothing of OpenTelemetry.
OTEL_EXPORTER_OTLP_ENDPOINT = env.str("OTEL_EXPORTER_OTLP_ENDPOINT", default="")
# Who may read /metrics; empty lets in the server's own network, not what comes through a proxy.
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
