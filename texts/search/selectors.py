"""Finding explanations: one way to search, whatever the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from learnenglish.common.caching.answers import Asked, answer_get
from learnenglish.common.caching.changes import TEXTS, scope_of
from texts.models import TextResource
from texts.search.base import Match
from texts.search.highlighting import Fragment, Highlighter
from texts.search.models import SearchDocument
from texts.search.ordering import Order, cursor_read
from texts.search.spelling import Respelling, respelling_by_titles, respelling_by_words
from texts.search.statements import (
    FacetRow,
    Slice,
    backend_get,
    slice_find,
    tag_hits,
    titles_find,
)
from texts.search.terms import Query, match_of, match_relaxed, query_read
from texts.selectors import resource_visible

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 20
MAX_PAGE_SIZE = 100
_ALIKE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What is wanted. Empty members do not restrict; ``exact`` forbids another spelling."""

    q: str = ""
    type: str = ""
    level: str = ""
    source: str = ""
    tag: str = ""
    min_rating: float | None = None
    mine: bool = False
    order: str = Order.RELEVANCE.value
    cursor: str = ""
    page_size: int = PAGE_SIZE
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCount:
    """How many results there would be with this value of a filter."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    kind: tuple[FacetCount, ...]
    level: tuple[FacetCount, ...]
    source: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    resource: TextResource
    level_is_estimate: bool
    tag: str
    title: list[Fragment]
    snippet: list[Fragment]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """``showing_for`` is the spelling that was searched for instead, if another one was.

    ``relaxed``: nothing has all the words, so these have some. Cursors are None at the ends.
    """

    query: str
    showing_for: str | None
    relaxed: bool
    suggestions: tuple[str, ...]
    count: int
    facets: Facets
    results: list[SearchResult]
    next_cursor: str | None
    previous_cursor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What there is, and how it was looked for in the end: as typed, respelt or ``relaxed``.

    It is kept in the cache, and so names rows by their keys: what they say is read anew.
    """

    slice: Slice
    respelling: Respelling | None = None
    relaxed: bool = False
    suggestions: tuple[str, ...] = ()


_Find = Callable[[Match | None], Slice]


def resource_search(*, user: User, wanted: SearchRequest) -> SearchPage:
    """A page of what ``user`` may see. Raises DomainError for what cannot be searched for."""
    query = query_read(wanted.q)
    order = Order(wanted.order)
    if query is None and order is Order.RELEVANCE:
        order = Order.RATING
    scope = _scope(user, wanted)
    chosen = {"kind": wanted.type, "level": wanted.level, "source": wanted.source}
    cursor = cursor_read(wanted.cursor, order=order)
    limit = min(wanted.page_size, MAX_PAGE_SIZE)
    is_all = not (wanted.mine or wanted.tag) and wanted.min_rating is None

    def find(match: Match | None) -> Slice:
        hits = backend_get().hits(match) if match else tag_hits(wanted.tag) if wanted.tag else None
        return slice_find(
            scope, hits, chosen=chosen, order=order, cursor=cursor, limit=limit, is_all=is_all
        )

    found = answer_get(_asked(user, wanted), lambda: _find(find, scope, query, exact=wanted.exact))
    counts = found.slice.counts
    return SearchPage(
        query=query.text if query else "",
        showing_for=found.respelling.text if found.respelling else None,
        relaxed=found.relaxed,
        suggestions=found.suggestions,
        count=sum(row.number for row in counts if _fits(row, chosen)),
        facets=Facets(*(_facet(counts, chosen, name) for name in chosen)),
        results=_results(scope, found.slice.ids, _match(query, found)),
        next_cursor=found.slice.next_cursor,
        previous_cursor=found.slice.previous_cursor,
    )


def tags_known() -> list[str]:
    """The grammar areas and categories of phrases that there are."""
    tags = SearchDocument.objects.filter(tag__gt="").values_list("tag", flat=True)
    return list(tags.order_by("tag").distinct())


def _asked(user: User, wanted: SearchRequest) -> Asked:
    """Whoever has nothing of their own sees what everyone sees, and shares what is kept of it."""
    own = wanted.mine or TextResource.objects.filter(created_by=user).exists()
    return Asked(
        name="search",
        scopes=(TEXTS, scope_of(TEXTS, user.pk)) if own else (TEXTS,),
        parts=(user.pk if own else "everyone", wanted),
    )


def _match(query: Query | None, found: _Found) -> Match | None:
    """What was looked for in the end."""
    if query is None:
        return None
    match = match_of(found.respelling.query if found.respelling else query)
    return (match_relaxed(match) or match) if found.relaxed else match


def _scope(user: User, wanted: SearchRequest) -> QuerySet[TextResource]:
    """What may be found, before kind, level and source: those are counted in the facets."""
    scope = resource_visible(user=user)
    if wanted.mine:
        scope = scope.filter(created_by=user)
    if wanted.tag:
        scope = scope.filter(search_document__tag=wanted.tag)
    if wanted.min_rating is not None:
        scope = scope.filter(rating_score__gte=wanted.min_rating)
    return scope


def _find(
    find: _Find, scope: QuerySet[TextResource], query: Query | None, *, exact: bool
) -> _Found:
    """As typed; else spelt better; else with some of the words."""
    match = match_of(query) if query else None
    found = find(match)
    if found.counts or query is None or match is None or exact:
        return _Found(slice=found)
    suggestions: tuple[str, ...] = ()
    for respelling in _respellings(scope, query):
        found = find(match_of(respelling.query))
        if found.counts:
            return _Found(slice=found, respelling=respelling, suggestions=respelling.others)
        suggestions += (respelling.text, *respelling.others)
    relaxed = match_relaxed(match)
    found = find(relaxed) if relaxed else found
    return _Found(slice=found, relaxed=bool(found.counts), suggestions=suggestions)


def _respellings(scope: QuerySet[TextResource], query: Query) -> Iterator[Respelling]:
    by_words = respelling_by_words(query)
    if by_words is not None:
        yield by_words
    alike = backend_get().similar(query.text.casefold())
    titles = [title.text for title in titles_find(scope, alike, limit=_ALIKE)]
    by_titles = respelling_by_titles(query, titles)
    if by_titles is not None:
        yield by_titles


def _fits(row: FacetRow, chosen: Mapping[str, str]) -> bool:
    return all(not want or getattr(row, name) == want for name, want in chosen.items())


def _facet(counts: list[FacetRow], chosen: Mapping[str, str], name: str) -> tuple[FacetCount, ...]:
    """Counted under the other filters but not under its own; what has no level comes last."""
    others = {**chosen, name: ""}
    total: Counter[str] = Counter()
    for row in counts:
        if _fits(row, others):
            total[getattr(row, name)] += row.number
    values = sorted(total, key=lambda value: (value == "", value))
    return tuple(FacetCount(value=value, count=total[value]) for value in values)


def _results(
    scope: QuerySet[TextResource], ids: list[UUID], match: Match | None
) -> list[SearchResult]:
    """Of ``ids`` those that may still be seen: one may have been hidden since they were found."""
    highlighter = Highlighter(match)
    is_estimate = ExpressionWrapper(Q(content__level_is_estimate=True), BooleanField(null=True))
    known = (
        scope.filter(pk__in=ids)
        .select_related("search_document")
        .defer("content")
        .annotate(level_is_estimate=is_estimate)
        .in_bulk()
    )
    return [
        _result(found, highlighter, level_is_estimate=bool(found.level_is_estimate))
        for found in (known[pk] for pk in ids if pk in known)
    ]


def _result(
    resource: TextResource, highlighter: Highlighter, *, level_is_estimate: bool
) -> SearchResult:
    document = resource.search_document
    lines = [line for line in f"{document.body}\n{document.examples}".split("\n") if line]
    title = highlighter.fragments(resource.text, is_title=True)
    is_named = any(part.match for part in title)
    return SearchResult(
        resource=resource,
        level_is_estimate=level_is_estimate,
        tag=document.tag,
        title=title,
        snippet=highlighter.snippet(lines, is_named=is_named),
    )
