"""Which of two words was said: the evidence for the first against the second."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from speaking.pronunciation.candidates import PROBE_SCALE, STATES_SCALE
from speaking.pronunciation.listening import Stretch
from speaking.pronunciation.phones import bare, right_forms
from speaking.stt.offline.decoding import Decoder

_NOTHING_SAMPLES = 12_000
# How much of what the recogniser expects anyhow is taken off (0.6 was best on the fitted half).
_EXPECTED = 0.6
_FORCED_SCALE, _MOST = 3.0, 6.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Positive is for the first word. ``fit`` as in ``Stretch.fit``, of the better word."""

    states: float
    probe: float
    forced: float
    fit: float


def weigh(stretch: Stretch, first: str, second: str, decoder: Decoder) -> Evidence:
    """``stretch`` holds one spoken word, which is ``first`` or ``second`` (any case)."""
    forms = [[bare(form) for form in right_forms(word.lower())] for word in (first, second)]
    forms[1] = [form for form in forms[1] if form not in forms[0]] or forms[1]
    count = len(forms[0])
    window = stretch.window(0)
    every = [*forms[0], *forms[1]]
    states, probed = stretch.compare(window, every)

    def ratio(scores: Any, scale: float) -> float:
        return float(np.clip((scores[:count].max() - scores[count:].max()) / scale, -_MOST, _MOST))

    likes = _liking(stretch.encoded, first, second, decoder)
    expected = _expectation(decoder, first, second)
    forced = (likes - _EXPECTED * expected) / _FORCED_SCALE
    return Evidence(
        states=ratio(states, STATES_SCALE),
        probe=ratio(probed, PROBE_SCALE),
        forced=float(np.clip(forced, -_MOST, _MOST)),
        fit=stretch.fit(window, every[int(states.argmax())]),
    )


def _liking(encoded: dict[str, Any], first: str, second: str, decoder: Decoder) -> float:
    """How much better the recogniser likes ``first``, written in two ways."""
    texts = [write(word) for word in (first, second) for write in (_sentence, str.lower)]
    tokens = [decoder.vocabulary.tokens(text) for text in texts]
    sums = [float(one.sum()) for one in decoder.forced(encoded, tokens)]
    return (sums[0] + sums[1] - sums[2] - sums[3]) / 2


@lru_cache(maxsize=1024)
def _expectation(decoder: Decoder, first: str, second: str) -> float:
    """The same of silence: what the recogniser expects before it has heard anything."""
    return _liking(_nothing(decoder), first, second, decoder)


@lru_cache(maxsize=1)
def _nothing(decoder: Decoder) -> dict[str, Any]:
    return decoder.encode(np.zeros(_NOTHING_SAMPLES, dtype=np.float32))


def _sentence(word: str) -> str:
    return f"{word[0].upper()}{word[1:]}."
