"""Grammar topics and contrasts from YAML, found by what people ask.

Nothing is read before the first grammar question; words never pay for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from threading import Lock

from texts.content import ContrastContent, TopicContent
from texts.content_files import GrammarFile, contrast_files, contrast_paths, topic_files
from texts.nlp.offline.ranking import PhraseRanking

_THRESHOLD = 0.5
_MAX_SUGGESTIONS = 4
_WORD = re.compile(r"[a-z']+")


Topic = GrammarFile[TopicContent]
Contrast = GrammarFile[ContrastContent]


class Knowledge:
    """All topics and contrasts by slug. Immutable after construction."""

    def __init__(self) -> None:
        self.topics = {topic.content.slug: topic for topic in topic_files()}
        self.contrasts = {contrast.content.slug: contrast for contrast in contrast_files()}
        self._by_items: dict[frozenset[str], Contrast] = {}
        for contrast in self.contrasts.values():
            keys = [item_key(item) for item in contrast.content.items]
            for first in keys:
                for second in keys:
                    self._by_items.setdefault(frozenset((first, second)), contrast)
        self._ranking = PhraseRanking(
            {slug: _topic_phrases(topic.content) for slug, topic in self.topics.items()}
        )
        self._by_title = {t.content.title.lower(): t for t in self.topics.values()}

    def topic_for(self, question: str) -> Topic | None:
        """The topic that answers ``question``, or None if none is near enough."""
        titled = self._by_title.get(question.strip(" ?.!").lower())
        if titled is not None:
            return titled
        best = self._ranking.best(question, 1)
        return self.topics[best[0].key] if best and best[0].score >= _THRESHOLD else None

    def near_titles(self, question: str) -> tuple[str, ...]:
        """Titles of the topics nearest to ``question``, the nearest first."""
        found = self._ranking.best(question, _MAX_SUGGESTIONS)
        return tuple(self.topics[match.key].content.title for match in found if match.score > 0)

    def contrast_of(self, items: Iterable[str]) -> Contrast | None:
        """The contrast that has all ``items``, or None."""
        return self._by_items.get(frozenset(map(item_key, items)))


def item_key(item: str) -> str:
    """``item`` for comparison: lower case, without "to " and without signs around it."""
    words = _WORD.findall(item.lower())
    if len(words) > 1 and words[0] == "to":
        words = words[1:]
    return " ".join(words)


def _topic_phrases(topic: TopicContent) -> list[str]:
    return [topic.title, *topic.keywords, *topic.questions, topic.slug.replace("-", " ")]


@cache
def _read() -> Knowledge:
    return Knowledge()


_LOCK = Lock()


def get_knowledge() -> Knowledge:
    """The shared topics and contrasts, read on the first call."""
    with _LOCK:
        return _read()


@cache
def contrast_items() -> frozenset[frozenset[str]]:
    """Which items are contrasted, read without parsing the files (about 2 ms)."""
    found: set[frozenset[str]] = set()
    for path in contrast_paths():
        block = re.search(r"^items:\s*((?:\n\s*- .*)+)", path.read_text(encoding="utf-8"), re.M)
        lines = block[1].strip().splitlines() if block else []
        items = [item_key(line.strip().removeprefix("-")) for line in lines]
        found |= {frozenset((a, b)) for a in items for b in items if a != b}
    return frozenset(found)
