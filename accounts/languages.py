"""The language a person reads, and texts and times as that person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone, translation

from learnenglish.common.zones import zone_of

if TYPE_CHECKING:
    from accounts.models import User


def languages() -> list[tuple[str, str]]:
    """The languages of the interface: code and name in the language itself."""
    return list(settings.LANGUAGES)


def language_known(code: str) -> str:
    """``code`` where the interface speaks it, else ""."""
    return code if code in dict(settings.LANGUAGES) else ""


def language_now() -> str:
    """What the request at hand is answered in."""
    return language_known(translation.get_language() or "") or settings.LANGUAGE_CODE


@contextmanager
def reading_as(user: User | None) -> Iterator[None]:
    """Inside, texts are in the language and times in the zone of ``user``, whoever asks.

    What is not known of them, or who nobody knows: as it is outside.
    """
    language = language_known(user.language) if user else ""
    with (
        translation.override(language or language_now()),
        timezone.override(zone_of(user.time_zone) if user else timezone.get_current_timezone()),
    ):
        yield
