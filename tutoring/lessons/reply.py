"""What the model must answer: the schema sent with the question."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from texts.nlp.openai.plaintext import paragraphs, plain
from texts.nlp.openai.replies import Reply

MOST_TASKS = 3


class TaskReply(Reply):
    title: Annotated[str, AfterValidator(plain(200)), Field(min_length=1)]
    body: Annotated[str, AfterValidator(paragraphs(2_000))]


class LessonReply(Reply):
    summary: Annotated[str, AfterValidator(paragraphs(3_000)), Field(min_length=1)]
    homework: Annotated[list[TaskReply], AfterValidator(lambda tasks: tasks[:MOST_TASKS])]
