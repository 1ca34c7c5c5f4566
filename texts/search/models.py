"""The words of an explanation that are searched."""

from __future__ import annotations

from django.db import models


class SearchDocument(models.Model):
    """One row for each resource, written by the triggers of ``texts.search.index`` alone.

    ``key`` is what somebody types to find exactly this one: the headword or the title, in lower
    case. ``tag`` is the grammar area or the category of a phrase. Of ``aliases``, ``body`` and
    ``examples`` each line is one text of the content.
    """

    resource = models.OneToOneField(
        "texts.TextResource", on_delete=models.CASCADE, related_name="search_document"
    )
    key = models.CharField(max_length=255, db_index=True)
    tag = models.CharField(max_length=80, db_index=True, blank=True)
    headword = models.TextField()
    aliases = models.TextField(blank=True)
    body = models.TextField(blank=True)
    examples = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.key
