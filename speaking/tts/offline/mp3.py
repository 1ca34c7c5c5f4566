"""Samples to MP3: an eighth of the size of PCM, and every browser and phone plays it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CONTENT_TYPE = "audio/mpeg"
BITS_PER_SECOND = 48_000
# Voices differ in loudness; this is the peak of all of them.
_PEAK = 0.85


def mp3_write(samples: npt.NDArray[np.float32], *, sample_rate_hz: int) -> bytes:
    """One channel of ``samples`` as an MP3 file, as loud as it can be without distortion."""
    import av
    import numpy as np

    peak = float(np.abs(samples).max(initial=0.0))
    gain = _PEAK / peak if peak > 0 else 0.0
    pcm = (samples * np.float32(gain * 32_767)).astype(np.int16)
    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=sample_rate_hz, layout="mono")
        stream.bit_rate = BITS_PER_SECOND
        frame = av.AudioFrame.from_ndarray(pcm[np.newaxis], format="s16p", layout="mono")
        frame.sample_rate = sample_rate_hz
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return file.getvalue()
