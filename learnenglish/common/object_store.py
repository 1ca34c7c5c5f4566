"""Files in S3, played from where browsers can reach it; when it is away, that is soon known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from botocore.config import Config
from botocore.exceptions import BotoCoreError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from learnenglish.common.errors import DomainError

CONNECT_S = 3
READ_S = 20
ATTEMPTS = 2
RETRY_AFTER_MS = 30_000
log = structlog.get_logger(__name__)


class FilesAway(DomainError):
    """The object store does not answer."""

    def __init__(self) -> None:
        super().__init__(
            "files_away",
            "Recordings cannot be reached just now. They are safe; try again later.",
            status=503,
            retry_after_ms=RETRY_AFTER_MS,
        )


class ObjectStorage(S3Storage):
    """S3 whose signed addresses lead to ``public_url``, if that is not where we reach it.

    The host is part of what is signed: an address cannot be turned into another one afterwards.
    Raises ``FilesAway`` where nothing answers; what S3 answers is raised as boto3 does.
    """

    client_config: Config

    def __init__(self, *, public_url: str | None = None, **options: Any) -> None:
        super().__init__(**options)
        waits = Config(
            connect_timeout=CONNECT_S,
            read_timeout=READ_S,
            retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
        )
        self.client_config = self.client_config.merge(waits)
        self._public = S3Storage(**{**options, "endpoint_url": public_url}) if public_url else None

    def url(self, name: str, *arguments: Any, **options: Any) -> str:
        if self._public is not None:
            return str(self._public.url(name, *arguments, **options))
        return str(super().url(name, *arguments, **options))

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        with _speaking():
            file: File[Any] = super()._open(name, mode)
            if "r" in mode:
                # Fetched now: a store that is away after its first answer is told here too.
                _ = file.file
            return file

    def _save(self, name: str, content: Any) -> str:
        with _speaking():
            saved: str = super()._save(name, content)
            return saved

    def delete(self, name: str) -> None:
        with _speaking():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with _speaking():
            return bool(super().exists(name))


@contextmanager
def _speaking() -> Iterator[None]:
    try:
        yield
    except BotoCoreError as error:
        log.warning("files_away", error=repr(error))
        raise FilesAway from error
