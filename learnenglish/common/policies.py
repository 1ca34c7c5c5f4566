"""The content security policy: the site's, and others for the admin and the API's description."""

from __future__ import annotations

from dataclasses import replace

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class PolicyMiddleware(CSPMiddleware):
    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if request.path_info.startswith("/admin/"):
            return replace(parts, config=settings.ADMIN_CONTENT_SECURITY_POLICY)
        if request.path_info.startswith(("/docs", "/redoc")):
            return replace(parts, config=settings.DOCS_CONTENT_SECURITY_POLICY)
        return parts
