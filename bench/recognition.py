"""How fast offline recognition is on this machine: ``python -m bench.recognition``.

Sound is fed in 100 ms chunks at the pace of a microphone, so a run takes about two minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from speaking.sound import resample, wav_read
from speaking.stt.base import BYTES_PER_MS, RecognitionSession
from speaking.stt.offline.engine import OfflineRecogniser

CHUNK_MS = 100
RECORDING_MS = 30_000
PAUSE_MS = 1_000


@dataclass(slots=True)
class Run:
    """One session's figures, in milliseconds of the clock."""

    first_text_ms: float = 0.0
    lags_ms: list[int] = field(default_factory=list)
    finish_ms: float = 0.0
    text: str = ""


def two_cities() -> bytes:
    """30 s of dense speech from the recogniser's wheel."""
    spec = find_spec("moonshine_voice")
    if spec is None or spec.origin is None:
        raise SystemExit("moonshine-voice is not installed.")
    wav = wav_read((Path(spec.origin).parent / "assets" / "two_cities.wav").read_bytes())
    pcm = resample(wav.pcm, wav.sample_rate_hz)
    # It begins with a second of silence, which says nothing about latency.
    return pcm[1_000 * BYTES_PER_MS :][: RECORDING_MS * BYTES_PER_MS]


async def speak(recogniser: OfflineRecogniser, pcm: bytes) -> Run:
    """One recording at the pace of a microphone."""
    session = await recogniser.open(language="en-US", pause_ms=PAUSE_MS)
    run = Run()
    began = time.perf_counter()

    def elapsed_ms() -> float:
        return (time.perf_counter() - began) * 1000

    watcher = asyncio.create_task(watch(session, run, elapsed_ms))
    chunk = CHUNK_MS * BYTES_PER_MS
    for number, begin in enumerate(range(0, len(pcm), chunk), start=1):
        await session.feed(pcm[begin : begin + chunk])
        await asyncio.sleep(max(0.0, number * CHUNK_MS - elapsed_ms()) / 1000)
    watcher.cancel()
    stopped = elapsed_ms()
    run.text = (await session.finish()).text
    run.finish_ms = elapsed_ms() - stopped
    return run


async def watch(session: RecognitionSession, run: Run, elapsed_ms: Callable[[], float]) -> None:
    """Ask for interims as a socket does, until cancelled."""
    while True:
        interim = await session.interim()
        if interim.text and not run.first_text_ms:
            run.first_text_ms = elapsed_ms()
        run.lags_ms.append(int(elapsed_ms()) - interim.processed_ms)


def measure(pcm: bytes, sessions: int, workers: int | None) -> tuple[list[Run], float]:
    """``sessions`` at once; their figures, and CPU seconds per second of sound."""
    idle = cpu_of(lambda: shut_down(warmed(workers)))
    runs: list[Run] = []

    def work() -> None:
        recogniser = warmed(workers)

        async def together() -> None:
            runs.extend(await asyncio.gather(*(speak(recogniser, pcm) for _ in range(sessions))))

        asyncio.run(together())
        shut_down(recogniser)

    seconds = sessions * len(pcm) / BYTES_PER_MS / 1000
    return runs, (cpu_of(work) - idle) / seconds


def warmed(workers: int | None) -> OfflineRecogniser:
    recogniser = OfflineRecogniser(workers=workers)
    for future in recogniser.warm():
        future.result()
    return recogniser


def shut_down(recogniser: OfflineRecogniser) -> None:
    recogniser.close()


def cpu_of(work: Callable[[], None]) -> float:
    """CPU seconds of the child processes that ``work`` starts and ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def percentile(values: list[int], share: float) -> int:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=None, help="processes (default: cores)")
    parser.add_argument("--sessions", type=int, default=4, help="parallel sessions")
    options = parser.parse_args()
    pcm = two_cities()

    began = time.process_time()
    OfflineRecogniser(workers=1).transcribe(pcm[: 3_000 * BYTES_PER_MS], language="en-US",
                                            pause_ms=PAUSE_MS)  # fmt: skip
    loaded = time.process_time()
    OfflineRecogniser(workers=1).transcribe(pcm, language="en-US", pause_ms=PAUSE_MS)
    per_second = (time.process_time() - loaded) / (RECORDING_MS / 1000)
    print(f"loading and 3 s of sound: {loaded - began:.2f} s CPU")
    print(f"whole recording: {per_second:.3f} s CPU per second of sound")

    for sessions in (1, options.sessions):
        runs, cpu = measure(pcm, sessions, options.workers)
        lags = [lag for run in runs for lag in run.lags_ms]
        print(f"\n{sessions} live session(s) of {RECORDING_MS // 1000} s:")
        print(f"  CPU per second of sound   {cpu:.3f} s")
        print(f"  first words after         {max(run.first_text_ms for run in runs):.0f} ms")
        print(f"  updates per session       {len(lags) // sessions}")
        print(f"  lag p50 / p95             {percentile(lags, 0.5)} / {percentile(lags, 0.95)} ms")
        print(f"  last words after stop     {max(run.finish_ms for run in runs):.0f} ms")


if __name__ == "__main__":
    main()
