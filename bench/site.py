"""The site under load: ``python -m bench.site``.

Starts the site on a fresh database, then four people speak for 30 seconds each at the pace of a
microphone while ``/healthz`` is asked ten times a second. Also the look-up of a known word over
HTTP and inside the process.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

from bench.recognition import two_cities
from learnenglish.testing.site import Site, free_port, wait_until_up
from speaking.stt.base import BYTES_PER_MS
from speaking.tests.talker import Talker, talking

CHUNK_MS = 100
PEOPLE = 4
LOOKUPS = 200


@dataclass(slots=True)
class Speech:
    """One person's figures, in milliseconds."""

    first_words: float = 0.0
    result: float = 0.0
    lags: list[int] = field(default_factory=list)


@contextmanager
def running_site(**settings: str) -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="learn-bench-") as folder:
        ours = {"DATA_DIR": folder, "DEBUG": "true", "LOG_LEVEL": "ERROR"}
        environment = {**os.environ, **ours, **settings}
        setup = [sys.executable, "manage.py", "setup"]
        subprocess.run(setup, check=True, env=environment, stdout=subprocess.DEVNULL)
        port = free_port()
        command = [sys.executable, "-m", "daphne", "-p", str(port), "learnenglish.asgi:application"]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_until_up(port, process)
            yield Site(port=port, process=process)
        finally:
            process.terminate()
            process.wait(20)


async def register(client: httpx.AsyncClient, number: int) -> str:
    body = {"email": f"person{number}@example.com", "password": "correct-horse-battery"}
    answer = await client.post("/auth/register", json=body)
    return str(answer.raise_for_status().json()["access"])


async def speak(site: Site, token: str, pcm: bytes) -> Speech:
    speech = Speech()
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        began = time.perf_counter()
        listener = asyncio.create_task(listen(talker, speech, began))
        size = CHUNK_MS * BYTES_PER_MS
        for number, start in enumerate(range(0, len(pcm), size), start=1):
            await talker.chunk(pcm[start : start + size])
            await asyncio.sleep(max(0.0, began + number * CHUNK_MS / 1000 - time.perf_counter()))
        stopped = time.perf_counter()
        await talker.say("stop", last_seq=talker.seq - 1)
        await listener
        speech.result = (time.perf_counter() - stopped) * 1000
    return speech


async def listen(talker: Talker, speech: Speech, began: float) -> None:
    while True:
        message = await talker.next()
        if message["type"] == "interim_transcript":
            speech.lags.append(message["lag_ms"])
            if message["text"] and not speech.first_words:
                speech.first_words = (time.perf_counter() - began) * 1000
        if message["type"] == "final":
            return


async def ask_health(client: httpx.AsyncClient, taken: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await client.get("/healthz")
        taken.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.1)


async def look_up(client: httpx.AsyncClient, token: str) -> list[float]:
    taken = []
    headers = {"Authorization": f"Bearer {token}"}
    for number in range(LOOKUPS):
        began = time.perf_counter()
        body = {"text": ("reluctant", "gave up", "breathe", "went")[number % 4]}
        (await client.post("/api/process-text", json=body, headers=headers)).raise_for_status()
        taken.append((time.perf_counter() - began) * 1000)
    return taken[LOOKUPS // 10 :]


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


async def run(site: Site) -> None:
    pcm = two_cities()
    async with httpx.AsyncClient(base_url=site.url, trust_env=False, timeout=60) as client:
        tokens = [await register(client, number) for number in range(PEOPLE)]
        taken = await look_up(client, tokens[0])
        print(f"look-up over HTTP: median {statistics.median(taken):.1f} ms, p95 {p95(taken):.1f}")
        one = await speak(site, tokens[0], pcm)
        print(f"one person, 30 s: first words {one.first_words:.0f} ms, result {one.result:.0f} ms")
        health: list[float] = []
        asker = asyncio.create_task(ask_health(client, health))
        people = await asyncio.gather(*(speak(site, token, pcm) for token in tokens))
        asker.cancel()
    lags = [lag for person in people for lag in person.lags]
    first = max(person.first_words for person in people)
    result = max(person.result for person in people)
    print(f"{PEOPLE} people at once: first words {first:.0f} ms, result {result:.0f} ms (slowest),")
    print(f"  lag median {statistics.median(lags):.0f} ms, p95 {p95([float(x) for x in lags]):.0f}")
    print(f"  /healthz meanwhile: median {statistics.median(health):.1f} ms, p95 {p95(health):.1f}")


def main() -> None:
    with running_site() as site:
        asyncio.run(run(site))


if __name__ == "__main__":
    main()
