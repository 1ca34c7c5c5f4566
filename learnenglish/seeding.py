"""Everything that comes with the project, loaded once per version of its files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from speaking.seeding import topic_files, topics_seed
from texts.models import ContentLoad
from texts.seeding import resource_files, resources_seed


@dataclass(frozen=True, slots=True)
class SeedReport:
    name: str
    loaded: bool
    rows: int
    seconds: float


SEEDS: tuple[tuple[str, Callable[[], list[Path]], Callable[[], int]], ...] = (
    ("explanations", resource_files, resources_seed),
    ("speaking topics", topic_files, topics_seed),
)


def seed_all(*, force: bool = False) -> Iterator[SeedReport]:
    """Load each kind whose files changed since the last time; report each as it is done."""
    for name, files, seed in SEEDS:
        digest = _digest(files())
        known = ContentLoad.objects.filter(name=name, digest=digest).first()
        if known is not None and not force:
            yield SeedReport(name, loaded=False, rows=known.rows, seconds=0)
            continue
        started = time.perf_counter()
        with transaction.atomic():
            rows = seed()
            ContentLoad.objects.update_or_create(
                name=name, defaults={"digest": digest, "rows": rows}
            )
        yield SeedReport(name, loaded=True, rows=rows, seconds=time.perf_counter() - started)


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
