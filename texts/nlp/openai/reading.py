"""What a query asks for: the offline reading where that is sure, else the model's."""

from __future__ import annotations

from texts.lexicon import Lexicon
from texts.nlp.base import Kind
from texts.nlp.offline.detection import Intent, Reading, read_as, read_query
from texts.nlp.offline.questions import compared_items
from texts.nlp.openai.client import ModelClient
from texts.nlp.openai.prompting import get_prompt
from texts.nlp.openai.replies import DetectionReply

# Rules of this confidence were right in at least nine of ten queries of the dev corpus.
SURE = 0.9
_REASONS = {
    Intent.WORD: "the model read it as a word",
    Intent.PHRASE: "the model read it as a phrase",
    Intent.SENTENCE: "the model read it as a sentence",
    Intent.TOPIC: "the model read it as a question about grammar",
    Intent.CONTRAST: "the model read it as a comparison",
}


def read(
    client: ModelClient, lexicon: Lexicon, text: str, kind: Kind | None, *, deadline: float
) -> Reading:
    """The reading of cleaned ``text``, as ``kind`` if the learner chose one.

    Raises EngineError if the model has to be asked and does not answer.
    """
    if kind is not None:
        return read_as(lexicon, text, kind)
    likely = read_query(lexicon, text)
    if likely.confidence >= SURE:
        return likely
    answer = client.ask(get_prompt("detection"), {"text": text}, DetectionReply, deadline=deadline)
    return _reading(likely, text, Intent(answer.reply.reading), answer.reply.confidence)


def _reading(likely: Reading, text: str, intent: Intent, confidence: float) -> Reading:
    """The model's ``intent`` with the offline target where both agree."""
    items = compared_items(text) or likely.items
    if intent is Intent.CONTRAST and not items:
        intent = Intent.TOPIC
    same = intent is likely.intent
    return Reading(
        intent=intent,
        target=likely.target if same else text,
        confidence=round(confidence, 2),
        reason=_REASONS[intent],
        items=items if intent is Intent.CONTRAST else (),
    )
