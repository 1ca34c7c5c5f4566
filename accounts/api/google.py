"""Signing in with an account elsewhere."""

from __future__ import annotations

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer, StaticHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers import IdTokenSerializer, TokenPairSerializer, token_pair
from accounts.api.views import DoorView
from accounts.doors import sign_in
from accounts.google import google_login_from_code, google_login_from_id_token, google_redirect
from accounts.social import social_error_page, social_user
from learnenglish.common.errors import DomainError


class BrowserView(APIView):
    """Answers to a browser on its way, for a page or for an app: redirects, pages and JSON."""

    permission_classes = (AllowAny,)
    authentication_classes = (SessionAuthentication,)
    renderer_classes = (JSONRenderer, StaticHTMLRenderer)


class GoogleLoginView(BrowserView):
    @extend_schema(
        parameters=[
            OpenApiParameter("client", enum=["app"], description="The callback answers tokens."),
            OpenApiParameter("next", description="Where a page goes on, on this site."),
            OpenApiParameter("process", enum=["login", "connect"]),
        ],
        responses={302: None},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Redirect to Google. Keep the cookie: the way back is bound to it."""
        http_request = request._request
        for_app = request.query_params.get("client") == "app"
        connect = request.query_params.get("process") == AuthProcess.CONNECT
        try:
            if connect and not _may_connect(request):
                raise DomainError("forbidden", _("Connect Google from your settings."), status=403)
            return google_redirect(
                http_request,
                process=AuthProcess.CONNECT if connect else AuthProcess.LOGIN,
                next_url=get_next_redirect_url(http_request),
                for_app=for_app and not connect,
            )
        except DomainError as error:
            if for_app:
                raise
            return social_error_page(http_request, error)


class GoogleCallbackView(BrowserView):
    @extend_schema(
        parameters=[OpenApiParameter("state", required=True), OpenApiParameter("code")],
        responses={200: TokenPairSerializer, 302: None},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Where Google sends people back: tokens for an app, a session for a page."""
        http_request = request._request
        state = statekit.unstash_state(
            http_request, provider_id="google", state_id=request.query_params.get("state", "")
        )
        for_app = bool(state and state.get("for_app"))
        try:
            if state is None:
                raise DomainError(
                    "state_invalid",
                    _("This sign-in was not begun here, or too long ago. Begin again."),
                    status=400,
                )
            login = google_login_from_code(http_request, code=_code(request), state=state)
            if for_app:
                user = social_user(http_request, login)
                answer = Response(token_pair(sign_in(request=http_request, user=user)))
                answer["Cache-Control"] = "no-store"
                return answer
        except DomainError as error:
            if for_app:
                raise
            return social_error_page(http_request, error)
        return _finish_page(http_request, login)


class GoogleTokenView(DoorView):
    @extend_schema(request=IdTokenSerializer, responses=TokenPairSerializer)
    def post(self, request: Request) -> Response:
        """The id token that an app got from Google itself, for a pair of tokens."""
        data = self.validated(IdTokenSerializer)
        login = google_login_from_id_token(request._request, id_token=data["id_token"])
        user = social_user(request._request, login)
        token = sign_in(request=request._request, user=user, mfa_code=data["mfa_code"])
        return Response(token_pair(token))


class InstagramLoginView(DoorView):
    @extend_schema(responses={501: None})
    def get(self, request: Request) -> Response:
        """Planned: Instagram lets only business accounts sign in elsewhere for now."""
        raise DomainError(
            "provider_planned",
            _(
                "Signing in with Instagram is planned: for now Instagram offers it to business "
                "accounts only. Use your e-mail address or Google."
            ),
            status=501,
        )


def _may_connect(request: Request) -> bool:
    """Signed in, and not sent here by another site."""
    foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    return bool(request.user.is_authenticated) and not foreign


def _code(request: Request) -> str:
    code = request.query_params.get("code", "")
    if not code:
        cancelled = request.query_params.get("error") == "access_denied"
        raise DomainError(
            "sign_in_cancelled" if cancelled else "google_failed",
            _("You did not sign in with Google.")
            if cancelled
            else _("Google sent no code. Try again."),
            status=400,
        )
    return code


def _finish_page(request: HttpRequest, login: object) -> HttpResponseBase:
    response: HttpResponseBase = complete_social_login(request, login)
    return response
