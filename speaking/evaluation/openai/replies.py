"""What the model must answer: the schema sent with the question.

All members are required and none has a default, as strict schemas want it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from texts.nlp.openai.plaintext import paragraphs
from texts.nlp.openai.replies import CorrectionReply, Level, Lines, Reply

Speech = Annotated[str, AfterValidator(paragraphs(6_000))]


class FeedbackReply(Reply):
    corrections: list[CorrectionReply]
    vocabulary: int | None
    cefr: Level | None
    cefr_reasons: Lines
    strengths: Lines
    next_steps: Lines
    model_answer: Speech
