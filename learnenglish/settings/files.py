"""Static files, and what people leave with us."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from learnenglish.common import environment
from learnenglish.settings.base import BASE_DIR, DATA_DIR, DEBUG, env

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
# Where ``manage.py release`` copies them for a proxy that serves them itself.
STATIC_SHARE = env.str("STATIC_SHARE", default="")
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Hashed, compressed files from ``collectstatic``; without it they come from their folders.
STATIC_MANIFEST = env.bool("STATIC_MANIFEST", default=not DEBUG)
SERVESTATIC_USE_FINDERS = SERVESTATIC_AUTOREFRESH = not STATIC_MANIFEST
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
SPOOL_DIR = DATA_DIR / "spool"
# How long Redis keeps the sound of a session that gets no result, whatever the reason.
SPOOL_KEEP_DAYS = environment.positive("SPOOL_KEEP_DAYS", env.str("SPOOL_KEEP_DAYS", default="7"))
S3_BUCKET = env.str("S3_BUCKET", default="")
AWS_REGION = env.str("AWS_REGION", default="us-east-1")
AWS_ACCESS_KEY_ID = env.str("AWS_ACCESS_KEY_ID", default="")
AWS_SECRET_ACCESS_KEY = env.str("AWS_SECRET_ACCESS_KEY", default="")
# Where boto3 finds credentials that are not a pair of keys.
AWS_HAS_ROLE = any(
    env.str(name, default="")
    for name in (
        "AWS_PROFILE",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    )
)
_LOCAL_FILES: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
AWS_S3_ENDPOINT_URL = env.str("AWS_S3_ENDPOINT_URL", default="").rstrip("/")
# Where browsers reach that server, if it is not the same address.
S3_PUBLIC_URL = env.str("S3_PUBLIC_URL", default="").rstrip("/")
# Where signed addresses of recordings lead.
_S3_HOST = "s3" if AWS_REGION == "us-east-1" else f"s3.{AWS_REGION}"
S3_ORIGIN = S3_PUBLIC_URL or AWS_S3_ENDPOINT_URL or f"https://{S3_BUCKET}.{_S3_HOST}.amazonaws.com"
# Recordings are played from there, by addresses signed with this key.
CLOUDFRONT_DOMAIN = env.str("CLOUDFRONT_DOMAIN", default="")
CLOUDFRONT_KEY_ID = env.str("CLOUDFRONT_KEY_ID", default="")
CLOUDFRONT_PRIVATE_KEY = env.str("CLOUDFRONT_PRIVATE_KEY", default="").replace("\\n", "\n")
_CLOUDFRONT: dict[str, Any] = {
    "custom_domain": CLOUDFRONT_DOMAIN,
    "cloudfront_key_id": CLOUDFRONT_KEY_ID,
    "cloudfront_key": CLOUDFRONT_PRIVATE_KEY,
}
_S3_FILES: dict[str, Any] = {
    "BACKEND": "learnenglish.common.object_store.ObjectStorage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "region_name": AWS_REGION,
        "access_key": AWS_ACCESS_KEY_ID or None,
        "secret_key": AWS_SECRET_ACCESS_KEY or None,
        "endpoint_url": AWS_S3_ENDPOINT_URL or None,
        "public_url": S3_PUBLIC_URL or None,
        # Of AWS the address with the region's name: the one without is not known in newer regions.
        "addressing_style": "path" if AWS_S3_ENDPOINT_URL else "virtual",
        # Version 2, the default of URLs, is refused by every region opened since 2014.
        "signature_version": "s3v4",
        "default_acl": None,
        "querystring_expire": 3600,
        "file_overwrite": False,
        **(_CLOUDFRONT if all(_CLOUDFRONT.values()) else {}),
    },
}
STORAGES: dict[str, Any] = {
    "default": _S3_FILES if S3_BUCKET else _LOCAL_FILES,
    "staticfiles": {
        "BACKEND": "learnenglish.common.bundles.BundlingStorage"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
