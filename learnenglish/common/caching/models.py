"""What changed: the log that generations are read from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Change(models.Model):
    """Something in ``scope`` changed. Written by triggers alone (``learnenglish.watched_tables``).

    ``token`` is random, so that no sum of tokens ever comes back. PostgreSQL adds a row for each
    statement, so that no writer waits for another; SQLite, which has one writer, one for a scope.
    ``at`` is in seconds since 1970.
    """

    scope = models.CharField(max_length=60)
    token = models.BigIntegerField()
    at = models.BigIntegerField()

    class Meta:
        app_label = "learnenglish"
        indexes: ClassVar = [
            models.Index(fields=["scope", "token"], name="change_by_scope"),
            models.Index(fields=["at"], name="change_by_age"),
        ]

    def __str__(self) -> str:
        return self.scope
