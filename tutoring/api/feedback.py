"""What tutors say about recordings."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from accounts.permissions import IsTutorOrAdmin
from learnenglish.common.errors import DomainError
from tutoring.api.serializers import (
    FeedbackRequestSerializer,
    FeedbackSerializer,
    OverrideRequestSerializer,
    OverrideSerializer,
    RecordingSerializer,
    SessionFeedbackSerializer,
)
from tutoring.selectors.feedback import queue_of, session_feedback, session_scores
from tutoring.selectors.people import student_session_get
from tutoring.services.feedback import (
    feedback_delete,
    feedback_give,
    feedback_give_on_resource,
    feedback_listened,
    score_override,
)


class FeedbackListView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(request=FeedbackRequestSerializer, responses={201: FeedbackSerializer})
    def post(self, request: Request) -> Response:
        """Say something about a recording or an explanation."""
        serializer = FeedbackRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        data, tutor = serializer.validated_data, person_of(request)
        if "session_id" in data and data["listened"] and not data["text"].strip():
            given = feedback_listened(tutor=tutor, session_id=data["session_id"])
        elif "session_id" in data:
            given = feedback_give(
                tutor=tutor,
                session_id=data["session_id"],
                text=data["text"],
                moment_ms=data["moment_ms"],
            )
        elif "student_id" in data and "resource_id" in data:
            given = feedback_give_on_resource(
                tutor=tutor,
                student_id=data["student_id"],
                resource_id=data["resource_id"],
                text=data["text"],
            )
        else:
            message = _("Name a recording, or a student and an explanation.")
            raise DomainError("subject_missing", message, field="session_id")
        return Response(FeedbackSerializer(given).data, status=status.HTTP_201_CREATED)


class FeedbackView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, feedback_id: UUID) -> Response:
        """Take your own words back."""
        feedback_delete(tutor=person_of(request), feedback_id=feedback_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class QueueView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=RecordingSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Recordings of the last 30 days that wait for an answer, the oldest first; up to 100."""
        waiting = queue_of(viewer=person_of(request))[:100]
        return Response(RecordingSerializer(waiting, many=True).data)


class TutorSessionFeedbackView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(operation_id="tutor_session_feedback", responses=SessionFeedbackSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """What tutors said about a student's recording, and every score beside the machine's."""
        session = student_session_get(viewer=person_of(request), session_id=session_id)
        body = {
            "feedback": session_feedback(session=session),
            "scores": session_scores(session=session),
        }
        return Response(SessionFeedbackSerializer(body).data)


class OverridesView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(request=OverrideRequestSerializer, responses=OverrideSerializer)
    def put(self, request: Request, session_id: UUID) -> Response:
        """Put your own score beside the machine's; again changes it."""
        serializer = OverrideRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        override = score_override(
            tutor=person_of(request), session_id=session_id, **serializer.validated_data
        )
        return Response(OverrideSerializer(override).data)
