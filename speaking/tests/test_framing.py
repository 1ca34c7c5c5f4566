"""From frames to messages."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from speaking.framing import Chunk, ProtocolError, frame_parse


def text(message: dict[str, Any]) -> str:
    return json.dumps(message)


def test_a_binary_frame_is_a_chunk() -> None:
    assert frame_parse(None, b"\x00\x00\x01\x02ab") == Chunk(258, b"ab")


def test_a_chunk_in_json_is_the_same_chunk() -> None:
    data = base64.b64encode(b"ab").decode()
    assert frame_parse(text({"type": "audio_chunk", "seq": 3, "data": data}), None) == Chunk(
        3, b"ab"
    )


def test_a_whole_start_is_read() -> None:
    message = frame_parse(
        text(
            {
                "type": "start",
                "mode": "read_aloud",
                "reference_text": "Hello.",
                "language": "en-GB",
                "audio": {"encoding": "pcm_s16le", "sample_rate": 48000, "channels": 1},
                "interim": False,
                "pause_ms": 700,
            }
        ),
        None,
    )
    assert not isinstance(message, Chunk)
    assert message["type"] == "start"


def test_unknown_fields_are_left_for_later_versions() -> None:
    assert frame_parse(text({"type": "ping", "t": 1.5, "new": True}), None)


@pytest.mark.parametrize(
    ("frame", "param"),
    [
        ("not json", ""),
        ("[1]", "type"),
        ("[" * 100_000, ""),
        (text({"type": "dance"}), "type"),
        (text({"no": "type"}), "type"),
        (text({"type": "ping"}), "t"),
        (text({"type": "audio_chunk", "seq": 0, "data": "é"}), "data"),
        (text({"type": "start", "pause_ms": 20}), "pause_ms"),
        (text({"type": "start", "pause_ms": "700"}), "pause_ms"),
        (text({"type": "start", "audio": {"sample_rate": 11025}}), "audio.sample_rate"),
        (text({"type": "start", "topic_id": "7"}), "topic_id"),
        (text({"type": "resume", "session_id": "nope"}), "session_id"),
        (text({"type": "audio_chunk", "seq": -1, "data": ""}), "seq"),
        (text({"type": "audio_chunk", "seq": 0, "data": "%%%"}), "data"),
    ],
)
def test_rubbish_names_the_field(frame: str, param: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        frame_parse(frame, None)
    assert caught.value.code == "bad_message"
    assert caught.value.extra["param"] == param


@pytest.mark.parametrize("data", [b"", b"\x00\x00\x00"])
def test_a_short_binary_frame_is_rubbish(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        frame_parse(None, data)


def test_an_error_says_what_it_replies_to() -> None:
    with pytest.raises(ProtocolError) as caught:
        frame_parse(text({"type": "resume"}), None)
    assert caught.value.in_reply_to == "resume"
