"""REST, its description, its tokens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from learnenglish.common import environment
from learnenglish.settings.base import SECRET_KEY, env

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
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Learn English",
    "DESCRIPTION": "Look things up, speak and be evaluated, keep what was learned.",
    "EXTERNAL_DOCS": {
        "description": "The speaking socket, /ws/speak, as AsyncAPI 3",
        "url": "/asyncapi.json",
    },
    "VERSION": "1.0.0",
    # The one whose schemas are JSON Schema itself, as pydantic writes them.
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "ValidationStatusEnum": "history.models.Validation",
        "LanguageEnum": "speaking.models.Language",
        "ReadingLanguageEnum": "learnenglish.settings.site.LANGUAGES",
        "CefrLevelEnum": "accounts.models.CefrLevel",
        "ExportStatusEnum": "accounts.models.ExportStatus",
        "NotificationKindEnum": "accounts.notifications.models.NotificationKind",
        "ActivityEnum": "history.models.Activity",
        "CardKindEnum": "texts.reviews.models.CardKind",
        "CardTypeEnum": "texts.reviews.models.CardType",
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
