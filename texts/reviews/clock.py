"""When an answer was given, by a device whose clock may be wrong.

An app that says what time it thinks it is (``sent_at``) when it sends answers is set right: the
difference to our clock is added to each of its times. Without that, a time that cannot be is
refused, since guessing would make the memory's intervals wrong: later than now, or before the card
was there. The refusal carries ``server_time``, with which the app can mend its times and send
again; nothing is lost. Differences up to SLACK are nobody's fault and are clamped.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError

SLACK = timedelta(minutes=5)


def answer_time(
    *, reviewed_at: datetime, sent_at: datetime | None, now: datetime, kept_at: datetime
) -> datetime:
    """The time of an answer by our clock, between ``kept_at`` (the card's) and ``now``.

    Raises DomainError ``clock_ahead`` or ``clock_behind``.
    """
    try:
        if sent_at is not None and abs(now - sent_at) > SLACK:
            reviewed_at += now - sent_at
        if reviewed_at > now + SLACK:
            raise _refused("clock_ahead", _("This answer is from the future."), now)
        if reviewed_at < kept_at - SLACK:
            raise _refused("clock_behind", _("This answer is older than its card."), now)
    except OverflowError as error:
        raise _refused("clock_behind", _("This time is out of reach."), now) from error
    return min(max(reviewed_at, kept_at), now)


def _refused(code: str, message: str, now: datetime) -> DomainError:
    return DomainError(
        code,
        message + " " + _("Set the device's clock, or send its time as sent_at."),
        field="reviewed_at",
        extra={"server_time": now.isoformat()},
    )
