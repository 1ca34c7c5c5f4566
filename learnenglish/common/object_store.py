"""Files in S3, played from where browsers can reach it."""

from __future__ import annotations

from typing import Any

from storages.backends.s3 import S3Storage


class ObjectStorage(S3Storage):
    """S3 whose signed addresses lead to ``public_url``, if that is not where we reach it.

    The host is part of what is signed: an address cannot be turned into another one afterwards.
    """

    def __init__(self, *, public_url: str | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._public = S3Storage(**{**options, "endpoint_url": public_url}) if public_url else None

    def url(self, name: str, *arguments: Any, **options: Any) -> str:
        if self._public is not None:
            return str(self._public.url(name, *arguments, **options))
        return str(super().url(name, *arguments, **options))
