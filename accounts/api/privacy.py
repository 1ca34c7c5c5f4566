"""One's data: a copy of it, and its end."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers import RestoreSerializer
from accounts.api.views import DoorView
from accounts.doors import restore_by_password
from accounts.models import DataExport, ExportStatus
from accounts.people import person_of
from accounts.privacy.exports import (
    export_begin,
    export_latest,
    export_of_token,
    export_problem,
    export_url,
)
from learnenglish.common.downloads import stored_download
from learnenglish.common.errors import not_found

RETRY_SECONDS = 2


class ExportSerializer(serializers.ModelSerializer[DataExport]):
    """``progress`` is 0-100; ``url`` is where the ZIP is for the next hour, null until it is."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = DataExport
        fields = ("id", "status", "progress", "size_bytes", "created_at", "expires_at", "url")

    def get_url(self, export: DataExport) -> str | None:
        path = export_url(export)
        return str(self.context["request"].build_absolute_uri(path)) if path else None


class MyExportView(APIView):
    @extend_schema(responses={200: ExportSerializer, 202: ExportSerializer})
    def get(self, request: Request) -> Response:
        """A copy of everything about me: 202 while it is made, then 200 with its ``url``.

        The first request begins it.
        """
        user = person_of(request)
        export = export_latest(user=user) or export_begin(user=user)
        if export.status == ExportStatus.FAILED:
            raise export_problem()
        return self._answer(request, export)

    @extend_schema(request=None, responses={200: ExportSerializer, 202: ExportSerializer})
    def post(self, request: Request) -> Response:
        """Have a new copy made, also where there is one."""
        return self._answer(request, export_begin(user=person_of(request)))

    def _answer(self, request: Request, export: DataExport) -> Response:
        ready = export.status == ExportStatus.READY
        body = ExportSerializer(export, context={"request": request}).data
        response = Response(body, status=status.HTTP_200_OK if ready else status.HTTP_202_ACCEPTED)
        if not ready:
            response["Retry-After"] = str(RETRY_SECONDS)
        response["Cache-Control"] = "no-store"
        return response


class MyExportFileView(APIView):
    @extend_schema(
        operation_id="auth_me_export_file",
        responses={(200, "application/zip"): OpenApiTypes.BINARY, 302: None},
    )
    def get(self, request: Request, token: str) -> HttpResponseBase:
        """The ZIP, for its owner alone. The address ends after an hour."""
        export = export_of_token(token=token, user=person_of(request))
        try:
            return stored_download(
                request._request,
                name=export.file.name or "",
                filename=f"learn-english-{export.created_at:%Y-%m-%d}.zip",
                content_type="application/zip",
            )
        except FileNotFoundError as error:
            raise not_found(_("The copy is not there any more. Ask for a new one.")) from error


class RestoreView(DoorView):
    @extend_schema(request=RestoreSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """Keep an account that is about to be deleted. Then sign in."""
        restore_by_password(request=request._request, **self.validated(RestoreSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)
