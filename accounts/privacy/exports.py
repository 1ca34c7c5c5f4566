"""A copy of everything about a person, as a ZIP, made by a task."""

from __future__ import annotations

import tempfile
import zipfile
from datetime import timedelta
from typing import IO
from uuid import UUID

import structlog
from django.conf import settings
from django.core import signing
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import DataExport, ExportStatus, NotificationKind, User
from accounts.notifications.services import notification_send
from accounts.privacy.registry import holdings
from learnenglish.common.errors import DomainError, not_found
from learnenglish.common.queueing import task_queue

log = structlog.get_logger(__name__)

FOLDER = "exports"
SALT = "accounts.export"
LINK_SECONDS = 3600
OPEN = (ExportStatus.WAITING, ExportStatus.RUNNING)
# Longer than the task may take: one that says nothing for so long was killed or never came.
SILENT_FOR = timedelta(minutes=15)
# Sound does not get smaller by this and takes long.
STORED_AS_IT_IS = (".wav", ".mp3", ".ogg", ".opus", ".webm", ".apkg")


def export_begin(*, user: User) -> DataExport:
    """Have a copy made; the one that is being made already, if there is one."""
    from accounts.tasks import export_make as task

    try:
        with transaction.atomic():
            export = DataExport.objects.create(user=user)
            transaction.on_commit(lambda: task_queue(task, str(export.pk)))
    except IntegrityError:
        return DataExport.objects.get(user=user, status__in=OPEN)
    export.refresh_from_db()
    return export


def export_latest(*, user: User) -> DataExport | None:
    """The newest copy that is being made, can be downloaded or failed."""
    export = DataExport.objects.filter(user=user).order_by("-id").first()
    over = export is not None and export.expires_at and export.expires_at <= timezone.now()
    return None if over else export


def export_make(*, export_id: str) -> None:
    """Make the ZIP and tell the person. Run again it begins again; made is made."""
    export = DataExport.objects.select_related("user").filter(pk=export_id, status__in=OPEN).first()
    if export is None or not export.user.is_active:
        return
    try:
        with tempfile.TemporaryFile(dir=settings.DATA_DIR) as file:
            _zip_write(file, export)
            size = file.tell()
            file.seek(0)
            name = default_storage.save(f"{FOLDER}/{export.pk}.zip", File(file))
    except Exception:
        # Whatever an app's exporter met: the page says so, and the log has it.
        log.exception("export_failed", export=str(export.pk))
        _update(export.pk, status=ExportStatus.FAILED)
        return
    _export_finish(export, name, size)


def export_url(export: DataExport) -> str:
    """Where its owner, signed in, downloads it within LINK_SECONDS; empty if it is not ready."""
    if export.status != ExportStatus.READY:
        return ""
    token = signing.dumps(str(export.pk), salt=SALT)
    return reverse("me-export-file", args=[token])


def export_of_token(*, token: str, user: User) -> DataExport:
    """The copy a link was made for, if it is ``user``'s. Raises DomainError ``not_found``."""
    gone = not_found(
        _("This link is not valid any more. Open Privacy in the settings for a new one.")
    )
    try:
        export_id = signing.loads(token, salt=SALT, max_age=LINK_SECONDS)
    except signing.BadSignature as error:
        raise gone from error
    export = DataExport.objects.filter(
        pk=export_id, user=user, status=ExportStatus.READY, expires_at__gt=timezone.now()
    ).first()
    if export is None:
        raise gone
    return export


def export_problem() -> DomainError:
    return DomainError(
        "export_failed", _("The copy could not be made. Try again in a while."), status=503
    )


def exports_tidy() -> None:
    """Delete what has expired or failed long ago, and begin again what was left behind."""
    from accounts.tasks import export_make as task

    now = timezone.now()
    for export in DataExport.objects.filter(expires_at__lte=now):
        if export.file.name:
            default_storage.delete(export.file.name)
        export.delete()
    left_behind = DataExport.objects.filter(status__in=OPEN, updated_at__lt=now - SILENT_FOR)
    for export_id in left_behind.values_list("pk", flat=True):
        task_queue(task, str(export_id))


def _zip_write(file: IO[bytes], export: DataExport) -> None:
    sources = holdings()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, holding in enumerate(sources):
            _update(export.pk, status=ExportStatus.RUNNING, progress=100 * number // len(sources))
            for part in holding.exporter(user=export.user):
                entry = zipfile.ZipInfo(f"{holding.app}/{part.name}", _zip_time())
                entry.external_attr = 0o600 << 16
                stored = part.name.endswith(STORED_AS_IT_IS)
                entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                with archive.open(entry, "w", force_zip64=True) as target:
                    for chunk in part.chunks:
                        target.write(chunk)


def _zip_time() -> tuple[int, int, int, int, int, int]:
    return timezone.now().timetuple()[:6]


def _export_finish(export: DataExport, name: str, size: int) -> None:
    expires = timezone.now() + timedelta(days=settings.EXPORT_KEEP_DAYS)
    with transaction.atomic():
        finished = _update(
            export.pk,
            status=ExportStatus.READY,
            progress=100,
            file=name,
            size_bytes=size,
            expires_at=expires,
        )
        if not finished:  # another worker was faster, or the account is gone
            transaction.on_commit(lambda: default_storage.delete(name))
            return
        notification_send(
            user=export.user,
            kind=NotificationKind.EXPORT_READY,
            key=str(export.pk),
            payload={"url": reverse("accounts:privacy"), "until": expires.isoformat()},
        )


def _update(export_id: UUID, **changes: object) -> int:
    expires = (
        {}
        if changes.get("status") != ExportStatus.FAILED
        else {"expires_at": timezone.now() + timedelta(days=1)}
    )
    rows = DataExport.objects.filter(pk=export_id, status__in=OPEN)
    return rows.update(**changes, **expires, updated_at=timezone.now())
