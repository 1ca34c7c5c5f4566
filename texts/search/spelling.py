"""What somebody may have meant who found nothing."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from texts.lexicon import get_lexicon
from texts.search.terms import QUERY_CHARS, Query, query_read

SUGGESTIONS = 5
# Longer words have no near spelling in the lexicon and cost time.
_LONGEST_WORD = 30
_TITLE_LIKENESS = 70.0


@dataclass(frozen=True, slots=True)
class Respelling:
    """``query`` is the likeliest; ``others`` the next ones."""

    query: Query
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.query.text


def respelling_by_words(query: Query) -> Respelling | None:
    """``query`` with each word that is not English replaced by the likeliest one; None if none."""
    has_word = get_lexicon().has_word
    near = {word: _near(word) for word in query.words if not has_word(word)}
    if not any(near.values()):
        return None
    words = tuple((near.get(word) or (word,))[0] for word in query.words)
    others = near[query.words[0]][1:] if len(words) == 1 else ()
    return Respelling(Query(text=" ".join(words), words=words), others)


def respelling_by_titles(query: Query, titles: list[str]) -> Respelling | None:
    """The likest of ``titles``; None if none is like enough."""
    typed = query.text.casefold()
    rated = sorted((-fuzz.ratio(typed, title.casefold()), title) for title in titles)
    like = [title for likeness, title in rated if -likeness >= _TITLE_LIKENESS]
    likest = query_read(like[0][:QUERY_CHARS]) if like else None
    return Respelling(likest, tuple(like[1:SUGGESTIONS])) if likest else None


def _near(word: str) -> tuple[str, ...]:
    """Words within one edit, or two from eight letters on."""
    if not word.isalpha() or not 3 <= len(word) <= _LONGEST_WORD:
        return ()
    reach = max(1, len(word) // 4)
    suggested = get_lexicon().suggest(word, SUGGESTIONS)
    return tuple(other for other in suggested if OSA.distance(word, other) <= reach)
