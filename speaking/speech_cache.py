"""Speech kept for the next listener, in a fixed number of places of a fixed size.

A text's key names one place; another text with the same place replaces it. So the folder never
grows beyond ``TTS_CACHE_MB``, nothing has to be counted, listed or swept, and any storage will do.
What is broken or half written reads as not there.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import structlog
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from speaking.tts.base import Speech

log = structlog.get_logger(__name__)

FOLDER = "speech"
PLACE_BYTES = 128 * 1024
"""About 20 s of sound. What is longer is a whole paragraph, which few people ask for twice."""


def speech_recall(key: str) -> Speech | None:
    """What was kept under ``key`` (hexadecimal), or None."""
    name = _place(key)
    if name is None:
        return None
    try:
        with default_storage.open(name) as file:
            head, _, audio = file.read().partition(b"\n")
        fields = json.loads(head)
        if fields.pop("key") != key or fields.pop("bytes") != len(audio):
            return None
        return Speech(audio=audio, **fields)
    except FileNotFoundError:
        return None
    except Exception as error:
        # Every storage has errors of its own, and without the cache speech still works.
        log.warning("speech_cache_unreadable", error=repr(error))
        return None


def speech_keep(key: str, speech: Speech) -> None:
    """Keep ``speech`` unless it is too long. Not keeping it is never an error."""
    name = _place(key)
    fields = {name: value for name, value in asdict(speech).items() if name != "audio"}
    head = json.dumps({"key": key, "bytes": len(speech.audio), **fields}).encode()
    entry = head + b"\n" + speech.audio
    if name is None or len(entry) > PLACE_BYTES:
        return
    try:
        default_storage.delete(name)
        kept = default_storage.save(name, ContentFile(entry))
        if kept != name:
            # Somebody else filled the place meanwhile; a second file would never be found.
            default_storage.delete(kept)
    except Exception as error:
        log.warning("speech_cache_unwritable", error=repr(error))


def _place(key: str) -> str | None:
    places = settings.TTS_CACHE_MB * 1024 * 1024 // PLACE_BYTES
    return f"{FOLDER}/{int(key, 16) % places:05d}.speech" if places > 0 else None
