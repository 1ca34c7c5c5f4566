"""The base of every model: a time-ordered UUID key and timestamps."""

from __future__ import annotations

import os
import time
import uuid
from datetime import datetime

from django.db import models


def uuid7() -> uuid.UUID:
    """A version 7 UUID (RFC 9562, section 5.7): Unix milliseconds, then 12 bits of the fraction
    of a millisecond (section 6.2, method 3), then random bits.

    Keys made later by this process sort later, so that a B-tree grows at its end and the key alone
    orders a list by time.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    random_bits = int.from_bytes(os.urandom(8), "big") >> 2
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0x2 << 62 | random_bits)


def uuid7_floor(moment: datetime) -> uuid.UUID:
    """The least key that ``uuid7`` could have made at ``moment``: keys from it on are later."""
    milliseconds = int(moment.timestamp() * 1000)
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | 0x2 << 62)


class BaseModel(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
