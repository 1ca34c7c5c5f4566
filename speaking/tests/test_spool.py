"""The spool keeps what was acknowledged, whatever happens to the process that took it.

The file's tests run always; those of Redis where there is a server.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django import Settings
from redis import Redis

from speaking.spool import Spool, SpoolLost, SpoolUnavailable
from speaking.spool.file import FileSpool
from speaking.spool.redis import RedisSpool, spool_key

KINDS: list[type[FileSpool] | type[RedisSpool]] = [FileSpool]
if os.environ.get("LEARN_TEST_SERVERS") == "1":
    KINDS.append(RedisSpool)


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def make(request: pytest.FixtureRequest) -> Iterator[Callable[[], Spool]]:
    """Makes a spool of one and the same session, as another process would."""
    session_id, made = uuid4(), []

    def make() -> Spool:
        made.append(request.param(session_id))
        return made[-1]

    yield make
    for spool in made:
        spool.delete()


def test_what_is_appended_is_read_in_order(make: Callable[[], Spool]) -> None:
    spool = make()
    spool.open(1)
    spool.append(b"ab")
    spool.append(b"")
    spool.append(b"cdef")
    assert (spool.next_seq, spool.sound_bytes) == (3, 6)
    assert make().read() == b"abcdef"


def test_another_holder_goes_on_where_the_first_stopped(make: Callable[[], Spool]) -> None:
    first, second = make(), make()
    first.open(1)
    first.append(b"ab")
    first.append(b"cd")
    first.close()
    second.open(2)
    assert (second.next_seq, second.sound_bytes) == (2, 4)
    second.append(b"ef")
    assert second.read() == b"abcdef"


def test_who_was_superseded_can_add_nothing(make: Callable[[], Spool]) -> None:
    old, new = make(), make()
    old.open(1)
    old.append(b"ab")
    new.open(2)
    with pytest.raises(SpoolLost):
        old.append(b"xx")
    with pytest.raises(SpoolLost):
        make().open(1)
    new.append(b"cd")
    assert new.read() == b"abcd"


def test_what_was_deleted_comes_to_no_new_life(make: Callable[[], Spool]) -> None:
    holder = make()
    holder.open(1)
    holder.append(b"ab")
    make().delete()
    with pytest.raises(SpoolLost):
        holder.append(b"cd")
    assert make().read() == b""


def test_what_nobody_spooled_is_empty_and_may_be_deleted(make: Callable[[], Spool]) -> None:
    assert make().read() == b""
    make().delete()


def test_all_spools_are_listed_with_when_they_changed(make: Callable[[], Spool]) -> None:
    spool = make()
    spool.open(1)
    spool.append(b"ab")
    assert isinstance(spool, FileSpool | RedisSpool)
    found = [entry for entry in spool.entries() if make().read() and entry.session_id]
    assert any(timezone.now() - entry.changed_at < timedelta(minutes=1) for entry in found)


CHILD = """
import os, signal, sys, uuid, django
django.setup()
from speaking.spool import file, redis
kind = {"FileSpool": file.FileSpool, "RedisSpool": redis.RedisSpool}[sys.argv[1]]
spool = kind(uuid.UUID(sys.argv[2]))
spool.open(1)
for number in range(50):
    spool.append(bytes([number]) * 3200)
    print(spool.next_seq, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_a_killed_process_acknowledged_is_there(
    kind: type[FileSpool] | type[RedisSpool],
) -> None:
    session_id = uuid4()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, kind.__name__, str(session_id)],
        capture_output=True,
        text=True,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "learnenglish.settings"},
        timeout=60,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert child.stdout.split()[-1] == "50"
    heir = kind(session_id)
    heir.open(2)
    assert (heir.next_seq, heir.sound_bytes) == (50, 50 * 3200)
    assert heir.read() == b"".join(bytes([number]) * 3200 for number in range(50))
    heir.delete()


# --- the file ----------------------------------------------------------------------------------
@pytest.fixture
def file_id() -> Iterator[UUID]:
    session_id = uuid4()
    yield session_id
    FileSpool(session_id).delete()


@pytest.mark.parametrize("torn", [1, 3, 5])
def test_a_torn_record_is_cut_off(file_id: UUID, torn: int) -> None:
    spool = FileSpool(file_id)
    spool.open(1)
    spool.append(b"ab")
    spool.append(b"cd")
    spool.close()
    whole = spool.path.read_bytes()
    spool.path.write_bytes(whole[: len(whole) - torn])
    again = FileSpool(file_id)
    again.open(2)
    assert again.next_seq == 1
    again.append(b"xy")
    again.close()
    assert again.read() == b"abxy"


def test_a_full_disk_is_said_and_leaves_what_was_stored(file_id: UUID) -> None:
    import resource

    spool = FileSpool(file_id)
    spool.open(1)
    spool.append(b"ab" * 1000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Past this size the system refuses to let a file grow, as a full disk would.
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, hard))
    try:
        with pytest.raises(SpoolUnavailable):
            spool.append(b"cd" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    spool.append(b"ef")
    spool.close()
    assert spool.next_seq == 2
    assert spool.read() == b"ab" * 1000 + b"ef"


# --- Redis -------------------------------------------------------------------------------------
def test_a_store_that_is_away_is_said(settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    spool = RedisSpool(uuid4())
    with pytest.raises(SpoolUnavailable):
        spool.open(1)
    with pytest.raises(SpoolUnavailable):
        spool.read()


if RedisSpool in KINDS:

    @pytest.fixture
    def keys() -> Iterator[tuple[UUID, str, str]]:
        session_id = uuid4()
        yield session_id, spool_key(session_id, "head"), spool_key(session_id, "sound")
        RedisSpool(session_id).delete()

    def test_a_chunk_that_was_stored_but_not_answered_is_not_stored_twice(
        keys: tuple[UUID, str, str],
    ) -> None:
        spool = RedisSpool(keys[0])
        spool.open(1)
        spool.append(b"ab")
        spool.next_seq = 0  # as if the answer to the first had been lost, and it were sent again
        spool.append(b"ab")
        assert spool.next_seq == 1
        assert spool.read() == b"ab"

    def test_a_spool_in_redis_ends_by_itself(keys: tuple[UUID, str, str]) -> None:
        spool = RedisSpool(keys[0])
        spool.open(1)
        spool.append(b"ab")
        client = Redis.from_url(settings.REDIS_URL)
        for key in keys[1:]:
            assert 0 < client.ttl(key) <= settings.SPOOL_KEEP_DAYS * 86_400
        client.delete(*keys[1:])  # its time has come
        client.close()
        with pytest.raises(SpoolLost):
            spool.append(b"cd")

    def test_installations_that_share_a_redis_do_not_find_each_others_sound(
        settings: Settings, keys: tuple[UUID, str, str]
    ) -> None:
        RedisSpool(keys[0]).open(1)
        assert keys[0] in {entry.session_id for entry in RedisSpool.entries()}
        settings.REDIS_KEY_PREFIX = "another"
        assert keys[0] not in {entry.session_id for entry in RedisSpool.entries()}
        RedisSpool(keys[0]).delete()
        settings.REDIS_KEY_PREFIX = "learn"
        assert keys[0] in {entry.session_id for entry in RedisSpool.entries()}
