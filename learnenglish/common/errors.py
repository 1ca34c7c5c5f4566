"""The one error type that services raise for what a user can do something about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class DomainError(Exception):
    """A rule was broken or a part is missing.

    ``code`` is stable and part of the API; ``message`` is for a person and says what to do next;
    ``status`` is the HTTP status; ``field`` names the input concerned, or is None;
    ``retry_after_ms`` says when trying again may help, or is None.
    """

    def __init__(
        self,
        code: str,
        message: StrOrPromise,
        *,
        status: int = 400,
        field: str | None = None,
        retry_after_ms: int | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.code = code
        self.message = str(message)
        super().__init__(self.message)
        self.status = status
        self.field = field
        self.retry_after_ms = retry_after_ms
        self.extra = extra or {}


def not_found(message: StrOrPromise) -> DomainError:
    """What is not there, or not the asker's to see: both look the same from outside."""
    return DomainError("not_found", message, status=404)
