"""``manage.py restore FOLDER``: see ``learnenglish.backup.services``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from learnenglish.backup.errors import BackupError
from learnenglish.backup.services import backup_restore


class Command(BaseCommand):
    help = "Bring back the database and all files from FOLDER, into a site that is stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--force", action="store_true", help="replace what a site with people in it has"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = backup_restore(
                folder=options["folder"], force=options["force"], say=self.stdout.write
            )
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{report.files} files ({report.copied_bytes / 1e6:.1f} MB copied), "
            f"database {report.database_bytes / 1e6:.1f} MB"
        )
