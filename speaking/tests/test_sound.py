"""Resampling, WAV files and loudness."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest

from speaking.sound import (
    INPUT_RATES_HZ,
    GainControl,
    Resampler,
    SoundError,
    pcm_to_samples,
    resample,
    samples_to_pcm,
    wav_header,
    wav_read,
    wav_write,
)


def tone(rate_hz: int, seconds: float = 1.0, level: float = 0.5) -> bytes:
    times = np.arange(int(rate_hz * seconds)) / rate_hz
    return samples_to_pcm((level * np.sin(2 * np.pi * 440 * times)).astype(np.float32))


@pytest.mark.parametrize("rate_hz", INPUT_RATES_HZ)
def test_a_tone_keeps_its_pitch_length_and_level(rate_hz: int) -> None:
    samples = pcm_to_samples(resample(tone(rate_hz), rate_hz))

    assert abs(len(samples) - 16_000) <= 8
    assert np.abs(np.fft.rfft(samples[:16_000])).argmax() == pytest.approx(440, abs=1)
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.02)


@pytest.mark.parametrize("rate_hz", INPUT_RATES_HZ)
@pytest.mark.parametrize("piece", [1, 333, 4_001])
def test_cutting_the_sound_into_pieces_changes_nothing(rate_hz: int, piece: int) -> None:
    pcm = tone(rate_hz, 0.2)
    resampler = Resampler(rate_hz)
    pieces = [resampler.feed(pcm[i : i + piece]) for i in range(0, len(pcm), piece)]

    joined = pcm_to_samples(b"".join(pieces) + resampler.flush())
    whole = pcm_to_samples(resample(pcm, rate_hz))

    assert len(joined) == len(whole)
    assert np.abs(joined - whole).max() <= 2 / 32_768


def test_an_unusual_rate_is_refused() -> None:
    with pytest.raises(SoundError, match="11025"):
        Resampler(11_025)


def test_what_is_written_as_wav_is_read_back() -> None:
    pcm = tone(16_000, 0.1)

    wav = wav_read(wav_write(pcm))

    assert (wav.pcm, wav.sample_rate_hz) == (pcm, 16_000)


def test_the_header_is_one_other_programs_read() -> None:
    data = wav_header(8, sample_rate_hz=24_000, channels=2) + bytes(8)

    with wave.open(io.BytesIO(data)) as file:
        assert file.getparams()[:4] == (2, 2, 24_000, 2)


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_every_sample_width_is_mixed_to_16_bit_mono(width: int) -> None:
    half = {1: b"\xc0", 2: b"\x00\x40", 3: b"\x00\x00\x40", 4: b"\x00\x00\x00\x40"}[width]
    zero = {1: b"\x80"}.get(width, bytes(width))
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setparams((2, width, 8_000, 0, "NONE", ""))
        file.writeframes((half + zero) * 10)

    wav = wav_read(target.getvalue())

    assert pcm_to_samples(wav.pcm).tolist() == [0.25] * 10


def test_a_file_that_breaks_off_gives_what_is_there() -> None:
    data = wav_write(tone(16_000, 0.1))

    assert len(wav_read(data[:1_045]).pcm) == 1_000


@pytest.mark.parametrize("data", [b"", b"RIFF", b"OggS" + bytes(100), wav_header(0)[:30]])
def test_what_is_no_wav_is_refused(data: bytes) -> None:
    with pytest.raises(SoundError):
        wav_read(data)


def test_quiet_sound_is_brought_up_and_loud_sound_left_alone() -> None:
    quiet = GainControl().process(pcm_to_samples(tone(16_000, level=0.005)))
    loud_before = pcm_to_samples(tone(16_000, level=0.5))
    loud = GainControl().process(loud_before)

    assert np.sqrt(np.mean(quiet**2)) == pytest.approx(0.08, rel=0.1)
    assert np.array_equal(loud, loud_before)


def test_the_first_word_after_a_silence_is_not_clipped() -> None:
    rng = np.random.default_rng(3)
    control = GainControl()
    control.process(rng.normal(0, 0.0005, 5 * 16_000).astype(np.float32))

    word = control.process(pcm_to_samples(tone(16_000, level=0.3)))

    assert np.abs(word[160:]).max() < 0.4


def test_the_gain_glides_between_pieces() -> None:
    control = GainControl(memory_ms=100)
    steady = np.full(3_200, 0.002, dtype=np.float32)
    louder = np.concatenate([control.process(steady), control.process(steady * 5)])

    assert louder[-1] == pytest.approx(0.08, rel=0.01)
    # 0.002 * 40 = 0.08 before; for a moment after, 0.01 * 40 = 0.4, falling within 5 ms.
    assert np.abs(np.diff(louder[3_200:3_300])).max() < 0.01


def test_digital_silence_stays_silent() -> None:
    silence = np.zeros(16_000, dtype=np.float32)

    assert not GainControl().process(silence).any()
