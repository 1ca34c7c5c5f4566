"""Shapes of the history's endpoints."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from history.models import UserHistory, Validation


class UserHistorySerializer(serializers.ModelSerializer[UserHistory]):
    """``resource_type`` and ``title`` stay when the resource is gone."""

    resource_text = serializers.CharField(
        source="text_resource.text", default=None, allow_null=True, read_only=True
    )

    class Meta:
        model = UserHistory
        fields = (
            "id",
            "kind",
            "query",
            "resource_type",
            "text_resource",
            "resource_text",
            "speak_resource",
            "validation_status",
            "validation_note",
            "validated_at",
            "metadata",
            "day",
            "created_at",
        )


class ClearedSerializer(serializers.Serializer[dict[str, Any]]):
    """``cleared_at`` is what ``restore`` wants to take it back."""

    cleared_at = serializers.DateTimeField()
    count = serializers.IntegerField()


class RestoreRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """One of the two."""

    id = serializers.UUIDField(required=False)
    cleared_at = serializers.DateTimeField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if len(attrs) != 1:
            raise serializers.ValidationError("Give either id or cleared_at.", code="one_of")
        return attrs


class RestoredSerializer(serializers.Serializer[dict[str, Any]]):
    count = serializers.IntegerField()


class ValidationRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """A rejection needs a ``note``; ``PENDING`` takes an earlier word back."""

    status = serializers.ChoiceField(choices=Validation.choices)
    note = serializers.CharField(required=False, default="", allow_blank=True)
