"""What the explanations hold about a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, json_file, rows_of
from texts.models import ResourceRating, ResourceReport, TextResource


def privacy_register() -> None:
    privacy.register(
        app="texts",
        covers=(
            "texts.TextResource",
            "texts.SearchDocument",
            "texts.ResourceRating",
            "texts.ResourceReport",
        ),
        exporter=texts_export,
        eraser=texts_erase,
    )


def texts_export(*, user: User) -> Iterable[ExportFile]:
    """A person's own explanations, and what they said about others. The search documents are the
    same texts once more."""
    own = TextResource.objects.filter(created_by=user).order_by("id")
    yield json_file("explanations.json", rows_of(own))
    yield json_file("ratings.json", rows_of(ResourceRating.objects.filter(tutor=user)))
    yield json_file("reports.json", rows_of(ResourceReport.objects.filter(reporter=user)))


def texts_erase(*, user: User) -> None:
    """A tutor's stars stay, as the ratings count them; every word goes."""
    TextResource.objects.filter(created_by=user).delete()
    ResourceRating.objects.filter(tutor=user).update(comment="")
    ResourceReport.objects.filter(reporter=user).update(note="")
