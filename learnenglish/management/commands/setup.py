"""``manage.py setup``: bring the database up to date and fill an empty one."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from learnenglish.demo import demo_create


class Command(BaseCommand):
    help = "Migrate, load the starter content and, with DEBUG on an empty database, demo accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Database")
        call_command("migrate", verbosity=0)
        self.stdout.write("Content")
        call_command("seed_content", stdout=self.stdout)
        accounts = demo_create()
        if accounts:
            self.stdout.write("Demo accounts (shown once):")
        for account in accounts:
            self.stdout.write(f"  {account.role:<8} {account.email:<22} {account.password}")
