"""``manage.py release``: what must be done once before a new version's processes start."""

from __future__ import annotations

import shutil
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from learnenglish.releasing import bucket_ensure, release_lock


class Command(BaseCommand):
    help = "Check, migrate, load the starter content, make the bucket, hand out static files."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Configuration")
        call_command("check", deploy=True, fail_level="ERROR", stdout=self.stdout)
        with release_lock():
            self.stdout.write("Database")
            call_command("migrate", verbosity=0)
            self.stdout.write("Content")
            call_command("seed_content", stdout=self.stdout)
        if bucket_ensure():
            self.stdout.write(f"Bucket {settings.S3_BUCKET} made")
        if settings.STATIC_SHARE:
            shutil.copytree(settings.STATIC_ROOT, settings.STATIC_SHARE, dirs_exist_ok=True)
            self.stdout.write(f"Static files in {settings.STATIC_SHARE}")
