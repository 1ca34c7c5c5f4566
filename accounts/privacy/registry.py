"""Who holds what about a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from accounts.models import User
    from accounts.privacy.files import ExportFile


class Exporter(Protocol):
    """Yields the files of a person's ZIP, in the app's own folder; reads only, may be slow."""

    def __call__(self, *, user: User) -> Iterable[ExportFile]: ...


class Eraser(Protocol):
    """Deletes a person's rows and files, or takes out of them all that tells who it was.

    Numbers that others' statistics count may stay. Runs inside a transaction, may run twice;
    deletes files on commit.
    """

    def __call__(self, *, user: User) -> None: ...


@dataclass(frozen=True, slots=True)
class Holding:
    """``covers``: labels of the models that exporter and eraser account for."""

    app: str
    covers: tuple[str, ...]
    exporter: Exporter
    eraser: Eraser


_HOLDINGS: dict[str, Holding] = {}


def register(*, app: str, covers: tuple[str, ...], exporter: Exporter, eraser: Eraser) -> None:
    """Make an app's data part of export and erasure; ``app`` names its folder in the ZIP."""
    _HOLDINGS[app] = Holding(app=app, covers=covers, exporter=exporter, eraser=eraser)


def holdings() -> tuple[Holding, ...]:
    return tuple(_HOLDINGS[app] for app in sorted(_HOLDINGS))
