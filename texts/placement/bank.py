"""The words that are asked: from the dictionary, those whose first meaning can be told briefly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from random import Random

from texts.lexicon.lexicon import IndexEntry, get_lexicon
from texts.placement.estimate import LEVELS

PER_LEVEL = 120
# Words of a level are more or less common; those near these Zipf values (log10 of uses per 10**9
# words, van Heuven et al. 2014) are typical of it, and names that look like words are not.
TYPICAL_ZIPF = {"A1": 5.4, "A2": 5.0, "B1": 4.6, "B2": 4.1, "C1": 3.5, "C2": 2.9}
OPTIONS = 4
_PARTS = frozenset({"noun", "verb", "adjective", "adverb"})
_DEFINITION_CHARS = range(8, 76)
_SHORTEST = 3
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A word of a level, what part of speech it is and what it means."""

    word: str
    level: str
    part_of_speech: str
    definition: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which of ``options`` does ``word`` mean? ``right`` is the index of the one it does."""

    word: str
    level: str
    part_of_speech: str
    options: tuple[str, ...]
    right: int


def question_ask(*, level: str, asked: set[str], random: Random) -> Question:
    """A question of ``level`` about a word that was not asked yet."""
    items = bank()[level]
    fresh = [item for item in items if item.word not in asked] or items
    item = random.choice(fresh)
    wrong = random.sample(_distractors(item), OPTIONS - 1)
    options = [item.definition, *wrong]
    random.shuffle(options)
    return Question(
        word=item.word,
        level=level,
        part_of_speech=item.part_of_speech,
        options=tuple(options),
        right=options.index(item.definition),
    )


def _distractors(item: Item) -> list[str]:
    """Meanings of other words of the same part of speech, about as hard to read if possible."""
    number = LEVELS.index(item.level)
    near = _others(item, LEVELS[max(0, number - 1) : number + 2])
    return near if len(near) >= OPTIONS - 1 else _others(item, LEVELS)


def _others(item: Item, levels: tuple[str, ...]) -> list[str]:
    return sorted(
        {
            other.definition
            for level in levels
            for other in bank()[level]
            if other.part_of_speech == item.part_of_speech
            and other.word != item.word
            and other.word not in item.synonyms
            and item.word not in other.synonyms
            and other.definition != item.definition
        }
    )


@cache
def bank() -> dict[str, tuple[Item, ...]]:
    """The items of each level, the most typical words of it first."""
    entries: dict[str, list[IndexEntry]] = {level: [] for level in LEVELS}
    for entry in get_lexicon().iter_words():
        if entry.level in entries and not entry.is_estimate:
            entries[entry.level].append(entry)
    return {
        level: tuple(islice(_items(level, found), PER_LEVEL)) for level, found in entries.items()
    }


def _items(level: str, entries: list[IndexEntry]) -> Iterator[Item]:
    for entry in sorted(
        entries, key=lambda one: (abs(one.zipf - TYPICAL_ZIPF[level]), one.headword)
    ):
        item = _item(entry.headword, level)
        if item is not None:
            yield item


def _item(word: str, level: str) -> Item | None:
    if not word.isalpha() or not word.islower() or len(word) < _SHORTEST:
        return None
    content = get_lexicon().word(word)
    sense = content.senses[0] if content and content.senses else None
    if sense is None or sense.part_of_speech not in _PARTS:
        return None
    definition = sense.definition.split(";")[0].strip()
    if len(definition) not in _DEFINITION_CHARS or _gives_away(word, definition):
        return None
    return Item(
        word=word,
        level=level,
        part_of_speech=sense.part_of_speech,
        definition=definition,
        synonyms=sense.synonyms,
    )


def _gives_away(word: str, definition: str) -> bool:
    """Whether the meaning is told with the word itself, or its stem."""
    stem = word[: max(_STEM, len(word) - 3)]
    return any(part.startswith(stem) for part in definition.lower().split())
