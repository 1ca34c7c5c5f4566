"""Text to speech over HTTP. Pages and apps use the same view under two addresses."""

from __future__ import annotations

import io
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.people import person_of
from speaking.models import Language
from speaking.ranges import ranged_response
from speaking.speech import speech_key, speech_say

CACHE_SECONDS = 7 * 24 * 3600


class SayQuery(serializers.Serializer[dict[str, Any]]):
    """``text``: at most 500 characters in Latin letters."""

    text = serializers.CharField(allow_blank=True, default="", trim_whitespace=True)
    accent = serializers.ChoiceField(choices=Language.choices, default=Language.EN_US)
    slow = serializers.BooleanField(default=False)


class SoundRenderer(JSONRenderer):
    """Lets clients ask for sound only. What is rendered are errors, and those are JSON."""

    media_type = "audio/*"
    format = "sound"


class SayView(APIView):
    renderer_classes = (JSONRenderer, SoundRenderer)

    @extend_schema(
        parameters=[SayQuery],
        responses={
            (200, "audio/mpeg"): OpenApiTypes.BINARY,
            (206, "audio/mpeg"): OpenApiTypes.BINARY,
            304: None,
        },
    )
    def get(self, request: Request) -> HttpResponseBase:
        """A short text, spoken. ``X-Speech-Provider`` and ``X-Speech-Voice`` say by whom."""
        query = SayQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        said = {**query.validated_data, "user": person_of(request)}
        etag = f'W/"{speech_key(**said)[:32]}"'
        response: HttpResponse
        if etag in request.headers.get("If-None-Match", ""):
            response = HttpResponse(status=304)
        else:
            speech = speech_say(**said)
            response = ranged_response(
                request._request, io.BytesIO(speech.audio), content_type=speech.content_type
            )
            response["X-Speech-Provider"] = speech.provider
            response["X-Speech-Voice"] = speech.voice
        response["ETag"] = etag
        patch_cache_control(response, private=True, max_age=CACHE_SECONDS)
        return response


@extend_schema(exclude=True)
class SayPageView(SayView):
    """For ``<audio>`` and buttons on pages."""
