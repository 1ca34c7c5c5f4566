"""Tutors rate explanations."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from texts.api.quality import examples_of
from texts.models import ResourceRating
from texts.quality.services import resource_rate


class RatingRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """``stars`` from 1 (poor) to 5 (good)."""

    resource_id = serializers.UUIDField()
    stars = serializers.IntegerField()
    comment = serializers.CharField(required=False, default="", allow_blank=True)


class RatingSerializer(serializers.ModelSerializer[ResourceRating]):
    class Meta:
        model = ResourceRating
        fields = ("id", "resource_id", "stars", "comment", "created_at", "updated_at")


class RatingsView(APIView):
    @extend_schema(
        request=RatingRequestSerializer,
        responses={200: RatingSerializer, 201: RatingSerializer},
        examples=examples_of("rate"),
    )
    def post(self, request: Request) -> Response:
        """Rate an explanation (201), or change your rating of it (200)."""
        serializer = RatingRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        rating, is_new = resource_rate(tutor=person_of(request), **serializer.validated_data)
        return Response(
            RatingSerializer(rating).data,
            status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK,
        )
