"""``manage.py seed_content``: load or update what comes with the project."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from learnenglish.seeding import seed_all


class Command(BaseCommand):
    help = "Load or update words, phrases, grammar topics and speaking topics."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="load even what is up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        for report in seed_all(force=options["force"]):
            done = f"{report.rows:,} in {report.seconds:.1f} s" if report.loaded else "up to date"
            self.stdout.write(f"  {report.name}: {done}")
