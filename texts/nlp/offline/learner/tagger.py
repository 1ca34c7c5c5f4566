"""Part-of-speech tags: greedy averaged perceptron with the weights of textblob-aptagger (MIT).

Only the weight file of that package is read, with an unpickler that builds nothing but plain
containers. Tags are Penn Treebank tags.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

_FILE = "trontagger-0.1.0.pickle"
_START = ("-START-", "-START2-")
_NOTHING: dict[str, float] = {}
_END = ("-END-", "-END2-")


class _Model(NamedTuple):
    weights: dict[str, dict[str, float]]
    known: dict[str, str]


class _PlainUnpickler(pickle.Unpickler):
    """Allows ``set`` and nothing else, so that the file cannot run code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in {("__builtin__", "set"), ("builtins", "set")}:
            return set
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")


@lru_cache(maxsize=1)
def _model() -> _Model:
    spec = find_spec("textblob_aptagger")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("textblob-aptagger is not installed")
    path = Path(spec.submodule_search_locations[0]) / _FILE
    with path.open("rb") as file:
        weights, known, _classes = _PlainUnpickler(file).load()
    return _Model(weights, known)


def _normalise(word: str) -> str:
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit() and len(word) == 4:
        return "!YEAR"
    if word[0].isdigit():
        return "!DIGITS"
    return word.lower()


Scores = dict[str, float]


def _add(scores: Scores, features: tuple[str, ...]) -> None:
    weights, score = _model().weights, scores.get
    for feature in features:
        for label, weight in weights.get(feature, _NOTHING).items():
            scores[label] = score(label, 0.0) + weight


@lru_cache(maxsize=4_000)
def _scores_after(previous: str, before: str) -> Scores:
    """What the two tags before a word say about its own. There are few such pairs."""
    scores: Scores = {}
    tags = (f"i-1 tag {previous}", f"i-2 tag {before}", f"i tag+i-2 tag {previous} {before}")
    _add(scores, ("bias", *tags))
    return scores


def _predict(word: str, previous: str, before: str, around: list[str]) -> str:
    """The tag of ``word``, the middle one of the five normalised words of ``around``."""
    scores = _scores_after(previous, before).copy()
    features = (
        f"i suffix {word[-3:]}",
        f"i pref1 {word[0]}",
        f"i word {around[2]}",
        f"i-1 tag+i word {previous} {around[2]}",
        f"i-1 word {around[1]}",
        f"i-1 suffix {around[1][-3:]}",
        f"i-2 word {around[0]}",
        f"i+1 word {around[3]}",
        f"i+1 suffix {around[3][-3:]}",
        f"i+2 word {around[4]}",
    )
    _add(scores, features)
    return max(scores, key=lambda label: (scores[label], label), default="NN")


def tag_words(words: list[str]) -> list[str]:
    """One Penn tag for each of ``words`` (one sentence)."""
    known = _model().known
    context = [*_START, *(_normalise(word) for word in words), *_END]
    previous, before = _START
    tags = []
    for index, word in enumerate(words):
        tag = known.get(word) or _predict(word, previous, before, context[index : index + 5])
        tags.append(tag)
        before, previous = previous, tag
    return tags
