"""What the reviews hold about a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, json_file, rows_of
from texts.reviews.exchange import anki_export
from texts.reviews.models import ReviewCard, ReviewLog, ReviewSettings


def privacy_register() -> None:
    privacy.register(
        app="reviews",
        covers=("texts.ReviewCard", "texts.ReviewLog", "texts.ReviewSettings"),
        exporter=reviews_export,
        eraser=reviews_erase,
    )


def reviews_export(*, user: User) -> Iterable[ExportFile]:
    """The rows, and the cards as an Anki package, in which they can be learned elsewhere."""
    yield json_file("cards.json", rows_of(ReviewCard.objects.filter(user=user).order_by("id")))
    yield json_file("reviews.json", rows_of(ReviewLog.objects.filter(user=user).order_by("id")))
    if ReviewCard.objects.filter(user=user).exists():
        yield ExportFile("cards.apkg", [anki_export(user=user)])
    yield json_file("settings.json", rows_of(ReviewSettings.objects.filter(user=user)))


def reviews_erase(*, user: User) -> None:
    ReviewLog.objects.filter(user=user).delete()
    ReviewCard.objects.filter(user=user).delete()
    ReviewSettings.objects.filter(user=user).delete()
