"""``manage.py speak FILE.wav``: say a recording to a running site and print what it hears."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from django.core.management.base import BaseCommand, CommandError

from speaking.client import Message, SpeakClient, SpeakError
from speaking.sound import resample, wav_read

CHUNK_MS = 100
BYTES_PER_MS = 32


class Command(BaseCommand):
    help = "Speaks a WAV file to a running site: prints the words as they come, then the result."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.wav")
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="the site")
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--token", help="an access token")
        who.add_argument("--email", help="sign in; the password is asked for")
        parser.add_argument("--password", help="instead of being asked")
        parser.add_argument("--mode", default="free_talk")
        parser.add_argument("--reference-text", default="", help="what is read aloud")
        parser.add_argument("--fast", action="store_true", help="not at the pace of a microphone")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            wav = wav_read(options["file"].read_bytes())
        except (OSError, ValueError) as error:
            raise CommandError(f"{options['file']}: {error}") from error
        pcm = resample(wav.pcm, wav.sample_rate_hz)
        token = options["token"] or _sign_in(options)
        client = SpeakClient(
            _socket_url(options["url"]),
            token,
            on_message=self._show,
            on_retry=lambda seconds: self.stderr.write(f"Lost; again in {seconds:.1f} s."),
        )
        start = {"mode": options["mode"], "reference_text": options["reference_text"]}
        pace_s = 0.0 if options["fast"] else CHUNK_MS / 1000
        try:
            final = asyncio.run(client.speak(_chunks(pcm, pace_s), **start))
        except SpeakError as error:
            raise CommandError(f"{error.code}: {error.message}") from error
        self.stdout.write(final["transcript"]["text"])
        self.stdout.write(json.dumps(final["evaluation"], indent=2, ensure_ascii=False))

    def _show(self, message: Message) -> None:
        if message["type"] == "interim_transcript":
            self.stdout.write(f"… {message['text']}")
        elif message["type"] == "processing":
            self.stdout.write(f"[{message['stage']}]")
        elif message["type"] == "error":
            self.stderr.write(f"{message['code']}: {message['message']}")


async def _chunks(pcm: bytes, pace_s: float) -> AsyncIterator[bytes]:
    size = CHUNK_MS * BYTES_PER_MS
    # A last piece below 20 ms would be refused: it is lengthened by silence.
    pcm += bytes(-len(pcm) % size)
    for begin in range(0, len(pcm), size):
        yield pcm[begin : begin + size]
        await asyncio.sleep(pace_s)


def _socket_url(url: str) -> str:
    address = urlsplit(url)
    if address.scheme not in ("http", "https", "ws", "wss") or not address.netloc:
        raise CommandError(f"--url {url} is no address of a site.")
    scheme = "wss" if address.scheme in ("https", "wss") else "ws"
    return f"{scheme}://{address.netloc}/ws/speak"


def _sign_in(options: dict[str, Any]) -> str:
    """An access token. Raises CommandError."""
    password = options["password"] or getpass.getpass(f"Password of {options['email']}: ")
    try:
        answer = requests.post(
            f"{options['url'].rstrip('/')}/auth/token",
            json={"email": options["email"], "password": password},
            timeout=20,
        )
        body = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise CommandError(f"{options['url']}: {error}") from error
    if not answer.ok:
        raise CommandError(body.get("detail", f"The site answered {answer.status_code}."))
    return str(body["access"])
