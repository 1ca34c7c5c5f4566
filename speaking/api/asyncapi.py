"""``/asyncapi.json``: the speaking socket, described for machines."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from speaking.asyncapi import asyncapi_document


@require_safe
def asyncapi(request: HttpRequest) -> JsonResponse:
    return JsonResponse(asyncapi_document(), json_dumps_params={"ensure_ascii": False})
