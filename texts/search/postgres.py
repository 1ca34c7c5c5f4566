"""Search on PostgreSQL: ``tsvector`` with a GIN index, and ``pg_trgm``."""

# ruff: noqa: S608 (the SQL is made of constants; what people type goes in as parameters)
from __future__ import annotations

from texts.search.base import PREFIX_CHARS, RANK_UNIT, STEP, Match, Statement, Term, score_sql

# Weights of examples, body, aliases, headword (D to A).
_WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"
# Divide by 1 + log(length): a match in a short text says more.
_BY_LENGTH = 1
_TITLES = ":AB"


class PostgresBackend:
    def hits(self, match: Match) -> Statement:
        rank = (
            f"least({STEP - 1}, ({RANK_UNIT} *"
            f" ts_rank('{_WEIGHTS}', d.vector, wanted, {_BY_LENGTH}))::bigint)"
        )
        score = score_sql(match, rank)
        sql = (
            f"SELECT d.resource_id AS resource_id, ({score.sql})::bigint AS score"
            " FROM texts_searchdocument d, to_tsquery('simple', %s) wanted"
            " WHERE d.vector @@ wanted"
        )
        return Statement(sql, (*score.params, match_expression(match)))

    def similar(self, text: str) -> Statement:
        sql = (
            "SELECT d.resource_id AS resource_id, similarity(d.key, %s) AS score"
            " FROM texts_searchdocument d WHERE d.key %% %s"
        )
        return Statement(sql, (text, text))


def match_expression(match: Match) -> str:
    """The query of ``to_tsquery`` for ``match``; words of letters and digits need no escape."""
    glue = " | " if match.any_term else " & "
    terms = glue.join(f"({_term(term, match.titles_only)})" for term in match.terms)
    return f"({_in_a_row(match.phrase)}) | ({terms})" if match.phrase else terms


def _term(term: Term, titles_only: bool) -> str:
    scope = _TITLES if titles_only else ""
    arms = [f"({_in_a_row(variant, scope)})" for variant in term.variants]
    if term.is_prefix and len(term.word) >= PREFIX_CHARS:
        arms.append(f"'{term.word}':*AB")
    return " | ".join(arms)


def _in_a_row(words: str, scope: str = "") -> str:
    return " <-> ".join(f"'{word}'{scope}" for word in words.split())
