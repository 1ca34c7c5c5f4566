"""Pages for when something is wrong."""

from __future__ import annotations

import json

import psycopg
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.models import User
from learnenglish.views import server_error


def test_the_page_for_what_went_wrong_needs_no_database_and_names_nobody() -> None:
    request = RequestFactory().get("/")
    request.user = User(email="ada@example.org")
    page = server_error(request)
    assert page.status_code == 500
    assert "Something went wrong on our side" in page.content.decode()
    assert "ada@" not in page.content.decode()


def answer_to(error: OperationalError, path: str = "/") -> HttpResponse:
    try:
        raise error
    except OperationalError:
        return server_error(RequestFactory().get(path))


def test_a_database_that_is_away_is_told_from_a_fault_of_ours_and_worth_trying_again() -> None:
    away = OperationalError("couldn't get a connection after 10.00 sec")
    away.__cause__ = psycopg.OperationalError()
    page, answer = answer_to(away), answer_to(away, "/api/search")
    assert (page.status_code, page["Retry-After"]) == (503, "1")
    assert "503" in page.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "1")
    assert json.loads(answer.content)["code"] == "database_busy"
    assert answer_to(OperationalError("no such column: slug")).status_code == 500
