"""Who may open what, asked of the running site for every address and everyone who might come."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import modify_settings

from learnenglish.tests.access.routes import Row, routes, row_for, rows
from learnenglish.tests.access.world import FILES, PEOPLE, Visitor, world_make


def test_every_address_has_a_row_for_every_method_it_offers() -> None:
    table = rows()
    missing = [
        f"{method} {route.name}"
        for route in routes()
        for method in route.methods
        if row_for(route, method, table) is None
    ]
    assert missing == [], "say in learnenglish/tests/access/table.txt who may open these"


def test_every_row_is_of_an_address_and_speaks_of_everyone() -> None:
    asked = {row_for(route, method, rows()) for route in routes() for method in route.methods}
    assert [row for row in rows() if row not in asked] == []
    assert [row for row in rows() if len(row.answers) != len(PEOPLE)] == []


@pytest.mark.embedded
@pytest.mark.django_db
@modify_settings(MIDDLEWARE={"remove": FILES})
def test_everyone_gets_where_the_table_says_and_nowhere_else() -> None:
    world, table = world_make(), rows()
    wrong = []
    for place, name in enumerate(PEOPLE):
        visitor = Visitor(world, name)
        for route in routes():
            cache.clear()
            for method in route.methods:
                row = row_for(route, method, table) or Row(method, route.name, "?" * len(PEOPLE))
                expected, got = row.answers[place], visitor.ask(method, route)
                if got != expected:
                    wrong.append(f"{name}, {method} {route.name}: {got}, not {expected}")
    assert wrong == [], "the table says otherwise"
