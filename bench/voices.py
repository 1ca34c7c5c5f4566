"""What the offline voices cost and how well they are understood: ``python -m bench.voices``."""

from __future__ import annotations

import io
import resource
import time

import av

from speaking.sound import resample
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.tests.recordings import word_error_rate
from speaking.tests.test_tts import SENTENCES
from speaking.tts.base import Accent, Speech
from speaking.tts.offline.engine import OfflineSynthesiser

VOICES: tuple[tuple[str, Accent], ...] = (
    ("hibari", "en-US"),
    ("pico", "en-US"),
    ("pico", "en-GB"),
)


def cpu_s() -> float:
    """CPU seconds of this process and of the processes it has waited for."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def pcm_of(speech: Speech) -> bytes:
    """``speech`` as 16 kHz PCM."""
    with av.open(io.BytesIO(speech.audio), "r", format="mp3") as container:
        to_pcm = av.AudioResampler("s16", "mono", speech.sample_rate_hz)
        frames = [out for frame in container.decode(audio=0) for out in to_pcm.resample(frame)]
    return resample(b"".join(frame.to_ndarray().tobytes() for frame in frames),
                    speech.sample_rate_hz)  # fmt: skip


def measure(american: str, accent: Accent, recogniser: OfflineRecogniser) -> None:
    voice = OfflineSynthesiser(american=american)
    began = cpu_s()
    voice.warm_up()
    loading = cpu_s() - began
    before, clock = cpu_s(), time.perf_counter()
    speeches = [voice.synthesise(text, accent=accent) for text in SENTENCES]
    cpu, waited = cpu_s() - before, (time.perf_counter() - clock) / len(SENTENCES)
    sounds = [pcm_of(speech) for speech in speeches]
    seconds = sum(map(len, sounds)) / 32_000
    heard = recogniser.transcribe(bytes(16_000).join(sounds), language=accent, pause_ms=1_000)
    errors = word_error_rate(" ".join(SENTENCES), heard.text)
    size = sum(len(speech.audio) for speech in speeches) / seconds
    print(f"{voice.voice(accent)}:")
    print(f"  loading                   {loading:.2f} s CPU")
    print(f"  CPU per second of sound   {cpu / seconds:.3f} s")
    print(f"  a sentence                {waited * 1000:.0f} ms")
    print(f"  bytes per second of sound {size:.0f}")
    print(f"  heard back, word errors   {errors:.3f}")


def main() -> None:
    recogniser = OfflineRecogniser(workers=1)
    for american, accent in VOICES:
        measure(american, accent, recogniser)


if __name__ == "__main__":
    main()
