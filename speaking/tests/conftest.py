from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from asgiref.sync import sync_to_async
from django.db import connections

from accounts.models import User
from accounts.tokens import token_for


@pytest.fixture
def token(student: User) -> str:
    return str(token_for(student).access_token)


@pytest.fixture
async def connections_closed() -> AsyncIterator[None]:
    """Queries of coroutines run in a thread whose connection nobody else would close."""
    yield
    await sync_to_async(connections.close_all)()
