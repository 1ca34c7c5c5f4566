"""Google: the redirect there, the way back, and what its id tokens say."""

from __future__ import annotations

import re
import secrets
from typing import Any

import jwt
import requests
import structlog
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.x509 import load_pem_x509_certificate
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError

log = structlog.get_logger(__name__)

ISSUERS = ("https://accounts.google.com", "accounts.google.com")
CLOCK_LEEWAY_S = 10
CERTS_KEY = "google-certs"
CERTS_SECONDS = 3600
# A token with an unknown key makes us ask Google again, but not more often than this.
CERTS_AGAIN_SECONDS = 60


def google_provider(request: HttpRequest) -> Any:
    """allauth's provider with the app of the settings. Raises ``provider_not_configured``."""
    try:
        provider = get_adapter().get_provider(request, "google")
    except SocialApp.DoesNotExist as error:
        raise DomainError(
            "provider_not_configured",
            _(
                "Signing in with Google is not set up on this server "
                "(GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET)."
            ),
            status=503,
        ) from error
    provider.oauth2_adapter_class = GoogleAdapter
    return provider


def google_redirect(
    request: HttpRequest, *, process: str, next_url: str | None, for_app: bool
) -> HttpResponse:
    """Off to Google. State, PKCE verifier and nonce wait in the session for the way back."""
    nonce = secrets.token_urlsafe(32)
    response: HttpResponse = google_provider(request).redirect(
        request,
        process=process,
        next_url=next_url,
        auth_params={"nonce": nonce, "prompt": "select_account"},
        nonce=nonce,
        for_app=for_app,
    )
    return response


class GoogleAdapter(GoogleOAuth2Adapter):
    """allauth's, with our address to come back to, a nonce, and the signature always checked."""

    def __init__(self, request: HttpRequest, state: dict[str, Any] | None = None) -> None:
        super().__init__(request)
        self.state = state or {}
        self.access_token_url = _endpoint("ACCESS_TOKEN_URL")
        self.authorize_url = _endpoint("AUTHORIZE_URL")

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return settings.GOOGLE_REDIRECT_URI or str(super().get_callback_url(request, app))

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise _invalid("Google's answer has no id token.")
        claims = id_token_claims(id_token, audience=[app.client_id], nonce=self.state.get("nonce"))
        return self.get_provider().sociallogin_from_response(request, claims)


def google_login_from_code(request: HttpRequest, *, code: str, state: dict[str, Any]) -> Any:
    """Trade the code that Google sent back for an allauth SocialLogin (not saved).

    Raises DomainError ``google_failed`` or ``id_token_invalid``.
    """
    provider = google_provider(request)
    adapter = GoogleAdapter(request, state)
    client = adapter.get_client(request, provider.app)
    try:
        answer = client.get_access_token(code, pkce_code_verifier=state.get("pkce_code_verifier"))
    except (OAuth2Error, requests.RequestException) as error:
        log.warning("google_token_exchange_failed", error=type(error).__name__)
        raise google_failed() from error
    login = adapter.complete_login(request, provider.app, None, response=answer)
    login.state = state
    return login


def google_login_from_id_token(request: HttpRequest, *, id_token: str) -> Any:
    """An allauth SocialLogin (not saved) of the id token that an app got from Google itself."""
    provider = google_provider(request)
    audience = [provider.app.client_id, *settings.GOOGLE_APP_CLIENT_IDS]
    claims = id_token_claims(id_token, audience=audience)
    login = provider.sociallogin_from_response(request, claims)
    login.state = {"process": AuthProcess.LOGIN}
    return login


def google_failed() -> DomainError:
    return DomainError(
        "google_failed", _("Google did not sign you in. Try again in a moment."), status=502
    )


def id_token_claims(
    id_token: str, *, audience: list[str], nonce: str | None = None
) -> dict[str, Any]:
    """What an id token says, if Google signed it for us, it has not expired and, where ``nonce``
    is given, it answers that request (OpenID Connect Core 1.0, section 3.1.3.7).

    Raises DomainError ``id_token_invalid``, or ``google_failed`` if Google's keys are out of reach.
    """
    try:
        claims: dict[str, Any] = jwt.decode(
            id_token,
            _signing_key(id_token),
            algorithms=["RS256"],
            audience=audience,
            issuer=ISSUERS,
            leeway=CLOCK_LEEWAY_S,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.ExpiredSignatureError as error:
        raise _invalid("Google's id token has expired.") from error
    except jwt.PyJWTError as error:
        raise _invalid("This is no id token that Google made for this site.") from error
    if nonce is not None and not constant_time_compare(str(claims.get("nonce", "")), nonce):
        raise _invalid("Google's id token answers another request.")
    return claims


def _signing_key(id_token: str) -> Any:
    kid = str(jwt.get_unverified_header(id_token).get("kid", ""))
    pem = _certificates().get(kid)
    if pem is None and cache.add(f"{CERTS_KEY}-asked", 1, CERTS_AGAIN_SECONDS):
        pem = _certificates(fresh=True).get(kid)
    if pem is None:
        raise jwt.InvalidKeyError("unknown key")
    return load_pem_x509_certificate(pem.encode()).public_key()


def _certificates(*, fresh: bool = False) -> dict[str, str]:
    """Google's signing certificates by key id, kept as long as Google says."""
    kept = None if fresh else cache.get(CERTS_KEY)
    if kept is not None:
        return dict(kept)
    try:
        with get_adapter().get_requests_session() as session:
            answer = session.get(_endpoint("CERTS_URL"))
        answer.raise_for_status()
        certificates = {str(kid): str(pem) for kid, pem in answer.json().items()}
    except (requests.RequestException, ValueError, AttributeError) as error:
        raise google_failed() from error
    age = re.search(r"max-age=(\d+)", answer.headers.get("Cache-Control", ""))
    cache.set(CERTS_KEY, certificates, int(age[1]) if age else CERTS_SECONDS)
    return certificates


def _endpoint(name: str) -> str:
    return str(settings.SOCIALACCOUNT_PROVIDERS["google"][name])


def _invalid(message: str) -> DomainError:
    return DomainError("id_token_invalid", message, status=401)
