"""The spool keeps what was acknowledged, whatever happens to the process."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest

from speaking.spool import Spool


@pytest.fixture
def session_id() -> Iterator[UUID]:
    session_id = uuid4()
    yield session_id
    Spool(session_id).delete()


def test_what_is_appended_is_read_in_order(session_id: UUID) -> None:
    spool = Spool(session_id)
    spool.open()
    spool.append(b"ab")
    spool.append(b"cdef")
    spool.close()
    assert spool.read() == b"abcdef"


def test_another_process_goes_on_where_the_first_stopped(session_id: UUID) -> None:
    first = Spool(session_id)
    first.open()
    first.append(b"ab")
    first.append(b"cd")
    first.close()
    second = Spool(session_id)
    second.open()
    assert (second.next_seq, second.sound_bytes) == (2, 4)
    second.append(b"ef")
    second.close()
    assert second.read() == b"abcdef"


@pytest.mark.parametrize("torn", [1, 3, 5])
def test_a_torn_record_is_cut_off(session_id: UUID, torn: int) -> None:
    spool = Spool(session_id)
    spool.open()
    spool.append(b"ab")
    spool.append(b"cd")
    spool.close()
    whole = spool.path.read_bytes()
    spool.path.write_bytes(whole[: len(whole) - torn])
    again = Spool(session_id)
    again.open()
    assert again.next_seq == 1
    again.append(b"xy")
    again.close()
    assert again.read() == b"abxy"


def test_nothing_spooled_is_no_error(session_id: UUID) -> None:
    spool = Spool(session_id)
    assert spool.read() == b""
    spool.delete()
