"""The engine that needs no network: dictionary, grammar checker and written grammar topics."""

from __future__ import annotations

from texts.content import Correction
from texts.lexicon import get_lexicon
from texts.nlp.base import Analysis, Detection, EngineError, Kind, Provenance
from texts.nlp.offline.contrasts import explain_contrast
from texts.nlp.offline.detection import Intent, Reading, read_as, read_query
from texts.nlp.offline.entries import EntryAnswer
from texts.nlp.offline.knowledge import get_knowledge
from texts.nlp.offline.language import require_english
from texts.nlp.offline.normalise import MAX_TEXT, bare, clean, tokens
from texts.nlp.offline.phrases import explain_phrase
from texts.nlp.offline.questions import headed_word
from texts.nlp.offline.sentences import check_text, explain_sentence
from texts.nlp.offline.words import explain_word

_DICTIONARY = Provenance(provider="offline", model="lexicon-1")
_CHECKER = Provenance(provider="offline", model="harper-2.13")
_TOPICS = Provenance(provider="offline", model="topics-1")


class OfflineEngine:
    """A ``TextEngine``. Stateless: what it reads is loaded once and shared by all threads."""

    name = "offline"

    def __init__(self) -> None:
        self._lexicon = get_lexicon()
        self._explainers = {
            Intent.WORD: self._word,
            Intent.PHRASE: self._phrase,
            Intent.SENTENCE: self._sentence,
            Intent.TOPIC: self._topic,
            Intent.CONTRAST: self._contrast,
        }

    def detect(self, query: str) -> Detection:
        """Which kind ``query`` is. Raises EngineError for what is no text or too long."""
        return read_query(self._lexicon, clean(query)).detection

    def analyse(self, query: str, *, kind: Kind | None = None) -> Analysis:
        """Explain ``query``. Raises EngineError: too_long, not_text, not_english."""
        text = clean(query)
        require_english(self._lexicon, text, tokens(text))
        reading = (
            read_query(self._lexicon, text) if kind is None else read_as(self._lexicon, text, kind)
        )
        return self._explainers[reading.intent](reading)

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        """Corrections of ``text`` by position, never overlapping. Raises EngineError: too_long."""
        if len(text) > MAX_TEXT:
            raise EngineError("too_long", f"Please send at most {MAX_TEXT:,} characters at a time.")
        return check_text(self._lexicon, text, dialect) if text.strip() else ()

    def level(self, word: str) -> str | None:
        """CEFR level (A1–C2) of a word form, None where unknown."""
        return self._lexicon.level(word)

    def warm_up(self) -> None:
        """Load what the first queries would otherwise wait for: two to three seconds' work."""
        self._lexicon.match_phrase(["give", "up"])
        self._lexicon.suggest("helo")
        get_knowledge()
        self.check("Hello there.")

    def _word(self, reading: Reading) -> Analysis:
        headed = headed_word(reading.target)
        word = headed.word if headed else bare(reading.target)
        part = headed.part_of_speech if headed else None
        if len(tokens(word)) > 1:
            return self._phrase(reading)
        return _entry(Kind.VOCABULARY, reading, explain_word(self._lexicon, word, part))

    def _phrase(self, reading: Reading) -> Analysis:
        return _entry(Kind.PHRASE, reading, explain_phrase(self._lexicon, reading.target))

    def _sentence(self, reading: Reading) -> Analysis:
        content = explain_sentence(self._lexicon, reading.target)
        found = len(content.corrections)
        return Analysis(
            kind=Kind.GRAMMAR,
            text=reading.target,
            normalised=reading.target,
            content=content,
            detection=reading.detection,
            provenance=_CHECKER,
            shared=False,
            message="" if found else "No mistakes found.",
        )

    def _topic(self, reading: Reading) -> Analysis:
        knowledge = get_knowledge()
        topic = knowledge.topic_for(reading.target)
        near = knowledge.near_titles(reading.target)
        if topic is None:
            return Analysis(
                kind=Kind.GRAMMAR,
                text=reading.target,
                normalised=bare(reading.target).lower(),
                content=None,
                detection=reading.detection,
                provenance=_TOPICS,
                suggestions=near,
                message="There is no topic about this yet. These may be near it.",
            )
        return Analysis(
            kind=Kind.GRAMMAR,
            text=topic.content.title,
            normalised=topic.content.slug,
            content=topic.content,
            detection=reading.detection,
            provenance=_TOPICS,
            level=topic.level or None,
            suggestions=tuple(title for title in near if title != topic.content.title),
        )

    def _contrast(self, reading: Reading) -> Analysis:
        answer = explain_contrast(self._lexicon, get_knowledge(), reading.items)
        return Analysis(
            kind=Kind.GRAMMAR,
            text=answer.text,
            normalised=answer.content.slug if answer.content else answer.text.lower(),
            content=answer.content,
            detection=reading.detection,
            provenance=_TOPICS,
            level=answer.level,
            suggestions=answer.suggestions,
            message=answer.message,
        )


def _entry(kind: Kind, reading: Reading, answer: EntryAnswer) -> Analysis:
    return Analysis(
        kind=kind,
        text=answer.text,
        normalised=answer.text.lower(),
        content=answer.content,
        detection=reading.detection,
        provenance=_DICTIONARY,
        level=answer.level,
        query_note=answer.note,
        suggestions=answer.suggestions,
        message=answer.message,
    )
