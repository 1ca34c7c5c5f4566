"""Shapes of the sign-in endpoints."""

from __future__ import annotations

import zoneinfo
from typing import Any

from rest_framework import serializers
from rest_framework_simplejwt.serializers import TokenObtainPairSerializer
from rest_framework_simplejwt.tokens import Token

from accounts.models import User
from accounts.tokens import token_for


class UserSerializer(serializers.ModelSerializer[User]):
    class Meta:
        model = User
        fields = (
            "id",
            "email",
            "display_name",
            "role",
            "plan",
            "plan_expires_at",
            "native_language",
            "cefr_level",
            "cefr_target",
            "time_zone",
            "daily_goal_minutes",
            "created_at",
        )
        read_only_fields = ("id", "email", "role", "plan", "plan_expires_at", "created_at")

    def validate_time_zone(self, value: str) -> str:
        if value not in zoneinfo.available_timezones():
            raise serializers.ValidationError("Use a name such as Europe/Madrid.", code="invalid")
        return value

    def validate_daily_goal_minutes(self, value: int) -> int:
        if not 1 <= value <= 600:
            raise serializers.ValidationError("Choose 1 to 600 minutes.", code="out_of_range")
        return value


class RegisterSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=128, write_only=True, trim_whitespace=False)
    display_name = serializers.CharField(max_length=80, required=False, default="")


class TokenPairSerializer(serializers.Serializer[dict[str, Any]]):
    """``access`` goes into ``Authorization: Bearer``; ``refresh`` gets the next pair, once."""

    access = serializers.CharField()
    refresh = serializers.CharField()


class RegisteredSerializer(TokenPairSerializer):
    user = UserSerializer()


class RefreshSerializer(serializers.Serializer[dict[str, Any]]):
    refresh = serializers.CharField()


class TokenRequestSerializer(TokenObtainPairSerializer):
    """Tokens carry role and plan, so that an app can show the right screens at once."""

    @classmethod
    def get_token(cls, user: Any) -> Token:
        return token_for(user)
