"""The endpoints of quality and of batches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from drf_spectacular.utils import (
    OpenApiExample,
    extend_schema,
    extend_schema_field,
    inline_serializer,
)
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from learnenglish.common.problems import problem_body
from texts.api.serializers import ProcessedTextSerializer, TextResourceSerializer
from texts.batches import BatchItem, resource_batch, text_process_batch
from texts.models import ReportReason, ResourceReport, TextResource
from texts.quality.ranking import Ranking
from texts.quality.selectors import ResourceQuality, resource_quality
from texts.quality.services import resource_report

# Answers as they were given; a test asks again and compares.
EXAMPLES: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("examples.json").read_text(encoding="utf-8")
)


def examples_of(name: str) -> list[OpenApiExample]:
    """The request (if any) and the answer of the endpoint ``name``."""
    example = EXAMPLES[name]
    found = [
        OpenApiExample(
            f"{name}: answer",
            value=example["response"],
            response_only=True,
            status_codes=[str(example["status"])],
        )
    ]
    if "request" in example:
        found.append(
            OpenApiExample(f"{name}: request", value=example["request"], request_only=True)
        )
    return found


class AuthorSerializer(serializers.Serializer[Any]):
    source = serializers.CharField()  # type: ignore[assignment]  # taken off the class by DRF
    name = serializers.CharField()
    provider = serializers.CharField()
    model = serializers.CharField()
    prompt_version = serializers.CharField()
    explanation = serializers.CharField()


class RankingSerializer(serializers.Serializer[Ranking]):
    """``score`` = 40 % ``usage`` + 40 % ``tutors`` + 20 % ``impressions``, each 0–100."""

    score = serializers.FloatField()
    usage = serializers.FloatField(source="usage.value")
    tutors = serializers.FloatField(source="tutors.value")
    impressions = serializers.FloatField(source="impressions.value")
    explanation = serializers.SerializerMethodField()

    def get_explanation(self, ranking: Ranking) -> list[str]:
        return [part.sentence for part in ranking.parts]


class OwnRatingSerializer(serializers.Serializer[Any]):
    stars = serializers.IntegerField()
    comment = serializers.CharField()
    updated_at = serializers.DateTimeField()


class ReportSerializer(serializers.ModelSerializer[ResourceReport]):
    class Meta:
        model = ResourceReport
        fields = ("id", "reason", "note", "status", "created_at", "resolved_at")


class ResourceDetailSerializer(TextResourceSerializer):
    """A resource with its quality; give ``resource_quality``'s answer as context ``quality``."""

    author = serializers.SerializerMethodField()
    ranking = serializers.SerializerMethodField()
    my_rating = serializers.SerializerMethodField()
    my_report = serializers.SerializerMethodField()

    class Meta(TextResourceSerializer.Meta):
        fields = (  # type: ignore[assignment]  # the base's tuple is shorter
            *TextResourceSerializer.Meta.fields,
            "updated_at",
            "author",
            "ranking",
            "my_rating",
            "my_report",
        )

    def _quality(self, resource: TextResource) -> ResourceQuality:
        found: ResourceQuality = self.context["quality"][resource.pk]
        return found

    @extend_schema_field(AuthorSerializer)
    def get_author(self, resource: TextResource) -> dict[str, Any]:
        return AuthorSerializer(self._quality(resource).author).data

    @extend_schema_field(RankingSerializer)
    def get_ranking(self, resource: TextResource) -> dict[str, Any]:
        return RankingSerializer(self._quality(resource).ranking).data

    @extend_schema_field(OwnRatingSerializer(allow_null=True))
    def get_my_rating(self, resource: TextResource) -> dict[str, Any] | None:
        rating = self._quality(resource).my_rating
        return OwnRatingSerializer(rating).data if rating else None

    @extend_schema_field(ReportSerializer(allow_null=True))
    def get_my_report(self, resource: TextResource) -> dict[str, Any] | None:
        report = self._quality(resource).my_report
        return ReportSerializer(report).data if report else None


class ReportRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """``note`` is required for the reason ``OTHER``."""

    reason = serializers.ChoiceField(choices=ReportReason.choices)
    note = serializers.CharField(required=False, default="", allow_blank=True)


class ReportedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    report = ReportSerializer()


class ReportView(APIView):
    @extend_schema(
        request=ReportRequestSerializer,
        responses={201: ReportedSerializer},
        examples=examples_of("report"),
    )
    def post(self, request: Request, resource_id: UUID) -> Response:
        """Say what is wrong with an explanation. 409 while your last report of it is open."""
        serializer = ReportRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        report = resource_report(
            reporter=person_of(request),
            resource_id=resource_id,
            reason=ReportReason(serializer.validated_data["reason"]),
            note=serializer.validated_data["note"],
        )
        body = {"message": "Thank you. A tutor will look into it.", "report": report}
        return Response(ReportedSerializer(body).data, status=status.HTTP_201_CREATED)


class ResourceBatchRequestSerializer(serializers.Serializer[dict[str, Any]]):
    ids = serializers.ListField(child=serializers.UUIDField())


class ResourceBatchSerializer(serializers.Serializer[Any]):
    """``resources`` in the order asked for, each once; ``missing``: not there or not yours."""

    resources = ResourceDetailSerializer(many=True)
    missing = serializers.ListField(child=serializers.UUIDField())


class ResourceBatchView(APIView):
    @extend_schema(
        request=ResourceBatchRequestSerializer,
        responses=ResourceBatchSerializer,
        examples=examples_of("resource_batch"),
    )
    def post(self, request: Request) -> Response:
        """Up to 100 explanations."""
        serializer = ResourceBatchRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        user = person_of(request)
        found, missing = resource_batch(user=user, ids=serializer.validated_data["ids"])
        body = {"resources": found, "missing": missing}
        context = {"quality": resource_quality(resources=found, user=user)}
        return Response(ResourceBatchSerializer(body, context=context).data)


_PROBLEM = inline_serializer(
    "Problem",
    {
        "type": serializers.CharField(),
        "title": serializers.CharField(),
        "status": serializers.IntegerField(),
        "detail": serializers.CharField(),
        "code": serializers.CharField(),
        "errors": serializers.ListField(child=serializers.DictField()),
        "request_id": serializers.CharField(),
    },
    allow_null=True,
)


class ProcessBatchRequestSerializer(serializers.Serializer[dict[str, Any]]):
    texts = serializers.ListField(
        child=serializers.CharField(allow_blank=True, trim_whitespace=False)
    )


class ProcessedItemSerializer(serializers.Serializer[BatchItem]):
    """Either ``result`` or ``problem`` (RFC 9457, as for a single look-up) is null."""

    text = serializers.CharField()
    result = ProcessedTextSerializer(source="processed", allow_null=True)
    problem = serializers.SerializerMethodField()

    @extend_schema_field(_PROBLEM)
    def get_problem(self, item: BatchItem) -> dict[str, Any] | None:
        error = item.problem
        if error is None:
            return None
        fields: list[dict[str, str | None]] = (
            [{"field": error.field, "code": error.code, "message": error.message}]
            if error.field
            else []
        )
        return problem_body(
            status=error.status,
            code=error.code,
            detail=error.message,
            errors=fields,
            extra=error.extra,
        )


class ProcessBatchSerializer(serializers.Serializer[Any]):
    results = ProcessedItemSerializer(many=True)


class ProcessTextBatchView(APIView):
    @extend_schema(
        request=ProcessBatchRequestSerializer,
        responses=ProcessBatchSerializer,
        examples=examples_of("process_text_batch"),
    )
    def post(self, request: Request) -> Response:
        """Look up to 20 texts up. Each is answered or refused by itself, in the order given."""
        serializer = ProcessBatchRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        items = text_process_batch(
            user=person_of(request), texts=serializer.validated_data["texts"]
        )
        return Response(ProcessBatchSerializer({"results": items}).data)
