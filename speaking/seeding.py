"""The speaking topics that come with the project, from YAML files into the database."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from speaking.models import Topic

TOPICS_DIR = Path(__file__).parent / "content" / "topics"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """One YAML file, as ``Topic`` keeps it."""

    slug: str
    title: str
    mode: str
    level: str
    summary: str
    prompt: str
    questions: tuple[str, ...]
    reference_text: str
    role: str
    opening_line: str
    useful_phrases: tuple[str, ...]
    target_seconds: int
    tags: tuple[str, ...]


_ADAPTER = TypeAdapter(TopicFile)


def topic_files() -> list[Path]:
    return sorted(TOPICS_DIR.glob("*/*.yaml"))


def topics_seed() -> int:
    """Make the topics that are missing, update the others, remove none. How many there are."""
    topics = [
        Topic(**asdict(_ADAPTER.validate_python(yaml.safe_load(path.read_text("utf-8")))))
        for path in topic_files()
    ]
    fields = [name for name in TopicFile.__dataclass_fields__ if name != "slug"]
    Topic.objects.bulk_create(
        topics, update_conflicts=True, unique_fields=["slug"], update_fields=fields
    )
    return len(topics)
