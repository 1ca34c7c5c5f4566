"""Invitations and classes, for tutors."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from accounts.permissions import IsTutorOrAdmin
from tutoring.api.serializers import (
    AssignmentRequestSerializer,
    AssignmentSerializer,
    ClassDetailSerializer,
    ClassRequestSerializer,
    ClassSerializer,
    InvitationRequestSerializer,
    InvitationSerializer,
)
from tutoring.selectors.classes import (
    class_assignments,
    class_get,
    class_rows,
    classes_of,
    invitations_of,
)
from tutoring.services.classes import assignment_create, class_create, class_end, member_remove
from tutoring.services.invitations import invitation_create, invitation_revoke


class InvitationsView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=InvitationSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Your invitations that still work, newest first."""
        rows = invitations_of(viewer=person_of(request))[:100]
        return Response(InvitationSerializer(rows, many=True).data)

    @extend_schema(request=InvitationRequestSerializer, responses={201: InvitationSerializer})
    def post(self, request: Request) -> Response:
        """Invite students to you, or with ``class_id`` into a class of yours."""
        serializer = InvitationRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        data, tutor = serializer.validated_data, person_of(request)
        group = class_get(viewer=tutor, class_id=data["class_id"]) if data["class_id"] else None
        made = invitation_create(
            tutor=tutor, group=group, days=data["days"], max_uses=data["max_uses"]
        )
        return Response(InvitationSerializer(made).data, status=status.HTTP_201_CREATED)


class InvitationView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, invitation_id: UUID) -> Response:
        """Let nobody in by it any more."""
        invitation_revoke(by=person_of(request), invitation_id=invitation_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ClassesView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=ClassSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Your classes, running ones first."""
        return Response(ClassSerializer(classes_of(viewer=person_of(request)), many=True).data)

    @extend_schema(request=ClassRequestSerializer, responses={201: ClassSerializer})
    def post(self, request: Request) -> Response:
        """Start a class."""
        serializer = ClassRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        group = class_create(tutor=person_of(request), **serializer.validated_data)
        return Response(ClassSerializer(group).data, status=status.HTTP_201_CREATED)


class ClassView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses=ClassDetailSerializer)
    def get(self, request: Request, class_id: UUID) -> Response:
        """A class: who is in it, what it was set and who has done it."""
        group = class_get(viewer=person_of(request), class_id=class_id)
        students = class_rows(group=group)
        group.size = len(students)  # type: ignore[attr-defined]  # as classes_of counts it
        context = {"students": students, "assignments": class_assignments(group=group)}
        return Response(ClassDetailSerializer(group, context=context).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, class_id: UUID) -> Response:
        """End a class; what was done in it stays."""
        class_end(by=person_of(request), class_id=class_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class ClassMemberView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, class_id: UUID, student_id: UUID) -> Response:
        """Take a student out of a class; they stay your student."""
        member_remove(by=person_of(request), class_id=class_id, student_id=student_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class AssignmentsView(APIView):
    permission_classes = (IsTutorOrAdmin,)

    @extend_schema(request=AssignmentRequestSerializer, responses={201: AssignmentSerializer})
    def post(self, request: Request, class_id: UUID) -> Response:
        """Set everyone in a class a topic."""
        serializer = AssignmentRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        made = assignment_create(
            by=person_of(request), class_id=class_id, **serializer.validated_data
        )
        return Response(AssignmentSerializer(made).data, status=status.HTTP_201_CREATED)
