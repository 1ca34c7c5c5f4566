from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from texts.api.serializers import (
    ProcessedTextSerializer,
    ProcessTextRequestSerializer,
    TextResourceSerializer,
)
from texts.nlp.base import Kind
from texts.selectors import resource_get
from texts.services import text_process


class ProcessTextView(APIView):
    @extend_schema(request=ProcessTextRequestSerializer, responses=ProcessedTextSerializer)
    def post(self, request: Request) -> Response:
        """Find out what a text is, explain it and keep it."""
        serializer = ProcessTextRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        kind = serializer.validated_data.get("kind")
        processed = text_process(
            user=person_of(request),
            query=serializer.validated_data["text"],
            kind=Kind(kind) if kind else None,
        )
        return Response(ProcessedTextSerializer(processed).data)


class ResourceView(APIView):
    @extend_schema(responses=TextResourceSerializer)
    def get(self, request: Request, resource_id: UUID) -> Response:
        """One explanation."""
        resource = resource_get(user=person_of(request), resource_id=resource_id)
        return Response(TextResourceSerializer(resource).data)
