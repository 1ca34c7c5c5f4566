"""Sign-in for apps, and who one is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers import (
    ConfirmationSentSerializer,
    ConfirmSerializer,
    EmailCodeSerializer,
    EmailSerializer,
    LeavingSerializer,
    MeSerializer,
    RefreshSerializer,
    RegisteredSerializer,
    RegisterSerializer,
    TokenPairSerializer,
    TokenRequestSerializer,
    TokenSerializer,
    UserSerializer,
    token_pair,
)
from accounts.doors import person_confirm, sign_in_by_password
from accounts.people import person_of
from accounts.privacy.leaving import account_leave
from accounts.services import user_sign_up, user_update_profile
from accounts.tokens import token_for, token_is_valid, token_renew, token_revoke
from accounts.verification import code_confirm, code_request
from learnenglish.common.errors import DomainError

CONFIRMATION_SENT = {
    "code": "confirmation_sent",
    "detail": "Look into your mail: a code is on its way. Send it to /auth/email/confirm.",
}


class DoorView(APIView):
    """Open to strangers, and blind to who else one may be signed in as."""

    permission_classes = (AllowAny,)
    authentication_classes = ()

    def validated(self, serializer_class: Any) -> dict[str, Any]:
        serializer = serializer_class(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        data: dict[str, Any] = serializer.validated_data
        return data


class RegisterView(DoorView):
    @extend_schema(
        request=RegisterSerializer,
        responses={201: RegisteredSerializer, 202: ConfirmationSentSerializer},
    )
    def post(self, request: Request) -> Response:
        """Make a student's account and sign it in; 202 where the address must be confirmed."""
        user = user_sign_up(**self.validated(RegisterSerializer))
        if user is None:
            return Response(CONFIRMATION_SENT, status=status.HTTP_202_ACCEPTED)
        body = {"user": UserSerializer(user).data, **token_pair(token_for(user))}
        return Response(body, status=status.HTTP_201_CREATED)


class EmailCodeView(DoorView):
    @extend_schema(request=EmailSerializer, responses={202: ConfirmationSentSerializer})
    def post(self, request: Request) -> Response:
        """Have the code sent again. The answer is the same whether or not there is an account."""
        code_request(email=self.validated(EmailSerializer)["email"])
        return Response(CONFIRMATION_SENT, status=status.HTTP_202_ACCEPTED)


class EmailConfirmView(DoorView):
    @extend_schema(request=EmailCodeSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """Confirm an address with the code from the mail."""
        code_confirm(**self.validated(EmailCodeSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)


class TokenView(DoorView):
    @extend_schema(request=TokenRequestSerializer, responses=TokenPairSerializer)
    def post(self, request: Request) -> Response:
        """E-mail and password, and a code where a second factor is set up, for a pair of tokens."""
        token = sign_in_by_password(
            request=request._request, **self.validated(TokenRequestSerializer)
        )
        return Response(token_pair(token))


class TokenRefreshView(DoorView):
    @extend_schema(request=RefreshSerializer, responses=TokenPairSerializer)
    def post(self, request: Request) -> Response:
        """The next pair. A refresh token works once: a used one that comes back ends the sign-in,
        because then somebody has a copy."""
        return Response(token_pair(token_renew(**self.validated(RefreshSerializer))))


class TokenVerifyView(DoorView):
    @extend_schema(request=TokenSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """Whether a token still works: 204, or 401."""
        if not token_is_valid(self.validated(TokenSerializer)["token"]):
            raise DomainError("token_not_valid", _("This token is not valid."), status=401)
        return Response(status=status.HTTP_204_NO_CONTENT)


class LogoutView(DoorView):
    @extend_schema(request=RefreshSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """End a sign-in: its refresh and access tokens are worthless. Twice is no error."""
        token_revoke(**self.validated(RefreshSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)


class MeView(APIView):
    @extend_schema(responses=MeSerializer)
    def get(self, request: Request) -> Response:
        """Who I am, and what is left of my plan."""
        return Response(MeSerializer(person_of(request)).data)

    @extend_schema(request=UserSerializer, responses=MeSerializer)
    def patch(self, request: Request) -> Response:
        """Change my profile."""
        serializer = UserSerializer(person_of(request), data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        changes: dict[str, Any] = dict(serializer.validated_data)
        user = user_update_profile(user=person_of(request), **changes)
        return Response(MeSerializer(user).data)

    @extend_schema(request=ConfirmSerializer, responses={202: LeavingSerializer})
    def delete(self, request: Request) -> Response:
        """Delete my account: closed at once, anonymised at ``anonymise_at``, kept if I come back
        before (``/auth/me/restore``)."""
        user = person_of(request)
        serializer = ConfirmSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        person_confirm(request=request._request, user=user, **serializer.validated_data)
        at = account_leave(user=user)
        body = LeavingSerializer({"anonymise_at": at}).data
        return Response(body, status=status.HTTP_202_ACCEPTED)
