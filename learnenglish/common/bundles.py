"""Style sheets that every page needs: one file for browsers, several for those who write them.

A browser asks HTTP/1.1 servers for six files at a time; a seventh waits for a whole round trip, and
nothing is drawn before the last sheet is there. ``collectstatic`` joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.conf import settings
from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.base import ContentFile
from servestatic.storage import CompressedManifestStaticFilesStorage

SITE = "css/site.css"
PARTS = (
    "css/tokens.css",
    "css/app.css",
    "css/frame.css",
    "css/parts.css",
    "css/forms.css",
    "css/book.css",
    "css/bell.css",
)


def site_styles() -> tuple[str, ...]:
    """Names of the static files to link, in their order."""
    return (SITE,) if settings.STATIC_MANIFEST else PARTS


_, _IMPORTS = cast(Any, HashedFilesMixin)._js_module_import_aggregation_patterns


class HashedModulesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files, what our modules import included: else a page of a new release
    could get a module of the old one out of a cache."""

    # Ours alone: libraries name files that they do not ship.
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", _IMPORTS))


class BundlingStorage(HashedModulesStorage):
    """Hashed and compressed files, ``SITE`` among them."""

    def post_process(self, paths: dict[str, Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        if not kwargs.get("dry_run"):
            joined = "".join(self._text(*paths[name]) for name in PARTS)
            self.delete(SITE)
            self._save(SITE, ContentFile(joined.encode()))
            paths = {**paths, SITE: (self, SITE)}
        yield from super().post_process(paths, *args, **kwargs)

    def _text(self, storage: Any, path: str) -> str:
        with storage.open(path) as file:
            return str(file.read().decode())
