"""Bringing a new version up: once, however many machines start it at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

# Any number will do, as long as it is always the same.
_LOCK = 727_001


@contextmanager
def release_lock() -> Iterator[None]:
    """One release at a time on PostgreSQL; SQLite has one machine and its own lock."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        # A release may wait for another one, and migrate, for as long as it takes.
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
            cursor.execute("RESET statement_timeout")


def bucket_ensure() -> bool:
    """Make the bucket on an S3 server of one's own. True if it was made now.

    At AWS buckets are made by whoever runs the account, with the policies they need.
    """
    if not settings.S3_BUCKET or not settings.AWS_S3_ENDPOINT_URL:
        return False
    from botocore.exceptions import ClientError
    from storages.backends.s3 import S3Storage

    assert isinstance(default_storage, S3Storage)
    client = default_storage.connection.meta.client
    try:
        client.head_bucket(Bucket=settings.S3_BUCKET)
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("404", "NoSuchBucket"):
            raise
        place = (
            {}
            if settings.AWS_REGION == "us-east-1"
            else {"CreateBucketConfiguration": {"LocationConstraint": settings.AWS_REGION}}
        )
        client.create_bucket(Bucket=settings.S3_BUCKET, **place)
        return True
    return False
