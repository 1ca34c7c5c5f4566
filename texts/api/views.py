from __future__ import annotations

from uuid import UUID

from django.http import HttpResponseBase
from django.utils.cache import get_conditional_response
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from texts.api.quality import ResourceDetailSerializer, examples_of
from texts.api.serializers import ProcessedTextSerializer, ProcessTextRequestSerializer
from texts.nlp.base import Kind
from texts.quality.selectors import resource_etag, resource_quality
from texts.services import resource_view, text_process


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
    @extend_schema(
        parameters=[
            OpenApiParameter("If-None-Match", location=OpenApiParameter.HEADER),
            OpenApiParameter("ETag", location=OpenApiParameter.HEADER, response=[200, 304]),
        ],
        responses={200: ResourceDetailSerializer, 304: None},
        examples=examples_of("resource"),
    )
    def get(self, request: Request, resource_id: UUID) -> Response | HttpResponseBase:
        """One explanation; 304 with an ``If-None-Match`` that still holds."""
        user = person_of(request)
        resource = resource_view(user=user, resource_id=resource_id)
        quality = resource_quality(resources=[resource], user=user)
        etag = resource_etag(resource=resource, quality=quality[resource.pk])
        unchanged = get_conditional_response(request._request, etag=etag)
        if unchanged is not None:
            response = unchanged
        else:
            context = {"quality": quality}
            response = Response(ResourceDetailSerializer(resource, context=context).data)
        response["ETag"] = etag
        response["Cache-Control"] = "private, no-cache"
        return response
