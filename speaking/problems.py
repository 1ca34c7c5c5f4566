"""What a client of the socket is told of a rule that was broken or an engine that failed."""

from __future__ import annotations

from redis import RedisError

from learnenglish.common.errors import DomainError
from learnenglish.common.problems import is_database_busy
from learnenglish.common.redis_cache import CacheAway
from speaking.framing import ProtocolError
from speaking.spool import SpoolLost, SpoolUnavailable
from speaking.stt.base import SttError

BUSY_RETRY_MS = 1000
# What services say, as the protocol calls it; what is not here is a wrong field.
DOMAIN_CODES = {
    "unauthenticated": "unauthenticated",
    "not_found": "not_found",
    "session_finished": "not_found",
    "forbidden": "forbidden",
    "quota_exceeded": "quota_exceeded",
    "rate_limited": "rate_limited",
}
FATAL = ("unauthenticated", "forbidden", "quota_exceeded", "rate_limited")


def problem_of(error: Exception, *, in_reply_to: str | None = None) -> ProtocolError | None:
    """``error`` in the protocol's words, or None if it is a fault of ours."""
    if isinstance(error, ProtocolError):
        return error
    if isinstance(error, CacheAway | RedisError):
        return busy(in_reply_to)
    if isinstance(error, DomainError):
        return _of_rule(error, in_reply_to)
    if isinstance(error, SttError):
        return ProtocolError(
            error.code,
            error.message,
            in_reply_to=in_reply_to,
            retryable=error.retryable,
            retry_after_ms=error.retry_after_ms,
            fatal=error.code == "busy",
        )
    if isinstance(error, SpoolLost):
        return superseded()
    if is_database_busy(error) or isinstance(error, SpoolUnavailable):
        return busy(in_reply_to)
    return None


def busy(in_reply_to: str | None = None) -> ProtocolError:
    return ProtocolError(
        "busy",
        "The server is busy. Try again in a moment.",
        in_reply_to=in_reply_to,
        retryable=True,
        retry_after_ms=BUSY_RETRY_MS,
        fatal=True,
    )


def superseded() -> ProtocolError:
    return ProtocolError("superseded", "This session goes on in another window.", fatal=True)


def _of_rule(error: DomainError, in_reply_to: str | None) -> ProtocolError:
    code = DOMAIN_CODES.get(error.code, "bad_message")
    problem = ProtocolError(
        code,
        error.message,
        in_reply_to=in_reply_to,
        retryable=error.retry_after_ms is not None,
        retry_after_ms=error.retry_after_ms,
        fatal=code in FATAL,
    )
    if error.field:
        problem.extra["param"] = error.field
    return problem
