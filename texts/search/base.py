"""What a search asks of a database, in terms that both kinds of database answer alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

# Steps of the score: one of these plus the text rank, which stays below a step.
STEP = 1_000_000_000
RANK_UNIT = 1_000_000
PREFIX_CHARS = 2


class Statement(NamedTuple):
    """SQL with ``%s`` for each parameter."""

    sql: str
    params: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a query.

    ``variants`` are the spellings that count as it, itself first; a variant of several words
    ("don t") means these words in a row. All are in lower case and consist of letters and digits.
    ``is_prefix``: a title with a word that begins with ``word`` (a single one) counts as well.
    """

    word: str
    variants: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Documents that contain all ``terms``, or any of them.

    A document whose key is among ``keys`` comes first, then those whose key is among ``lemmas``,
    then those whose key begins with ``start``, then by text rank, which the words of ``phrase``
    in a row raise. ``titles_only`` leaves definitions and examples out.
    """

    terms: tuple[Term, ...]
    keys: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    start: str = ""
    phrase: str = ""
    any_term: bool = False
    titles_only: bool = False


class SearchBackend(Protocol):
    def hits(self, match: Match) -> Statement:
        """Rows of ``resource_id`` and ``score`` (an integer, higher is better)."""
        ...

    def similar(self, text: str) -> Statement:
        """Rows of ``resource_id`` and ``score`` of headwords and titles spelt like ``text``."""
        ...


def score_sql(match: Match, rank: str) -> Statement:
    """The score of a document ``d``; ``rank`` is SQL for its text rank as an integer.

    What only begins like the query has no text rank: there the more popular comes first.
    """
    arms: list[str] = []
    params: list[Any] = []
    for step, keys in ((3, match.keys), (2, match.lemmas)):
        if keys:
            arms.append(f"WHEN d.key IN ({', '.join(['%s'] * len(keys))}) THEN {step * STEP}")
            params += keys
    if match.start:
        arms.append(f"WHEN substr(d.key, 1, {len(match.start)}) = %s THEN {STEP}")
        params.append(match.start)
    if not arms:
        return Statement(rank, ())
    return Statement(f"CASE {' '.join(arms)} ELSE {rank} END", tuple(params))
