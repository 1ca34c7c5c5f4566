"""``manage.py asyncapi > docs/asyncapi.json``: the speaking socket, described."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from speaking.asyncapi import asyncapi_document


class Command(BaseCommand):
    help = "Prints the AsyncAPI 3 document of the speaking socket."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(asyncapi_document(), indent=2, ensure_ascii=False))
