"""Real recordings for tests: those inside the recogniser's wheel, with what is said in them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from speaking.sound import resample, wav_read

BECKETT = "Ever tried. Ever failed. No matter. Try again. Fail again. Fail better."
TWO_CITIES = """
It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of
light, it was the season of darkness, it was the spring of hope, it was the winter of despair, we
had everything before us, we had nothing before us, we were all going direct to heaven, we were
all going direct the other way. In short, the period was so far like the present period, that some
of its noisiest authorities insisted on its being received, for good or for evil, in the
superlative degree of comparison only.
"""

TWO_CITIES_HALF = TWO_CITIES[: TWO_CITIES.index("In short")]
"""What the first ``TWO_CITIES_HALF_MS`` of ``two_cities`` say."""
TWO_CITIES_HALF_MS = 28_700


@lru_cache(maxsize=4)
def recording(name: str) -> bytes:
    """``beckett`` (10 s) or ``two_cities`` (44 s) as 16 kHz PCM."""
    spec = find_spec("moonshine_voice")
    assert spec is not None
    assert spec.origin is not None
    wav = wav_read((Path(spec.origin).parent / "assets" / f"{name}.wav").read_bytes())
    return resample(wav.pcm, wav.sample_rate_hz)


def word_error_rate(said: str, heard: str) -> float:
    """Insertions, deletions and substitutions per word said; case and punctuation aside."""
    reference = re.findall(r"[\w']+", said.lower())
    return Levenshtein.distance(reference, re.findall(r"[\w']+", heard.lower())) / len(reference)
