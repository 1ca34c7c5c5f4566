"""How well each frame of sound fits each state of the acoustic model (pocketsphinx, en-us).

One pass of pocketsphinx aligns the words and leaves the score of every state of every frame in a
file; any pronunciation can then be judged against any other without hearing the sound again.
Scores are natural logarithms; the best state of a frame has 0.
"""

from __future__ import annotations

import struct
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from speaking.stt.offline.forcing import MODEL, ForcedAligner

SILENCE = "SIL"
# Scores are kept in units of 1,024 steps of a logarithm to the base 1.0001.
_UNIT = 1024 * float(np.log(1.0001))
_STATES = 3

Scores = npt.NDArray[np.float32]
States = npt.NDArray[np.intp]


class Triphones:
    """Which states a phone has between two others. Reads pocketsphinx's ``mdef`` (BMDF 1)."""

    def __init__(self, file: Path) -> None:
        data = file.read_bytes()
        if data[:4] != b"BMDF":
            raise ValueError(f"Not a binary model definition: {file}")
        text_length = struct.unpack_from("<i", data, 8)[0]
        place = 12 + text_length
        counts = struct.unpack_from("<10i", data, place)
        phones, entries, _, _, self.states, _, sequences, _, tree, _ = counts
        place += 40
        names = data[place:].split(b"\0", phones)[:phones]
        self.names = [name.decode() for name in names]
        place += -(-sum(len(name) + 1 for name in names) // 4) * 4
        place += tree * 8
        table = np.frombuffer(data, dtype="<i4", count=entries * 3, offset=place).reshape(-1, 3)
        context = table[:, 2].copy().view(np.uint8).reshape(-1, 4)
        place += entries * 12 + 4
        self._sequences = np.frombuffer(
            data, dtype="<u2", count=sequences * _STATES, offset=place
        ).reshape(-1, _STATES)
        self._number = {name: number for number, name in enumerate(self.names)}
        self._alone = table[:phones, 0]
        self._within = {
            (int(base), int(left), int(right), int(where)): int(sequence)
            for (where, base, left, right), sequence in zip(
                context[phones:], table[phones:, 0], strict=True
            )
        }

    def phone_states(self, phone: str) -> States:
        """The three states of ``phone`` whatever is beside it."""
        states: States = self._sequences[self._alone[self._number[phone]]].astype(np.intp)
        return states

    def all_phone_states(self) -> States:
        """Those of every phone and of silence, but not of noises."""
        return np.concatenate(
            [self.phone_states(name) for name in self.names if not name.startswith("+")]
        )

    def word_states(self, phones: Sequence[str], left: str, right: str) -> States:
        """Three states for each of a word's ``phones``, spoken between two other phones."""
        rows = []
        for place, phone in enumerate(phones):
            before = phones[place - 1] if place else left
            after = phones[place + 1] if place + 1 < len(phones) else right
            rows.append(self._states_of(phone, before, after, _position(place, len(phones))))
        return np.concatenate(rows)

    def _states_of(self, phone: str, before: str, after: str, where: int) -> States:
        key = (self._number[phone], self._number[before], self._number[after])
        for place in (where, 0, 1, 2, 3):
            sequence = self._within.get((*key, place))
            if sequence is not None:
                states: States = self._sequences[sequence].astype(np.intp)
                return states
        return self.phone_states(phone)


def _position(place: int, length: int) -> int:
    """Inside, at the beginning, at the end of a word, or a word by itself."""
    if length == 1:
        return 3
    if place == 0:
        return 1
    return 2 if place == length - 1 else 0


@dataclass(frozen=True, slots=True)
class Aligned:
    """``scores`` [frames, states]; ``words``: first frame and the one after the last of each."""

    scores: Scores
    words: tuple[tuple[int, int], ...]


class Listener:
    """One acoustic model and dictionary. Thread-safe by a lock: the decoder keeps state."""

    def __init__(self) -> None:
        self.triphones = Triphones(MODEL / "en-us" / "mdef")
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="senones-")
        self._aligner = ForcedAligner(compallsen=True, senlogdir=self._folder.name)

    def listen(self, pcm: bytes, words: Sequence[str]) -> Aligned | None:
        """Find the spoken ``words`` (lower case) in ``pcm``; None where that fails."""
        with self._lock:
            if not all(self._aligner.learn(word) for word in words):
                return None
            times = self._aligner.frames(pcm, words)
            logs = sorted(Path(self._folder.name).glob("*.sen"))
            scores = _read_scores(logs[-1].read_bytes(), self.triphones.states) if logs else None
            for log in logs:
                log.unlink()
        if times is None or scores is None:
            return None
        return Aligned(scores, tuple(times))


def _read_scores(log: bytes, states: int) -> Scores:
    """A header of lines up to ``endhdr``, four bytes of order, then a count and the scores."""
    begin = log.index(b"endhdr\n") + len(b"endhdr\n") + 4
    width = states + 1
    frames = (len(log) - begin) // (2 * width)
    table = np.frombuffer(log, dtype="<i2", count=frames * width, offset=begin)
    costs = table.reshape(frames, width)[:, 1:].astype(np.float32)
    costs -= costs.min(axis=1, keepdims=True)
    scores: Scores = costs * np.float32(-_UNIT)
    return scores
