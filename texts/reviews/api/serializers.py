"""Shapes of the review endpoints."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from learnenglish.common.problems import problem_body
from learnenglish.common.schema import ProblemDetailsSerializer
from texts.reviews.answering import BatchResult, GivenAnswer
from texts.reviews.judging import Judgement
from texts.reviews.models import CardOrigin, CardType, Rating, ReviewCard, ReviewLog
from texts.reviews.prompts import Prompt, prompts_of
from texts.reviews.selectors import CardFilter, ReviewStats

_TEXT: dict[str, Any] = {
    "allow_blank": True,
    "default": "",
    "trim_whitespace": False,
    "max_length": 1000,
}


class PromptSerializer(serializers.Serializer[Prompt]):
    """One way to ask: show ``question``, speak ``say``; any of ``answers`` is right.

    ``synonyms`` mean it too but are not what is wanted.
    """

    type = serializers.ChoiceField(choices=CardType.choices)
    question = serializers.CharField()
    answers = serializers.ListField(child=serializers.CharField())
    hint = serializers.CharField()
    say = serializers.CharField()
    synonyms = serializers.ListField(child=serializers.CharField())
    explanation = serializers.CharField()


class CardSerializer(serializers.ModelSerializer[ReviewCard]):
    """``note`` is the mistake of a correction with its moment in the session's recording."""

    note = serializers.JSONField(read_only=True)

    class Meta:
        model = ReviewCard
        fields = (
            "id",
            "kind",
            "origin",
            "text",
            "resource_id",
            "session_id",
            "note",
            "state",
            "stability",
            "difficulty",
            "due",
            "last_review",
            "reviews",
            "lapses",
            "is_leech",
            "suspended_at",
            "buried_until",
            "created_at",
        )
        read_only_fields = fields


class DueCardSerializer(CardSerializer):
    """A card with all that is needed to ask it without network; the first prompt is its turn."""

    prompts = serializers.SerializerMethodField()
    intervals = serializers.SerializerMethodField(
        help_text="Seconds until the card comes back, by rating; grading spreads cards over days."
    )

    class Meta(CardSerializer.Meta):
        fields = (*CardSerializer.Meta.fields, "prompts", "intervals")  # type: ignore[assignment]  # the base's tuple is shorter
        read_only_fields = fields  # type: ignore[assignment]  # so is this one

    @extend_schema_field(PromptSerializer(many=True))
    def get_prompts(self, card: ReviewCard) -> list[dict[str, Any]]:
        return [dict(PromptSerializer(prompt).data) for prompt in prompts_of(card)]

    @extend_schema_field({"type": "object", "additionalProperties": {"type": "integer"}})
    def get_intervals(self, card: ReviewCard) -> dict[str, int]:
        forecast = self.context["forecast"](card)
        return {str(rating.value): seconds for rating, seconds in forecast.items()}


class CountsSerializer(serializers.Serializer[Any]):
    learning = serializers.IntegerField()
    reviews = serializers.IntegerField()
    new = serializers.IntegerField()
    done = serializers.IntegerField()
    left = serializers.IntegerField()


class QueueSerializer(serializers.Serializer[Any]):
    """``next_due`` is told where ``cards`` is empty. Compare ``server_time`` with your clock."""

    cards = DueCardSerializer(many=True)
    counts = CountsSerializer()
    next_due = serializers.DateTimeField(allow_null=True)
    server_time = serializers.DateTimeField()


class QueueRequestSerializer(serializers.Serializer[dict[str, Any]]):
    limit = serializers.IntegerField(min_value=1, max_value=200, default=50)


class JudgeRequestSerializer(serializers.Serializer[dict[str, Any]]):
    card_type = serializers.ChoiceField(choices=CardType.choices)
    answer = serializers.CharField(**_TEXT)


class PieceSerializer(serializers.Serializer[Any]):
    """``change``: ``same``, ``missing`` (was not given), ``extra`` (was too much)."""

    text = serializers.CharField(trim_whitespace=False)
    change = serializers.ChoiceField(choices=["same", "missing", "extra"])


class JudgementSerializer(serializers.Serializer[Judgement]):
    verdict = serializers.CharField()
    is_right = serializers.BooleanField()
    expected = serializers.CharField()
    given = serializers.CharField()
    pieces = PieceSerializer(many=True)
    note = serializers.CharField()
    rating = serializers.IntegerField(help_text="A proposal.")


class AnswerSerializer(serializers.Serializer[dict[str, Any]]):
    """``client_id`` is of your own making: the same one again changes nothing.

    ``reviewed_at`` is by your clock. Without ``rating`` the answer is judged.
    """

    client_id = serializers.UUIDField()
    card_type = serializers.ChoiceField(choices=CardType.choices)
    rating = serializers.ChoiceField(choices=Rating.choices, required=False, allow_null=True)
    answer = serializers.CharField(**_TEXT)
    reviewed_at = serializers.DateTimeField()
    elapsed_ms = serializers.IntegerField(min_value=0, max_value=86_400_000, default=0)


class GradeRequestSerializer(AnswerSerializer):
    sent_at = serializers.DateTimeField(
        required=False,
        allow_null=True,
        help_text="What time your clock has now: a clock that is wrong is then set right.",
    )


class BatchAnswerSerializer(AnswerSerializer):
    card_id = serializers.UUIDField()


class BatchRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """Up to 200 answers, in any order."""

    sent_at = serializers.DateTimeField(required=False, allow_null=True)
    answers = BatchAnswerSerializer(many=True)


def given_of(data: dict[str, Any], card_id: Any = None) -> GivenAnswer:
    """The service's form of what an answer's serializer read."""
    rating = data.get("rating")
    return GivenAnswer(
        card_id=card_id or data["card_id"],
        client_id=data["client_id"],
        card_type=CardType(data["card_type"]),
        reviewed_at=data["reviewed_at"],
        rating=None if rating is None else Rating(int(rating)),
        answer=data["answer"],
        elapsed_ms=data["elapsed_ms"],
    )


class GradeSerializer(serializers.ModelSerializer[ReviewLog]):
    """What an answer did to its card; the same for ever after."""

    state = serializers.CharField(source="after.state")
    due = serializers.DateTimeField(source="after.due")
    stability = serializers.FloatField(source="after.stability")
    difficulty = serializers.FloatField(source="after.difficulty")
    lapses = serializers.IntegerField(source="after.lapses")
    is_leech = serializers.BooleanField(source="after.is_leech")

    class Meta:
        model = ReviewLog
        fields = (
            "client_id",
            "card_id",
            "card_type",
            "rating",
            "verdict",
            "reviewed_at",
            "undone_at",
            "state",
            "due",
            "stability",
            "difficulty",
            "lapses",
            "is_leech",
        )
        read_only_fields = fields


class BatchResultSerializer(serializers.Serializer[BatchResult]):
    """Either ``grade`` or ``problem`` (as for a single answer) is null."""

    client_id = serializers.UUIDField(source="given.client_id")
    grade = GradeSerializer(source="log", allow_null=True)
    problem = serializers.SerializerMethodField()

    @extend_schema_field(ProblemDetailsSerializer(allow_null=True))
    def get_problem(self, result: BatchResult) -> dict[str, Any] | None:
        error = result.problem
        if error is None:
            return None
        return problem_body(
            status=error.status, code=error.code, detail=error.message, extra=error.extra
        )


class BatchSerializer(serializers.Serializer[Any]):
    results = BatchResultSerializer(many=True)


class UndoRequestSerializer(serializers.Serializer[dict[str, Any]]):
    client_id = serializers.UUIDField(required=False, allow_null=True)


class KeepRequestSerializer(serializers.Serializer[dict[str, Any]]):
    resource_id = serializers.UUIDField()


class CardListRequestSerializer(serializers.Serializer[dict[str, Any]]):
    q = serializers.CharField(required=False, default="", allow_blank=True, max_length=200)
    show = serializers.ChoiceField(choices=CardFilter.choices, required=False, allow_blank=True)
    origin = serializers.ChoiceField(choices=CardOrigin.choices, required=False, allow_blank=True)


class PreferencesSerializer(serializers.Serializer[Any]):
    """``null`` goes back to the site's setting."""

    desired_retention = serializers.FloatField(allow_null=True, required=False)
    new_per_day = serializers.IntegerField(allow_null=True, required=False)
    reviews_per_day = serializers.IntegerField(allow_null=True, required=False)
    keeps_corrections = serializers.BooleanField(required=False)


class StatsSerializer(serializers.Serializer[ReviewStats]):
    """``retention`` (0–1): the share of cards that were known when they came back."""

    reviews = serializers.IntegerField()
    retention = serializers.FloatField(allow_null=True)
    kept = serializers.IntegerField()
    mature = serializers.IntegerField()
    due_now = serializers.IntegerField()
