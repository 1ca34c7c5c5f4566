"""The API's description: every endpoint may answer with a problem."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

from learnenglish.common.problems import CONTENT_TYPE


class FieldProblemSerializer(serializers.Serializer[dict[str, Any]]):
    field = serializers.CharField(allow_null=True)
    code = serializers.CharField()
    message = serializers.CharField()


class ProblemDetailsSerializer(serializers.Serializer[dict[str, Any]]):
    """RFC 9457 problem details; ``code`` is stable, ``detail`` is for a person."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    code = serializers.CharField()
    errors = FieldProblemSerializer(many=True)  # type: ignore[assignment]  # a field, not a value
    request_id = serializers.CharField()


class ProblemSchema(AutoSchema):
    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        bodies["default"] = self._get_response_for_code(  # type: ignore[no-untyped-call]
            ProblemDetailsSerializer, "default", media_types=[CONTENT_TYPE], direction=direction
        )
        return bodies
