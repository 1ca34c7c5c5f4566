"""The messages of ``/ws/speak``, version 1: one TypedDict each, the errors, the closes.

``speaking.asyncapi`` makes the published description from what is written here, so the docstrings
are for people who write clients. ``PROTOCOL_VERSION`` changes when a client written against the
old one would break.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NotRequired
from uuid import UUID

from pydantic import ConfigDict, Field, TypeAdapter, with_config
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

# Members of the messages are described by the string below them.
described = with_config(ConfigDict(use_attribute_docstrings=True))


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """``close`` is the code with which the connection is closed after it, None if it stays."""

    when: str
    close: int | None = None


ERRORS: dict[str, ErrorRule] = {
    "unauthenticated": ErrorRule(
        "No credentials or bad ones, or the account is not active any more.", 4401
    ),
    "forbidden": ErrorRule(
        "Somebody else's session, a page of another origin, or a second factor is missing.", 4403
    ),
    "bad_message": ErrorRule(
        "Not JSON, an unknown `type`, or a member that is missing or wrong: `param` says which. "
        "The connection stays open; the 10th in a row closes it.",
        4400,
    ),
    "not_started": ErrorRule("Sound, `stop` or `cancel` without a session."),
    "already_started": ErrorRule("`start` or `resume` while a session is running here."),
    "not_found": ErrorRule("There is no such session, it was deleted, or it cannot be resumed."),
    "chunk_too_large": ErrorRule("A chunk above `limits.max_chunk_bytes`. Nothing is lost."),
    "chunk_out_of_order": ErrorRule("Go on from `next_seq`. Nothing acknowledged is lost."),
    "too_fast": ErrorRule(
        "More than `limits.window_chunks` wait to be acknowledged: this one was not taken. Send it "
        "again after `chunk_ack`."
    ),
    "bad_audio": ErrorRule("A chunk that is no whole 16-bit samples, or too short."),
    "chunks_missing": ErrorRule("`stop` came before all sound: send from `next_seq`, stop again."),
    "quota_exceeded": ErrorRule("The plan's minutes of today are used.", 4429),
    "rate_limited": ErrorRule(
        "Too many sockets of this person, at once or in a row: come back after `retry_after_ms`.",
        4429,
    ),
    "busy": ErrorRule(
        "No capacity: all places at the recogniser are taken, or the database or the store of the "
        "sound cannot take more. Resume after `retry_after_ms`; nothing acknowledged is lost.",
        4429,
    ),
    "duration_limit": ErrorRule("The limit is reached: what came is evaluated as after `stop`."),
    "idle": ErrorRule("Nothing was heard for `limits.idle_ms`. It can be resumed.", 4408),
    "superseded": ErrorRule("The session was resumed on another connection.", 4409),
    "going_away": ErrorRule("The server restarts: resume after `retry_after_ms`.", 1012),
    "stt_failed": ErrorRule(
        "Recognition is down. The recording is kept and tried again; REST tells the result."
    ),
    "evaluation_failed": ErrorRule(
        "Evaluation is down. The recording is kept and tried again; REST tells the result."
    ),
    "internal": ErrorRule("A fault of ours; `request_id` helps to find it.", 1011),
}
CLOSE_CODES = {code: rule.close for code, rule in ERRORS.items() if rule.close is not None}


# --- client → server ---------------------------------------------------------------------------
@described
class AudioConfig(TypedDict):
    encoding: NotRequired[Literal["pcm_s16le"]]
    sample_rate: NotRequired[Literal[8000, 16000, 24000, 44100, 48000]]
    """What is not 16000 is resampled."""
    channels: NotRequired[Literal[1]]


@described
class Start(TypedDict):
    """Begin a session; answered by `ack`. Sound sent before that is refused."""

    type: Literal["start"]
    session_id: NotRequired[UUID | None]
    """One made by `POST /api/speakup/sessions`; without it one is made."""
    mode: NotRequired[Literal["free_talk", "read_aloud", "role_play"]]
    """The topic's if there is one, else free_talk."""
    topic_id: NotRequired[UUID | None]
    # PostgreSQL keeps no NUL.
    reference_text: NotRequired[
        Annotated[str, Field(max_length=REFERENCE_CHARS, pattern="^[^\\x00]*$")]
    ]
    """What is read aloud."""
    language: NotRequired[Literal["en-US", "en-GB"]]
    level: NotRequired[Literal["A1", "A2", "B1", "B2", "C1", "C2", ""]]
    """The learner's CEFR level; the topic's or the profile's if it is left out."""
    audio: NotRequired[AudioConfig]
    interim: NotRequired[bool]
    """Whether words are wanted while speaking (default true)."""
    pause_ms: NotRequired[Annotated[int, Field(ge=500, le=4000)]]
    """How long a silence ends a line (default 1000)."""


@described
class AudioChunk(TypedDict):
    """20 to 1000 ms of sound. Better as a binary frame: 4 bytes big-endian `seq`, then the PCM."""

    type: Literal["audio_chunk"]
    seq: Annotated[int, Field(ge=0, lt=2**32)]
    """0, 1, 2 …"""
    data: str
    """The PCM in base64."""


@described
class Resume(TypedDict):
    """In place of `start`, after a lost connection; go on from the `ack`'s `next_seq`."""

    type: Literal["resume"]
    session_id: UUID


@described
class Stop(TypedDict):
    """The recording is over: answered by `processing`, then `final`."""

    type: Literal["stop"]
    last_seq: NotRequired[Annotated[int, Field(ge=-1, lt=2**32)] | None]
    """The last chunk sent; `chunks_missing` is the answer if it has not come."""


@described
class Cancel(TypedDict):
    """Drop the session; nothing is kept, and the server closes with 1000."""

    type: Literal["cancel"]


@described
class Ping(TypedDict):
    """Asks whether the line is alive; answered by `pong`."""

    type: Literal["ping"]
    t: int | Annotated[float, Field(allow_inf_nan=False)]
    """Any number; `pong` brings it back."""


ClientMessage = Start | AudioChunk | Resume | Stop | Cancel | Ping
CLIENT_MESSAGE: TypeAdapter[ClientMessage] = TypeAdapter(
    Annotated[ClientMessage, Field(discriminator="type")]
)


# --- server → client: each also has ``n`` and, once there is one, ``session_id`` ----------------
@described
class Limits(TypedDict):
    max_chunk_bytes: int
    max_duration_ms: int
    window_chunks: int
    """How many chunks may wait for their acknowledgement."""
    idle_ms: int
    """How long the line may be silent before the server closes it."""


@described
class Provider(TypedDict):
    """``fallback_reason`` tells a person why it was not the configured one; else it is empty."""

    provider: str
    model: str
    fallback_reason: NotRequired[str]


@described
class Ack(TypedDict):
    """The answer to `start` and `resume`."""

    type: Literal["ack"]
    next_seq: int
    """The chunk to go on with."""
    resumed: bool
    config: dict[str, Any]
    """The session as the server took it."""
    limits: Limits
    stt: Provider
    expires_at: str
    """Until then a lost connection can be resumed; it moves on while sound comes."""


@described
class ChunkAck(TypedDict):
    """All before `next_seq` is stored: it survives a lost connection and a killed server. Sent at
    least every second of sound."""

    type: Literal["chunk_ack"]
    next_seq: int
    received_ms: int


@described
class LineMessage(TypedDict):
    id: int
    text: str
    start_ms: int
    end_ms: int
    final: bool
    """A final line does not change any more."""


@described
class InterimTranscript(TypedDict):
    """The words so far. Coalesced: a slow client misses some, never the newest."""

    type: Literal["interim_transcript"]
    text: str
    """The whole transcript so far."""
    lines: list[LineMessage]
    stable_chars: int
    """This prefix of `text` will not change."""
    lag_ms: int
    """How far recognition is behind the sound received."""


@described
class Processing(TypedDict):
    """What is done after `stop`."""

    type: Literal["processing"]
    stage: Literal["transcribing", "evaluating"]


@described
class EvaluatorInfo(TypedDict):
    provider: str
    version: str


@described
class Providers(TypedDict):
    """Who recognised and who judged."""

    stt: Provider
    evaluator: EvaluatorInfo | None


@described
class Final(TypedDict):
    """The result, stored before it is sent: what `GET /api/speakup/sessions/{id}` gives."""

    type: Literal["final"]
    transcript: dict[str, Any]
    """`text`, and `words` with `start_ms`, `end_ms`, `confidence`."""
    evaluation: dict[str, Any]
    audio_url: str | None
    """Plays the recording without signing in, for an hour."""
    duration_ms: int
    providers: Providers


@described
class Pong(TypedDict):
    """The answer to `ping`."""

    type: Literal["pong"]
    t: int | float
    server_time: str


@described
class ErrorMessage(TypedDict):
    """Something is wrong; `code` says what, and is one of `x-errors`."""

    type: Literal["error"]
    code: str
    message: str
    """For a person."""
    retryable: bool
    retry_after_ms: int | None
    in_reply_to: str | None
    """The type of the message it answers."""
    fatal: bool
    """The connection is closed next."""
    param: NotRequired[str]
    """The member that is wrong."""
    next_seq: NotRequired[int]
    """The chunk to go on with."""
    request_id: NotRequired[str]


CLIENT_MESSAGES: tuple[type, ...] = (Start, AudioChunk, Resume, Stop, Cancel, Ping)
SERVER_MESSAGES: tuple[type, ...] = (
    Ack,
    ChunkAck,
    InterimTranscript,
    Processing,
    Final,
    Pong,
    ErrorMessage,
)
ServerMessage = (
    Ack | ChunkAck | InterimTranscript | Processing | Final | Pong | ErrorMessage | dict[str, Any]
)
