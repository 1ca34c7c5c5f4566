"""``manage.py serve``: the web server and, without a broker, the schedule beside it."""

from __future__ import annotations

import signal
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
        # Who stops this stops what it started: else the port stays taken.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        processes = [subprocess.Popen(web)]
        # With a broker the schedule is a process of its own, for there must be only one.
        if settings.CELERY_TASK_ALWAYS_EAGER:
            processes.append(subprocess.Popen(beat))
        code = 0
        try:
            code = processes[0].wait()
        except KeyboardInterrupt:
            pass
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait()
        sys.exit(code)
