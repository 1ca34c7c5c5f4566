"""No other site's page acts for somebody who is signed in here."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client, modify_settings

from accounts.models import User
from learnenglish.tests.access.routes import routes
from learnenglish.tests.access.world import FILES, JWT_PATHS, world_make

# Mail programs post to the first by themselves: the token in the address is what counts. The second
# changes nothing.
WITHOUT_TOKEN = {"notifications:unsubscribe", "healthz"}


@pytest.mark.embedded
@pytest.mark.django_db
@modify_settings(MIDDLEWARE={"remove": FILES})
def test_every_form_of_every_page_is_refused_without_its_token() -> None:
    world = world_make()
    admin = world.people["admin"]
    assert isinstance(admin, User)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(admin)
    taken = []
    for route in routes():
        cache.clear()
        url = world.url(route)
        if url.startswith(JWT_PATHS) or "POST" not in (*route.methods, *_admin(route.name)):
            continue
        if client.post(url).status_code not in (403, 405):
            taken.append(route.name)
    assert set(taken) == WITHOUT_TOKEN


def _admin(name: str) -> tuple[str, ...]:
    """The admin's pages take forms too, whatever the table asks of them."""
    return ("POST",) if name.startswith("admin:") else ()
