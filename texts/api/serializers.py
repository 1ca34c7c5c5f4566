"""Shapes of the look-up endpoints."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from texts.content import content_dump
from texts.models import ResourceKind, TextResource
from texts.services import ProcessedText


class ContentField(serializers.JSONField):
    """``TextResource.content``; its ``type`` tells which members it has."""


class ProcessTextRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """``kind`` overrides the detection. Length and emptiness are judged by the service."""

    text = serializers.CharField(allow_blank=True, trim_whitespace=False)
    kind = serializers.ChoiceField(choices=ResourceKind.choices, required=False)


class DetectionSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    confidence = serializers.FloatField()
    reason = serializers.CharField()


class ProvenanceSerializer(serializers.Serializer[Any]):
    provider = serializers.CharField()
    model = serializers.CharField()
    prompt_version = serializers.CharField()


@extend_schema_serializer(
    examples=[
        OpenApiExample("A word", value={"text": "ran"}, request_only=True),
        OpenApiExample("A sentence", value={"text": "She go home."}, request_only=True),
    ]
)
class ProcessedTextSerializer(serializers.Serializer[ProcessedText]):
    """``resource_id`` and ``content`` are null when nothing is known; see ``suggestions`` then.

    ``fallback_reason`` says why another engine than the configured one answered, or is empty.
    """

    resource_id = serializers.UUIDField(source="resource.id", default=None, allow_null=True)
    is_new = serializers.BooleanField()
    query = serializers.CharField()
    kind = serializers.CharField(source="analysis.kind.value")
    text = serializers.CharField(source="analysis.text")
    level = serializers.CharField(source="analysis.level", allow_null=True)
    detection = DetectionSerializer(source="analysis.detection")
    provenance = ProvenanceSerializer(source="analysis.provenance")
    query_note = serializers.CharField(source="analysis.query_note")
    suggestions = serializers.ListField(
        child=serializers.CharField(), source="analysis.suggestions"
    )
    message = serializers.CharField(source="analysis.message")
    fallback_reason = serializers.CharField(source="analysis.fallback_reason")
    content = serializers.SerializerMethodField()

    @extend_schema_field(ContentField(allow_null=True))
    def get_content(self, processed: ProcessedText) -> dict[str, Any] | None:
        return content_dump(processed.content) if processed.content else None


class TextResourceSerializer(serializers.ModelSerializer[TextResource]):
    content = ContentField(read_only=True)

    class Meta:
        model = TextResource
        fields = (
            "id",
            "kind",
            "text",
            "level",
            "content",
            "source",
            "provider",
            "model",
            "prompt_version",
            "rating_score",
            "rating_usage",
            "rating_tutors",
            "rating_impressions",
            "created_at",
        )
