"""System checks of where files are kept and played from."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security)
def cloudfront_can_sign(**_: Any) -> list[CheckMessage]:
    """Addresses that nobody signed, or with a key that cannot be read, would play nothing."""
    parts = {
        name: getattr(settings, name)
        for name in ("CLOUDFRONT_DOMAIN", "CLOUDFRONT_KEY_ID", "CLOUDFRONT_PRIVATE_KEY")
    }
    missing = [name for name, value in parts.items() if not value]
    if len(missing) == len(parts):
        return []
    if missing or not settings.S3_BUCKET:
        return [
            Error(
                f"CloudFront is half configured: {', '.join(missing) or 'S3_BUCKET'} is not set.",
                hint="Set S3_BUCKET and all three CLOUDFRONT_ variables, or none of the three.",
                id="learnenglish.E050",
            )
        ]
    is_host = "/" not in parts["CLOUDFRONT_DOMAIN"]
    problems = [
        (not is_host, "CLOUDFRONT_DOMAIN is no host name."),
        (
            not _is_rsa_key(parts["CLOUDFRONT_PRIVATE_KEY"]),
            "CLOUDFRONT_PRIVATE_KEY is no RSA key in PEM.",
        ),
    ]
    hint = "Use the domain without https:// and the private key of a pair that CloudFront trusts."
    return [Error(text, hint=hint, id="learnenglish.E051") for wrong, text in problems if wrong]


@register(Tags.security)
def recordings_lead_somewhere(**_: Any) -> list[CheckMessage]:
    url = urlsplit(settings.S3_PUBLIC_URL)
    is_origin = url.scheme in ("http", "https") and url.hostname and not (url.path or url.query)
    if settings.S3_PUBLIC_URL and not (is_origin and settings.AWS_S3_ENDPOINT_URL):
        return [
            Error(
                "S3_PUBLIC_URL cannot be signed for.",
                hint="Use https://host without a path, beside AWS_S3_ENDPOINT_URL, or none.",
                id="learnenglish.E052",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def recordings_play_on_a_secure_page(**_: Any) -> list[CheckMessage]:
    if not (settings.S3_BUCKET and settings.SECURE_SSL_REDIRECT):
        return []
    if not settings.S3_ORIGIN.startswith("http://"):
        return []
    return [
        Warning(
            f"Browsers play nothing from {settings.S3_ORIGIN} on a page under https.",
            hint="Set S3_PUBLIC_URL to an https address of the S3 server, see deploy/Caddyfile.",
            id="learnenglish.W052",
        )
    ]


def _is_rsa_key(pem: str) -> bool:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return isinstance(load_pem_private_key(pem.encode(), None), RSAPrivateKey)
    except (ValueError, TypeError):
        return False
