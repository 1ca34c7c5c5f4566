"""Who speaks the pairs: voices of wheels, made here, and others, whose recordings are beside it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import soxr

from bench.pronouncing.pairs import CARRIERS, report_pairs
from speaking.sound import samples_to_pcm
from speaking.stt.base import SAMPLE_RATE_HZ
from speaking.tts.base import Accent
from speaking.tts.offline import neural

DATA = Path(__file__).parent.parent / "data" / "pronunciation"
MADE = ("hibari", "hibari-low", "pico-us", "pico-gb")
RECORDED = ("rms", "slt", "awb")
VOICES = (*MADE, *RECORDED)
READERS = ("hibari", "pico-gb", "rms", "awb")
"""Those who also say the words in sentences."""
_PEAK, _SPEED = 0.5, 0.95

Say = Callable[[str], bytes]


def clips(voice: str) -> Iterator[tuple[str, str, bytes]]:
    """(word, sentence or empty, 16 kHz PCM) of the reported half: words alone, then in sentences.

    A sentence has ``{}`` where the word is.
    """
    if voice in RECORDED:
        yield from _recorded(voice)
        return
    say = speaker_of(voice)
    words = report_words()
    for word in words:
        yield word, "", say(word)
    for number, word in enumerate(words if voice in READERS else ()):
        if number % 2 == 0:
            carrier = CARRIERS[number // 2 % len(CARRIERS)]
            yield word, carrier, say(carrier.format(word))


def report_words() -> list[str]:
    return sorted({word for pair in report_pairs() for word in pair.words})


def speaker_of(voice: str) -> Say:
    """What lets one of MADE speak: text to 16 kHz PCM."""
    if voice.startswith("pico"):
        return _pico("en-GB" if voice.endswith("gb") else "en-US")
    # Played slower, the same voice is that of a larger person.
    stretch = 0.84 if voice == "hibari-low" else 1.0
    rate = neural.SAMPLE_RATE_HZ * stretch

    def say(text: str) -> bytes:
        samples = _level(_hibari()(text, speed=_SPEED / stretch, seed=0))
        return samples_to_pcm(soxr.resample(samples, rate, SAMPLE_RATE_HZ))

    return say


def _pico(accent: Accent) -> Say:
    """In this process: these texts are harmless, and starting one for each takes longer."""
    from py_nanotts import NanoTTS  # type: ignore[import-untyped]

    engine = NanoTTS()

    def say(text: str) -> bytes:
        sound = np.frombuffer(engine.speak(text, voice=accent, speed=_SPEED), dtype="<i2")
        return samples_to_pcm(_level(sound.astype(np.float32) / np.float32(32_768)))

    return say


@lru_cache(maxsize=1)
def _hibari() -> Any:
    from hibari import Hibari  # type: ignore[import-untyped]

    return Hibari(threads=1)


def _level(samples: Any) -> Any:
    return samples * np.float32(_PEAK / max(float(np.abs(samples).max(initial=0.0)), 1e-6))


def _recorded(voice: str) -> Iterator[tuple[str, str, bytes]]:
    pcm = opus_read((DATA / f"{voice}.opus").read_bytes())
    for word, carrier, begin, end in json.loads((DATA / f"{voice}.json").read_text()):
        yield word, carrier, pcm[begin * 2 : end * 2]


def opus_read(data: bytes) -> bytes:
    """The 16 kHz PCM of an Ogg file with Opus in it."""
    with av.open(io.BytesIO(data), "r", format="ogg") as container:
        to_pcm = av.AudioResampler("s16", "mono", SAMPLE_RATE_HZ)
        frames = [out for frame in container.decode(audio=0) for out in to_pcm.resample(frame)]
        frames += to_pcm.resample(None)
    return b"".join(frame.to_ndarray().tobytes() for frame in frames)


def opus_write(pcm: bytes, *, bits_per_second: int) -> bytes:
    """``pcm`` as an Ogg file with Opus in it."""
    file = io.BytesIO()
    with av.open(file, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        stream.bit_rate = bits_per_second
        frame = av.AudioFrame.from_ndarray(
            np.frombuffer(pcm, dtype="<i2")[np.newaxis], format="s16", layout="mono"
        )
        frame.sample_rate = SAMPLE_RATE_HZ
        resampler = av.AudioResampler("s16", "mono", 48_000, frame_size=960)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return file.getvalue()
