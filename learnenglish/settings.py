"""Settings, all of them from environment variables (``docs/settings.md`` lists every one).

With none set, the embedded default runs: SQLite, local files, engines inside this process.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import django_stubs_ext
import environ
from csp.constants import NONE, SELF

from learnenglish.common import environment
from learnenglish.common.logs import logging_config

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
# Lets ModelAdmin[User] and the like be written; must run before any of them is.
django_stubs_ext.monkeypatch()

# --- Where things are --------------------------------------------------------------------------
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or environment.secret_from_file(
    DATA_DIR / "secret_key"
)
ALLOWED_HOSTS = environment.csv_list(env.str("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]"))
CSRF_TRUSTED_ORIGINS = environment.csv_list(env.str("CSRF_TRUSTED_ORIGINS", default=""))
CORS_ALLOWED_ORIGINS = environment.csv_list(env.str("CORS_ALLOWED_ORIGINS", default=""))
CORS_URLS_REGEX = r"^/(api|auth)/"

ROOT_URLCONF = "learnenglish.urls"
ASGI_APPLICATION = "learnenglish.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "daphne",
    "learnenglish",
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
    "rest_framework_simplejwt.token_blacklist",
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
    "accounts",
    "history",
    "texts",
    "speaking",
    "tutoring",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "learnenglish.common.middleware.ApiSlashMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "learnenglish.common.middleware.TimeZoneMiddleware",
    "learnenglish.common.middleware.DatabaseBusyMiddleware",
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
            ],
        },
    },
]

# --- Database, cache, broker, sockets ----------------------------------------------------------
DATABASES: dict[str, Any] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = environment.sqlite_options()
    # A file, so that the threads of a socket test see the same database as the test.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": 10, "timeout": 10},
    }

WEB_PROCESSES = env.int("WEB_PROCESSES", default=1)
REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL:
    CACHES: dict[str, Any] = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    }
    CHANNEL_LAYERS: dict[str, Any] = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [REDIS_URL]},
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default=REDIS_URL)
CELERY_RESULT_BACKEND = env.str("CELERY_RESULT_BACKEND", default="") or None
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
CELERY_BROKER_URL = CELERY_BROKER_URL or "memory://"
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600}
CELERY_TASK_ROUTES = {"speaking.*": {"queue": "speech"}}
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = {
    "recover-speaking-sessions": {
        "task": "speaking.session_recover_all",
        "schedule": timedelta(minutes=1),
    },
}

# --- Files -------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# Hashed, compressed files from ``collectstatic``; without it they come from their folders.
STATIC_MANIFEST = env.bool("STATIC_MANIFEST", default=not DEBUG)
SERVESTATIC_USE_FINDERS = SERVESTATIC_AUTOREFRESH = not STATIC_MANIFEST
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
SPOOL_DIR = DATA_DIR / "spool"
S3_BUCKET = env.str("S3_BUCKET", default="")
AWS_REGION = env.str("AWS_REGION", default="us-east-1")
_LOCAL_FILES: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
_S3_FILES: dict[str, Any] = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "region_name": AWS_REGION,
        "access_key": env.str("AWS_ACCESS_KEY_ID", default="") or None,
        "secret_key": env.str("AWS_SECRET_ACCESS_KEY", default="") or None,
        "endpoint_url": env.str("AWS_S3_ENDPOINT_URL", default="") or None,
        "default_acl": None,
        "querystring_expire": 900,
        "file_overwrite": False,
    },
}
STORAGES: dict[str, Any] = {
    "default": _S3_FILES if S3_BUCKET else _LOCAL_FILES,
    "staticfiles": {
        "BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- People ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator"},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
EMAIL_IS_CONFIGURED = bool(env.str("EMAIL_URL", default=""))
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Learn English <noreply@localhost>")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
# Without a mail server nobody could ever confirm an address, so nobody is asked to.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if EMAIL_IS_CONFIGURED else "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEBUG else "https"
GOOGLE_CLIENT_ID = env.str("GOOGLE_CLIENT_ID", default="")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "google": {
        "APPS": [
            {"client_id": GOOGLE_CLIENT_ID, "secret": env.str("GOOGLE_CLIENT_SECRET", default="")}
        ]
        if GOOGLE_CLIENT_ID
        else [],
        "SCOPE": ["profile", "email"],
        "OAUTH_PKCE_ENABLED": True,
    }
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if not DEBUG else None
SECURE_HSTS_SECONDS = 0 if DEBUG else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    # The viewers of the API description and the admin carry inline parts of their own.
    "EXCLUDE_URL_PREFIXES": ("/docs", "/redoc", "/admin/"),
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [
            SELF,
            "blob:",
            *([f"https://{S3_BUCKET}.s3.amazonaws.com"] * bool(S3_BUCKET)),
        ],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# --- REST --------------------------------------------------------------------------------------
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework_simplejwt.authentication.JWTAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "learnenglish.common.pagination.NewestFirst",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_standardized_errors.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "learnenglish.common.problems.ProblemHandler",
    "EXCEPTION_FORMATTER_CLASS": "learnenglish.common.problems.ProblemFormatter",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Learn English",
    "DESCRIPTION": "Look things up, speak and be evaluated, keep what was learned.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
}
SIMPLE_JWT = {
    "SIGNING_KEY": env.str("JWT_SECRET_KEY", default="") or SECRET_KEY,
    "ALGORITHM": env.str("JWT_ALGORITHM", default="HS256"),
    "ACCESS_TOKEN_LIFETIME": timedelta(
        minutes=environment.positive(
            "JWT_ACCESS_TOKEN_EXPIRE_MINUTES",
            env.str("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", default="60"),
        )
    ),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=30),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "CHECK_REVOKE_TOKEN": True,
    "UPDATE_LAST_LOGIN": True,
}

# --- Engines -----------------------------------------------------------------------------------
NLP_PROVIDER = environment.choice(
    "NLP_PROVIDER", env.str("NLP_PROVIDER", default="offline"), ("offline",)
)
STT_PROVIDER = environment.choice(
    "STT_PROVIDER", env.str("STT_PROVIDER", default="offline"), ("offline",)
)
# 0 means one recognition process per core.
STT_WORKERS = env.int("STT_WORKERS", default=0)
SPEAK_SESSIONS_PER_WORKER = env.int("SPEAK_SESSIONS_PER_WORKER", default=5)
SPEAK_MAX_DURATION_MS = 1000 * env.int("SPEAK_MAX_SECONDS", default=300)
SPEAK_IDLE_MS = 1000 * env.int("SPEAK_IDLE_SECONDS", default=30)
SPEAK_RESUME_SECONDS = env.int("SPEAK_RESUME_SECONDS", default=300)

# --- Language, time, logs ----------------------------------------------------------------------
LANGUAGE_CODE = "en"
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True
LOG_FORMAT = environment.choice(
    "LOG_FORMAT", env.str("LOG_FORMAT", default="text" if DEBUG else "json"), ("json", "text")
)
LOGGING = logging_config(as_json=LOG_FORMAT == "json", level=env.str("LOG_LEVEL", default="INFO"))
