"""The grammar topics and contrasts that come with the project: YAML files to dataclasses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from texts.content import ContentError, ContrastContent, TopicContent, content_load

CONTENT_DIR = Path(__file__).parent / "content"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


C = TypeVar("C", TopicContent, ContrastContent)


@dataclass(frozen=True, slots=True)
class GrammarFile(Generic[C]):
    """One file: what it explains, and the CEFR level it is for."""

    content: C
    level: str


def grammar_paths() -> list[Path]:
    return sorted(CONTENT_DIR.glob("grammar/*/*.yaml"))


def contrast_paths() -> list[Path]:
    return sorted(CONTENT_DIR.glob("contrasts/*.yaml"))


def topic_files() -> Iterator[GrammarFile[TopicContent]]:
    """All grammar topics. Raises ContentError with the file's name."""
    return (_read(path, "topic", TopicContent) for path in grammar_paths())


def contrast_files() -> Iterator[GrammarFile[ContrastContent]]:
    """All contrasts. Raises ContentError with the file's name."""
    return (_read(path, "contrast", ContrastContent) for path in contrast_paths())


def _read(path: Path, kind: str, made: type[C]) -> GrammarFile[C]:
    data = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 (a safe loader)
    try:
        level = data.pop("level")
        content = content_load({**data, "type": kind})
    except (AttributeError, KeyError, ContentError) as error:
        raise ContentError(f"{path.name}: {error}") from error
    assert isinstance(content, made)
    return GrammarFile(content, level)
