"""Fixtures of all tests: people, clients, a running site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import translation
from rest_framework.test import APIClient

from accounts.models import Role, User
from accounts.tokens import token_for
from learnenglish.celery import app
from learnenglish.testing.site import Site, free_port, server_command, wait_until_up
from speaking.sound import resample, wav_read

PASSWORD = "correct-horse-battery"
# Which ASGI server the tests' sites run on: Daphne beside SQLite, as ``make run`` has it, uvicorn
# beside PostgreSQL and Valkey, as ``deploy/`` has it. So both are tested whole, at no cost.
SERVER = os.environ.get("LEARN_TEST_SERVER") or (
    "uvicorn" if os.environ.get("LEARN_TEST_SERVERS") == "1" else "daphne"
)


@pytest.fixture(scope="session", autouse=True)
def _cheap_where_nothing_is_tested() -> Iterator[None]:
    """Each test client would otherwise look through all static files, each person cost 0.2 s.

    Holds in this process alone: sites that tests start are as in production.
    """
    hasher = "learnenglish.testing.hashers.QuickArgon2PasswordHasher"
    with override_settings(SERVESTATIC_USE_FINDERS=False, PASSWORD_HASHERS=[hasher]):
        yield


@pytest.fixture(autouse=True)
def _no_language_left() -> Iterator[None]:
    """A request leaves its language with the thread; the next test begins without."""
    yield
    translation.deactivate()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs servers is left to the run that has them, and the long rest to the other one."""
    has_servers = os.environ.get("LEARN_TEST_SERVERS") == "1"
    elsewhere = "embedded" if has_servers else "servers"
    left = [item for item in items if item.get_closest_marker(elsewhere)]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def on_servers() -> bool:
    """Whether this run has PostgreSQL and Valkey."""
    return os.environ.get("LEARN_TEST_SERVERS") == "1"


@pytest.fixture
def student(db: None) -> User:
    return User.objects.create_user("sofia@example.com", PASSWORD, display_name="Sofia")


@pytest.fixture
def other_student(db: None) -> User:
    return User.objects.create_user("omar@example.com", PASSWORD, display_name="Omar")


@pytest.fixture
def tutor(db: None) -> User:
    return User.objects.create_user("tomas@example.com", PASSWORD, role=Role.TUTOR)


@pytest.fixture
def admin(db: None) -> User:
    return User.objects.create_superuser("ada@example.com", PASSWORD)


@pytest.fixture
def anonymous() -> APIClient:
    return APIClient()


@pytest.fixture
def api(student: User) -> APIClient:
    """The student's app, signed in with a token."""
    return api_client(student)


@pytest.fixture
def tutor_api(tutor: User) -> APIClient:
    return api_client(tutor)


@pytest.fixture
def other_api(other_student: User) -> APIClient:
    return api_client(other_student)


def api_client(user: User) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token_for(user).access_token}")
    return client


@pytest.fixture(scope="session")
def worker(django_db_setup: None, on_servers: bool) -> Iterator[None]:
    """A worker of all queues where there is a broker; nothing where tasks run at once."""
    if not on_servers:
        yield
        return
    with running_worker():
        yield
    app.close()


@contextmanager
def running_worker() -> Iterator[subprocess.Popen[bytes]]:
    """A worker of one's own, for tests that stop or kill it."""
    command = [sys.executable, "-m", "celery", "-A", "learnenglish", "worker", "-Q"]
    process = subprocess.Popen(
        [*command, "celery,speech", "-c", "1", "-l", "WARNING", "--without-mingle"],
        env={**os.environ, **database_environment()},
        cwd=settings.BASE_DIR,
        start_new_session=True,  # so that it can be killed with its children
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="session")
def site(django_db_setup: None, worker: None) -> Iterator[Site]:
    """The site in a process of its own, as in production, on the tests' database.

    Tests that use it commit: mark them with ``django_db(transaction=True)``.
    """
    with running_site() as site:
        yield site


@contextmanager
def running_site(server: str = SERVER, *, port: int = 0, **environment: str) -> Iterator[Site]:
    """A site of one's own, for tests that stop or kill it, or want other settings; on ``port`` if
    it is one come back."""
    port = port or free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", *server_command(server, port)],
        env={**os.environ, **database_environment(), **environment},
        cwd=settings.BASE_DIR,
    )
    try:
        wait_until_up(port, process)
        yield Site(port=port, process=process)
    finally:
        process.terminate()
        process.wait(60)


def database_environment() -> dict[str, str]:
    """``DATABASE_URL`` of the test database, for processes that the tests start."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return {"DATABASE_URL": f"sqlite:///{name}"}
    base, _, query = os.environ["DATABASE_URL"].partition("?")
    return {"DATABASE_URL": f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")}


@pytest.fixture(scope="session")
def recordings() -> Path:
    """The folder with recorded human speech that the recogniser's wheel carries."""
    import moonshine_voice

    return Path(moonshine_voice.__file__).parent / "assets"


def pcm_of(path: Path) -> bytes:
    """The sound of a WAV file as 16 kHz mono PCM."""
    wav = wav_read(path.read_bytes())
    return resample(wav.pcm, wav.sample_rate_hz)
