"""What looks things up and keeps them."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.plans import Quota, quota_spend
from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError
from texts.content import Content, ContrastContent, TopicContent, content_dump, content_load
from texts.engines import text_analyse
from texts.impressions import impressions_count
from texts.models import ResourceStatus, Source, TextResource
from texts.nlp.base import Analysis, EngineError, Kind, Provenance
from texts.selectors import resource_get

if TYPE_CHECKING:
    from accounts.models import User

QUERY_CHARS = 1000
KEY_CHARS = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessedText:
    """The answer to a look-up. ``resource`` is None when nothing was found to keep.

    ``content`` is what the resource holds, which a tutor may have changed since the engine wrote
    it. ``is_new`` tells whether this look-up made the resource.
    """

    query: str
    analysis: Analysis
    resource: TextResource | None
    content: Content | None
    is_new: bool
    overridden: bool


def query_clean(query: str) -> str:
    """``query`` in NFC with single spaces.

    Raises DomainError ``query_empty`` or ``query_too_long``.
    """
    cleaned = " ".join(unicodedata.normalize("NFC", query).split())
    if not cleaned:
        raise DomainError(
            "query_empty", _("Type a word, a phrase, a sentence or a question."), field="text"
        )
    if len(cleaned) > QUERY_CHARS:
        raise DomainError(
            "query_too_long",
            _("This has %(chars)s characters; look up to %(most)s at a time.")
            % {"chars": f"{len(cleaned):,}", "most": f"{QUERY_CHARS:,}"},
            field="text",
        )
    return cleaned


def text_process(*, user: User, query: str, kind: Kind | None = None) -> ProcessedText:
    """Explain ``query``, keep the explanation, count it as shown, note the look-up in the history.

    ``kind`` overrides the detected one. Raises DomainError with the engine's code,
    ``quota_exceeded``, or ``not_available`` for an explanation that was hidden. Not to be
    called inside a transaction: a cloud engine may take seconds, for which the database connection
    is given back.
    """
    cleaned = query_clean(query)
    quota_spend(user=user, name=Quota.LOOKUPS)
    try:
        analysis = text_analyse(user=user, query=cleaned, kind=kind)
    except EngineError as error:
        raise DomainError(
            error.code,
            error.message,
            status=503 if error.retryable else 400,
            field=None if error.retryable else "text",
        ) from error
    resource, is_new = (None, False)
    if analysis.content is not None:
        resource, is_new = resource_store(analysis=analysis, owner=user)
        _require_published(resource)
        analysis = _as_kept(analysis, resource)
        impressions_count([resource.pk])
    history_record(
        user=user,
        kind=Activity.LOOKUP,
        query=cleaned,
        text_resource_id=resource.id if resource else None,
        metadata={
            "kind": analysis.kind.value,
            "confidence": round(analysis.detection.confidence, 2),
            "overridden": kind is not None,
        },
    )
    return ProcessedText(
        query=cleaned,
        analysis=analysis,
        resource=resource,
        content=content_load(resource.content) if resource else None,
        is_new=is_new,
        overridden=kind is not None,
    )


def resource_view(*, user: User, resource_id: UUID) -> TextResource:
    """The resource that ``user`` opens, with the view noted and counted.

    Raises DomainError ``not_found``.
    """
    resource = resource_get(user=user, resource_id=resource_id)
    history_record(user=user, kind=Activity.VIEW, text_resource_id=resource.pk, is_impression=True)
    impressions_count([resource.pk])
    return resource


def resource_store(*, analysis: Analysis, owner: User) -> tuple[TextResource, bool]:
    """The resource of an analysis with content, found or made; True if made.

    General knowledge is everyone's; what is about a person's own sentence, or was written by a
    model for them, is theirs alone. What the offline engine once said of that gives way to the
    answer of another, unless a tutor has taken it over.
    """
    if analysis.content is None:
        raise ValueError("there is nothing to store")
    identity: dict[str, Any] = {
        "kind": analysis.kind.value,
        "normalised": resource_key(analysis.content, analysis.normalised),
        "created_by": None if analysis.shared else owner,
    }
    found = TextResource.objects.filter(**identity).first()
    if found is not None:
        if found.source == Source.USER and found.provider == "offline":
            _rewrite(found, analysis)
        return found, False
    try:
        with transaction.atomic():
            return TextResource.objects.create(**identity, **_fields(analysis)), True
    except IntegrityError:  # somebody else asked for the same thing at the same moment
        return TextResource.objects.get(**identity), False


def _require_published(resource: TextResource) -> None:
    """What was taken out of sight for everyone is not given out by asking for it either."""
    if resource.created_by_id is None and resource.status != ResourceStatus.PUBLISHED:
        raise DomainError(
            "not_available", _("This explanation is being checked. Come back later."), status=404
        )


def _rewrite(resource: TextResource, analysis: Analysis) -> None:
    if analysis.provenance.provider != resource.provider:
        for name, value in _fields(analysis).items():
            setattr(resource, name, value)
        resource.save()


def _as_kept(analysis: Analysis, resource: TextResource) -> Analysis:
    """``analysis`` with the level and the provenance of what is shown, which may have been kept
    from before, or changed by a tutor since."""
    analysis = replace(analysis, level=resource.level or None)
    if resource.provider == analysis.provenance.provider:
        return analysis
    kept = Provenance(
        provider=resource.provider, model=resource.model, prompt_version=resource.prompt_version
    )
    return replace(analysis, provenance=kept, fallback_reason="")


def resource_key(content: Content, normalised: str) -> str:
    """The key of a resource within its kind; a long text is cut and told apart by its SHA-256."""
    if isinstance(content, TopicContent | ContrastContent):
        return f"{content.type}:{content.slug}"
    if len(normalised) <= KEY_CHARS:
        return normalised
    digest = hashlib.sha256(normalised.encode()).hexdigest()
    return normalised[: KEY_CHARS - len(digest) - 1] + "…" + digest


def _fields(analysis: Analysis) -> dict[str, Any]:
    assert analysis.content is not None
    return {
        "text": analysis.text,
        "level": analysis.level or "",
        "content": content_dump(analysis.content),
        "source": Source.SYSTEM if analysis.shared else Source.USER,
        "status": ResourceStatus.PUBLISHED,
        "provider": analysis.provenance.provider,
        "model": analysis.provenance.model,
        "prompt_version": analysis.provenance.prompt_version,
    }
