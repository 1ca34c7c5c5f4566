"""The one word in a short recording: where somebody speaks, and loud enough."""

from __future__ import annotations

from typing import Any

import numpy as np

from speaking.sound import GainControl, pcm_to_samples, samples_to_pcm
from speaking.stt.offline.voice import FRAME_SAMPLES, VoiceDetector

_SPEECH = 0.5
_JOIN_FRAMES = 8
_PADDING_FRAMES = 7
_LEAST_FRAMES = 3


def loudest_speech(pcm: bytes, voice: Any) -> bytes:
    """The longest stretch of speech in ``pcm`` with 0.2 s around it; empty if there is none.

    Pauses under 0.25 s are part of a word (the closure of a *t*).
    """
    samples = GainControl().process(pcm_to_samples(pcm))
    detector = VoiceDetector(voice)
    frames = len(samples) // FRAME_SAMPLES
    spoken = [
        place
        for place in range(frames)
        if detector.probability(samples[place * FRAME_SAMPLES : (place + 1) * FRAME_SAMPLES])
        >= _SPEECH
    ]
    if not spoken:
        return b""
    breaks = np.flatnonzero(np.diff(spoken) > _JOIN_FRAMES) + 1
    longest = max(np.split(np.array(spoken), breaks), key=len)
    if len(longest) < _LEAST_FRAMES:
        return b""
    begin = max(0, int(longest[0]) - _PADDING_FRAMES) * FRAME_SAMPLES
    end = (int(longest[-1]) + 1 + _PADDING_FRAMES) * FRAME_SAMPLES
    return samples_to_pcm(samples[begin:end])
