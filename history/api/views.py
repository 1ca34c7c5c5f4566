from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.people import person_of
from history.api.serializers import UserHistorySerializer
from history.filters import HistoryFilter
from history.models import UserHistory
from history.selectors import history_list
from learnenglish.common.zones import zone_of


class HistoryView(ListAPIView[UserHistory]):
    """What I did, newest first."""

    serializer_class = UserHistorySerializer
    filterset_class = HistoryFilter

    def get_queryset(self) -> QuerySet[UserHistory]:
        if getattr(self, "swagger_fake_view", False):
            return UserHistory.objects.none()
        return history_list(user=person_of(self.request))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Days are those of the person's own zone, as on pages."""
        with timezone.override(zone_of(person_of(request).time_zone)):
            return super().list(request, *args, **kwargs)
