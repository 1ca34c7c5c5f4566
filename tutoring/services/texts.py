"""What people write, cleaned: the same rules for feedback, notes and recommendations."""

from __future__ import annotations

from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError


def text_clean(text: str, *, field: str, chars: int, required: bool = False) -> str:
    """``text`` without space around it. Raises DomainError ``text_missing``, ``text_too_long``."""
    cleaned = text.replace("\x00", "").strip()
    if required and not cleaned:
        raise DomainError("text_missing", _("Write a few words."), field=field)
    if len(cleaned) > chars:
        raise DomainError(
            "text_too_long",
            _("Use up to %(most)s characters.") % {"most": f"{chars:,}"},
            field=field,
        )
    return cleaned
