"""The placement test for apps."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from texts.placement.estimate import LEVELS
from texts.placement.services import (
    LENGTH,
    UNKNOWN,
    Placement,
    placement_answer,
    placement_read,
    placement_start,
    placement_token,
)


class PlacementQuestionSerializer(serializers.Serializer[Any]):
    word = serializers.CharField()
    part_of_speech = serializers.CharField()
    options = serializers.ListField(child=serializers.CharField())


class PlacementResultSerializer(serializers.Serializer[Any]):
    level = serializers.ChoiceField(choices=LEVELS)
    confidence = serializers.FloatField(help_text="0–1: that the level is right or next to right")


class PlacementSerializer(serializers.Serializer[Any]):
    """``question`` until the end, then ``result``. Send ``token`` back with the next answer."""

    token = serializers.CharField()
    number = serializers.IntegerField()
    length = serializers.IntegerField()
    question = PlacementQuestionSerializer(allow_null=True)
    result = PlacementResultSerializer(allow_null=True)


class PlacementAnswerSerializer(serializers.Serializer[Any]):
    token = serializers.CharField(max_length=8000)
    choice = serializers.IntegerField(
        min_value=UNKNOWN, help_text="index of the option; -1: I don't know"
    )


class PlacementView(APIView):
    @extend_schema(request=None, responses=PlacementSerializer)
    def post(self, request: Request) -> Response:
        """Begin a placement test of ten words."""
        return Response(_described(placement_start()))


class PlacementAnswerView(APIView):
    @extend_schema(request=PlacementAnswerSerializer, responses=PlacementSerializer)
    def post(self, request: Request) -> Response:
        """Answer a question. The level found is not stored: PATCH ``/auth/me`` with it."""
        serializer = PlacementAnswerSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        placement = placement_read(token=serializer.validated_data["token"])
        choice = serializer.validated_data["choice"]
        return Response(_described(placement_answer(placement=placement, choice=choice)))


def _described(placement: Placement) -> dict[str, Any]:
    result = None
    if placement.is_over:
        ability = placement.ability
        result = {"level": ability.level, "confidence": round(ability.confidence, 2)}
    data = {
        "token": placement_token(placement=placement),
        "number": placement.number,
        "length": LENGTH,
        "question": placement.question,
        "result": result,
    }
    return dict(PlacementSerializer(data).data)
