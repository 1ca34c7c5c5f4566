"""Progress over REST: one's own, and that of a tutor's students."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from accounts.people import person_of
from accounts.permissions import people_visible
from learnenglish.common.errors import not_found
from learnenglish.common.replica import replica_reads
from tutoring.progress.summary import ProgressSummary, progress_between


class PeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """Days of the person's own calendar, both included; without them the last 30."""

    def get_fields(self) -> dict[str, Any]:
        """``from`` is a word of Python's, so it cannot be the name of an attribute."""
        return {
            "from": serializers.DateField(required=False),
            "to": serializers.DateField(required=False),
        }


class TotalsSerializer(serializers.Serializer[Any]):
    """``minutes`` counts begun ones; ``retention`` is 0–1, ``error_rate`` mistakes in a hundred
    words, each null where there is too little to say."""

    minutes = serializers.IntegerField()
    sessions = serializers.IntegerField()
    lookups = serializers.IntegerField()
    words_met = serializers.IntegerField()
    words_kept = serializers.IntegerField()
    reviews = serializers.IntegerField()
    retention = serializers.FloatField(allow_null=True)
    error_rate = serializers.FloatField(allow_null=True)
    active_days = serializers.IntegerField()
    goal_days = serializers.IntegerField()


class DaySerializer(serializers.Serializer[Any]):
    """``errors`` maps a category of mistakes to how many there were in ``spoken_words``."""

    day = serializers.DateField()
    is_active = serializers.BooleanField()
    minutes = serializers.IntegerField()
    spoken_ms = serializers.IntegerField()
    spoken_words = serializers.IntegerField()
    sessions = serializers.IntegerField()
    lookups = serializers.IntegerField()
    words_met = serializers.IntegerField()
    goal_minutes = serializers.IntegerField(required=False)
    errors = serializers.DictField(child=serializers.IntegerField())  # type: ignore[assignment]


class MemoryDaySerializer(serializers.Serializer[Any]):
    """Of ``came_back`` cards that were learned before, ``known`` were still known."""

    day = serializers.DateField()
    reviews = serializers.IntegerField()
    came_back = serializers.IntegerField()
    known = serializers.IntegerField()
    kept = serializers.IntegerField()


class CategorySerializer(serializers.Serializer[Any]):
    category = serializers.CharField()
    count = serializers.IntegerField()
    per_hundred = serializers.FloatField()
    before = serializers.FloatField(allow_null=True)


class SoundSerializer(serializers.Serializer[Any]):
    """A contrast of sounds: missed in ``rate`` (0–1) of ``tried``, 95 % of the time between ``low``
    and ``high``; ``is_clear``: more than mishearing explains."""

    contrast = serializers.CharField()
    sounds = serializers.CharField()
    tried = serializers.IntegerField()
    missed = serializers.IntegerField()
    rate = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    is_clear = serializers.BooleanField()


class StreakSerializer(serializers.Serializer[Any]):
    days = serializers.IntegerField()
    longest = serializers.IntegerField()
    is_today_done = serializers.BooleanField()


class CefrSerializer(serializers.Serializer[Any]):
    """``level`` is null while there is too little speech; ``confidence`` is its probability."""

    level = serializers.CharField(allow_null=True)
    confidence = serializers.FloatField()
    value = serializers.FloatField(allow_null=True)
    sessions = serializers.IntegerField()
    words = serializers.IntegerField()


class ProgressSerializer(serializers.Serializer[ProgressSummary]):
    since = serializers.DateField()
    until = serializers.DateField()
    totals = TotalsSerializer()
    before = TotalsSerializer(help_text="The same figures of as many days before.")
    days = serializers.SerializerMethodField()
    memory = MemoryDaySerializer(many=True)
    error_categories = CategorySerializer(many=True, source="errors")
    sounds = SoundSerializer(many=True)
    streak = StreakSerializer()
    cefr = CefrSerializer()

    @extend_schema_field(DaySerializer(many=True))
    def get_days(self, summary: ProgressSummary) -> list[dict[str, Any]]:
        return [
            {**DaySerializer(day).data, "goal_minutes": summary.goals[day.day]}
            for day in summary.days
        ]


def _progress(request: Request, *, user: User) -> Response:
    period = PeriodSerializer(data=request.query_params)
    period.is_valid(raise_exception=True)
    since, until = period.validated_data.get("from"), period.validated_data.get("to")
    with replica_reads(user_id=person_of(request).pk):
        summary = progress_between(user=user, since=since, until=until)
    return Response(ProgressSerializer(summary).data)


class ProgressView(APIView):
    @extend_schema(parameters=[PeriodSerializer], responses=ProgressSerializer)
    def get(self, request: Request) -> Response:
        """What I did and how well, by day and in all."""
        return _progress(request, user=person_of(request))


class StudentProgressView(APIView):
    @extend_schema(parameters=[PeriodSerializer], responses=ProgressSerializer)
    def get(self, request: Request, student_id: UUID) -> Response:
        """The progress of one of my students, in their calendar."""
        student = people_visible(person_of(request)).filter(pk=student_id).first()
        if student is None:
            raise not_found(_("There is no such student, or they are not yours."))
        return _progress(request, user=student)
