"""Vocabulary: how advanced and how varied the words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from speaking.evaluation.offline.scale import score_between
from speaking.evaluation.offline.speech import plain
from speaking.stt.base import Word

MIN_WORDS = 20
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")

_WINDOW = 20
_PARTS_OF_SPEECH = ("VERB", "AUX", "NOUN", "ADJ", "ADV")
_CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall"}
# How much a different word of a level adds. Even advanced talk is mostly A1 words, so the mean
# over a recording is small; 0.3 is reached by educated native talk.
_WEIGHTS = {"A1": 0.0, "A2": 0.25, "B1": 0.6, "B2": 0.85, "C1": 1.0, "C2": 1.0}
_BEST_MEAN = 0.3
_OFTEN, _OFTEN_SHARE = 4, 0.05
# Words more frequent than this (the, have, go, people) are no choice of anybody's.
_FUNCTION_ZIPF = 5.6
_SOPHISTICATION, _DIVERSITY = 0.6, 0.4


class LevelSource(Protocol):
    """The part of a text engine that is needed here."""

    def level(self, word: str) -> str | None:
        """CEFR level of a word form, None where unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Different lemmas by level, in the order they were said; ``diversity`` is 0–1 or None.

    ``repeated`` is the noun, verb or adjective that came most often and how often, if that was
    four times or more and every twentieth word or more; else None.
    """

    lemmas: dict[str, tuple[str, ...]]
    diversity: float | None
    repeated: tuple[str, int] | None = None

    @property
    def counts(self) -> dict[str, int]:
        return {level: len(lemmas) for level, lemmas in self.lemmas.items()}

    def rarer_than(self, zipf: float) -> list[str]:
        """Lemmas of B1 and above that are less frequent than ``zipf``, the rarest first."""
        from wordfreq import zipf_frequency

        known = [lemma for level in LEVELS[2:] for lemma in self.lemmas.get(level, ())]
        frequency = {lemma: zipf_frequency(lemma, "en") for lemma in known}
        return sorted((one for one in known if frequency[one] < zipf), key=frequency.__getitem__)


def measure_vocabulary(words: Sequence[Word], source: LevelSource) -> Vocabulary:
    """Measure ``words`` (without fillers)."""
    forms = [plain(word.text) for word in words]
    lemmas = [lemma_of(form) for form in forms]
    by_level: dict[str, dict[str, None]] = {}
    for form, lemma in zip(forms, lemmas, strict=True):
        level = source.level(lemma) or source.level(form)
        if level in LEVELS:
            by_level.setdefault(level, {})[lemma] = None
    ordered = {level: tuple(by_level[level]) for level in LEVELS if level in by_level}
    return Vocabulary(ordered, moving_ratio(lemmas), _most_repeated(lemmas))


def _most_repeated(lemmas: Sequence[str]) -> tuple[str, int] | None:
    from wordfreq import zipf_frequency

    for lemma, count in Counter(lemmas).most_common():
        if count < max(_OFTEN, _OFTEN_SHARE * len(lemmas)):
            return None
        if zipf_frequency(lemma, "en") < _FUNCTION_ZIPF:
            return lemma, count
    return None


def moving_ratio(lemmas: Sequence[str]) -> float | None:
    """Different lemmas per word, averaged over all runs of 20 words; None if there are fewer.

    The moving-average type-token ratio (Covington & McFall 2010), which does not fall as a text
    grows. The window is shorter than theirs, as recordings are short.
    """
    if len(lemmas) < _WINDOW:
        return None
    windows = [
        len(set(lemmas[start : start + _WINDOW])) for start in range(len(lemmas) - _WINDOW + 1)
    ]
    return round(sum(windows) / len(windows) / _WINDOW, 3)


def vocabulary_score(words: int, vocabulary: Vocabulary) -> tuple[int | None, str]:
    """The score, or None and the reason.

    60 % the mean weight of the different words' levels, 40 % diversity (0.65 is 0, 0.92 is 100).
    The weights are ours, not calibrated against raters.
    """
    counts = vocabulary.counts
    if words < MIN_WORDS or vocabulary.diversity is None:
        return None, f"Vocabulary needs at least {MIN_WORDS} words to go by; there were {words}."
    if not counts:
        return None, "The levels of these words are not known."
    mean = sum(_WEIGHTS[level] * count for level, count in counts.items()) / sum(counts.values())
    level_score = score_between(mean, worst=0.0, best=_BEST_MEAN)
    diversity_score = score_between(vocabulary.diversity, worst=0.65, best=0.92)
    return round(_SOPHISTICATION * level_score + _DIVERSITY * diversity_score), ""


@lru_cache(maxsize=20_000)
def lemma_of(form: str) -> str:
    """The headword of a word form; a contraction counts by its first part ("don't": "do")."""
    from lemminflect import getAllLemmas

    stem = _CONTRACTED.get(form) or (form[:-3] if form.endswith("n't") else form.split("'")[0])
    lemmas: dict[str, tuple[str, ...]] = getAllLemmas(stem)
    for part in _PARTS_OF_SPEECH:
        if part in lemmas:
            return lemmas[part][0]
    return stem
