"""What a student sees of their tutors' work."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from speaking.selectors import session_get
from tutoring.api.serializers import (
    JoinedSerializer,
    JoinRequestSerializer,
    OwnAssignmentSerializer,
    RecommendationSerializer,
    SessionFeedbackSerializer,
)
from tutoring.selectors.classes import assignments_of
from tutoring.selectors.feedback import session_feedback, session_scores
from tutoring.selectors.recommendations import recommendations_published
from tutoring.services.feedback import feedback_read
from tutoring.services.invitations import invitation_accept
from tutoring.services.recommendations import recommendation_done, recommendation_keep


class SessionFeedbackView(APIView):
    @extend_schema(operation_id="session_feedback", responses=SessionFeedbackSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """What your tutors said about a recording of yours. It counts as read from then on."""
        student = person_of(request)
        session = session_get(user=student, session_id=session_id)
        body = {
            "feedback": list(session_feedback(session=session)),
            "scores": session_scores(session=session),
        }
        feedback_read(student=student, session=session)
        return Response(SessionFeedbackSerializer(body).data)


class OwnRecommendationsView(APIView):
    @extend_schema(
        operation_id="own_recommendations", responses=RecommendationSerializer(many=True)
    )
    def get(self, request: Request) -> Response:
        """What your tutors recommend, newest first; up to 100."""
        rows = recommendations_published(student=person_of(request))[:100]
        return Response(RecommendationSerializer(rows, many=True).data)


class OwnRecommendationDoneView(APIView):
    @extend_schema(request=None, responses=RecommendationSerializer)
    def post(self, request: Request, recommendation_id: UUID) -> Response:
        """Say that homework is done. What can be noticed is noticed by itself (409)."""
        done = recommendation_done(student=person_of(request), recommendation_id=recommendation_id)
        return Response(RecommendationSerializer(done).data)


class OwnRecommendationKeepView(APIView):
    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, recommendation_id: UUID) -> Response:
        """Keep a recommended explanation as a card."""
        recommendation_keep(student=person_of(request), recommendation_id=recommendation_id)
        return Response(status=204)


class OwnAssignmentsView(APIView):
    @extend_schema(responses=OwnAssignmentSerializer(many=True))
    def get(self, request: Request) -> Response:
        """What your classes set, what is still to do first."""
        rows = [
            {"assignment": one, "session_id": done.session_id, "score": done.score}
            for one, done in assignments_of(student=person_of(request))
        ]
        return Response(OwnAssignmentSerializer(rows, many=True).data)


class JoinView(APIView):
    @extend_schema(request=JoinRequestSerializer, responses=JoinedSerializer)
    def post(self, request: Request) -> Response:
        """Accept an invitation by its code."""
        serializer = JoinRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        accepted = invitation_accept(student=person_of(request), **serializer.validated_data)
        body = {
            "tutor": str(accepted.tutor),
            "class_name": accepted.group.name if accepted.group else "",
        }
        return Response(JoinedSerializer(body).data)
