"""``manage.py synchronise``: check what is derived from other rows, and repair it."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from learnenglish.upkeep.services import synchronise


class Command(BaseCommand):
    help = (
        "Check roll-ups, counters and search documents against the rows they come from. "
        "Exits with 1 if something is wrong and was not repaired."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="also put right what is wrong")

    def handle(self, *args: Any, **options: Any) -> None:
        run = synchronise(repair=options["repair"])
        for one in run.report:
            if one["error"]:
                self.stdout.write(f"{one['name']}: failed: {one['error']}")
                continue
            line = f"{one['name']}: {one['checked']:,} checked, {one['wrong']:,} wrong"
            line += f", {one['repaired']:,} repaired" if run.repair else ""
            examples = f" ({', '.join(one['examples'])})" if one["examples"] else ""
            self.stdout.write(f"{line}, {one['seconds']} s{examples}")
        if run.failed or run.wrong > run.repaired:
            sys.exit(1)
