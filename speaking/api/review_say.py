"""``/reviews/{id}/say``: cards that are answered by voice."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from speaking.api.upload import TYPES, AnyParser
from speaking.hearing import card_hear
from texts.reviews.api.serializers import JudgementSerializer


class HeardSerializer(serializers.Serializer[Any]):
    """``judgement`` is null and ``message`` says what to do where nothing was heard."""

    heard = serializers.CharField()
    judgement = JudgementSerializer(allow_null=True)
    message = serializers.CharField()


class ReviewSayView(APIView):
    parser_classes = (AnyParser,)

    @extend_schema(
        request=dict.fromkeys(TYPES, OpenApiTypes.BINARY), responses={200: HeardSerializer}
    )
    def post(self, request: Request, card_id: UUID) -> Response:
        """What I said, recognised and judged; grade it afterwards. The recording is not kept."""
        heard = card_hear(
            user=person_of(request), card_id=card_id, file=cast(BinaryIO, request._request)
        )
        message = "" if heard.heard else _("Nothing was heard. Come closer and say it again.")
        body = {"heard": heard.heard, "judgement": heard.judgement, "message": message}
        return Response(HeardSerializer(body).data)
