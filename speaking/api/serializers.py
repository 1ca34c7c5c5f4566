"""Shapes of the speaking endpoints."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from speaking.models import Language, Mode, SpeakResource, Topic
from speaking.protocol import REFERENCE_CHARS


class TopicSerializer(serializers.ModelSerializer[Topic]):
    class Meta:
        model = Topic
        fields = (
            "id",
            "slug",
            "title",
            "mode",
            "level",
            "summary",
            "prompt",
            "questions",
            "reference_text",
            "role",
            "opening_line",
            "useful_phrases",
            "target_seconds",
            "tags",
        )


class SessionCreateSerializer(serializers.Serializer[dict[str, Any]]):
    """All optional: without anything it is free talk."""

    mode = serializers.ChoiceField(choices=Mode.choices, required=False)
    topic_id = serializers.UUIDField(required=False, allow_null=True)
    reference_text = serializers.CharField(
        required=False, allow_blank=True, max_length=REFERENCE_CHARS
    )
    language = serializers.ChoiceField(choices=Language.choices, required=False)


class SessionSummarySerializer(serializers.ModelSerializer[SpeakResource]):
    topic_title = serializers.CharField(
        source="topic.title", default=None, allow_null=True, read_only=True
    )

    class Meta:
        model = SpeakResource
        fields = (
            "id",
            "status",
            "mode",
            "topic",
            "topic_title",
            "language",
            "level",
            "duration_ms",
            "overall_score",
            "created_at",
        )


class SessionStatusSerializer(serializers.ModelSerializer[SpeakResource]):
    class Meta:
        model = SpeakResource
        fields = ("id", "status", "error_code", "error_message", "overall_score")


class SessionErrorSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    message = serializers.CharField()


class SessionResultSerializer(serializers.Serializer[Any]):
    """The same object as the socket's ``final``."""

    session_id = serializers.UUIDField()
    status = serializers.CharField()
    mode = serializers.CharField()
    topic_id = serializers.UUIDField(allow_null=True)
    language = serializers.CharField()
    level = serializers.CharField()
    reference_text = serializers.CharField()
    duration_ms = serializers.IntegerField()
    transcript = serializers.JSONField(allow_null=True)
    evaluation = serializers.JSONField(allow_null=True)
    audio_url = serializers.CharField(allow_null=True)
    providers = serializers.JSONField()
    error = SessionErrorSerializer(allow_null=True)
    created_at = serializers.DateTimeField()
    evaluated_at = serializers.DateTimeField(allow_null=True)


class TicketSerializer(serializers.Serializer[Any]):
    """``ticket`` opens one socket within ``expires_in`` seconds: ``/ws/speak?ticket=…``."""

    ticket = serializers.CharField()
    expires_in = serializers.IntegerField()


class AudioUrlSerializer(serializers.Serializer[Any]):
    url = serializers.CharField()
