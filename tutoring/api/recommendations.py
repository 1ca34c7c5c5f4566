"""Recommendations of a student, for tutors."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from accounts.permissions import IsTutorOrAdmin
from tutoring.api.serializers import (
    RecommendationChangeSerializer,
    RecommendationRequestSerializer,
    RecommendationSerializer,
)
from tutoring.lessons.services import lesson_draft
from tutoring.selectors.people import student_get
from tutoring.selectors.recommendations import recommendations_of
from tutoring.services.recommendations import (
    recommendation_dismiss,
    recommendation_draft,
    recommendation_edit,
    recommendation_publish,
)


class RecommendationsView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(
        operation_id="tutor_recommendations", responses=RecommendationSerializer(many=True)
    )
    def get(self, request: Request, student_id: UUID) -> Response:
        """A student's drafts, what is to do and what is done; newest first, up to 100."""
        student = student_get(viewer=person_of(request), student_id=student_id)
        rows = recommendations_of(student=student)[:100]
        return Response(RecommendationSerializer(rows, many=True).data)

    @extend_schema(
        request=RecommendationRequestSerializer, responses={201: RecommendationSerializer}
    )
    def post(self, request: Request, student_id: UUID) -> Response:
        """Draft a recommendation; with ``publish`` the student sees it at once."""
        serializer = RecommendationRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        data: dict[str, Any] = dict(serializer.validated_data)
        publish, tutor = data.pop("publish"), person_of(request)
        made = recommendation_draft(tutor=tutor, student_id=student_id, **data)
        if publish:
            made = recommendation_publish(tutor=tutor, recommendation_id=made.pk)
        return Response(RecommendationSerializer(made).data, status=status.HTTP_201_CREATED)


class RecommendationView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(request=RecommendationChangeSerializer, responses=RecommendationSerializer)
    def patch(self, request: Request, recommendation_id: UUID) -> Response:
        """Change the words or the date, publish, or put aside."""
        serializer = RecommendationChangeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        data: dict[str, Any] = dict(serializer.validated_data)
        wanted, tutor = data.pop("status", None), person_of(request)
        changed = recommendation_edit(
            tutor=tutor,
            recommendation_id=recommendation_id,
            changes=data,  # type: ignore[arg-type]  # the serializer has these fields alone
        )
        if wanted == "PUBLISHED":
            changed = recommendation_publish(tutor=tutor, recommendation_id=recommendation_id)
        elif wanted == "DISMISSED":
            changed = recommendation_dismiss(tutor=tutor, recommendation_id=recommendation_id)
        return Response(RecommendationSerializer(changed).data)


class LessonView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(request=None, responses={201: RecommendationSerializer(many=True)})
    def post(self, request: Request, student_id: UUID) -> Response:
        """Have a lesson drafted out of the last recordings: a summary and homework, all drafts.

        Only with a cloud engine set up, and for students who agreed to it.
        """
        made = lesson_draft(tutor=person_of(request), student_id=student_id)
        return Response(
            RecommendationSerializer(made, many=True).data, status=status.HTTP_201_CREATED
        )
