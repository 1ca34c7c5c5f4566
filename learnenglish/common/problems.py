"""Errors of the REST API as RFC 9457 problem details."""

from __future__ import annotations

import math
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import structlog
from django.db import OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext_lazy as _
from drf_standardized_errors.formatter import ExceptionFormatter
from drf_standardized_errors.handler import ExceptionHandler
from rest_framework import exceptions
from rest_framework.response import Response

from learnenglish.common.errors import DomainError

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

log = structlog.get_logger(__name__)
CONTENT_TYPE = "application/problem+json"
DATABASE_BUSY = _("The database is busy. Try again.")


def problem_body(
    *,
    status: int,
    code: str,
    detail: StrOrPromise,
    errors: list[dict[str, str | None]] | None = None,
    extra: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The members of a problem: RFC 9457's, then ``code``, ``errors`` and ``request_id``."""
    request_id = structlog.contextvars.get_contextvars().get("request_id", "")
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(detail),
        "code": code,
        "errors": errors or [],
        "request_id": request_id,
        **(extra or {}),
    }


def problem_response(*, status: int, code: str, detail: StrOrPromise) -> JsonResponse:
    """A problem from outside Django REST framework (middleware, handlers)."""
    body = problem_body(status=status, code=code, detail=detail)
    return JsonResponse(body, status=status, content_type=CONTENT_TYPE)


def is_database_busy(error: BaseException | None) -> bool:
    """Trying again helps: SQLite is locked, or PostgreSQL is away or takes too long.

    What SQLite calls operational is else a fault of ours, such as a column that is not there.
    """
    if not isinstance(error, OperationalError):
        return False
    return "locked" in str(error) or type(error.__cause__).__module__.startswith("psycopg")


def is_api(request: HttpRequest) -> bool:
    """Whether the client of this path expects JSON."""
    return request.path.startswith(("/api/", "/auth/"))


class _DomainAPIException(exceptions.APIException):
    """A DomainError on its way through Django REST framework."""

    def __init__(self, error: DomainError) -> None:
        self.status_code = error.status
        super().__init__(detail=error.message, code=error.code)
        self.domain_error = error
        if error.retry_after_ms is not None:
            self.wait = math.ceil(error.retry_after_ms / 1000)


class ProblemFormatter(ExceptionFormatter):
    def format_error_response(self, error_response: Any) -> dict[str, Any]:
        first = error_response.errors[0]
        invalid = isinstance(self.exc, exceptions.ValidationError)
        fields: list[dict[str, str | None]] = [
            {"field": error.attr, "code": error.code, "message": error.detail}
            for error in error_response.errors
        ]
        domain = getattr(self.exc, "domain_error", None)
        if domain is not None and domain.field:
            fields = [{"field": domain.field, "code": domain.code, "message": domain.message}]
        elif not invalid:
            fields = []
        return problem_body(
            status=self.exc.status_code,
            code="invalid" if invalid else first.code,
            detail=_("Some fields are missing or wrong.") if invalid else first.detail,
            errors=fields,
            extra=domain.extra if domain is not None else None,
        )


class ProblemHandler(ExceptionHandler):
    def convert_known_exceptions(self, exc: Exception) -> Exception:
        if is_database_busy(exc):
            log.warning("database_busy", error=repr(exc))
            exc = DomainError("database_busy", DATABASE_BUSY, status=503, retry_after_ms=1000)
        if isinstance(exc, DomainError):
            return _DomainAPIException(exc)
        return super().convert_known_exceptions(exc)

    def report_exception(self, exc: exceptions.APIException, response: Response) -> None:
        """A DomainError is an answer, whatever its status: only faults are reported as such."""
        if not isinstance(exc, _DomainAPIException):
            super().report_exception(exc, response)

    def get_response(self, exc: exceptions.APIException, data: dict[str, Any]) -> Response:
        response = super().get_response(exc, data)
        response.content_type = CONTENT_TYPE
        return response
