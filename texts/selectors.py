"""Reading explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from learnenglish.common.errors import not_found
from texts.content import Content, ContrastContent, TopicContent
from texts.models import ResourceKind, ResourceStatus, TextResource

if TYPE_CHECKING:
    from accounts.models import User


def resource_visible(*, user: User) -> QuerySet[TextResource]:
    """What ``user`` may see: published general knowledge, and what is their own."""
    shared = Q(created_by__isnull=True, status=ResourceStatus.PUBLISHED)
    return TextResource.objects.filter(shared | Q(created_by=user))


def resource_see_also(content: Content | None) -> list[TextResource]:
    """The topics that ``content`` names as worth reading next, as far as they are loaded."""
    slugs = content.see_also if isinstance(content, TopicContent | ContrastContent) else ()
    keys = [f"topic:{slug}" for slug in slugs]
    found = TextResource.objects.filter(
        kind=ResourceKind.GRAMMAR,
        normalised__in=keys,
        created_by=None,
        status=ResourceStatus.PUBLISHED,
    )
    return sorted(found, key=lambda resource: keys.index(resource.normalised))


def resource_get(*, user: User, resource_id: UUID) -> TextResource:
    """Raises DomainError ``not_found``."""
    resource = resource_visible(user=user).filter(pk=resource_id).first()
    if resource is None:
        raise not_found(_("There is no such explanation, or it is somebody else's."))
    return resource
