"""What somebody typed, made into words to search for. Hostile input ends here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from texts.lexicon import get_lexicon
from texts.lexicon.lexicon import Lexicon
from texts.search.base import Match, Term

QUERY_CHARS = 200
MAX_TERMS = 16
MAX_VARIANTS = 10
# Words used more often than about 1,500 times in a million: in definitions they say nothing.
_FUNCTION_WORD_ZIPF = 6.2
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """``text`` is what was typed, without control characters; ``words`` are its plain words."""

    text: str
    words: tuple[str, ...]


def query_read(typed: str) -> Query | None:
    """What to search for; None if nothing was typed.

    Raises DomainError ``query_too_long`` or ``query_without_words``.
    """
    if len(typed) > QUERY_CHARS:
        raise DomainError(
            "query_too_long",
            _("This has %(chars)s characters; search for up to %(most)s at a time.")
            % {"chars": f"{len(typed):,}", "most": QUERY_CHARS},
            field="q",
        )
    # Control characters, direction marks, lone surrogates: never part of a word.
    visible = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in typed)
    text = " ".join(unicodedata.normalize("NFC", visible).split())
    if not text:
        if typed.strip():
            raise _without_words()
        return None
    words = tuple(dict.fromkeys(_WORD.findall(plain(text))))[:MAX_TERMS]
    if not words:
        raise _without_words()
    return Query(text=text, words=words)


def _without_words() -> DomainError:
    return DomainError(
        "query_without_words", _("Type at least one letter or digit to search for."), field="q"
    )


def plain(text: str) -> str:
    """``text`` in lower case, without accents, with plain apostrophes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def pieces(text: str) -> tuple[str, ...]:
    """The runs of letters and digits in ``text``: what both databases index."""
    return tuple(_PIECE.findall(text))


def match_of(query: Query) -> Match:
    """Documents with all the words of ``query`` or forms of them."""
    lexicon = get_lexicon()
    terms = [_term(word, lexicon) for word in query.words]
    last = terms[-1]
    terms[-1] = replace(last, is_prefix="'" not in last.word)
    typed = " ".join(query.text.casefold().split())
    return Match(
        terms=tuple(terms),
        keys=tuple(dict.fromkeys((typed, plain(query.text), " ".join(query.words)))),
        lemmas=_lemmas(query.words, lexicon),
        start=plain(query.text),
        phrase=" ".join(pieces(plain(query.text))) if len(query.words) > 1 else "",
        titles_only=all(lexicon.zipf(word) >= _FUNCTION_WORD_ZIPF for word in query.words),
    )


def match_relaxed(match: Match) -> Match | None:
    """Any of the words that say something, or all of them anywhere; None if that is no change."""
    if len(match.terms) < 2:
        return None
    if match.titles_only:
        return replace(match, titles_only=False)
    lexicon = get_lexicon()
    telling = tuple(t for t in match.terms if lexicon.zipf(t.word) < _FUNCTION_WORD_ZIPF)
    words = tuple(term.word for term in telling)
    return replace(match, terms=telling, lemmas=words, phrase="", any_term=True)


def _term(word: str, lexicon: Lexicon) -> Term:
    spellings = [word, *(found.headword for found in lexicon.lemma_of(word))]
    entry = lexicon.word(word)
    if entry is not None:
        spellings += [value for form in entry.forms for value in form.values]
    variants = dict.fromkeys(" ".join(pieces(plain(spelling))) for spelling in spellings)
    variants.pop("", None)
    return Term(word=word, variants=tuple(variants)[:MAX_VARIANTS])


def _lemmas(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Headwords that the whole query is an inflected form of."""
    if len(words) == 1:
        return tuple(found.headword for found in lexicon.lemma_of(words[0]))
    phrase = lexicon.match_phrase(words)
    return () if phrase is None else (phrase,)
