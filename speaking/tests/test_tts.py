"""What the voices say is what was asked for, as far as the recogniser can tell."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av
import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings

from learnenglish.testing.aws import aws_server
from speaking.sound import resample
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.stt.registry import get_recogniser
from speaking.tests.recordings import word_error_rate
from speaking.tts.base import Accent, Speech, TtsError
from speaking.tts.offline.engine import OfflineSynthesiser
from speaking.tts.openai.engine import OpenAISynthesiser
from speaking.tts.polly.engine import PollySynthesiser
from speaking.tts.registry import ENGINES, get_synthesiser

SENTENCES = (
    "I would like a cup of tea, please.",
    "She has lived in this city for three years.",
    "Could you tell me the way to the station?",
    "The weather was cold, so we stayed at home and read books.",
    "He gave up smoking because his doctor told him to.",
    "If I had known, I would have called you.",
    "My brother works in a small restaurant near the river.",
    "They are looking forward to their holiday in the mountains.",
    "There were twenty people at the meeting on Monday morning.",
    "What do you usually do at the weekend?",
)
VOICES: tuple[tuple[str, Accent], ...] = (
    ("hibari", "en-US"),
    ("hibari", "en-GB"),
    ("pico", "en-US"),
)


def heard(speech: Speech) -> bytes:
    """``speech`` as 16 kHz PCM."""
    assert speech.content_type == "audio/mpeg"
    with av.open(io.BytesIO(speech.audio), "r", format="mp3") as container:
        assert container.streams.audio[0].rate == speech.sample_rate_hz
        to_pcm = av.AudioResampler("s16", "mono", speech.sample_rate_hz)
        frames = [out for frame in container.decode(audio=0) for out in to_pcm.resample(frame)]
    pcm = b"".join(frame.to_ndarray().tobytes() for frame in frames)
    if speech.sample_rate_hz == 16_000:
        return pcm
    return resample(pcm, speech.sample_rate_hz)


@pytest.fixture(scope="module")
def offline() -> OfflineSynthesiser:
    return OfflineSynthesiser()


@pytest.mark.parametrize(("american", "accent"), VOICES)
def test_what_a_voice_says_is_understood(american: str, accent: Accent) -> None:
    voice, recogniser = OfflineSynthesiser(american=american), get_recogniser("offline")
    assert isinstance(recogniser, OfflineRecogniser)
    pause = bytes(500 * BYTES_PER_MS)

    pcm = pause.join(heard(voice.synthesise(text, accent=accent)) for text in SENTENCES)
    transcript = recogniser.transcribe(pcm, language=accent, pause_ms=1_000)

    assert word_error_rate(" ".join(SENTENCES), spelled_out(transcript.text)) <= 0.15


def spelled_out(text: str) -> str:
    """The recogniser may write a number in digits."""
    return re.sub(r"\b20\b", "twenty", re.sub(r"\b3\b", "three", text))


@pytest.mark.parametrize(("american", "accent"), VOICES)
def test_slow_speech_takes_longer(american: str, accent: Accent) -> None:
    voice = OfflineSynthesiser(american=american)

    usual = len(heard(voice.synthesise(SENTENCES[0], accent=accent)))
    slow = len(heard(voice.synthesise(SENTENCES[0], accent=accent, slow=True)))

    assert 1.1 < slow / usual < 1.5


def test_every_accent_says_who_speaks(offline: OfflineSynthesiser) -> None:
    american = offline.synthesise("Hello.", accent="en-US")
    british = offline.synthesise("Hello.", accent="en-GB")
    assert (american.provider, american.voice) == ("offline", offline.voice("en-US"))
    assert (american.voice, british.voice) == ("hibari-heart", "pico-en-GB")


@pytest.mark.parametrize("accent", ["en-US", "en-GB"])
def test_the_same_text_is_the_same_sound_from_every_thread(
    offline: OfflineSynthesiser, accent: Accent
) -> None:
    with ThreadPoolExecutor(4) as threads:
        sounds = list(
            threads.map(lambda _: offline.synthesise("Try again.", accent=accent).audio, range(4))
        )
    assert len(set(sounds)) == 1


@pytest.mark.parametrize("text", ["😀", "%" * 500, "1" * 500, "W" * 500], ids=lambda text: text[:3])
def test_what_the_neural_voice_cannot_read_is_refused_at_once(
    offline: OfflineSynthesiser, text: str
) -> None:
    with pytest.raises(TtsError) as refused:
        offline.synthesise(text, accent="en-US")
    assert (refused.value.code, refused.value.retryable) == ("unspeakable", False)


def test_a_sentence_without_end_is_spoken_in_pieces(offline: OfflineSynthesiser) -> None:
    """In one piece the model would need minutes and more memory than there is."""
    words = "well " * 90
    assert len(heard(offline.synthesise(words, accent="en-US"))) > 20_000 * BYTES_PER_MS


def test_a_word_without_end_does_not_hang_the_second_voice(offline: OfflineSynthesiser) -> None:
    speech = offline.synthesise("x" * 260, accent="en-GB")
    assert heard(speech)


def test_text_cannot_make_the_second_voice_write_or_read_files(
    offline: OfflineSynthesiser, tmp_path: Path, recordings: Path
) -> None:
    target, source = tmp_path / "made.wav", recordings / "two_cities.wav"

    offline.synthesise(f'<genfile file="{target}">hello</genfile>', accent="en-GB")
    played = offline.synthesise(f'<play file="{source}"/>', accent="en-GB")

    assert not target.exists()
    assert len(heard(played)) < 30_000 * BYTES_PER_MS


def test_importing_the_registry_loads_no_engine() -> None:
    program = (
        "import sys, speaking.tts.registry, speaking.tts.base\n"
        "print({'hibari', 'py_nanotts', 'av', 'openai', 'boto3', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "set()"


def test_an_unknown_engine_is_named_with_those_there_are() -> None:
    with pytest.raises(LookupError, match="offline, openai, polly"):
        get_synthesiser("parrot")
    assert set(ENGINES) == {"offline", "openai", "polly"}


# --- OpenAI, or what speaks its protocol --------------------------------------------------------


class OpenAIStub(ThreadingHTTPServer):
    """Answers ``/audio/speech`` with ``answer``; keeps what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Speech)
        self.answer: tuple[int, str, bytes] = (200, "audio/mpeg", b"sound")
        self.asked: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Speech(BaseHTTPRequestHandler):
    server: OpenAIStub

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key = self.headers["Authorization"].removeprefix("Bearer ")
        self.server.asked.append({**body, "path": self.path, "key": key})
        status, content_type, content = self.server.answer
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def openai_stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as server:
        thread = threading.Thread(target=server.serve_forever, name="openai-stub")
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def openai_voice(url: str, timeout_s: float = 5.0) -> OpenAISynthesiser:
    return OpenAISynthesiser(
        api_key="sk-test",
        base_url=url,
        model="some-voice-model",
        american="marin",
        british="fable",
        timeout_s=timeout_s,
    )


def test_openai_is_asked_for_the_text_with_the_accents_voice(openai_stub: OpenAIStub) -> None:
    speech = openai_voice(openai_stub.url).synthesise("Hello.", accent="en-GB", slow=True)

    asked = openai_stub.asked[0]
    assert (asked["path"], asked["key"]) == ("/v1/audio/speech", "sk-test")
    assert (asked["model"], asked["voice"]) == ("some-voice-model", "fable")
    assert (asked["input"], asked["response_format"]) == ("Hello.", "mp3")
    assert "British" in asked["instructions"]
    assert asked["speed"] < 1
    assert (speech.audio, speech.content_type) == (b"sound", "audio/mpeg")
    assert (speech.provider, speech.voice) == ("openai", "some-voice-model:fable")


@pytest.mark.parametrize(
    ("status", "code", "retryable"),
    [
        (400, "unspeakable", False),
        (401, "tts_failed", False),
        (404, "tts_failed", False),
        (429, "tts_unavailable", True),
        (503, "tts_unavailable", True),
    ],
)
def test_what_openai_refuses_says_whether_trying_again_helps(
    openai_stub: OpenAIStub, status: int, code: str, retryable: bool
) -> None:
    body = json.dumps({"error": {"message": "No.", "type": "x", "code": "y"}}).encode()
    openai_stub.answer = (status, "application/json", body)
    with pytest.raises(TtsError) as failed:
        openai_voice(openai_stub.url).synthesise("Hello.", accent="en-US")
    assert (failed.value.code, failed.value.retryable) == (code, retryable)


def test_a_page_in_place_of_sound_is_no_speech(openai_stub: OpenAIStub) -> None:
    openai_stub.answer = (200, "text/html", b"<h1>Sign in</h1>")
    with pytest.raises(TtsError) as failed:
        openai_voice(openai_stub.url).synthesise("Hello.", accent="en-US")
    assert failed.value.code == "tts_failed"


def test_nobody_there_can_be_tried_again() -> None:
    with pytest.raises(TtsError) as failed:
        openai_voice("http://127.0.0.1:9/v1").synthesise("Hello.", accent="en-US")
    assert (failed.value.code, failed.value.retryable) == ("tts_unavailable", True)


# --- AWS Polly ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def polly_url() -> Iterator[str]:
    with aws_server() as url:
        yield url


def polly(url: str, **options: Any) -> PollySynthesiser:
    return PollySynthesiser(
        region="us-east-1", access_key="test", secret_key="test", endpoint_url=url, **options
    )


@pytest.mark.parametrize("slow", [False, True])
def test_polly_speaks(polly_url: str, slow: bool) -> None:
    speech = polly(polly_url).synthesise("Tom & Jerry <3", accent="en-GB", slow=slow)
    assert speech.audio
    assert (speech.content_type, speech.provider) == ("audio/mpeg", "polly")
    assert speech.voice == "neural:Amy"


def test_a_voice_polly_does_not_have_is_our_mistake(polly_url: str) -> None:
    with pytest.raises(TtsError) as failed:
        polly(polly_url, american="Nobody").synthesise("Hello.", accent="en-US")
    assert (failed.value.code, failed.value.retryable) == ("tts_failed", False)


def test_polly_out_of_reach_can_be_tried_again() -> None:
    with pytest.raises(TtsError) as failed:
        polly("http://127.0.0.1:9").synthesise("Hello.", accent="en-US")
    assert (failed.value.code, failed.value.retryable) == ("tts_unavailable", True)


# --- Configuration ------------------------------------------------------------------------------


def errors() -> list[str | None]:
    return [message.id for message in run_checks(tags=["security"])]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"TTS_PROVIDER": "offline"}, None),
        ({"TTS_PROVIDER": "openai", "OPENAI_API_KEY": ""}, "learnenglish.E030"),
        ({"TTS_PROVIDER": "openai", "OPENAI_API_KEY": "sk-x"}, None),
        ({"TTS_PROVIDER": "polly"}, "learnenglish.E011"),
        ({"TTS_PROVIDER": "polly", "AWS_ACCESS_KEY_ID": "x"}, "learnenglish.E011"),
        (
            {"TTS_PROVIDER": "polly", "AWS_ACCESS_KEY_ID": "x", "AWS_HAS_ROLE": True},
            "learnenglish.E011",
        ),
        ({"TTS_PROVIDER": "polly", "AWS_HAS_ROLE": True}, None),
        (
            {
                "TTS_PROVIDER": "polly",
                "AWS_ACCESS_KEY_ID": "x",
                "AWS_SECRET_ACCESS_KEY": "y",
            },
            None,
        ),
    ],
)
def test_a_provider_without_its_key_is_an_error_at_start(
    settings: Settings, values: dict[str, Any], expected: str | None
) -> None:
    settings.AWS_ACCESS_KEY_ID = settings.AWS_SECRET_ACCESS_KEY = ""
    settings.AWS_HAS_ROLE = False
    for name, value in values.items():
        setattr(settings, name, value)
    found = {"learnenglish.E030", "learnenglish.E011"} & set(errors())
    assert found == ({expected} if expected else set())
