"""Every address of the URL configuration, and the rows that say who may open it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
TABLE = Path(__file__).with_name("table.txt")


@dataclass(frozen=True, slots=True)
class Route:
    """``arguments`` are the names of what the address holds."""

    name: str
    arguments: tuple[str, ...]
    methods: tuple[str, ...]


def routes() -> list[Route]:
    """Each named address once; the admin's nameless ones forward to others."""
    found = {route.name: route for route in _walk(get_resolver().url_patterns, (), ())}
    return list(found.values())


def _walk(
    patterns: list[URLPattern | URLResolver], spaces: tuple[str, ...], outer: tuple[str, ...]
) -> Iterator[Route]:
    for entry in patterns:
        pattern: Any = entry.pattern
        arguments = (*outer, *(getattr(pattern, "converters", None) or pattern.regex.groupindex))
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry.url_patterns, inner, arguments)
        elif entry.name:
            yield Route(":".join((*spaces, entry.name)), arguments, _methods(entry, spaces))


def _methods(entry: URLPattern, spaces: tuple[str, ...]) -> tuple[str, ...]:
    """What a class offers; of a function, which does not say it, what pages use."""
    view: Any = entry.callback
    if hasattr(view, "view_class"):  # a form's PUT is its POST
        return tuple(
            method for method in METHODS if method != "PUT" and _has(view.view_class, method)
        )
    shown = getattr(view, "cls", None)
    if shown is None:
        return ("GET",) if spaces == ("admin",) else ("GET", "POST")
    offered = getattr(view, "actions", None) or shown
    return tuple(
        method
        for method in METHODS
        if (method.lower() in offered if isinstance(offered, dict) else _has(offered, method))
    )


def _has(view: Any, method: str) -> bool:
    return hasattr(view, method.lower())


@dataclass(frozen=True, slots=True)
class Row:
    method: str
    name: str
    answers: str


def rows() -> list[Row]:
    """The table, without remarks."""
    lines = (line.split("#")[0].split() for line in TABLE.read_text().splitlines())
    return [
        Row(method, name, answers)
        for method_list, name, answers in filter(None, lines)
        for method in method_list.split(",")
    ]


def row_for(route: Route, method: str, table: list[Row]) -> Row | None:
    """The row of this very name, else that of the longest pattern that fits."""
    fitting = [row for row in table if row.method == method and fnmatchcase(route.name, row.name)]
    return max(fitting, key=lambda row: ("*" not in row.name, len(row.name)), default=None)
