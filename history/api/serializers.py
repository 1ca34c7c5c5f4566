"""Shapes of the history endpoint."""

from __future__ import annotations

from rest_framework import serializers

from history.models import UserHistory


class UserHistorySerializer(serializers.ModelSerializer[UserHistory]):
    resource_kind = serializers.CharField(
        source="text_resource.kind", default=None, allow_null=True, read_only=True
    )
    resource_text = serializers.CharField(
        source="text_resource.text", default=None, allow_null=True, read_only=True
    )

    class Meta:
        model = UserHistory
        fields = (
            "id",
            "kind",
            "query",
            "text_resource",
            "resource_kind",
            "resource_text",
            "speak_resource",
            "validation_status",
            "metadata",
            "created_at",
        )
