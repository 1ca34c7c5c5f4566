from __future__ import annotations

from django.db.models import QuerySet
from rest_framework.generics import ListAPIView

from accounts.people import person_of
from history.api.serializers import UserHistorySerializer
from history.filters import HistoryFilter
from history.models import UserHistory
from history.selectors import history_list


class HistoryView(ListAPIView[UserHistory]):
    """What I did, newest first."""

    serializer_class = UserHistorySerializer
    filterset_class = HistoryFilter

    def get_queryset(self) -> QuerySet[UserHistory]:
        if getattr(self, "swagger_fake_view", False):
            return UserHistory.objects.none()
        return history_list(user=person_of(self.request))
