"""The engine that asks a model. What it can know by itself it does not ask."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from texts.content import Correction, PhraseContent, SentenceContent, WordContent
from texts.lexicon import get_lexicon
from texts.nlp.base import Analysis, Detection, EngineError, Kind, Provenance, TextEngine
from texts.nlp.offline.detection import Intent, Reading
from texts.nlp.offline.knowledge import get_knowledge
from texts.nlp.offline.language import require_english
from texts.nlp.offline.normalise import MAX_TEXT, bare, clean, tokens
from texts.nlp.offline.questions import headed_word, meaning_item
from texts.nlp.offline.sentences import apply_corrections, words_by_level
from texts.nlp.openai.answers import (
    PHRASE_WORDS,
    QUESTION_WORDS,
    AnswerStore,
    NoAnswers,
    R,
    answer_kept,
    answer_key,
    is_general,
)
from texts.nlp.openai.client import Answer, ModelClient
from texts.nlp.openai.contents import (
    contrast_content,
    phrase_content,
    topic_content,
    word_content,
)
from texts.nlp.openai.corrections import place_corrections
from texts.nlp.openai.failures import bad_answer
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.openai.prompting import Prompt, get_prompt
from texts.nlp.openai.reading import read
from texts.nlp.openai.replies import (
    ContrastReply,
    PhraseReply,
    SentenceReply,
    TopicReply,
    WordReply,
)
from texts.nlp.spending import Budget

# An item to explain is sent without the question around it, and only if it looks like one.
_ITEM = re.compile(r"[^\W_](?:[\w\s'’.,/&-]{0,98}[\w'.!?])?")
_MAX_ITEM_WORDS = 12
_MAX_SUGGESTIONS = 5


class OpenAIEngine:
    """A ``TextEngine``. Levels and sure detections are those of ``offline``.

    Its answers are never ``shared``: what a model wrote, perhaps led by the learner's own words,
    is not put before everyone. ``answers`` keeps them for who asks exactly the same of general
    things; what somebody wrote is never kept there.
    """

    name = "openai"

    def __init__(
        self,
        options: OpenAIOptions,
        budget: Budget,
        offline: TextEngine,
        *,
        answers: AnswerStore | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._options = options
        self._answers = answers or NoAnswers()
        self._client = ModelClient(options, budget, wait=wait)
        self._offline = offline
        self._lexicon = get_lexicon()
        self._explainers = {
            Intent.WORD: self._word,
            Intent.PHRASE: self._phrase,
            Intent.SENTENCE: self._sentence,
            Intent.TOPIC: self._topic,
            Intent.CONTRAST: self._contrast,
        }

    def warm_up(self) -> None:
        """Import the SDK. Nothing is sent."""
        self._client.warm_up()

    def close(self) -> None:
        self._client.close()

    def detect(self, query: str) -> Detection:
        """Which kind ``query`` is. Raises EngineError."""
        text = clean(query)
        deadline = self._client.deadline()
        return read(self._client, self._lexicon, text, None, deadline=deadline).detection

    def analyse(self, query: str, *, kind: Kind | None = None) -> Analysis:
        """Explain ``query``. Raises EngineError: those of the offline engine, and provider_*."""
        text = clean(query)
        require_english(self._lexicon, text, tokens(text))
        deadline = self._client.deadline()
        reading = read(self._client, self._lexicon, text, kind, deadline=deadline)
        return self._explainers[reading.intent](reading, deadline)

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        """Corrections of ``text`` by position, never overlapping. Raises EngineError."""
        if len(text) > MAX_TEXT:
            raise EngineError("too_long", f"Please send at most {MAX_TEXT:,} characters at a time.")
        if not text.strip():
            return ()
        return self._corrections(text, dialect, self._client.deadline())[0]

    def level(self, word: str) -> str | None:
        """CEFR level (A1–C2) of a word form, None where unknown."""
        return self._offline.level(word)

    def _word(self, reading: Reading, deadline: float) -> Analysis:
        headed = headed_word(reading.target)
        word = _item(headed.word if headed else meaning_item(reading.target) or reading.target)
        if len(tokens(word)) > 1:
            return self._phrase(reading, deadline)
        prompt = get_prompt("word")
        data = {"word": word, "part_of_speech": headed.part_of_speech if headed else ""}
        answer = self._general(prompt, data, WordReply, deadline)
        provenance = _provenance(prompt, answer)
        if not answer.reply.known:
            near = self._lexicon.suggest(word, _MAX_SUGGESTIONS)
            return _unknown(Kind.VOCABULARY, word, reading, provenance, near)
        content = word_content(self._lexicon, word, answer.reply)
        known = self._lexicon.level(content.headword, with_estimates=False)
        level = known or answer.reply.level
        return self._entry(Kind.VOCABULARY, word, reading, provenance, content, level)

    def _phrase(self, reading: Reading, deadline: float) -> Analysis:
        phrase = _item(meaning_item(reading.target) or reading.target)
        prompt = get_prompt("phrase")
        ask = self._general if is_general(phrase, words=PHRASE_WORDS) else self._ask
        answer = ask(prompt, {"phrase": phrase}, PhraseReply, deadline)
        provenance = _provenance(prompt, answer)
        if not answer.reply.known:
            near = self._lexicon.suggest_phrases(phrase, _MAX_SUGGESTIONS)
            return _unknown(Kind.PHRASE, phrase, reading, provenance, near)
        content = phrase_content(self._lexicon, phrase, answer.reply)
        level = answer.reply.level
        return self._entry(Kind.PHRASE, phrase, reading, provenance, content, level)

    def _sentence(self, reading: Reading, deadline: float) -> Analysis:
        text = reading.target
        corrections, prompt, answer = self._corrections(text, "en-US", deadline)
        corrected = apply_corrections(text, corrections)
        return Analysis(
            kind=Kind.GRAMMAR,
            text=text,
            normalised=text,
            content=SentenceContent(
                original=text,
                corrected=corrected,
                corrections=corrections,
                words_by_level=words_by_level(self._lexicon, corrected),
            ),
            detection=reading.detection,
            provenance=_provenance(prompt, answer),
            shared=False,
            message="" if corrections else "No mistakes found.",
        )

    def _topic(self, reading: Reading, deadline: float) -> Analysis:
        prompt, question = get_prompt("topic"), reading.target
        ask = self._general if is_general(question, words=QUESTION_WORDS) else self._ask
        answer = ask(prompt, {"question": question}, TopicReply, deadline)
        provenance = _provenance(prompt, answer)
        knowledge = get_knowledge()
        near = knowledge.near_titles(question)
        if not answer.reply.answerable:
            return _unknown(Kind.GRAMMAR, question, reading, provenance, near)
        written = knowledge.topic_for(question)
        see_also = (written.content.slug,) if written else ()
        content = topic_content(self._lexicon, question, answer.reply, see_also)
        return Analysis(
            kind=Kind.GRAMMAR,
            text=content.title,
            normalised=content.slug,
            content=content,
            detection=reading.detection,
            provenance=provenance,
            level=answer.reply.level,
            shared=False,
            suggestions=tuple(title for title in near if title != content.title),
        )

    def _contrast(self, reading: Reading, deadline: float) -> Analysis:
        prompt, items = get_prompt("contrast"), tuple(map(_item, reading.items))
        text = " / ".join(items)
        answer = self._general(prompt, {"items": items}, ContrastReply, deadline)
        provenance = _provenance(prompt, answer)
        if not answer.reply.known:
            return _unknown(Kind.GRAMMAR, text, reading, provenance, ())
        content = contrast_content(self._lexicon, items, answer.reply)
        return Analysis(
            kind=Kind.GRAMMAR,
            text=text,
            normalised=content.slug,
            content=content,
            detection=reading.detection,
            provenance=provenance,
            level=answer.reply.level,
            shared=False,
        )

    def _corrections(
        self, text: str, dialect: str, deadline: float
    ) -> tuple[tuple[Correction, ...], Prompt, Answer[SentenceReply]]:
        prompt = get_prompt("sentence")
        data = {"text": text, "dialect": dialect}
        answer = self._ask(prompt, data, SentenceReply, deadline)
        return place_corrections(text, answer.reply.corrections), prompt, answer

    def _ask(
        self, prompt: Prompt, data: Mapping[str, object], shape: type[R], deadline: float
    ) -> Answer[R]:
        return self._client.ask(prompt, data, shape, deadline=deadline)

    def _general(
        self, prompt: Prompt, data: Mapping[str, object], shape: type[R], deadline: float
    ) -> Answer[R]:
        """As ``_ask``, for what holds nothing of the learner's own: not paid for twice."""
        key = answer_key(self._options, prompt, data)
        return answer_kept(
            self._answers, key, shape, lambda: self._ask(prompt, data, shape, deadline)
        )

    def _entry(
        self,
        kind: Kind,
        asked: str,
        reading: Reading,
        provenance: Provenance,
        content: WordContent | PhraseContent,
        level: str | None,
    ) -> Analysis:
        return Analysis(
            kind=kind,
            text=content.headword,
            normalised=content.headword.lower(),
            content=content,
            detection=replace(reading.detection, kind=kind),
            provenance=provenance,
            level=level,
            shared=False,
            query_note=self._note(asked, content.headword),
        )

    def _note(self, asked: str, headword: str) -> str:
        """How ``asked`` relates to ``headword``, from the dictionary where it knows."""
        if asked.lower() == headword.lower():
            return ""
        forms = self._lexicon.lemma_of(asked)
        names = dict.fromkeys(f.form for f in forms if f.headword == headword.lower())
        if names:
            return f"{asked.lower()}: {' and '.join(names)} of {headword}"
        return f"{asked}: read as {headword}"


def _unknown(
    kind: Kind, asked: str, reading: Reading, provenance: Provenance, suggestions: tuple[str, ...]
) -> Analysis:
    advice = "These may be near it." if suggestions else "Please check the spelling."
    return Analysis(
        kind=kind,
        text=asked,
        normalised=bare(asked).lower(),
        content=None,
        detection=replace(reading.detection, kind=kind),
        provenance=provenance,
        shared=False,
        suggestions=suggestions,
        message=f"OpenAI has no explanation of “{asked}”. {advice}",
    )


def _item(text: str) -> str:
    """The word or phrase alone. Raises EngineError for what is none: it may be anything."""
    item = bare(text)
    if not _ITEM.fullmatch(item) or len(tokens(item)) > _MAX_ITEM_WORDS:
        raise bad_answer("This is too long for a word or a phrase.")
    return item


def _provenance(prompt: Prompt, answer: Answer[Any]) -> Provenance:
    return Provenance(provider="openai", model=answer.model, prompt_version=prompt.version)
