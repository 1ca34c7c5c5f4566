"""When each word was said: forced alignment with pocketsphinx."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pocketsphinx

from speaking.stt.offline.pronouncing import approximate_phones, spoken_words

Times = list[tuple[int, int]]
_FRAME_MS = 10


class Aligner:
    """One acoustic model and dictionary. Thread-safe by a lock: the decoder keeps state."""

    def __init__(self) -> None:
        folder = Path(pocketsphinx.get_model_path()) / "en-us"
        self._lock = threading.Lock()
        self._decoder = pocketsphinx.Decoder(
            lm=None,
            hmm=str(folder / "en-us"),
            dict=str(folder / "cmudict-en-us.dict"),
            loglevel="FATAL",
        )

    def align(self, pcm: bytes, words: Sequence[str]) -> Times:
        """Start and end (ms from the start of ``pcm``) of each written word, in order.

        A word that nothing is spoken for (a lone dash), and all words where alignment fails, get
        times shared out by length.
        """
        duration_ms = len(pcm) // 32
        with self._lock:
            spoken = [self._known(word) for word in words]
            found = self._force(pcm, [part for parts in spoken for part in parts])
        if found is None:
            return share_out(words, 0, duration_ms)
        times: list[tuple[int, int] | None] = []
        position = 0
        for parts in spoken:
            if parts:
                last = position + len(parts) - 1
                times.append((found[position][0], found[last][1]))
                position = last + 1
            else:
                times.append(None)
        return _filled(times, duration_ms)

    def _known(self, written: str) -> list[str]:
        return [word for word in spoken_words(written) if self._in_dictionary(word)]

    def _in_dictionary(self, word: str) -> bool:
        if self._decoder.lookup_word(word) is not None:
            return True
        phones = approximate_phones(word)
        if phones:
            self._decoder.add_word(word, phones, True)
        return bool(phones)

    def _force(self, pcm: bytes, words: list[str]) -> Times | None:
        if not words or not pcm:
            return None
        try:
            self._decoder.set_align_text(" ".join(words))
            self._decoder.start_utt()
            try:
                self._decoder.process_raw(pcm, full_utt=True)
            finally:
                self._decoder.end_utt()
            segments = list(self._decoder.seg() or ())
        except RuntimeError:
            return None
        times = [
            (segment.start_frame * _FRAME_MS, (segment.end_frame + 1) * _FRAME_MS)
            for segment in segments
            if segment.word[0] not in "<["
        ]
        return times if len(times) == len(words) else None


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
