"""Students of the tutor who asks. Another tutor's are not there."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from accounts.permissions import IsTutorOrAdmin
from learnenglish.common.pagination import NewestFirst
from speaking.api.serializers import SessionResultSerializer
from speaking.selectors import session_list, session_result
from tutoring.api.serializers import (
    NoteRequestSerializer,
    NoteSerializer,
    RecordingSerializer,
    StudentQuerySerializer,
    StudentSerializer,
)
from tutoring.selectors.feedback import notes_of
from tutoring.selectors.people import student_get, student_session_get
from tutoring.selectors.students import student_row, student_rows
from tutoring.services.enrolments import enrolment_end
from tutoring.services.feedback import note_add


class StudentsView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(
        parameters=[StudentQuerySerializer], responses=StudentSerializer(many=True), filters=False
    )
    def get(self, request: Request) -> Response:
        """Your students, who needs you first at the top. Up to 500; ``q`` searches."""
        query = StudentQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        rows = student_rows(
            viewer=person_of(request),
            query=query.validated_data["q"],
            level=query.validated_data["level"],
        )
        return Response(StudentSerializer(rows, many=True).data)


class StudentView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=StudentSerializer)
    def get(self, request: Request, student_id: UUID) -> Response:
        """One student."""
        row = student_row(viewer=person_of(request), student_id=student_id)
        return Response(StudentSerializer(row).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, student_id: UUID) -> Response:
        """End the enrolment; the student keeps everything, and so do other tutors."""
        enrolment_end(by=person_of(request), student_id=student_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class StudentSessionsView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=RecordingSerializer(many=True))
    def get(self, request: Request, student_id: UUID) -> Response:
        """A student's recordings, newest first."""
        student = student_get(viewer=person_of(request), student_id=student_id)
        pages = NewestFirst()
        page = pages.paginate_queryset(session_list(user=student), request, view=self)
        return pages.get_paginated_response(RecordingSerializer(page, many=True).data)


class StudentNotesView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=NoteSerializer(many=True))
    def get(self, request: Request, student_id: UUID) -> Response:
        """Notes that only tutors see, newest first."""
        student = student_get(viewer=person_of(request), student_id=student_id)
        return Response(NoteSerializer(notes_of(student=student)[:100], many=True).data)

    @extend_schema(request=NoteRequestSerializer, responses={201: NoteSerializer})
    def post(self, request: Request, student_id: UUID) -> Response:
        """Add a note."""
        serializer = NoteRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        note = note_add(
            tutor=person_of(request), student_id=student_id, **serializer.validated_data
        )
        return Response(NoteSerializer(note).data, status=status.HTTP_201_CREATED)


class StudentSessionView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(operation_id="tutor_session", responses=SessionResultSerializer)
    def get(self, request: Request, session_id: UUID) -> Response:
        """A student's recording with its transcript and evaluation."""
        session = student_session_get(viewer=person_of(request), session_id=session_id)
        return Response(session_result(session))
