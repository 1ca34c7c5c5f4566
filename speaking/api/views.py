from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, ListCreateAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from learnenglish.common.errors import not_found
from speaking.api.serializers import (
    AudioUrlSerializer,
    SessionCreateSerializer,
    SessionResultSerializer,
    SessionStatusSerializer,
    SessionSummarySerializer,
    TicketSerializer,
    TopicSerializer,
)
from speaking.filters import TopicFilter
from speaking.models import SpeakResource, Topic
from speaking.selectors import (
    session_audio_url,
    session_get,
    session_list,
    session_result,
    topic_list,
)
from speaking.services import session_create, session_delete
from speaking.tickets import TICKET_SECONDS, ticket_issue


class TopicsView(ListAPIView[Topic]):
    """What one can talk about."""

    serializer_class = TopicSerializer
    filterset_class = TopicFilter
    queryset = topic_list()


class SessionsView(ListCreateAPIView[SpeakResource]):
    serializer_class = SessionSummarySerializer

    def get_queryset(self) -> QuerySet[SpeakResource]:
        if getattr(self, "swagger_fake_view", False):
            return SpeakResource.objects.none()
        return session_list(user=person_of(self.request))

    @extend_schema(request=SessionCreateSerializer, responses={201: SessionResultSerializer})
    def post(self, request: Request) -> Response:
        """Make a session; its id goes into the socket's ``start``."""
        serializer = SessionCreateSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        session = session_create(user=person_of(request), **serializer.validated_data)
        return Response(session_result(session), status=status.HTTP_201_CREATED)


class SessionView(APIView):
    @extend_schema(responses=SessionResultSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """A session with its transcript and evaluation."""
        return Response(session_result(session_get(user=person_of(request), session_id=session_id)))

    @extend_schema(responses={204: None})
    def delete(self, request: Request, session_id: UUID) -> Response:
        """Delete a session with its recording."""
        session_delete(session=session_get(user=person_of(request), session_id=session_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


class SessionStatusView(APIView):
    @extend_schema(responses=SessionStatusSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """How far a session is."""
        session = session_get(user=person_of(request), session_id=session_id)
        return Response(SessionStatusSerializer(session).data)


class SessionAudioView(APIView):
    @extend_schema(responses=AudioUrlSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """A URL that plays the recording for a while without signing in."""
        url = session_audio_url(session_get(user=person_of(request), session_id=session_id))
        if url is None:
            raise not_found(_("This session has no recording."))
        return Response({"url": url})


class TicketView(APIView):
    @extend_schema(request=None, responses={201: TicketSerializer})
    def post(self, request: Request) -> Response:
        """A single-use ticket for the socket, for browser clients that have a token only."""
        body = {"ticket": ticket_issue(user=person_of(request)), "expires_in": TICKET_SECONDS}
        return Response(body, status=status.HTTP_201_CREATED)
