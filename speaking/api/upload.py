"""``/sessions/{id}/audio``: hear a recording, or send one that is finished."""

from __future__ import annotations

from typing import BinaryIO, cast
from uuid import UUID

from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.people import person_of
from speaking.api.views import SessionAudioView
from speaking.receiving import session_receive

TYPES = ("audio/webm", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/flac")


class UploadedSerializer(serializers.Serializer[object]):
    """``status_url`` tells when the result is there; ``Location`` is the same."""

    session_id = serializers.UUIDField()
    status = serializers.CharField()
    duration_ms = serializers.IntegerField()
    status_url = serializers.CharField()


class AnyParser(BaseParser):
    """Takes every Content-Type: what a file is, its first bytes say. Reads nothing."""

    media_type = "*/*"

    def parse(self, *_: object, **__: object) -> dict[str, str]:
        """Asked for by the check for forgery, which looks for its token in the body first."""
        return {}


class SessionSoundView(SessionAudioView):
    parser_classes = (AnyParser,)

    @extend_schema(
        request=dict.fromkeys(TYPES, OpenApiTypes.BINARY),
        responses={202: UploadedSerializer},
    )
    def put(self, request: Request, session_id: UUID) -> Response:
        """Send a finished recording for a session that has not started; the body is the file."""
        session = session_receive(
            user=person_of(request),
            session_id=session_id,
            file=cast(BinaryIO, request._request),
        )
        url = reverse("speakup-session-status", args=[session.pk])
        body = {
            "session_id": str(session.pk),
            "status": session.status,
            "duration_ms": session.duration_ms,
            "status_url": url,
        }
        return Response(body, status=status.HTTP_202_ACCEPTED, headers={"Location": url})
