"""What kind of thing a query is, and what exactly it asks for.

Rules in the order of their certainty. The confidences were set on the dev half of
``texts/tests/corpora/queries.jsonl``: about the share of right answers where each rule fired.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from texts.lexicon import Lexicon
from texts.nlp.base import Detection, Kind
from texts.nlp.offline import grammarterms
from texts.nlp.offline.knowledge import contrast_items, item_key
from texts.nlp.offline.normalise import bare, tokens
from texts.nlp.offline.phrases import find_phrase
from texts.nlp.offline.questions import (
    compared_items,
    headed_word,
    meaning_item,
    sentence_to_check,
)
from texts.nlp.offline.sentencehood import is_sentence


class Intent(StrEnum):
    """What the answer is about. ``WORD`` and ``PHRASE`` name their own kinds."""

    WORD = "word"
    PHRASE = "phrase"
    SENTENCE = "sentence"
    TOPIC = "topic"
    CONTRAST = "contrast"


_KINDS = {
    Intent.WORD: Kind.VOCABULARY,
    Intent.PHRASE: Kind.PHRASE,
    Intent.SENTENCE: Kind.GRAMMAR,
    Intent.TOPIC: Kind.GRAMMAR,
    Intent.CONTRAST: Kind.GRAMMAR,
}
_MAX_COMPARED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """``target`` is the part of the query the answer is about; ``items`` what it compares."""

    intent: Intent
    target: str
    confidence: float
    reason: str
    items: tuple[str, ...] = ()

    @property
    def detection(self) -> Detection:
        return Detection(kind=_KINDS[self.intent], confidence=self.confidence, reason=self.reason)


def read_query(lexicon: Lexicon, text: str) -> Reading:
    """The likeliest reading of cleaned ``text``."""
    asked = _asked(lexicon, text)
    if asked is not None:
        return asked
    words = tokens(text)
    if len(words) <= 1:
        return _single(lexicon, text, words)
    compared = _comparison(lexicon, text, words)
    if compared is not None:
        return compared
    if find_phrase(lexicon, text) and not _is_statement(lexicon, text, words):
        return Reading(Intent.PHRASE, text, 0.97, "it is a phrase in the dictionary")
    return _topic(lexicon, text, words) or _sentence_or_phrase(lexicon, text, words)


def read_as(lexicon: Lexicon, text: str, kind: Kind) -> Reading:
    """The reading of ``text`` once the learner has chosen its kind."""
    likely = read_query(lexicon, text)
    if likely.detection.kind == kind:
        return likely
    target = meaning_item(text) or bare(text)
    if kind == Kind.VOCABULARY:
        return Reading(Intent.WORD, target, 1.0, "you chose it")
    if kind == Kind.PHRASE:
        return Reading(Intent.PHRASE, target, 1.0, "you chose it")
    topical = grammarterms.has_term(text) or grammarterms.is_asking(text)
    intent = Intent.TOPIC if topical or len(tokens(text)) == 1 else Intent.SENTENCE
    return Reading(intent, text, 1.0, "you chose it")


def _asked(lexicon: Lexicon, text: str) -> Reading | None:
    """Queries that say what they are: "what does X mean", "is this correct: …", "X (noun)"."""
    headed = headed_word(text)
    if headed is not None:
        return Reading(Intent.WORD, text, 1.0, "it is a word with its part of speech")
    sentence = sentence_to_check(text)
    if sentence is not None and len(tokens(sentence)) > 1:
        return Reading(Intent.SENTENCE, sentence, 0.95, "it asks whether a sentence is right")
    item = meaning_item(text)
    if item is None or (compared_items(item) and compared_items(text)):
        return None
    if grammarterms.has_term(item) and len(tokens(item)) > 1 and not find_phrase(lexicon, item):
        return None
    plural_term = item.lower().endswith("s") and item.lower() not in ("does", "is")
    if _is_about_grammar(item) or (plural_term and grammarterms.has_term(item)):
        return None
    if len(tokens(item)) <= 1:
        return Reading(Intent.WORD, item, 0.95, "it asks about one word")
    if len(tokens(item)) > 7 and not find_phrase(lexicon, item):
        return None
    return Reading(Intent.PHRASE, item, 0.93, "it asks about a phrase")


def _is_about_grammar(item: str) -> bool:
    words = tokens(item)
    return len(words) == 1 and grammarterms.is_term_alone(words[0])


def _single(lexicon: Lexicon, text: str, words: list[str]) -> Reading:
    word = words[0] if words else bare(text)
    if grammarterms.is_term_alone(word):
        return Reading(Intent.TOPIC, text, 0.7, "it names a point of grammar")
    pair = _comparison(lexicon, text, words) if "/" in text else None
    if pair is not None:
        return pair
    parts = lexicon.parts_of_speech(word)
    if text.endswith("!") and "verb" in parts[:2]:
        return Reading(Intent.SENTENCE, text, 0.7, "it tells someone to do something")
    if lexicon.has_word(word):
        return Reading(Intent.WORD, bare(text), 0.98, "it is one word")
    return Reading(Intent.WORD, bare(text), 0.9, "it is one word, perhaps misspelt")


def _comparison(lexicon: Lexicon, text: str, words: list[str]) -> Reading | None:
    items = compared_items(text)
    if items is not None and all(len(item.split()) <= _MAX_COMPARED_WORDS for item in items):
        explicit = not {"or", "and", "&"} & set(text.lower().split()) or "differ" in text.lower()
        asked = len(words) <= 5 or grammarterms.is_asking(text)
        joined = " and " not in text.lower() and " & " not in text
        known = asked and joined and all(_is_item(lexicon, item) for item in items)
        if explicit or known or _is_contrast(items):
            return Reading(Intent.CONTRAST, text, 0.95, "it compares two things", items)
    if len(words) in (2, 3) and text.count(",") <= 1 and not text.endswith((".", "!")):
        pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        for pair in pairs:
            if _is_contrast(pair) and not _reads_on(lexicon, words):
                return Reading(Intent.CONTRAST, text, 0.85, "these two are often mixed up", pair)
    return None


def _reads_on(lexicon: Lexicon, words: list[str]) -> bool:
    """Two contrasted words that are also a phrase ("hear about") are the phrase."""
    return lexicon.match_phrase(words) is not None


def _is_contrast(items: tuple[str, ...]) -> bool:
    return frozenset(map(item_key, items)) in contrast_items()


def _is_item(lexicon: Lexicon, item: str) -> bool:
    words = tokens(item)
    return bool(words) and all(
        lexicon.has_word(word) or word.lower() in ("ing", "sb", "sth") for word in words
    )


def _is_statement(lexicon: Lexicon, text: str, words: list[str]) -> bool:
    """A whole sentence that also happens to be a phrase ("It's a piece of cake") is not one."""
    low = words[0].lower()
    return low in ("i", "he", "she", "we", "they") and not lexicon.phrase(bare(text).lower())


def _topic(lexicon: Lexicon, text: str, words: list[str]) -> Reading | None:
    term = grammarterms.has_term(text)
    if grammarterms.is_asking(text) and (term or not _plain_question(words)):
        return Reading(Intent.TOPIC, text, 0.9, "it asks about grammar")
    if is_sentence(lexicon, text, words)[0]:
        return None
    if term and (grammarterms.names_topic(text) or len(words) <= 6):
        return Reading(Intent.TOPIC, text, 0.9, "it names a point of grammar")
    if grammarterms.is_pattern(text):
        return Reading(Intent.TOPIC, text, 0.8, "it asks about a pattern")
    return None


def _plain_question(words: list[str]) -> bool:
    """ "How do you make tea?" opens like a question about English but is a sentence to check."""
    low = [word.lower() for word in words]
    return not any(
        word in ("use", "say", "word", "english", "rule", "comes", "preposition") for word in low
    )


def _sentence_or_phrase(lexicon: Lexicon, text: str, words: list[str]) -> Reading:
    sentence, confidence, reason = is_sentence(lexicon, text, words)
    intent = Intent.SENTENCE if sentence else Intent.PHRASE
    return Reading(intent, text, confidence, reason)
