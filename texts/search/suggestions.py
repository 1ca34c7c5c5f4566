"""Headwords as one types."""

# ruff: noqa: S608 (the SQL is made of constants; what people type goes in as parameters)
from __future__ import annotations

import heapq
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from django.db.models import Q

from learnenglish.common.errors import DomainError
from texts.lexicon import get_lexicon
from texts.models import ResourceKind, Source
from texts.search.base import Statement
from texts.search.statements import Title, backend_get, titles_find
from texts.search.terms import match_of, plain, query_read
from texts.selectors import resource_visible

if TYPE_CHECKING:
    from accounts.models import User

MAX_SUGGESTIONS = 8
# Some of the likeliest may be hidden.
_CANDIDATES = 3 * MAX_SUGGESTIONS
# From so many characters on, titles are searched for words that begin like this.
_TITLE_CHARS = 3
# What the lexicon does not count stands among words of middling frequency; 50 points of the
# rating weigh as much as being ten times as frequent.
_OTHER_ZIPF = 4.0
# While the first word is being typed, words come before phrases, whose frequency is estimated.
_PHRASE_PENALTY = 2.0
_RATING_WEIGHT = 1 / 50
_LAST_CHARACTER = "\U0010ffff"


def resource_suggest(*, user: User, typed: str) -> list[Title]:
    """Up to MAX_SUGGESTIONS that begin like ``typed``; none for what cannot be searched for."""
    try:
        query = query_read(typed)
    except DomainError:
        return []
    if query is None:
        return []
    start = plain(query.text)
    visible = resource_visible(user=user)
    found = set(titles_find(visible, _named([*_frequent(start), start]), limit=_CANDIDATES))
    if len(start) >= _TITLE_CHARS:
        in_titles = backend_get().hits(replace(match_of(query), titles_only=True))
        if len(found) >= MAX_SUGGESTIONS:
            # Of what the lexicon counts, the likeliest are there already.
            visible = visible.filter(Q(kind=ResourceKind.GRAMMAR) | ~Q(source=Source.SYSTEM))
        found.update(titles_find(visible, in_titles, limit=MAX_SUGGESTIONS))

    def place(title: Title) -> tuple[bool, float, str]:
        key = title.text.casefold()
        weight = _weight(key, start) + _RATING_WEIGHT * title.rating_score
        return (key != start, -weight, key)

    return sorted(found, key=place)[:MAX_SUGGESTIONS]


def _weight(key: str, start: str) -> float:
    """How likely somebody who typed ``start`` wants ``key``, on the scale of frequencies."""
    zipf = _zipf().get(key)
    if zipf is None:
        return _OTHER_ZIPF
    is_other_word = " " in key[len(start) :] and not key.startswith(f"{start} ")
    return zipf - _PHRASE_PENALTY * is_other_word


def _named(keys: list[str]) -> Statement:
    marks = ", ".join(["%s"] * len(keys))
    sql = f"SELECT d.resource_id, 0 AS score FROM texts_searchdocument d WHERE d.key IN ({marks})"
    return Statement(sql, tuple(keys))


def _frequent(start: str) -> list[str]:
    """The most frequent words and phrases that begin with ``start``."""
    keys = _keys()
    span = keys[bisect_left(keys, start) : bisect_left(keys, start + _LAST_CHARACTER)]
    return heapq.nlargest(_CANDIDATES, span, key=lambda key: _weight(key, start))


@cache
def _zipf() -> dict[str, float]:
    """How frequent each headword of the lexicon is."""
    lexicon = get_lexicon()
    found = {entry.headword.lower(): entry.zipf for entry in lexicon.iter_phrases()}
    return {**found, **{entry.headword.lower(): entry.zipf for entry in lexicon.iter_words()}}


@cache
def _keys() -> list[str]:
    return sorted(_zipf())
