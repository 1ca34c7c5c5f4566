"""AWS Polly."""

from __future__ import annotations

from typing import Any, ClassVar
from xml.sax.saxutils import escape

from speaking.tts.base import SLOW_SPEED, Accent
from speaking.tts.cloud import CONTENT_TYPE, CloudSynthesiser, refused, sound_of, unavailable

_ABOUT_THE_TEXT = {
    "TextLengthExceededException",
    "InvalidSsmlException",
}


class PollySynthesiser(CloudSynthesiser[Any]):
    """Empty credentials leave it to boto3 to find some (a role, a profile)."""

    provider: ClassVar[str] = "polly"
    sample_rate_hz: ClassVar[int] = 22_050

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
        super().__init__(speaker=engine, american=american, british=british)
        self._options = {
            "region_name": region,
            "aws_access_key_id": access_key or None,
            "aws_secret_access_key": secret_key or None,
            "endpoint_url": endpoint_url or None,
        }
        self._timeout_s = timeout_s

    def _audio(self, text: str, accent: Accent, slow: bool) -> bytes:
        from botocore.exceptions import BotoCoreError, ClientError

        # Polly knows speed only as markup.
        marked = f'<speak><prosody rate="{SLOW_SPEED:.0%}">{escape(text)}</prosody></speak>'
        try:
            answer = self._connected().synthesize_speech(
                Engine=self._speaker,
                OutputFormat="mp3",
                SampleRate=str(self.sample_rate_hz),
                Text=marked if slow else text,
                TextType="ssml" if slow else "text",
                VoiceId=self._voices[accent],
            )
            return sound_of(
                answer.get("ContentType", CONTENT_TYPE), answer["AudioStream"].iter_chunks()
            )
        except ClientError as error:
            code = error.response["Error"].get("Code", "")
            raise refused(
                error.response["ResponseMetadata"].get("HTTPStatusCode", 500),
                f"{code}: {error.response['Error'].get('Message', '')}",
                about_text=code in _ABOUT_THE_TEXT,
                busy="Throttl" in code,
            ) from error
        except BotoCoreError as error:
            raise unavailable(str(error)) from error

    def _connect(self) -> Any:
        import boto3
        from botocore.config import Config

        config = Config(
            connect_timeout=5,
            read_timeout=self._timeout_s,
            retries={"total_max_attempts": 2, "mode": "standard"},
        )
        return boto3.session.Session().client("polly", config=config, **self._options)
