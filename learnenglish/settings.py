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
CORS_EXPOSE_HEADERS = [
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "RateLimit-Policy",
]

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
    "accounts.middleware.RateLimitMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "learnenglish.common.middleware.DatabaseBusyMiddleware",
    "axes.middleware.AxesMiddleware",
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
            # The layer waits 5 s for a message, which is also the client's own time-out: without a
            # longer one every connection that hears nothing for 5 s would be cut off.
            "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": 30}]},
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            # Rate limits and tickets live here: the default of 300 entries would forget them.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }
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
CELERY_BEAT_SCHEDULER = "learnenglish.schedule:KeptScheduler"
CELERY_BEAT_SCHEDULE = {
    "recover-speaking-sessions": {
        "task": "speaking.session_recover_all",
        "schedule": timedelta(minutes=1),
    },
    "recalculate-ratings": {
        "task": "texts.ratings_recalculate",
        "schedule": timedelta(hours=1),
    },
    "expire-plans": {"task": "accounts.plans_expire", "schedule": timedelta(minutes=15)},
    "tidy-accounts": {"task": "accounts.tidy", "schedule": timedelta(days=1)},
}
if REDIS_URL:
    CELERY_BEAT_SCHEDULE["flush-impressions"] = {
        "task": "texts.impressions_flush",
        "schedule": timedelta(seconds=30),
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
AWS_ACCESS_KEY_ID = env.str("AWS_ACCESS_KEY_ID", default="")
AWS_SECRET_ACCESS_KEY = env.str("AWS_SECRET_ACCESS_KEY", default="")
# Where boto3 finds credentials that are not a pair of keys.
AWS_HAS_ROLE = any(
    env.str(name, default="")
    for name in (
        "AWS_PROFILE",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    )
)
_LOCAL_FILES: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
AWS_S3_ENDPOINT_URL = env.str("AWS_S3_ENDPOINT_URL", default="").rstrip("/")
_S3_FILES: dict[str, Any] = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "region_name": AWS_REGION,
        "access_key": AWS_ACCESS_KEY_ID or None,
        "secret_key": AWS_SECRET_ACCESS_KEY or None,
        "endpoint_url": AWS_S3_ENDPOINT_URL or None,
        # Version 2, the default of URLs, is refused by every region opened since 2014.
        "signature_version": "s3v4",
        "default_acl": None,
        "querystring_expire": 3600,
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
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
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
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = EMAIL_IS_CONFIGURED
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_NOTIFICATIONS = EMAIL_IS_CONFIGURED
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEBUG else "https"
# By account where allauth counts by address: a classroom shares one.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "signup": "100/m/ip", "login_failed": "5/15m/key"}
# How many proxies in front of us append to X-Forwarded-For; 0 trusts the connection alone.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

GOOGLE_CLIENT_ID = env.str("GOOGLE_CLIENT_ID", default="")
# Client ids of our own apps: their id tokens name them as audience.
GOOGLE_APP_CLIENT_IDS = environment.csv_list(env.str("GOOGLE_APP_CLIENT_IDS", default=""))
GOOGLE_REDIRECT_URI = env.str("GOOGLE_REDIRECT_URI", default="")
SOCIALACCOUNT_ADAPTER = "accounts.adapters.SocialAccountAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "google": {
        "APPS": [
            {"client_id": GOOGLE_CLIENT_ID, "secret": env.str("GOOGLE_CLIENT_SECRET", default="")}
        ]
        if GOOGLE_CLIENT_ID
        else [],
        "SCOPE": ["openid", "profile", "email"],
        "OAUTH_PKCE_ENABLED": True,
        "AUTHORIZE_URL": "https://accounts.google.com/o/oauth2/v2/auth",
        "ACCESS_TOKEN_URL": "https://oauth2.googleapis.com/token",
        "CERTS_URL": "https://www.googleapis.com/oauth2/v1/certs",
    }
}

# Five wrong passwords for one account from one address close that pair for a while; a neighbour
# behind the same address, and the owner from elsewhere, still get in.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOCKOUT_MINUTES", default=15))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "accounts.lockout.account_key"
AXES_CLIENT_IP_CALLABLE = "learnenglish.common.addresses.client_ip"
AXES_LOCKOUT_CALLABLE = "accounts.lockout.lockout_response"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "email", "code", "credential"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

MFA_ADAPTER = "accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Learn English"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = not EMAIL_IS_CONFIGURED
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
# Roles that get nowhere without a second factor, such as TUTOR,ADMIN.
MFA_REQUIRED_ROLES = environment.csv_list(env.str("MFA_REQUIRED_ROLES", default=""))

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
            "cloud_engines": "unlimited",
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
}
RATE_LIMIT_ROUTES = [
    (r"^/(static|media|healthz|metrics)", ""),
    (r"^/auth/(?!me(/|$))", "sign_in"),
    (r"^/accounts/(login|signup|password/reset|confirm-email|2fa/authenticate)", "sign_in"),
    (r"^/accounts/2fa/webauthn/login", "sign_in"),
    (r"^/(lookup|api/process-text)", "lookup"),
    (r"^/(api|auth)/", "api"),
    (r"^/", "page"),
]

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
            *([AWS_S3_ENDPOINT_URL or f"https://{S3_BUCKET}.s3.amazonaws.com"] * bool(S3_BUCKET)),
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
        "accounts.authentication.JwtAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.permissions.IsPerson"],
    "DEFAULT_THROTTLE_CLASSES": ["accounts.throttling.RouteThrottle"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "learnenglish.common.pagination.NewestFirst",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "learnenglish.common.schema.ProblemSchema",
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
    "ENUM_NAME_OVERRIDES": {
        "CefrLevelEnum": "accounts.models.CefrLevel",
        "ActivityEnum": "history.models.Activity",
        "ResourceKindEnum": "texts.models.ResourceKind",
        "SessionStatusEnum": "speaking.models.SessionStatus",
    },
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
    # A token carries a digest of the password's hash: a new password ends it. Rotation, and what
    # happens when a used refresh token comes back, is in accounts.tokens.
    "CHECK_REVOKE_TOKEN": True,
}

# --- Engines -----------------------------------------------------------------------------------
NLP_PROVIDER = environment.choice(
    "NLP_PROVIDER", env.str("NLP_PROVIDER", default="offline"), ("offline", "openai")
)
STT_PROVIDER = environment.choice(
    "STT_PROVIDER", env.str("STT_PROVIDER", default="offline"), ("offline",)
)
OPENAI_API_KEY = env.str("OPENAI_API_KEY", default="")
# Empty for OpenAI's own; else a server that speaks its protocol.
OPENAI_BASE_URL = env.str("OPENAI_BASE_URL", default="")
OPENAI_TEXT_MODEL = env.str("OPENAI_TEXT_MODEL", default="gpt-5.4-mini")
# "chat" for compatible servers that know chat completions only.
OPENAI_TEXT_API = environment.choice(
    "OPENAI_TEXT_API", env.str("OPENAI_TEXT_API", default="responses"), ("responses", "chat")
)
# Sent as it is; not sent if empty, as not every model knows it.
OPENAI_REASONING_EFFORT = env.str("OPENAI_REASONING_EFFORT", default="")
OPENAI_TIMEOUT_MS = 1000 * environment.positive(
    "OPENAI_TIMEOUT_SECONDS", env.str("OPENAI_TIMEOUT_SECONDS", default="15")
)
# Of text, per day (UTC), for everyone together. An explanation takes about two thousand.
OPENAI_DAILY_TOKENS = environment.positive(
    "OPENAI_DAILY_TOKENS", env.str("OPENAI_DAILY_TOKENS", default="500000")
)
# Whose look-ups go to the cloud; the others get the offline engine.
NLP_CLOUD_PLANS = environment.csv_list(env.str("NLP_CLOUD_PLANS", default="PREMIUM").upper())
# A store of its own: the local one pushes the oldest entries out.
CACHES["spending"] = {**CACHES["default"], **({} if REDIS_URL else {"LOCATION": "spending"})}
TTS_PROVIDER = environment.choice(
    "TTS_PROVIDER",
    env.str("TTS_PROVIDER", default="offline"),
    ("offline", "openai", "polly"),
)
# "pico" saves 150 MB per process and sounds like 2009.
TTS_OFFLINE_VOICE_US = environment.choice(
    "TTS_OFFLINE_VOICE_US", env.str("TTS_OFFLINE_VOICE_US", default="hibari"), ("hibari", "pico")
)
TTS_OPENAI_MODEL = env.str("TTS_OPENAI_MODEL", default="gpt-4o-mini-tts")
TTS_OPENAI_VOICE_US = env.str("TTS_OPENAI_VOICE_US", default="marin")
TTS_OPENAI_VOICE_GB = env.str("TTS_OPENAI_VOICE_GB", default="fable")
TTS_POLLY_ENGINE = env.str("TTS_POLLY_ENGINE", default="neural")
TTS_POLLY_VOICE_US = env.str("TTS_POLLY_VOICE_US", default="Joanna")
TTS_POLLY_VOICE_GB = env.str("TTS_POLLY_VOICE_GB", default="Amy")
TTS_TIMEOUT_SECONDS = env.int("TTS_TIMEOUT_SECONDS", default=20)
# Speech kept in the file storage for the next listener; 0 keeps none.
TTS_CACHE_MB = env.int("TTS_CACHE_MB", default=256)
AWS_POLLY_ENDPOINT_URL = env.str("AWS_POLLY_ENDPOINT_URL", default="")
# 0 means one recognition process per core.
STT_WORKERS = env.int("STT_WORKERS", default=0)
SPEAK_SESSIONS_PER_WORKER = env.int("SPEAK_SESSIONS_PER_WORKER", default=5)
SPEAK_MAX_DURATION_MS = 1000 * env.int("SPEAK_MAX_SECONDS", default=300)
# Five minutes of 16-bit stereo at 48 kHz are 55 MB.
SPEAK_UPLOAD_MAX_BYTES = 1024 * 1024 * env.int("SPEAK_UPLOAD_MAX_MB", default=60)
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
