"""Search on SQLite: FTS5."""

# ruff: noqa: S608 (the SQL is made of constants; what people type goes in as parameters)
from __future__ import annotations

from texts.search.base import PREFIX_CHARS, RANK_UNIT, Match, Statement, Term, score_sql

# Weights of headword, aliases, body, examples.
_WEIGHTS = "10.0, 6.0, 3.0, 1.0"
_TITLES = "{headword aliases} : "
_TRIGRAM = 3


class SqliteBackend:
    def hits(self, match: Match) -> Statement:
        rank = f"CAST(-{RANK_UNIT} * bm25(texts_search_words, {_WEIGHTS}) AS INTEGER)"
        score = score_sql(match, rank)
        sql = (
            f"SELECT d.resource_id AS resource_id, {score.sql} AS score"
            " FROM texts_search_words JOIN texts_searchdocument d"
            " ON d.id = texts_search_words.rowid"
            " WHERE texts_search_words MATCH %s"
        )
        return Statement(sql, (*score.params, match_expression(match)))

    def similar(self, text: str) -> Statement:
        sql = (
            "SELECT d.resource_id AS resource_id, -texts_search_trigrams.rank AS score"
            " FROM texts_search_trigrams JOIN texts_searchdocument d"
            " ON d.id = texts_search_trigrams.rowid"
            " WHERE texts_search_trigrams MATCH %s"
        )
        parts = {text[i : i + _TRIGRAM] for i in range(len(text) - _TRIGRAM + 1)} or {text}
        return Statement(sql, (" OR ".join(_quoted(part) for part in sorted(parts)),))


def match_expression(match: Match) -> str:
    """The query of FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax) for ``match``."""
    glue = " OR " if match.any_term else " AND "
    terms = glue.join(f"({_term(term, match.titles_only)})" for term in match.terms)
    return f"{_quoted(match.phrase)} OR ({terms})" if match.phrase else terms


def _term(term: Term, titles_only: bool) -> str:
    scope = _TITLES if titles_only else ""
    arms = [scope + _quoted(variant) for variant in term.variants]
    if term.is_prefix and len(term.word) >= PREFIX_CHARS:
        arms.append(f"{_TITLES}{_quoted(term.word)} *")
    return " OR ".join(arms)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
