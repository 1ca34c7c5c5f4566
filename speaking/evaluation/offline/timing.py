"""Pauses and rates from word times.

A pause is a gap of at least 250 ms between words (de Jong & Bosker 2013: shorter ones belong to
articulation); a long one lasts at least a second. Rates need 10 s of speech: below that they say
more about the sentence than about the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from speaking.evaluation.offline.sounds import count_syllables
from speaking.evaluation.offline.speech import is_filler, plain, real_words
from speaking.stt.base import Transcript

PAUSE_MS = 250
LONG_PAUSE_MS = 1_000
MIN_SPEECH_MS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """``words`` leaves fillers out; the rates are None with less than 10 s of speech."""

    words: int
    speech_ms: int
    pauses: int
    long_pauses: int
    longest_pause_ms: int
    fillers: int
    words_per_minute: float | None
    articulation_rate: float | None
    pause_ratio: float | None

    def per_minute(self, count: int) -> float:
        """``count`` per minute of speech."""
        return count * 60_000 / max(self.speech_ms, 1)


def measure_timing(transcript: Transcript) -> Timing:
    """Measure ``transcript``."""
    heard = [word for word in transcript.words if plain(word.text)]
    speech_ms = heard[-1].end_ms - heard[0].start_ms if heard else 0
    gaps = [after.start_ms - before.end_ms for before, after in pairwise(heard)]
    pauses = [gap for gap in gaps if gap >= PAUSE_MS]
    words = real_words(heard)
    phonation_ms = speech_ms - sum(pauses)
    syllables = sum(count_syllables(word.text) for word in heard)
    enough = speech_ms >= MIN_SPEECH_MS and phonation_ms > 0
    return Timing(
        words=len(words),
        speech_ms=speech_ms,
        pauses=len(pauses),
        long_pauses=sum(pause >= LONG_PAUSE_MS for pause in pauses),
        longest_pause_ms=max(pauses, default=0),
        fillers=sum(is_filler(word) for word in heard),
        words_per_minute=round(len(words) * 60_000 / speech_ms, 1) if enough else None,
        articulation_rate=round(syllables * 1_000 / phonation_ms, 2) if enough else None,
        pause_ratio=round(sum(pauses) / speech_ms, 3) if enough else None,
    )
