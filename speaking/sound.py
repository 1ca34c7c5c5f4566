"""Plain PCM: resampling, WAV files, loudness.

All sound is mono signed 16-bit little-endian PCM unless a name says otherwise. NumPy and soxr are
imported on first use, so that importing this module costs nothing.
"""

from __future__ import annotations

import io
import struct
import wave
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

SAMPLE_RATE_HZ = 16_000
INPUT_RATES_HZ = (8_000, 16_000, 24_000, 44_100, 48_000)
WAV_HEADER_BYTES = 44
_FULL_SCALE = 32_768.0


class SoundError(ValueError):
    """The sound cannot be read; ``str()`` says why."""


class Resampler:
    """A stream of PCM at ``sample_rate_hz`` to 16 kHz, in pieces of any size, without clicks.

    The filter's state lives on between pieces, so the result does not depend on how the sound is
    cut, not even in the middle of a sample. It lags a few milliseconds behind; ``flush`` gives the
    rest. Raises SoundError for a rate not in ``INPUT_RATES_HZ``.
    """

    def __init__(self, sample_rate_hz: int) -> None:
        if sample_rate_hz not in INPUT_RATES_HZ:
            raise SoundError(f"Unsupported sample rate: {sample_rate_hz} Hz.")
        self._odd = b""
        self._stream = None
        if sample_rate_hz != SAMPLE_RATE_HZ:
            import soxr

            self._stream = soxr.ResampleStream(sample_rate_hz, SAMPLE_RATE_HZ, 1, dtype="int16")

    def feed(self, pcm: bytes) -> bytes:
        """Take the next piece, return what is ready at 16 kHz."""
        pcm = self._odd + pcm
        whole = len(pcm) & ~1
        self._odd = pcm[whole:]
        return self._convert(pcm[:whole], last=False)

    def flush(self) -> bytes:
        """The end of the stream; half a sample left over is dropped."""
        self._odd = b""
        return self._convert(b"", last=True)

    def _convert(self, pcm: bytes, *, last: bool) -> bytes:
        if self._stream is None:
            return pcm
        import numpy as np

        samples = np.frombuffer(pcm, dtype="<i2").astype(np.int16, copy=False)
        out: bytes = self._stream.resample_chunk(samples, last=last).astype("<i2").tobytes()
        return out


def resample(pcm: bytes, sample_rate_hz: int) -> bytes:
    """A whole recording to 16 kHz. Raises SoundError."""
    resampler = Resampler(sample_rate_hz)
    return resampler.feed(pcm) + resampler.flush()


def wav_header(
    data_bytes: int, *, sample_rate_hz: int = SAMPLE_RATE_HZ, channels: int = 1
) -> bytes:
    """The 44 bytes before ``data_bytes`` bytes of 16-bit PCM (RIFF, format 1)."""
    block = channels * 2
    fmt = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, sample_rate_hz,
                      sample_rate_hz * block, block, 16)  # fmt: skip
    riff = struct.pack("<4sI4s", b"RIFF", WAV_HEADER_BYTES - 8 + data_bytes, b"WAVE")
    return riff + fmt + struct.pack("<4sI", b"data", data_bytes)


def wav_write(pcm: bytes, *, sample_rate_hz: int = SAMPLE_RATE_HZ) -> bytes:
    """``pcm`` as a WAV file."""
    return wav_header(len(pcm), sample_rate_hz=sample_rate_hz) + pcm


@dataclass(frozen=True, slots=True, kw_only=True)
class Wav:
    """A WAV file's sound, mixed to mono and 16 bits, at its own ``sample_rate_hz``."""

    pcm: bytes
    sample_rate_hz: int


def wav_read(data: bytes) -> Wav:
    """Read an uncompressed WAV file of 8, 16, 24 or 32 bits.

    A file that breaks off (a lost connection) gives what is there. Raises SoundError.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            width, channels = file.getsampwidth(), file.getnchannels()
            frames = file.readframes(file.getnframes())
            rate = file.getframerate()
    except (wave.Error, EOFError, ValueError, RuntimeError) as error:
        raise SoundError(f"Not a readable WAV file: {error}") from error
    if not 1 <= channels <= 8 or not 1 <= width <= 4 or rate <= 0:
        raise SoundError("Not a readable WAV file: unusual channels, width or rate.")
    return Wav(pcm=_to_mono_s16(frames, width, channels), sample_rate_hz=rate)


def _to_mono_s16(frames: bytes, width: int, channels: int) -> bytes:
    import numpy as np

    whole = len(frames) - len(frames) % (width * channels)
    octets = np.frombuffer(frames[:whole], dtype=np.uint8).reshape(-1, channels, width)
    if width == 1:
        wide = (octets[..., 0].astype(np.int32) - 128) << 8
    else:
        # The two highest bytes of a little-endian sample are its 16-bit value.
        wide = np.ascontiguousarray(octets[..., -2:]).view("<i2")[..., 0].astype(np.int32)
    mono: bytes = wide.mean(axis=1).round().astype("<i2").tobytes()
    return mono


def pcm_to_samples(pcm: bytes) -> Samples:
    """Floats from -1 to 1. Half a sample at the end is dropped."""
    import numpy as np

    samples = np.frombuffer(pcm[: len(pcm) & ~1], dtype="<i2").astype(np.float32)
    samples /= _FULL_SCALE
    return samples


def samples_to_pcm(samples: Samples) -> bytes:
    """PCM from floats; what exceeds full scale is clipped."""
    import numpy as np

    pcm: bytes = (np.clip(samples, -1.0, 1.0) * (_FULL_SCALE - 1)).astype("<i2").tobytes()
    return pcm


class GainControl:
    """Brings quiet speech up to a level recognition expects, in pieces of any size.

    The level is the loud end (90th percentile) of the 20 ms RMS values of the last
    ``memory_ms``, or what is loudest just now, if that is more; the gain brings it to ``target``
    (of full scale), within 1 and ``max_gain``: loud sound is left alone, and so is what is all
    but digital silence. Worked out for every 100 ms, the gain rises over that time and falls in
    5 ms, so that it neither clicks nor lets the first word after a silence be clipped.
    """

    _FRAME = SAMPLE_RATE_HZ // 50
    _BLOCK = 5 * _FRAME
    _FALL = SAMPLE_RATE_HZ // 200

    def __init__(
        self, *, target: float = 0.08, max_gain: float = 60.0, memory_ms: int = 6_000
    ) -> None:
        self._target = target
        self._max_gain = max_gain
        self._levels: deque[float] = deque(maxlen=memory_ms // 20)
        self._gain: float | None = None

    def process(self, samples: Samples) -> Samples:
        """The next piece, amplified. Its length is kept."""
        import numpy as np

        starts = range(0, len(samples), self._BLOCK)
        blocks = [self._amplified(samples[start : start + self._BLOCK]) for start in starts]
        return np.concatenate(blocks) if blocks else samples

    def _amplified(self, block: Samples) -> Samples:
        import numpy as np

        frames = np.array_split(block, max(1, len(block) // self._FRAME))
        now = [float(np.sqrt(np.mean(frame * frame))) for frame in frames]
        self._levels.extend(now)
        level = max(float(np.percentile(self._levels, 90)), *now, 1e-5)
        wanted = min(max(self._target / level, 1.0), self._max_gain)
        before = wanted if self._gain is None else self._gain
        self._gain = wanted
        change = len(block) if wanted > before else min(self._FALL, len(block))
        gain = np.full(len(block), wanted, dtype=np.float32)
        gain[:change] = np.linspace(before, wanted, change, dtype=np.float32)
        amplified: Samples = np.clip(block * gain, -1.0, 1.0)
        return amplified
