"""Several look-ups at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from learnenglish.common.errors import DomainError
from texts.models import TextResource
from texts.selectors import resource_visible
from texts.services import ProcessedText, text_process

RESOURCES_AT_ONCE = 100
TEXTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class BatchItem:
    """Either ``processed`` or what stood in its way."""

    text: str
    processed: ProcessedText | None
    problem: DomainError | None


def resource_batch(*, user: User, ids: Sequence[UUID]) -> tuple[list[TextResource], list[UUID]]:
    """The resources ``ids`` in their order, each once, and those that ``user`` has not got.

    Raises DomainError ``batch_empty`` or ``batch_too_large``.
    """
    _check_size(len(ids), most=RESOURCES_AT_ONCE, field="ids")
    wanted = list(dict.fromkeys(ids))
    found = resource_visible(user=user).in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found], [pk for pk in wanted if pk not in found]


def text_process_batch(*, user: User, texts: Sequence[str]) -> list[BatchItem]:
    """``text_process`` for each of ``texts``, in their order; one that fails stops no other.

    Raises DomainError ``batch_empty`` or ``batch_too_large``.
    """
    _check_size(len(texts), most=TEXTS_AT_ONCE, field="texts")
    return [_process(user=user, text=text) for text in texts]


def _process(*, user: User, text: str) -> BatchItem:
    try:
        return BatchItem(text, text_process(user=user, query=text), None)
    except DomainError as error:
        return BatchItem(text, None, error)


def _check_size(size: int, *, most: int, field: str) -> None:
    if not size:
        raise DomainError("batch_empty", _("There is nothing in the list."), field=field)
    if size > most:
        raise DomainError(
            "batch_too_large",
            _("Ask for up to %(most)s at a time; these are %(size)s.")
            % {"most": most, "size": f"{size:,}"},
            field=field,
        )
