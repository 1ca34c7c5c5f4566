"""Notifications for apps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import Notification, NotificationKind
from accounts.notifications.content import Told, notifications_told
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import Preference, preference_set, preferences_of
from accounts.notifications.selectors import notification_list, unread_count
from accounts.notifications.services import notifications_mark
from accounts.people import person_of
from learnenglish.common.errors import not_found


class NotificationSerializer(serializers.Serializer[Told]):
    """``text`` is for a person; ``url`` is a path of the site, or empty; ``payload`` is the same
    for programs."""

    id = serializers.UUIDField(source="notification.id")
    kind = serializers.ChoiceField(choices=NotificationKind.choices, source="notification.kind")
    text = serializers.CharField()
    url = serializers.CharField(allow_blank=True)
    payload = serializers.DictField(source="notification.payload")
    created_at = serializers.DateTimeField(source="notification.created_at")
    read_at = serializers.DateTimeField(source="notification.read_at", allow_null=True)


class ReadSerializer(serializers.Serializer[dict[str, Any]]):
    read = serializers.BooleanField()


class UnreadSerializer(serializers.Serializer[dict[str, Any]]):
    unread = serializers.IntegerField()


class PreferenceSerializer(serializers.Serializer[Preference]):
    kind = serializers.ChoiceField(choices=NotificationKind.choices)
    in_app = serializers.BooleanField(required=False)
    mail = serializers.ChoiceField(choices=MailWhen.choices, required=False)


class NotificationsView(ListAPIView[Notification]):
    serializer_class = NotificationSerializer  # type: ignore[assignment]  # of what Told wraps
    queryset = Notification.objects.none()

    @extend_schema(
        parameters=[OpenApiParameter("unread", bool, description="Only what is not read yet.")]
    )
    def get(self, request: Request) -> Response:
        """What I was told, the newest first."""
        only_unread = request.query_params.get("unread", "").lower() in ("1", "true", "yes")
        rows = notification_list(user=person_of(request), unread=only_unread)
        page = self.paginate_queryset(rows)
        told: Any = notifications_told(page or [])
        return self.get_paginated_response(NotificationSerializer(told, many=True).data)

    @extend_schema(
        operation_id="api_notifications_mark_all",
        request=ReadSerializer,
        responses=UnreadSerializer,
    )
    def patch(self, request: Request) -> Response:
        """Mark all of them as read, or as unread."""
        user = person_of(request)
        serializer = ReadSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        notifications_mark(user=user, read=serializer.validated_data["read"])
        return Response({"unread": unread_count(user=user)})


class NotificationView(APIView):
    @extend_schema(request=ReadSerializer, responses=NotificationSerializer)
    def patch(self, request: Request, notification_id: UUID) -> Response:
        """Mark one as read or unread."""
        user = person_of(request)
        rows = notification_list(user=user).filter(pk=notification_id)
        if not rows.exists():
            raise not_found(_("There is no such notification."))
        serializer = ReadSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        notifications_mark(user=user, ids=[notification_id], read=serializer.validated_data["read"])
        return Response(NotificationSerializer(notifications_told(rows)[0]).data)


class UnreadView(APIView):
    @extend_schema(responses=UnreadSerializer)
    def get(self, request: Request) -> Response:
        """How many notifications wait to be read; ``/ws/notifications`` says it by itself."""
        return Response({"unread": unread_count(user=person_of(request))})


class PreferencesView(APIView):
    @extend_schema(responses=PreferenceSerializer(many=True))
    def get(self, request: Request) -> Response:
        """How I want each kind: in the app, by mail at once, once a day or never."""
        return self._all(request)

    @extend_schema(
        request=PreferenceSerializer(many=True), responses=PreferenceSerializer(many=True)
    )
    def patch(self, request: Request) -> Response:
        """Change the kinds given; what is left out stays."""
        serializer = PreferenceSerializer(data=request.data, many=True)
        serializer.is_valid(raise_exception=True)
        for change in serializer.validated_data:
            preference_set(
                user=person_of(request),
                kind=NotificationKind(change["kind"]),
                in_app=change.get("in_app"),
                mail=change.get("mail"),
            )
        return self._all(request)

    def _all(self, request: Request) -> Response:
        chosen: Any = preferences_of(person_of(request)).values()
        return Response(PreferenceSerializer(chosen, many=True).data)
