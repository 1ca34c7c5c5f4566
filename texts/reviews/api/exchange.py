"""Anki packages over the API."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.people import person_of
from texts.reviews.exchange import Imported, anki_export, anki_import

APKG = "application/octet-stream"


class PackageSerializer(serializers.Serializer[dict[str, Any]]):
    file = serializers.FileField()


class ImportedSerializer(serializers.Serializer[Imported]):
    """``known`` were there already; ``skipped`` have no English side or no other one."""

    added = serializers.IntegerField()
    known = serializers.IntegerField()
    skipped = serializers.IntegerField()


class PackageRenderer(BaseRenderer):
    """Lets clients ask for the package by its type; what is rendered is always JSON's."""

    media_type = APKG
    format = "apkg"


class ImportView(APIView):
    parser_classes = (MultiPartParser,)

    @extend_schema(request={"multipart/form-data": PackageSerializer}, responses=ImportedSerializer)
    def post(self, request: Request) -> Response:
        """Make private cards of an Anki package (.apkg). Importing it again adds what is new."""
        read = PackageSerializer(data=request.data)
        read.is_valid(raise_exception=True)
        upload = read.validated_data["file"]
        imported = anki_import(user=person_of(request), file=upload.file, size=upload.size)
        return Response(ImportedSerializer(imported).data)


class ExportView(APIView):
    renderer_classes = (JSONRenderer, PackageRenderer)

    @extend_schema(responses={(200, APKG): OpenApiTypes.BINARY})
    def get(self, request: Request) -> HttpResponse:
        """All my cards as an Anki package."""
        return package_response(anki_export(user=person_of(request)))


def package_response(package: bytes) -> HttpResponse:
    return HttpResponse(
        package,
        content_type=APKG,
        headers={"Content-Disposition": 'attachment; filename="learn-english.apkg"'},
    )
