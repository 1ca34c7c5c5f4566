"""The messages of ``/ws/speak``, version 1: one TypedDict each, and the closes.

``PROTOCOL_VERSION`` changes when a client written against the old one would break.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired
from uuid import UUID

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

PROTOCOL_VERSION = 1
SEQ_BYTES = 4
MIN_CHUNK_MS = 20
MAX_CHUNK_MS = 1000
WINDOW_CHUNKS = 100
# The window also ends at this much sound that waits to be stored, whatever the chunks' size.
WINDOW_BYTES = 2_000_000
ACK_EVERY_MS = 500
BAD_MESSAGES_BEFORE_CLOSE = 10
REFERENCE_CHARS = 3000

CLOSE_CODES = {
    "unauthenticated": 4401,
    "forbidden": 4403,
    "bad_message": 4400,
    "quota_exceeded": 4429,
    "rate_limited": 4429,
    "busy": 4429,
    "idle": 4408,
    "superseded": 4409,
    "going_away": 1012,
    "internal": 1011,
}


# --- client → server ---------------------------------------------------------------------------
class AudioConfig(TypedDict):
    encoding: NotRequired[Literal["pcm_s16le"]]
    sample_rate: NotRequired[Literal[8000, 16000, 24000, 44100, 48000]]
    channels: NotRequired[Literal[1]]


class Start(TypedDict):
    type: Literal["start"]
    session_id: NotRequired[UUID | None]
    mode: NotRequired[Literal["free_talk", "read_aloud", "role_play"]]
    topic_id: NotRequired[UUID | None]
    # PostgreSQL keeps no NUL.
    reference_text: NotRequired[
        Annotated[str, Field(max_length=REFERENCE_CHARS, pattern="^[^\\x00]*$")]
    ]
    language: NotRequired[Literal["en-US", "en-GB"]]
    level: NotRequired[Literal["A1", "A2", "B1", "B2", "C1", "C2", ""]]
    audio: NotRequired[AudioConfig]
    interim: NotRequired[bool]
    pause_ms: NotRequired[Annotated[int, Field(ge=500, le=4000)]]


class AudioChunk(TypedDict):
    """As a binary frame: 4 bytes big-endian ``seq``, then the PCM that ``data`` holds in base64."""

    type: Literal["audio_chunk"]
    seq: Annotated[int, Field(ge=0, lt=2**32)]
    data: str


class Resume(TypedDict):
    type: Literal["resume"]
    session_id: UUID


class Stop(TypedDict):
    type: Literal["stop"]
    last_seq: NotRequired[Annotated[int, Field(ge=-1, lt=2**32)] | None]


class Cancel(TypedDict):
    type: Literal["cancel"]


class Ping(TypedDict):
    type: Literal["ping"]
    t: int | Annotated[float, Field(allow_inf_nan=False)]


ClientMessage = Start | AudioChunk | Resume | Stop | Cancel | Ping
CLIENT_MESSAGE: TypeAdapter[ClientMessage] = TypeAdapter(
    Annotated[ClientMessage, Field(discriminator="type")]
)


# --- server → client: each also has ``n`` and, once there is one, ``session_id`` ----------------
class Limits(TypedDict):
    max_chunk_bytes: int
    max_duration_ms: int
    window_chunks: int
    idle_ms: int


class Provider(TypedDict):
    """``fallback_reason`` tells a person why it was not the configured one; else it is empty."""

    provider: str
    model: str
    fallback_reason: NotRequired[str]


class Ack(TypedDict):
    type: Literal["ack"]
    next_seq: int
    resumed: bool
    config: dict[str, Any]
    limits: Limits
    stt: Provider
    expires_at: str


class ChunkAck(TypedDict):
    type: Literal["chunk_ack"]
    next_seq: int
    received_ms: int


class LineMessage(TypedDict):
    id: int
    text: str
    start_ms: int
    end_ms: int
    final: bool


class InterimTranscript(TypedDict):
    type: Literal["interim_transcript"]
    text: str
    lines: list[LineMessage]
    stable_chars: int
    lag_ms: int


class Processing(TypedDict):
    type: Literal["processing"]
    stage: Literal["transcribing", "evaluating"]


class Final(TypedDict):
    """The members of ``GET /api/speakup/sessions/{id}`` beside ``type``."""

    type: Literal["final"]
    transcript: dict[str, Any]
    evaluation: dict[str, Any]
    audio_url: str | None
    duration_ms: int
    providers: dict[str, Provider]


class Pong(TypedDict):
    type: Literal["pong"]
    t: int | float
    server_time: str


class ErrorMessage(TypedDict):
    type: Literal["error"]
    code: str
    message: str
    retryable: bool
    retry_after_ms: int | None
    in_reply_to: str | None
    fatal: bool
    param: NotRequired[str]
    next_seq: NotRequired[int]
    request_id: NotRequired[str]


ServerMessage = (
    Ack | ChunkAck | InterimTranscript | Processing | Final | Pong | ErrorMessage | dict[str, Any]
)
