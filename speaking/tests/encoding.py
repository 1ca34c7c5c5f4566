"""Recordings as browsers and phones would send them."""

from __future__ import annotations

import io

import av
import numpy as np

from speaking.sound import SAMPLE_RATE_HZ

# What records like this: container, codec, sample rate.
FORMATS = {
    "webm": ("webm", "libopus", 48_000),
    "mp4": ("mp4", "aac", 44_100),
    "m4a fragmented": ("mp4", "aac", 44_100),
    "mp3": ("mp3", "libmp3lame", 44_100),
    "wav": ("wav", "pcm_s16le", 16_000),
    "flac": ("flac", "flac", 48_000),
    "ogg": ("ogg", "libopus", 48_000),
}

# As Safari and Android write while recording: playable wherever it breaks off.
FRAGMENTS = {"movflags": "empty_moov+default_base_moof", "frag_duration": "500000"}


def encoded(pcm: bytes, name: str) -> bytes:
    """``pcm`` (16 kHz mono) as a file of ``FORMATS[name]``."""
    container_name, codec, rate = FORMATS[name]
    options = FRAGMENTS if "fragmented" in name else {}
    file = io.BytesIO()
    with av.open(file, "w", format=container_name, container_options=options) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        assert isinstance(stream, av.AudioStream)
        samples = np.frombuffer(pcm, dtype="<i2")[np.newaxis]
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE_HZ
        resampler = av.AudioResampler(stream.format, stream.layout, rate)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return file.getvalue()
