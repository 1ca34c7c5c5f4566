"""``/drills`` and ``/tendencies``: minimal pairs, and what they and readings add up to."""

from __future__ import annotations

from typing import Any, BinaryIO, cast
from urllib.parse import urlencode

from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from speaking.api.upload import TYPES, AnyParser
from speaking.drills.choosing import Drill, drill_next
from speaking.drills.contrasts import CONTRASTS
from speaking.drills.models import DrillAttempt, DrillOutcome
from speaking.drills.pairs import word_ipa
from speaking.drills.selectors import LEAST_SITTINGS, LEAST_TRIES, drill_progress, phone_tendencies
from speaking.drills.services import drill_attempt


class DrillQuery(serializers.Serializer[dict[str, Any]]):
    """``contrast``: one of those of ``/drills``; without it the one most worth practising."""

    contrast = serializers.CharField(required=False, default="", allow_blank=True)


class DrillWordSerializer(serializers.Serializer[Any]):
    """``say_url`` speaks the word; ``accent=en-GB`` and ``slow=1`` may be added to it."""

    text = serializers.CharField()
    ipa = serializers.CharField()
    say_url = serializers.CharField()


class DrillSerializer(serializers.Serializer[Any]):
    """Say ``target`` so that nobody hears ``other``.

    ``reason``: ``missed`` before, usual for the ``language``, ``chosen``, or just ``next``.
    """

    contrast = serializers.CharField()
    sounds = serializers.CharField()
    tip = serializers.CharField()
    level = serializers.CharField()
    target = DrillWordSerializer()
    other = DrillWordSerializer()
    reason = serializers.CharField()


class AttemptQuery(serializers.Serializer[dict[str, Any]]):
    """The word that was to be said, and the one it was not to be."""

    target = serializers.CharField(max_length=30)
    other = serializers.CharField(max_length=30)


class AttemptSerializer(serializers.ModelSerializer[DrillAttempt]):
    """``heard`` is null where it could not be told; then it should be said once more."""

    outcome = serializers.ChoiceField(choices=DrillOutcome.choices)
    heard = serializers.SerializerMethodField()

    class Meta:
        model = DrillAttempt
        fields = ("id", "contrast", "target", "other", "heard", "outcome", "probability",
                  "duration_ms", "created_at")  # fmt: skip

    def get_heard(self, attempt: DrillAttempt) -> str | None:
        return attempt.heard or None


class ContrastSerializer(serializers.Serializer[Any]):
    """``tried`` counts what could be told, ``unsure`` what could not."""

    contrast = serializers.CharField()
    sounds = serializers.CharField()
    tip = serializers.CharField()
    tried = serializers.IntegerField()
    right = serializers.IntegerField()
    unsure = serializers.IntegerField()


class TendencySerializer(serializers.Serializer[Any]):
    """``rate`` is ``missed / tried``; it lies between ``low`` and ``high`` 95 times in 100.

    ``is_clear``: more than a machine that mishears would explain.
    """

    contrast = serializers.CharField()
    sounds = serializers.CharField()
    tried = serializers.IntegerField()
    missed = serializers.IntegerField()
    sittings = serializers.IntegerField()
    rate = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    is_clear = serializers.BooleanField()


class TendenciesSerializer(serializers.Serializer[Any]):
    """Only what was tried ``least_tries`` times in ``least_sittings`` sittings or more."""

    least_tries = serializers.IntegerField()
    least_sittings = serializers.IntegerField()
    tendencies = TendencySerializer(many=True)


class DrillsView(APIView):
    @extend_schema(responses=ContrastSerializer(many=True))
    def get(self, request: Request) -> Response:
        """The contrasts one can practise, with one's progress."""
        progress = drill_progress(user=person_of(request))
        counts = {name: (done.tried, done.right, done.unsure) for name, done in progress.items()}
        body = []
        for contrast in CONTRASTS.values():
            tried, right, unsure = counts.get(contrast.name, (0, 0, 0))
            body.append(
                {
                    "contrast": contrast.name,
                    "sounds": contrast.label,
                    "tip": str(contrast.tip),
                    "tried": tried,
                    "right": right,
                    "unsure": unsure,
                }
            )
        return Response(body)


class DrillNextView(APIView):
    @extend_schema(parameters=[DrillQuery], responses=DrillSerializer)
    def get(self, request: Request) -> Response:
        """The word to say next."""
        query = DrillQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        drill = drill_next(user=person_of(request), contrast=query.validated_data["contrast"])
        return Response(_drill(drill))


class DrillAttemptsView(APIView):
    parser_classes = (AnyParser,)

    @extend_schema(
        parameters=[AttemptQuery],
        request=dict.fromkeys(TYPES, OpenApiTypes.BINARY),
        responses={201: AttemptSerializer},
    )
    def post(self, request: Request) -> Response:
        """Say the word: the body is the recording. Answers what was heard; keeps no sound."""
        query = AttemptQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        attempt = drill_attempt(
            user=person_of(request), file=cast(BinaryIO, request._request), **query.validated_data
        )
        return Response(AttemptSerializer(attempt).data, status=status.HTTP_201_CREATED)


class TendenciesView(APIView):
    @extend_schema(responses=TendenciesSerializer)
    def get(self, request: Request) -> Response:
        """Sounds one tends to miss, once there is enough evidence."""
        body = {
            "least_tries": LEAST_TRIES,
            "least_sittings": LEAST_SITTINGS,
            "tendencies": phone_tendencies(user=person_of(request)),
        }
        return Response(TendenciesSerializer(body).data)


def _drill(drill: Drill) -> dict[str, Any]:
    contrast = CONTRASTS[drill.pair.contrast]
    return {
        "contrast": contrast.name,
        "sounds": contrast.label,
        "tip": str(contrast.tip),
        "level": drill.pair.level,
        "target": _word(drill.target),
        "other": _word(drill.other),
        "reason": drill.reason,
    }


def _word(text: str) -> dict[str, str]:
    url = f"{reverse('speakup-say')}?{urlencode({'text': text})}"
    return {"text": text, "ipa": word_ipa(text), "say_url": url}
