"""``manage.py backup FOLDER``: see ``learnenglish.backup.services``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from learnenglish.backup.errors import BackupError
from learnenglish.backup.services import backup_create


class Command(BaseCommand):
    help = "Copy the database and all files into FOLDER, while the site runs."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = backup_create(folder=options["folder"], say=self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{report.files} files ({report.copied_bytes / 1e6:.1f} MB copied), "
            f"database {report.database_bytes / 1e6:.1f} MB"
        )
