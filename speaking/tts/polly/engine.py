"""AWS Polly."""

from __future__ import annotations

import threading
from typing import Any
from xml.sax.saxutils import escape

from speaking.tts.base import SLOW_SPEED, Accent, Speech, TtsError

CONTENT_TYPE = "audio/mpeg"
SAMPLE_RATE_HZ = 22_050
_RETRY_AFTER_MS = 5_000
_ABOUT_THE_TEXT = {
    "TextLengthExceededException",
    "InvalidSsmlException",
}


class PollySynthesiser:
    """Empty credentials leave it to boto3 to find some (a role, a profile)."""

    provider = "polly"

    def __init__(
        self,
        *,
        region: str,
        access_key: str = "",
        secret_key: str = "",
        endpoint_url: str = "",
        engine: str = "neural",
        american: str = "Joanna",
        british: str = "Amy",
        timeout_s: float = 20.0,
    ) -> None:
        self._options = {
            "region_name": region,
            "aws_access_key_id": access_key or None,
            "aws_secret_access_key": secret_key or None,
            "endpoint_url": endpoint_url or None,
        }
        self._engine = engine
        self._voices: dict[Accent, str] = {"en-US": american, "en-GB": british}
        self._timeout_s = timeout_s
        self._client: Any = None
        self._lock = threading.Lock()

    def voice(self, accent: Accent) -> str:
        return f"{self._engine}:{self._voices[accent]}"

    def warm_up(self) -> None:
        self._connected()

    def synthesise(self, text: str, *, accent: Accent, slow: bool = False) -> Speech:
        return Speech(
            audio=self._audio(text, accent, slow),
            content_type=CONTENT_TYPE,
            sample_rate_hz=SAMPLE_RATE_HZ,
            provider=self.provider,
            voice=self.voice(accent),
        )

    def _audio(self, text: str, accent: Accent, slow: bool) -> bytes:
        from botocore.exceptions import (
            BotoCoreError,
            ClientError,
        )

        # Polly knows speed only as markup.
        marked = f'<speak><prosody rate="{SLOW_SPEED:.0%}">{escape(text)}</prosody></speak>'
        try:
            answer = self._connected().synthesize_speech(
                Engine=self._engine,
                OutputFormat="mp3",
                SampleRate=str(SAMPLE_RATE_HZ),
                Text=marked if slow else text,
                TextType="ssml" if slow else "text",
                VoiceId=self._voices[accent],
            )
            audio: bytes = answer["AudioStream"].read()
        except ClientError as error:
            raise _refused(error.response) from error
        except BotoCoreError as error:
            raise _unavailable(str(error)) from error
        if not audio:
            raise TtsError("tts_failed", "Polly sent no sound.", retryable=True)
        return audio

    def _connected(self) -> Any:
        import boto3
        from botocore.config import Config

        with self._lock:
            if self._client is None:
                config = Config(
                    connect_timeout=5,
                    read_timeout=self._timeout_s,
                    retries={"total_max_attempts": 2, "mode": "standard"},
                )
                self._client = boto3.session.Session().client(
                    "polly", config=config, **self._options
                )
            return self._client


def _refused(response: dict[str, Any]) -> TtsError:
    code, message = response["Error"].get("Code", ""), response["Error"].get("Message", "")
    status = response["ResponseMetadata"].get("HTTPStatusCode", 500)
    if code in _ABOUT_THE_TEXT:
        return TtsError("unspeakable", message, retryable=False)
    if status == 429 or status >= 500 or "Throttl" in code:
        return _unavailable(message)
    return TtsError("tts_failed", f"{code}: {message}", retryable=False)


def _unavailable(message: str) -> TtsError:
    return TtsError("tts_unavailable", message, retryable=True, retry_after_ms=_RETRY_AFTER_MS)
