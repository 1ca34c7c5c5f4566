"""When each word was said: by forced alignment."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from speaking.stt.offline.forcing import FRAME_MS, ForcedAligner
from speaking.stt.offline.pronouncing import spoken_words

Times = list[tuple[int, int]]


class Aligner:
    """Thread-safe, by a lock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._aligner = ForcedAligner()

    def align(self, pcm: bytes, words: Sequence[str]) -> Times:
        """Start and end (ms from the start of ``pcm``) of each written word, in order.

        A word that nothing is spoken for (a lone dash), and all words where alignment fails, get
        times shared out by length.
        """
        duration_ms = len(pcm) // 32
        with self._lock:
            spoken = [self._known(word) for word in words]
            found = self._aligner.frames(pcm, [part for parts in spoken for part in parts])
        if found is None:
            return share_out(words, 0, duration_ms)
        times: list[tuple[int, int] | None] = []
        position = 0
        for parts in spoken:
            if parts:
                last = position + len(parts) - 1
                times.append((found[position][0] * FRAME_MS, found[last][1] * FRAME_MS))
                position = last + 1
            else:
                times.append(None)
        return _filled(times, duration_ms)

    def _known(self, written: str) -> list[str]:
        return [word for word in spoken_words(written) if self._aligner.learn(word)]


def share_out(words: Sequence[str], start_ms: int, end_ms: int) -> Times:
    """Times between ``start_ms`` and ``end_ms``, in proportion to the words' letters."""
    total = sum(len(word) for word in words) or 1
    times: Times = []
    done = 0
    for word in words:
        begin = start_ms + (end_ms - start_ms) * done // total
        done += len(word)
        times.append((begin, start_ms + (end_ms - start_ms) * done // total))
    return times


def _filled(times: Sequence[tuple[int, int] | None], duration_ms: int) -> Times:
    """A word without a time gets the moment at which its neighbour ends."""
    filled: Times = []
    now = 0
    for time in times:
        start, end = time or (now, now)
        start = min(max(start, now), duration_ms)
        now = min(max(end, start), duration_ms)
        filled.append((start, now))
    return filled
