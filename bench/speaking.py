"""Speaking, as a person and an operator feel it: ``python -m bench.speaking``.

Recognition gets one core (one process), on a fresh site. Measured are the time from the last sound
to the last interim words and from ``stop`` to ``final`` for recordings of 10, 30 and 120 s; how
many speak at once before ``lag_ms`` passes a second; what of the CPU goes to recognition itself;
and the memory that a session takes.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench.recognition import two_cities
from bench.site import register, running_site
from learnenglish.testing.site import Site
from speaking.stt.base import BYTES_PER_MS
from speaking.tests.talker import Talker, talking

CHUNK_MS = 100
LAG_LIMIT_MS = 1000
SPEAK_S = 20
LENGTHS_S = (10, 30, 120)
MOST_SESSIONS = 12
PEOPLE = 4
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Run:
    """Milliseconds of the clock."""

    lags: list[int] = field(default_factory=list)
    last_interim: float = 0.0
    final: float = 0.0


async def speak(talker: Talker, pcm: bytes) -> Run:
    """One recording at the pace of a microphone."""
    run, chunk = Run(), CHUNK_MS * BYTES_PER_MS
    await talker.say("start")
    await talker.until("ack")
    last_words = 0.0

    async def listen() -> None:
        nonlocal last_words
        while True:
            message = await talker.next()
            if message["type"] == "interim_transcript":
                run.lags.append(message["lag_ms"])
                last_words = time.perf_counter()
            elif message["type"] == "final":
                return

    listening = asyncio.create_task(listen())
    began = time.perf_counter()
    for number, start in enumerate(range(0, len(pcm), chunk), start=1):
        await talker.chunk(pcm[start : start + chunk], seq=number - 1)
        await asyncio.sleep(max(0.0, began + number * CHUNK_MS / 1000 - time.perf_counter()))
    silent = time.perf_counter()
    # The last words are shown while the learner reaches for the button.
    await asyncio.sleep(2)
    run.last_interim = max(0.0, last_words - silent) * 1000
    stopped = time.perf_counter()
    await talker.say("stop")
    await listening
    run.final = (time.perf_counter() - stopped) * 1000
    return run


def cpu_s(pid: int) -> float:
    """Seconds of CPU of one process, without its children."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid: int) -> float:
    fields = Path(f"/proc/{pid}/smaps_rollup").read_text().split("Pss:")[1].split()
    return int(fields[0]) / 1024


def recognisers(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [
        int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()
    ]


@asynccontextmanager
async def people(site: Site, tokens: list[str], count: int) -> AsyncIterator[list[Talker]]:
    """``count`` open sockets, spread over the people so that nobody has too many."""
    opened = [talking(site, tokens[number % len(tokens)]) for number in range(count)]
    yield [await one.__aenter__() for one in opened]
    for one in opened:
        await one.__aexit__(None, None, None)


async def together(site: Site, tokens: list[str], pcm: bytes, count: int) -> list[Run]:
    async with people(site, tokens, count) as talkers:
        return await asyncio.gather(*(speak(talker, pcm) for talker in talkers))


async def latencies(site: Site, tokens: list[str]) -> None:
    sound = two_cities()
    for seconds in LENGTHS_S:
        pcm = (sound * 5)[: seconds * 1000 * BYTES_PER_MS]
        (run,) = await together(site, tokens, pcm, 1)
        print(
            f"{seconds:4} s: last interim {run.last_interim:5.0f} ms after the last sound, "
            f"final {run.final:5.0f} ms after stop",
            flush=True,
        )


async def capacity(site: Site, tokens: list[str]) -> None:
    pcm = two_cities()[: SPEAK_S * 1000 * BYTES_PER_MS]
    pid = site.process.pid
    for count in (1, *range(2, MOST_SESSIONS + 1, 2)):
        heard = recognisers(pid)
        web, ears = cpu_s(pid), sum(cpu_s(one) for one in heard)
        memory = asyncio.create_task(peak_memory(pid))
        runs = await together(site, tokens, pcm, count)
        memory.cancel()
        web, ears = cpu_s(pid) - web, sum(cpu_s(one) for one in heard) - ears
        lags = sorted(lag for run in runs for lag in run.lags)
        p95 = lags[int(0.95 * (len(lags) - 1))]
        cpu = (web + ears) / count / SPEAK_S
        slowest = max(run.final for run in runs)
        print(
            f"{count:3} at once: lag p50 {lags[len(lags) // 2]} ms, p95 {p95} ms; "
            f"CPU per second of sound {cpu:.3f} s, recognition {ears / (web + ears):.0%}; "
            f"slowest final {slowest:.0f} ms; memory {PEAK['mb']:.0f} MB",
            flush=True,
        )
        if p95 > LAG_LIMIT_MS:
            return


PEAK = {"mb": 0.0}


async def peak_memory(pid: int) -> None:
    PEAK["mb"] = 0.0
    while True:
        now = memory_mb(pid) + sum(memory_mb(one) for one in recognisers(pid))
        PEAK["mb"] = max(PEAK["mb"], now)
        await asyncio.sleep(1)


async def measure(site: Site) -> None:
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as client:
        tokens = [await register(client, number) for number in range(PEOPLE)]
    await together(site, tokens, two_cities()[: 3000 * BYTES_PER_MS], 1)  # warm
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
    await latencies(site, tokens)
    await capacity(site, tokens)


def main() -> None:
    with running_site(STT_WORKERS="1", SPEAK_SESSIONS_PER_WORKER=str(MOST_SESSIONS)) as site:
        asyncio.run(measure(site))


if __name__ == "__main__":
    main()
