"""Who wrote an explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from texts.models import Source, TextResource
from texts.presentation import provider_label

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Author:
    """``name`` is a person's; empty for the system's explanations and for one's own."""

    source: str
    name: str
    provider: str
    model: str
    prompt_version: str
    explanation: str


def author_of(resource: TextResource, *, viewer: User) -> Author:
    person = resource.created_by
    name = str(person) if person is not None and person != viewer else ""
    sentences = [_who(resource, name=name), *_with_what(resource)]
    return Author(
        source=resource.source,
        name=name,
        provider=resource.provider,
        model=resource.model,
        prompt_version=resource.prompt_version,
        explanation=" ".join(sentences),
    )


def _who(resource: TextResource, *, name: str) -> str:
    provider = provider_label(resource.provider)
    if resource.source == Source.TUTOR:
        return (
            _("Written by a tutor: %(name)s.") % {"name": name}
            if name
            else _("Written by a tutor.")
        )
    if resource.source == Source.USER and name:
        return _("Written by %(provider)s for %(name)s.") % {"provider": provider, "name": name}
    if resource.source == Source.USER:
        return _("Written by %(provider)s for you alone.") % {"provider": provider}
    return _("Part of Learn English, written by %(provider)s.") % {"provider": provider}


def _with_what(resource: TextResource) -> list[str]:
    sentences = []
    if resource.model:
        sentences.append(_("Model: %(model)s.") % {"model": resource.model})
    if resource.prompt_version:
        sentences.append(_("Prompt: version %(version)s.") % {"version": resource.prompt_version})
    return sentences
