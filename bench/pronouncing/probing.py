"""Trains ``speaking/pronunciation/data/probe.npz``: ``python -m bench.pronouncing.probing FOLDER``.

``FOLDER`` is what ``building`` made. Only words and sentences that are no pairs are used. Their
phones are found by the acoustic model, 10 ms at a time; a multinomial logistic model (Adam,
eight rounds) then learns to tell them from three neighbouring frames of the recogniser's encoder.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

import speaking.pronunciation
from speaking.pronunciation.paths import best_path, best_scores
from speaking.pronunciation.phones import bare, dictionary_forms, is_known
from speaking.pronunciation.probe import NAMES, frame_times, neighbours
from speaking.pronunciation.senones import SILENCE, Aligned, Listener
from speaking.sound import pcm_to_samples
from speaking.stt.offline.decoding import Decoder
from speaking.stt.offline.forcing import FRAME_MS

TARGET = Path(speaking.pronunciation.__file__).parent / "data" / "probe.npz"
_ROUNDS, _BATCH = 8, 512
_FIRST_RATE, _LAST_RATE, _PENALTY = 2e-3, 1e-4, 1e-4

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.intp]


def main() -> None:
    frames, labels = zip(*_examples(Path(sys.argv[1])), strict=True)
    weights, bias = train(np.concatenate(frames), np.concatenate(labels))
    np.savez_compressed(TARGET, weights=weights.astype(np.float16), bias=bias)
    print(f"{sum(map(len, labels))} frames: {TARGET.name} written")


def _examples(folder: Path) -> Iterator[tuple[Floats, Labels]]:
    listener, decoder = Listener(), Decoder()
    for file in sorted(folder.glob("*.npz")):
        with np.load(file) as clips:
            for key in clips.files:
                if key[0] in "ts":
                    found = _labelled(clips[key].tobytes(), key[2:], listener, decoder)
                    if found is not None:
                        yield found
        print(file.stem, flush=True)


def _labelled(
    pcm: bytes, text: str, listener: Listener, decoder: Decoder
) -> tuple[Floats, Labels] | None:
    words = re.findall(r"[a-z']+", text.lower())
    if not all(map(is_known, words)):
        return None
    aligned = listener.listen(pcm, words)
    phones = _phones_of(aligned, words, listener) if aligned is not None else None
    if phones is None:
        return None
    encoded = decoder.encode(pcm_to_samples(pcm))["encoder_hidden_states"][0]
    frames = neighbours(encoded.astype(np.float32))
    places = (frame_times(len(frames)) / FRAME_MS).astype(np.intp)
    inside = places < len(phones)
    return frames[inside], phones[places[inside]]


def _phones_of(aligned: Aligned, words: list[str], listener: Listener) -> Labels | None:
    """The number of the phone in each 10 ms; None if a word was too short for its phones."""
    labels = np.full(len(aligned.scores), NAMES.index(SILENCE), dtype=np.intp)
    for word, (begin, end) in zip(words, aligned.words, strict=True):
        forms = [bare(form) for form in dictionary_forms(word)]
        rows = [listener.triphones.word_states(form, SILENCE, SILENCE) for form in forms]
        if end - begin < min(map(len, rows)):
            return None
        scores = aligned.scores[begin:end]
        best = int(best_scores(scores, rows).argmax())
        path = best_path(scores, rows[best])
        if len(path) != len(rows[best]):
            return None
        for number, phone in enumerate(forms[best]):
            first, last = path[3 * number][0], path[3 * number + 2][1]
            labels[begin + first : begin + last] = NAMES.index(phone)
    return labels


def train(frames: Floats, labels: Labels) -> tuple[Floats, Floats]:
    """Weights and bias for ``frames`` as they come, though it learns from standardised ones."""
    dice = np.random.default_rng(0)
    mean, spread = frames.mean(axis=0), frames.std(axis=0) + 1e-3
    frames = ((frames - mean) / spread).astype(np.float32)
    weights = np.zeros((frames.shape[1], len(NAMES)), dtype=np.float32)
    bias = np.zeros(len(NAMES), dtype=np.float32)
    steps = [_Adam(weights), _Adam(bias)]
    for turn in range(_ROUNDS):
        rate = _FIRST_RATE * (1 - turn / _ROUNDS) + _LAST_RATE
        for batch in np.array_split(dice.permutation(len(frames)), len(frames) // _BATCH):
            seen = frames[batch]
            raw = seen @ weights + bias
            chance = np.exp(raw - raw.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
            chance[np.arange(len(batch)), labels[batch]] -= 1
            chance /= len(batch)
            steps[0].take(seen.T @ chance + _PENALTY * weights, rate)
            steps[1].take(chance.sum(axis=0), rate)
    return weights / spread[:, None].astype(np.float32), bias - (mean / spread) @ weights


class _Adam:
    """Kingma & Ba 2015. Changes ``values`` in place."""

    def __init__(self, values: Floats) -> None:
        self._values = values
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)
        self._count = 0

    def take(self, gradient: Floats, rate: float) -> None:
        self._count += 1
        self._mean = 0.9 * self._mean + 0.1 * gradient
        self._square = 0.999 * self._square + 0.001 * gradient * gradient
        mean = self._mean / (1 - 0.9**self._count)
        square = self._square / (1 - 0.999**self._count)
        self._values -= rate * mean / (np.sqrt(square) + 1e-8)


if __name__ == "__main__":
    main()
