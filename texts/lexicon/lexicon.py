"""Look-ups in the dictionary, without Django and without the packages that built it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count
from threading import Lock
from typing import Any

from texts.content import PhraseContent, WordContent
from texts.lexicon.phrasematch import PhraseMatch, PhraseMatcher
from texts.lexicon.spelling import SpellingIndex
from texts.lexicon.store import FORM_NAMES, PART_LETTERS, Store

__all__ = ["IndexEntry", "Lexicon", "PhraseMatch", "WordForm", "get_lexicon"]

_PARTS = {letter: part for part, letter in PART_LETTERS.items()}


@dataclass(frozen=True, slots=True)
class WordForm:
    """``form`` names how a spelling relates to ``headword``: "past tense"."""

    headword: str
    form: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of a word or phrase, without its content.

    ``is_estimate``: the level is worked out, see ``texts.content``.
    """

    headword: str
    level: str | None
    zipf: float
    is_estimate: bool


class Lexicon:
    """Immutable after construction: safe in any thread. Look-ups ignore case."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store or Store()
        self._words = {key: n for n, key in enumerate(self._store.words["key"])}
        self._phrases = {key: n for n, key in enumerate(self._store.phrases["key"])}

    def word(self, headword: str) -> WordContent | None:
        """The entry of a headword (not of an inflected form), or None."""
        number = self._words.get(headword.lower())
        return None if number is None else self._store.word(number)

    def phrase(self, headword: str) -> PhraseContent | None:
        """The entry of a phrase as the dictionary writes it, or None."""
        number = self._phrases.get(headword.lower())
        return None if number is None else self._store.phrase(number)

    def phrase_level(self, headword: str) -> str | None:
        """CEFR level of a phrase, None where unknown; its content says if it is an estimate."""
        number = self._phrases.get(headword.lower())
        return None if number is None else self._store.phrases["level"][number]

    def has_word(self, key: str) -> bool:
        """Whether ``key`` is a headword or an inflected form."""
        low = key.lower()
        return low in self._words or low in self._store.forms

    def parts_of_speech(self, headword: str) -> tuple[str, ...]:
        """Parts of speech of a headword, the most used first; empty if unknown."""
        number = self._words.get(headword.lower())
        letters = "" if number is None else self._store.words["parts"][number]
        return tuple(_PARTS[letter] for letter in letters)

    def lemma_of(self, form: str) -> tuple[WordForm, ...]:
        """Headwords that ``form`` is an inflected form of, the most frequent first."""
        row = self._store.forms.get(form.lower(), [])
        keys, zipf = self._store.words["key"], self._store.words["zipf"]
        pairs = sorted(
            zip(row[::2], row[1::2], strict=True), key=lambda pair: (-zipf[pair[0]], pair)
        )
        return tuple(WordForm(keys[word], FORM_NAMES[name]) for word, name in pairs)

    def preferred_lemma(self, form: str) -> str | None:
        """The lemma of a headword that is mostly an inflected form: "see" for "saw"."""
        return self._store.prefers.get(form.lower())

    def level(self, form: str, *, with_estimates: bool = True) -> str | None:
        """CEFR level of a word form (that of its lemma), None where unknown."""
        low = form.lower()
        lemma = self._store.prefers.get(low)
        if lemma is None:
            lemma = low if low in self._words else self._first_lemma(low)
        number = None if lemma is None else self._words[lemma]
        if number is None or (number in self._store.estimated_words and not with_estimates):
            return None
        level: str | None = self._store.words["level"][number]
        return level

    def zipf(self, form: str) -> float:
        """log10 of uses per 10**9 words of the lemma of ``form``; 0.0 where unknown."""
        low = form.lower()
        lemma = low if low in self._words else self._first_lemma(low)
        return 0.0 if lemma is None else self._store.words["zipf"][self._words[lemma]] / 100

    def _first_lemma(self, form: str) -> str | None:
        return next((found.headword for found in self.lemma_of(form)), None)

    def match_phrase(self, tokens: Sequence[str]) -> str | None:
        """The phrase that all ``tokens`` together are a form of ("gave", "up"), or None."""
        return self._matcher.match(tokens)

    def phrases_in(self, tokens: Sequence[str]) -> tuple[PhraseMatch, ...]:
        """Phrases within ``tokens``, longest first choice, not overlapping."""
        return self._matcher.find(tokens)

    def suggest(self, misspelling: str, limit: int = 5) -> tuple[str, ...]:
        """Words spelt like ``misspelling``, the likeliest first."""
        return self._spelling.words(misspelling, limit)

    def suggest_phrases(self, text: str, limit: int = 5) -> tuple[str, ...]:
        """Phrases that look like ``text`` or share its words, the likeliest first."""
        return self._spelling.phrases(text, limit)

    def iter_words(self) -> Iterator[IndexEntry]:
        """Words, the most frequent first, without those mostly used as a form of another."""
        for entry in _entries(self._store.words, self._store.estimated_words):
            if entry.headword not in self._store.prefers:
                yield entry

    def iter_phrases(self) -> Iterator[IndexEntry]:
        """All phrases, the most frequent first. Their frequency is an estimate."""
        yield from _entries(self._store.phrases, self._store.estimated_phrases)

    # Two threads may each build these once; they are equal and the last one stays.
    @cached_property
    def _matcher(self) -> PhraseMatcher:
        phrases = zip(self._store.phrases["key"], self._store.phrases["category"], strict=True)
        return PhraseMatcher(phrases, lambda form: [f.headword for f in self.lemma_of(form)])

    @cached_property
    def _spelling(self) -> SpellingIndex:
        zipf = self._store.words["zipf"]
        return SpellingIndex(
            words=dict(zip(self._words, zipf, strict=True)),
            forms={form: zipf[row[0]] for form, row in self._store.forms.items()},
            phrases=dict(zip(self._phrases, self._store.phrases["zipf"], strict=True)),
        )


def _entries(index: dict[str, list[Any]], estimated: frozenset[int]) -> Iterator[IndexEntry]:
    rows = zip(index["key"], index["level"], index["zipf"], count(), strict=False)
    for key, level, zipf, number in sorted(rows, key=lambda row: (-row[2], row[0])):
        yield IndexEntry(key, level, zipf / 100, number in estimated)


@cache
def _load() -> Lexicon:
    return Lexicon()


_LOAD_LOCK = Lock()


def get_lexicon() -> Lexicon:
    """The lexicon, loaded on the first call (about 0.2 s), then shared by all threads."""
    with _LOAD_LOCK:
        return _load()
