"""``manage.py reconcile``: what the nightly task removes, shown, and removed with ``--remove``."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from speaking.orphans import orphans_find, orphans_remove


class Command(BaseCommand):
    help = "Finds recordings and spools that belong to no session."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--remove", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        orphans = orphans_find()
        for name in orphans.files:
            self.stdout.write(f"recording {name}")
        for session_id in orphans.spools:
            self.stdout.write(f"spool {session_id}")
        if options["remove"]:
            orphans_remove(orphans)
        done = "removed" if options["remove"] else "found; --remove removes them"
        count = len(orphans.files) + len(orphans.spools)
        self.stdout.write(f"{count} {done}.")
