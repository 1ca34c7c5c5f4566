"""``manage.py serve``: the web server and, without a broker, the schedule beside it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Serve HTTP and WebSocket with Daphne; without a broker also run the schedule."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        web = [sys.executable, "-m", "daphne", "-b", options["host"], "-p", str(options["port"])]
        web += ["learnenglish.asgi:application"]
        beat = [sys.executable, "-m", "celery", "-q", "-A", "learnenglish", "beat", "-l", "WARNING"]
        beat += ["--pidfile="]
        self.stdout.write(f"Open http://{options['host']}:{options['port']}/ (Ctrl+C to stop)")
        self.stdout.flush()
        # With a broker the schedule is a process of its own, for there must be only one.
        schedule = subprocess.Popen(beat) if settings.CELERY_TASK_ALWAYS_EAGER else None
        try:
            code = subprocess.call(web)
        except KeyboardInterrupt:
            code = 0
        finally:
            if schedule is not None:
                schedule.terminate()
                schedule.wait()
        sys.exit(code)
