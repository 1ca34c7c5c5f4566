"""Pages for when something is wrong."""

from __future__ import annotations

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
