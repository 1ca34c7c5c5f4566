"""How loud a recording is along its length: for drawing it."""

from __future__ import annotations

from itertools import pairwise

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from learnenglish.common.errors import not_found
from speaking.models import SpeakResource
from speaking.sound import pcm_to_samples, wav_read

BARS = 240
_KEPT_SECONDS = 7 * 24 * 3600
# Of full scale, in decibels: what is fainter is drawn as silence.
_FLOOR_DB = -48.0


def session_peaks(session: SpeakResource) -> list[int]:
    """``BARS`` heights of 0–100 from the start to the end, on a scale like hearing's.

    The loudest bar is 100, so that a quiet recording is seen too. Raises DomainError
    ``not_found`` when the file is gone.
    """
    key = f"speaking-peaks-{session.pk}"
    kept: list[int] | None = cache.get(key)
    if kept is None:
        try:
            with default_storage.open(session.audio.name or "") as file:
                kept = peaks_of(wav_read(file.read()).pcm)
        except FileNotFoundError as error:
            raise not_found(_("The recording is not there any more.")) from error
        cache.set(key, kept, _KEPT_SECONDS)
    return kept


def peaks_of(pcm: bytes) -> list[int]:
    """The heights of 16-bit mono PCM; all 0 for silence, and for no sound."""
    import numpy as np

    samples = np.abs(pcm_to_samples(pcm[: len(pcm) & ~1]))
    if not len(samples) or samples.max() <= 0:
        return [0] * BARS
    edges = np.linspace(0, len(samples), BARS + 1).astype(int)
    loud = np.array([
        samples[start : max(end, start + 1)].max(initial=0.0)
        for start, end in pairwise(edges)
    ])  # fmt: skip
    decibels = 20 * np.log10(np.maximum(loud / loud.max(), 1e-5))
    heights = np.clip(1 - decibels / _FLOOR_DB, 0, 1) * 100
    return [int(height) for height in heights.round()]
