"""The grammar topics and contrasts that come with the project: YAML files to dataclasses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from texts.content import ContentError, ContrastContent, TopicContent, content_load

CONTENT_DIR = Path(__file__).parent / "content"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class GrammarFile:
    """One file: what it explains, and the CEFR level it is for."""

    content: TopicContent | ContrastContent
    level: str


def grammar_paths() -> list[Path]:
    return sorted(CONTENT_DIR.glob("grammar/*/*.yaml"))


def contrast_paths() -> list[Path]:
    return sorted(CONTENT_DIR.glob("contrasts/*.yaml"))


def grammar_files() -> Iterator[GrammarFile]:
    """All topics, then all contrasts. Raises ContentError with the file's name."""
    for kind, paths in (("topic", grammar_paths()), ("contrast", contrast_paths())):
        for path in paths:
            yield _read(path, kind)


def _read(path: Path, kind: str) -> GrammarFile:
    data = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 (a safe loader)
    try:
        level = data.pop("level")
        content = content_load({**data, "type": kind})
    except (AttributeError, KeyError, ContentError) as error:
        raise ContentError(f"{path.name}: {error}") from error
    assert isinstance(content, TopicContent | ContrastContent)
    return GrammarFile(content, level)
