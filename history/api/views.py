from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from history.api.serializers import (
    ClearedSerializer,
    RestoredSerializer,
    RestoreRequestSerializer,
    UserHistorySerializer,
    ValidationRequestSerializer,
)
from history.filters import HistoryFilter
from history.models import UserHistory, Validation
from history.pages import HistoryPages
from history.selectors import history_list
from history.services import history_clear, history_remove, history_restore
from history.validation import history_validate
from learnenglish.common.zones import zone_of


class HistoryView(ListAPIView[UserHistory]):
    """What I did, newest first."""

    serializer_class = UserHistorySerializer
    filterset_class = HistoryFilter
    pagination_class = HistoryPages

    def get_queryset(self) -> QuerySet[UserHistory]:
        if getattr(self, "swagger_fake_view", False):
            return UserHistory.objects.none()
        return history_list(user=person_of(self.request))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Days are those of the person's own zone, as on pages."""
        with timezone.override(zone_of(person_of(request).time_zone)):
            return super().list(request, *args, **kwargs)

    @extend_schema(operation_id="history_clear", responses={200: ClearedSerializer}, filters=False)
    def delete(self, request: Request) -> Response:
        """Clear my history. It can be brought back for a day."""
        cleared_at, count = history_clear(user=person_of(request))
        return Response(ClearedSerializer({"cleared_at": cleared_at, "count": count}).data)


class HistoryEntryView(APIView):
    @extend_schema(responses={204: None})
    def delete(self, request: Request, entry_id: UUID) -> Response:
        """Remove an entry. It can be brought back for a day."""
        history_remove(user=person_of(request), entry_id=entry_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class HistoryRestoreView(APIView):
    @extend_schema(request=RestoreRequestSerializer, responses=RestoredSerializer)
    def post(self, request: Request) -> Response:
        """Bring back an entry, or all that was cleared at one time."""
        serializer = RestoreRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        chosen = serializer.validated_data
        count = history_restore(
            user=person_of(request),
            entry_id=chosen.get("id"),
            cleared_at=chosen.get("cleared_at"),
        )
        return Response(RestoredSerializer({"count": count}).data)


class HistoryValidationView(APIView):
    @extend_schema(request=ValidationRequestSerializer, responses=UserHistorySerializer)
    def post(self, request: Request, entry_id: UUID) -> Response:
        """Approve or reject what one of my students made; the student sees it and is told."""
        serializer = ValidationRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        entry = history_validate(
            by=person_of(request),
            entry_id=entry_id,
            status=Validation(serializer.validated_data["status"]),
            note=serializer.validated_data["note"],
        )
        return Response(UserHistorySerializer(entry).data)
