"""Prompts: one text file each, its version in the first line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROMPTS_DIR = Path(__file__).resolve().parent / "prompts"
_VERSION = re.compile(r"^version: ([a-z0-9.-]{1,20})$")


class PromptError(ValueError):
    """A prompt file has no version in its first line; ``str()`` names the file."""


@dataclass(frozen=True, slots=True)
class Prompt:
    version: str
    text: str


@cache
def get_prompt(name: str, folder: Path = PROMPTS_DIR) -> Prompt:
    """The prompt in ``<folder>/<name>.txt``. Raises PromptError."""
    first, _, text = (folder / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
    version = _VERSION.match(first)
    if version is None:
        raise PromptError(f"{name}.txt: the first line must be like “version: {name}-1”")
    return Prompt(version=version[1], text=text.strip())
