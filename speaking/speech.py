"""Text spoken aloud: what may be said, and who says it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

import structlog
from django.db import connection
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from learnenglish.common.metrics import CACHE_ANSWERS, engine_timed
from speaking.engines import synthesiser_for
from speaking.speech_cache import speech_keep, speech_recall
from speaking.tts.base import ACCENTS, Accent, Speech, Synthesiser, TtsError

if TYPE_CHECKING:
    from accounts.models import User

log = structlog.get_logger(__name__)

MAX_CHARS = 500
# Goes up when an engine of ours begins to sound different.
_VERSION = 1


def speech_say(
    *, text: str, accent: Accent = "en-US", slow: bool = False, user: User | None = None
) -> Speech:
    """``text`` as sound, from the cache if it was said before, by the voice that ``user`` may use.

    May wait for a provider: the database connection is given back first, unless a transaction
    holds it. Raises DomainError ``text_missing``, ``text_too_long``, ``text_not_english``,
    ``accent_unknown``, ``unspeakable``, ``tts_unavailable`` or ``tts_failed``.
    """
    text = _sayable(text, accent)
    engine = synthesiser_for(user=user)
    key = _key(engine, text, accent, slow)
    kept = speech_recall(key)
    CACHE_ANSWERS.labels("speech", "miss" if kept is None else "hit").inc()
    if kept is not None:
        return kept
    if not connection.in_atomic_block:
        connection.close()
    try:
        with engine_timed(area="voice", provider=engine.provider):
            speech = engine.synthesise(text, accent=accent, slow=slow)
    except TtsError as error:
        log.warning("speech_failed", provider=engine.provider, error=repr(error))
        raise _for_people(error) from error
    speech_keep(key, speech)
    return speech


def speech_key(
    *, text: str, accent: Accent = "en-US", slow: bool = False, user: User | None = None
) -> str:
    """Names what ``speech_say`` would give, without saying it: 64 hexadecimal digits.

    Raises DomainError as ``speech_say`` does for what may not be said.
    """
    return _key(synthesiser_for(user=user), _sayable(text, accent), accent, slow)


def _key(engine: Synthesiser, text: str, accent: Accent, slow: bool) -> str:
    parts = [_VERSION, engine.provider, engine.voice(accent), accent, slow, text]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _sayable(text: str, accent: str) -> str:
    """``text`` in one spelling, on one line, without characters that nobody sees."""
    if accent not in ACCENTS:
        known = ", ".join(ACCENTS)
        raise DomainError(
            "accent_unknown", _("Use one of: %(known)s.") % {"known": known}, field="accent"
        )
    visible = "".join(
        " " if unicodedata.category(character) == "Cc" else character
        for character in unicodedata.normalize("NFKC", text)
        if unicodedata.category(character) != "Cf"
    )
    plain = " ".join(visible.split())
    if not any(character.isalnum() for character in plain):
        raise DomainError("text_missing", _("Give a text with words in it."), field="text")
    # As it was sent: putting ½ into letters must not make a text too long.
    if (length := len(" ".join(text.split()))) > MAX_CHARS:
        raise DomainError(
            "text_too_long",
            _("At most %(most)s characters at a time; this is %(length)s.")
            % {"most": MAX_CHARS, "length": length},
            field="text",
        )
    if not all(map(_is_read_in_english, plain)):
        raise DomainError(
            "text_not_english", _("Only text in Latin letters can be spoken."), field="text"
        )
    return plain


def _is_read_in_english(character: str) -> bool:
    """Voices leave out letters and digits of other scripts without a word about it."""
    if character.isascii() or not character.isalnum():
        return True
    return unicodedata.name(character, "").startswith("LATIN")


def _for_people(error: TtsError) -> DomainError:
    """What the provider said is for the log; it may name accounts and addresses."""
    if error.code == "unspeakable":
        return DomainError("unspeakable", _("The voice cannot read this text out."), field="text")
    if error.retryable:
        return DomainError(
            error.code,
            _("The voice is not available right now. Try again in a moment."),
            status=503,
            retry_after_ms=error.retry_after_ms or 5_000,
        )
    return DomainError(
        "tts_failed", _("The voice does not work. Tell whoever runs this site."), status=502
    )
