"""Recordings that come as a file: from whatever a browser or a phone records to 16 kHz PCM.

FFmpeg opens what it believes a file to be, and some of what it believes in are lists of addresses
to fetch. So it is never asked: the first bytes say what it is, everything else is refused, and no
protocol, container or codec but the expected ones is there for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from speaking.sound import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import av
    from av.audio.stream import AudioStream

_BYTES_PER_MS: Final = SAMPLE_RATE_HZ * 2 // 1000
_HEAD_BYTES: Final = 16
_COPY_BYTES: Final = 256 * 1024
_RATES_HZ: Final = range(8_000, 192_001)
_MAX_CHANNELS: Final = 8
_MAX_BAD_PACKETS: Final = 200
_CODECS: Final = frozenset(
    "aac flac mp3 mp3float opus libopus vorbis libvorbis pcm_u8 pcm_s16le pcm_s24le pcm_s32le"
    " pcm_f32le pcm_f64le".split()
)


class UploadError(ValueError):
    """The file is no recording for us. ``code`` is stable; ``str()`` is for a person.

    ``recording_empty``, ``recording_too_large``, ``recording_unsupported``,
    ``recording_unreadable``, ``recording_too_long``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """``pcm`` is 16 kHz mono. ``damaged``: part of the file could not be read and is left out."""

    pcm: bytes
    container: str
    damaged: bool

    @property
    def duration_ms(self) -> int:
        return len(self.pcm) // _BYTES_PER_MS


def copy_bounded(source: BinaryIO, target: BinaryIO, *, max_bytes: int) -> None:
    """Copy all of ``source`` and rewind ``target``. Raises UploadError."""
    left = max_bytes
    while piece := source.read(_COPY_BYTES):
        left -= len(piece)
        if left < 0:
            raise UploadError(
                "recording_too_large", f"A recording is at most {max_bytes // 1024**2} MB."
            )
        target.write(piece)
    if left == max_bytes:
        raise UploadError("recording_empty", "There is nothing in this file.")
    target.seek(0)


def container_of(head: bytes) -> str | None:
    """FFmpeg's name for what begins with ``head``, or None for what is not taken."""
    signatures = {
        "matroska": head.startswith(b"\x1a\x45\xdf\xa3"),
        "mp4": head[4:8] == b"ftyp",
        "wav": head.startswith(b"RIFF") and head[8:12] == b"WAVE",
        "flac": head.startswith(b"fLaC"),
        "ogg": head.startswith(b"OggS"),
        "mp3": head.startswith(b"ID3") or _is_mp3_frame(head),
    }
    return next((name for name, matches in signatures.items() if matches), None)


def _is_mp3_frame(head: bytes) -> bool:
    """Eleven bits of sync, then layer III (ISO/IEC 11172-3, 2.4.1.3)."""
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def recording_decode(file: BinaryIO, *, max_ms: int) -> Recording:
    """The first sound track of ``file``, which must be seekable.

    What breaks off or is damaged gives what can be read. Raises UploadError.
    """
    container = container_of(file.read(_HEAD_BYTES))
    file.seek(0)
    if container is None:
        raise UploadError(
            "recording_unsupported", "Send WebM, MP4 (M4A), Ogg, MP3, WAV or FLAC with sound in it."
        )
    sound = _Sound(max_ms * _BYTES_PER_MS)
    damaged = _decode_into(sound, file, container)
    if not sound.pcm:
        raise _unreadable()
    return Recording(pcm=bytes(sound.pcm), container=container, damaged=damaged)


def _decode_into(sound: _Sound, file: BinaryIO, container: str) -> bool:
    """Whether something could not be read. Raises UploadError."""
    import av

    options = {
        "protocol_whitelist": "none",
        "format_whitelist": container,
        "codec_whitelist": ",".join(sorted(_CODECS)),
    }
    bad_packets = 0
    try:
        with av.open(file, "r", format=container, options=options) as opened:
            for packet in _sound_packets(opened):
                try:
                    frames = packet.decode()
                except av.error.FFmpegError:
                    bad_packets += 1
                    if bad_packets > _MAX_BAD_PACKETS:
                        return True
                    continue
                for frame in frames:
                    sound.take(frame)
        sound.end()
    except (av.error.FFmpegError, ValueError, OverflowError) as error:
        if isinstance(error, UploadError):
            raise
        if not sound.pcm:
            raise _unreadable() from error
        return True
    return bad_packets > 0


def _sound_packets(opened: av.container.InputContainer) -> Iterator[av.Packet[AudioStream]]:
    stream = next(iter(opened.streams.audio), None)
    if stream is None or stream.codec_context.name not in _CODECS:
        raise UploadError("recording_unsupported", "There is no sound in it that we can read.")
    return opened.demux(stream)


def _unreadable() -> UploadError:
    return UploadError("recording_unreadable", "The file is damaged: no sound could be read.")


class _Sound:
    """Frames of any kind in, 16 kHz mono PCM out, ``max_bytes`` at the most."""

    def __init__(self, max_bytes: int) -> None:
        self.pcm = bytearray()
        self._max_bytes = max_bytes
        self._kind: tuple[str, str, int] | None = None
        self._resampler: av.AudioResampler | None = None

    def take(self, frame: av.AudioFrame) -> None:
        """Raises UploadError ``recording_too_long``, or ``recording_unsupported`` for a rate that
        nobody records at: resampled, a few such bytes would be hours."""
        if frame.sample_rate not in _RATES_HZ or frame.layout.nb_channels > _MAX_CHANNELS:
            raise UploadError("recording_unsupported", "Its sample rate or channels are unusual.")
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if kind != self._kind:
            self._change(kind)
        # Timestamps of damaged files jump; the order of the frames is enough.
        frame.pts = None
        self._resample(frame)

    def end(self) -> None:
        """What the resampler still holds."""
        if self._resampler is not None:
            self._resample(None)
            self._resampler = None

    def _change(self, kind: tuple[str, str, int]) -> None:
        import av

        self.end()
        self._kind = kind
        self._resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE_HZ)

    def _resample(self, frame: av.AudioFrame | None) -> None:
        assert self._resampler is not None
        for piece in self._resampler.resample(frame):
            self.pcm += piece.to_ndarray().tobytes()
        if len(self.pcm) > self._max_bytes:
            seconds = self._max_bytes // _BYTES_PER_MS // 1000
            raise UploadError(
                "recording_too_long", f"A recording is at most {seconds} seconds long."
            )
