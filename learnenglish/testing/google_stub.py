"""Google's sign-in endpoints on a local port, as far as this site uses them, over real HTTP.

It checks what Google checks (client, redirect address, code, PKCE) and signs real id tokens. A test
says who signs in with ``person`` and what goes wrong with ``claims``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

CLIENT_ID = "stub-client.apps.googleusercontent.com"
CLIENT_SECRET = "stub-secret"
ISSUER = "https://accounts.google.com"


class GoogleStub:
    """``person`` signs in next; ``claims`` replace an id token's own, None removes one."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {
            "sub": "1001",
            "email": "sofia@example.com",
            "email_verified": True,
            "name": "Sofia Student",
        }
        self.claims: dict[str, Any] = {}
        self.is_down = False
        self.redirect_uris: set[str] = set()
        self.requests: list[str] = []
        self._granted: dict[str, dict[str, str]] = {}
        self._key, self._foreign_key = _signing_key("ours"), _signing_key("foreign")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, name="google-stub")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def provider_settings(self) -> dict[str, Any]:
        """``SOCIALACCOUNT_PROVIDERS["google"]`` for this stub."""
        return {
            "APPS": [{"client_id": CLIENT_ID, "secret": CLIENT_SECRET}],
            "SCOPE": ["openid", "profile", "email"],
            "OAUTH_PKCE_ENABLED": True,
            "AUTHORIZE_URL": f"{self.url}/authorize",
            "ACCESS_TOKEN_URL": f"{self.url}/token",
            "CERTS_URL": f"{self.url}/certs",
        }

    def id_token(
        self, *, nonce: str | None = None, foreign: bool = False, algorithm: str = "RS256"
    ) -> str:
        """An id token of ``person``. ``foreign`` signs with a key that is not Google's."""
        now = int(time.time())
        own = {"iss": ISSUER, "aud": CLIENT_ID, "iat": now, "exp": now + 3600, "nonce": nonce}
        claims = {**own, **self.person, **self.claims}
        claims = {name: value for name, value in claims.items() if value is not None}
        key: Any = self._foreign_key if foreign else self._key
        if algorithm == "HS256":
            key = "a secret that anybody could choose, 32 bytes"
        return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": "stub-key"})

    # --- the endpoints -------------------------------------------------------------------------
    def authorize(self, query: dict[str, str]) -> tuple[int, str]:
        """The consent page, which everybody accepts: 302 back with a code."""
        if query["client_id"] != CLIENT_ID or query["redirect_uri"] not in self.redirect_uris:
            return 400, "redirect_uri_mismatch"
        code = secrets.token_urlsafe(16)
        self._granted[code] = query
        back = urlencode({"code": code, "state": query["state"]})
        return 302, f"{query['redirect_uri']}?{back}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        granted = self._granted.pop(form.get("code", ""), None)
        if granted is None or form["redirect_uri"] != granted["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        if (form["client_id"], form["client_secret"]) != (CLIENT_ID, CLIENT_SECRET):
            return 401, {"error": "invalid_client"}
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if granted.get("code_challenge") != challenge:
            return 400, {"error": "invalid_grant"}
        id_token = self.id_token(nonce=granted.get("nonce"))
        access = secrets.token_urlsafe(16)
        return 200, {"access_token": access, "expires_in": 3599, "id_token": id_token}

    def certificates(self) -> dict[str, str]:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stub")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self._key.public_key())
            .serial_number(1)
            .not_valid_before(datetime.now(UTC) - timedelta(days=1))
            .not_valid_after(datetime.now(UTC) + timedelta(days=1))
            .sign(self._key, hashes.SHA256())
        )
        return {"stub-key": certificate.public_bytes(serialization.Encoding.PEM).decode()}

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@cache
def _signing_key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _handler(stub: GoogleStub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            stub.requests.append(address.path)
            if stub.is_down:
                self.answer(503, {"error": "unavailable"})
            elif address.path == "/authorize":
                status, text = stub.authorize(_flat(address.query))
                self.answer(status, {}, location=text if status == 302 else "")
            elif address.path == "/certs":
                self.answer(200, stub.certificates())
            else:
                self.answer(404, {})

        def do_POST(self) -> None:
            stub.requests.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.answer(*((503, {}) if stub.is_down else stub.token(_flat(body))))

        def answer(self, status: int, body: dict[str, Any], *, location: str = "") -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            if location:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: Any) -> None:
            """Tests need no access log."""

    return Handler


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def google_stub() -> Iterator[GoogleStub]:
    stub = GoogleStub()
    stub.start()
    try:
        yield stub
    finally:
        stub.stop()
