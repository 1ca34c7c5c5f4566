"""Sign-in for apps."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.views import TokenObtainPairView

from accounts.api.serializers import (
    RefreshSerializer,
    RegisteredSerializer,
    RegisterSerializer,
    TokenRequestSerializer,
    UserSerializer,
)
from accounts.people import person_of
from accounts.services import user_register, user_update_profile
from accounts.tokens import token_for
from learnenglish.common.errors import DomainError


class RegisterView(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=RegisterSerializer, responses={201: RegisteredSerializer})
    def post(self, request: Request) -> Response:
        """Make a student's account and sign it in."""
        serializer = RegisterSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        user = user_register(**serializer.validated_data)
        token = token_for(user)
        body = {
            "user": UserSerializer(user).data,
            "access": str(token.access_token),
            "refresh": str(token),
        }
        return Response(body, status=status.HTTP_201_CREATED)


class TokenView(TokenObtainPairView):
    """E-mail and password for a pair of tokens."""

    serializer_class = TokenRequestSerializer


class LogoutView(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=RefreshSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """Make a refresh token worthless. Saying it twice is no error."""
        serializer = RefreshSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        try:
            RefreshToken(serializer.validated_data["refresh"]).blacklist()
        except TokenError as error:
            if "blacklisted" not in str(error):
                raise DomainError(
                    "token_not_valid", "This is not a valid refresh token.", status=401
                ) from error
        return Response(status=status.HTTP_204_NO_CONTENT)


class MeView(APIView):
    @extend_schema(responses=UserSerializer)
    def get(self, request: Request) -> Response:
        """Who I am."""
        return Response(UserSerializer(person_of(request)).data)

    @extend_schema(request=UserSerializer, responses=UserSerializer)
    def patch(self, request: Request) -> Response:
        """Change my profile."""
        serializer = UserSerializer(person_of(request), data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        changes: dict[str, Any] = dict(serializer.validated_data)
        user = user_update_profile(user=person_of(request), **changes)
        return Response(UserSerializer(user).data)
