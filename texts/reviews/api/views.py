"""The review endpoints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from texts.reviews import services
from texts.reviews.answering import answer_give, answers_give, card_judge
from texts.reviews.api.serializers import (
    BatchRequestSerializer,
    BatchSerializer,
    CardListRequestSerializer,
    CardSerializer,
    DueCardSerializer,
    GradeRequestSerializer,
    GradeSerializer,
    JudgementSerializer,
    JudgeRequestSerializer,
    KeepRequestSerializer,
    PreferencesSerializer,
    QueueRequestSerializer,
    QueueSerializer,
    StatsSerializer,
    UndoRequestSerializer,
    given_of,
)
from texts.reviews.grading import grade_undo
from texts.reviews.models import CardType, ReviewCard
from texts.reviews.preferences import preferences_of, preferences_update
from texts.reviews.selectors import card_get, card_search, forecaster, review_queue, review_stats
from texts.selectors import resource_get


def _read(serializer: type[serializers.Serializer[Any]], data: Any) -> dict[str, Any]:
    read = serializer(data=data)
    read.is_valid(raise_exception=True)
    return dict(read.validated_data)


class DueView(APIView):
    @extend_schema(parameters=[QueueRequestSerializer], responses=QueueSerializer)
    def get(self, request: Request) -> Response:
        """What to review now, with all that is needed to do it without network."""
        user = person_of(request)
        limit = _read(QueueRequestSerializer, request.query_params)["limit"]
        queue = review_queue(user=user, limit=limit)
        body = {
            "cards": queue.cards,
            "counts": queue.counts,
            "next_due": queue.next_due,
            "server_time": timezone.now(),
        }
        context = {"forecast": forecaster(user=user)}
        return Response(QueueSerializer(body, context=context).data)


class GradeView(APIView):
    @extend_schema(request=GradeRequestSerializer, responses=GradeSerializer)
    def post(self, request: Request, card_id: UUID) -> Response:
        """Grade a card, once for each ``client_id``.

        An answer older than others that are here already takes its place before them. A time later
        than now is refused with ``clock_ahead``, one before the card was kept with
        ``clock_behind``; both tell ``server_time``, and neither can happen with ``sent_at``.
        """
        data = _read(GradeRequestSerializer, request.data)
        log = answer_give(
            user=person_of(request), given=given_of(data, card_id), sent_at=data.get("sent_at")
        )
        return Response(GradeSerializer(log).data)


class GradesView(APIView):
    @extend_schema(request=BatchRequestSerializer, responses=BatchSerializer)
    def post(self, request: Request) -> Response:
        """Grade what was answered without network. Each answer is taken or refused by itself."""
        data = _read(BatchRequestSerializer, request.data)
        given = [given_of(answer) for answer in data["answers"]]
        results = answers_give(user=person_of(request), given=given, sent_at=data.get("sent_at"))
        return Response(BatchSerializer({"results": results}).data)


class JudgeView(APIView):
    @extend_schema(request=JudgeRequestSerializer, responses=JudgementSerializer)
    def post(self, request: Request, card_id: UUID) -> Response:
        """What an answer is worth, without grading it."""
        data = _read(JudgeRequestSerializer, request.data)
        _, judged = card_judge(
            user=person_of(request),
            card_id=card_id,
            card_type=CardType(data["card_type"]),
            answer=data["answer"],
        )
        return Response(JudgementSerializer(judged).data)


class UndoView(APIView):
    @extend_schema(request=UndoRequestSerializer, responses=GradeSerializer)
    def post(self, request: Request) -> Response:
        """Take back my last answer, or the one with ``client_id``."""
        data = _read(UndoRequestSerializer, request.data)
        log = grade_undo(user=person_of(request), client_id=data.get("client_id"))
        return Response(GradeSerializer(log).data)


class _ChangeView(APIView):
    change: ClassVar[Callable[..., ReviewCard]]

    @extend_schema(request=None, responses=CardSerializer)
    def post(self, request: Request, card_id: UUID) -> Response:
        card = type(self).change(user=person_of(request), card_id=card_id)
        return Response(CardSerializer(card).data)


class SuspendView(_ChangeView):
    """Ask a card no more."""

    change = staticmethod(services.card_suspend)


class ResumeView(_ChangeView):
    """Ask a card again."""

    change = staticmethod(services.card_resume)


class BuryView(_ChangeView):
    """Leave a card for tomorrow."""

    change = staticmethod(services.card_bury)


class CardsView(ListAPIView[ReviewCard]):
    """My cards, newest first."""

    serializer_class = CardSerializer

    def get_queryset(self) -> QuerySet[ReviewCard]:
        if getattr(self, "swagger_fake_view", False):
            return ReviewCard.objects.none()
        data = _read(CardListRequestSerializer, self.request.query_params)
        return card_search(
            user=person_of(self.request),
            query=data["q"],
            show=data.get("show", ""),
            origin=data.get("origin", ""),
        )

    @extend_schema(parameters=[CardListRequestSerializer])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=KeepRequestSerializer, responses={200: CardSerializer})
    def post(self, request: Request) -> Response:
        """Keep an explanation. Keeping it again brings the card there is back."""
        user = person_of(request)
        resource_id = _read(KeepRequestSerializer, request.data)["resource_id"]
        card = services.card_keep_again(
            user=user, resource=resource_get(user=user, resource_id=resource_id)
        )
        return Response(CardSerializer(card).data)


class CardView(APIView):
    @extend_schema(responses=DueCardSerializer)
    def get(self, request: Request, card_id: UUID) -> Response:
        """One card, with its ways to ask."""
        user = person_of(request)
        card = card_get(user=user, card_id=card_id)
        context = {"forecast": forecaster(user=user)}
        return Response(DueCardSerializer(card, context=context).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, card_id: UUID) -> Response:
        """Forget a card and its answers."""
        services.card_delete(user=person_of(request), card_id=card_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


class SettingsView(APIView):
    @extend_schema(responses=PreferencesSerializer)
    def get(self, request: Request) -> Response:
        """How I am asked."""
        return Response(PreferencesSerializer(preferences_of(user=person_of(request))).data)

    @extend_schema(request=PreferencesSerializer, responses=PreferencesSerializer)
    def patch(self, request: Request) -> Response:
        changes = _read(PreferencesSerializer, request.data)
        found = preferences_update(user=person_of(request), **changes)
        return Response(PreferencesSerializer(found).data)


class StatsView(APIView):
    @extend_schema(responses=StatsSerializer)
    def get(self, request: Request) -> Response:
        """Figures of all my reviews."""
        return Response(StatsSerializer(review_stats(user=person_of(request), since=None)).data)
