"""Shapes of the sign-in endpoints."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.models import User
from accounts.plans import PlanLimit, limits_of
from learnenglish.common.zones import zone_names


class TimeZoneField(serializers.CharField):
    def to_internal_value(self, data: Any) -> str:
        value: str = super().to_internal_value(data)
        if value not in zone_names():
            raise serializers.ValidationError("Use a name such as Europe/Madrid.", code="invalid")
        return value


class LanguageField(serializers.ChoiceField):
    """Of pages, mails and notifications; answers of this API follow Accept-Language."""

    def __init__(self, **options: Any) -> None:
        options.pop("choices", None)
        super().__init__(choices=settings.LANGUAGES, help_text=self.__doc__, **options)


class UserSerializer(serializers.ModelSerializer[User]):
    language = LanguageField(required=False)
    time_zone = TimeZoneField(required=False, max_length=64)

    class Meta:
        model = User
        fields: tuple[str, ...] = (
            "id",
            "email",
            "display_name",
            "role",
            "plan",
            "plan_expires_at",
            "native_language",
            "language",
            "cefr_level",
            "cefr_target",
            "time_zone",
            "daily_goal_minutes",
            "cloud_consent",
            "cloud_consent_at",
            "created_at",
        )
        read_only_fields = (
            "id",
            "email",
            "role",
            "plan",
            "plan_expires_at",
            "cloud_consent_at",
            "created_at",
        )

    def validate_daily_goal_minutes(self, value: int) -> int:
        if not 1 <= value <= 600:
            raise serializers.ValidationError("Choose 1 to 600 minutes.", code="out_of_range")
        return value


class PlanLimitSerializer(serializers.Serializer[PlanLimit]):
    """``limit`` null is no limit, 0 not included; ``resets_at`` null: time gives nothing back."""

    name = serializers.CharField()
    limit = serializers.IntegerField(allow_null=True)
    used = serializers.IntegerField()
    resets_at = serializers.DateTimeField(allow_null=True)


class MeSerializer(UserSerializer):
    limits = serializers.SerializerMethodField()

    class Meta(UserSerializer.Meta):
        fields = (*UserSerializer.Meta.fields, "limits")

    @extend_schema_field(PlanLimitSerializer(many=True))
    def get_limits(self, user: User) -> Any:
        return [PlanLimitSerializer(limit).data for limit in limits_of(user)]


class RegisterSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=128, write_only=True, trim_whitespace=False)
    display_name = serializers.CharField(max_length=80, required=False, default="")
    language = LanguageField(required=False)
    time_zone = TimeZoneField(required=False, max_length=64)


class TokenPairSerializer(serializers.Serializer[dict[str, Any]]):
    """``access`` goes into ``Authorization: Bearer``; ``refresh`` gets the next pair, once."""

    access = serializers.CharField()
    refresh = serializers.CharField()


class RegisteredSerializer(TokenPairSerializer):
    user = UserSerializer()


class ConfirmationSentSerializer(serializers.Serializer[dict[str, Any]]):
    code = serializers.CharField()
    detail = serializers.CharField()


class TokenRequestSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.CharField(max_length=254)
    password = serializers.CharField(max_length=128, trim_whitespace=False)
    mfa_code = serializers.CharField(max_length=20, required=False, default="")


class RestoreSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.CharField(max_length=254)
    password = serializers.CharField(max_length=128, trim_whitespace=False)


class ConfirmSerializer(serializers.Serializer[dict[str, Any]]):
    """Once more who one is: the password, and a code where a second factor is set up."""

    password = serializers.CharField(
        max_length=128, trim_whitespace=False, required=False, default="", allow_blank=True
    )
    mfa_code = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)


class LeavingSerializer(serializers.Serializer[dict[str, Any]]):
    anonymise_at = serializers.DateTimeField()


class RefreshSerializer(serializers.Serializer[dict[str, Any]]):
    refresh = serializers.CharField()


class TokenSerializer(serializers.Serializer[dict[str, Any]]):
    token = serializers.CharField()


class IdTokenSerializer(serializers.Serializer[dict[str, Any]]):
    id_token = serializers.CharField(max_length=8192)
    mfa_code = serializers.CharField(max_length=20, required=False, default="")


class EmailSerializer(serializers.Serializer[dict[str, Any]]):
    email = serializers.EmailField(max_length=254)


class EmailCodeSerializer(EmailSerializer):
    code = serializers.CharField(max_length=20)


def token_pair(token: RefreshToken) -> dict[str, str]:
    return {"access": str(token.access_token), "refresh": str(token)}
