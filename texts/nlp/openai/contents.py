"""From the model's replies to the content that pages and API know, checked on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from texts.content import (
    ContrastContent,
    ContrastEntry,
    Form,
    FormRow,
    Mistake,
    PhraseContent,
    Pronunciation,
    SelfCheck,
    Sense,
    TopicContent,
    Use,
    WordContent,
)
from texts.lexicon import Lexicon
from texts.nlp.offline.normalise import tokens
from texts.nlp.openai.failures import bad_answer
from texts.nlp.openai.relation import answers, is_same_phrase, is_same_word, mentions
from texts.nlp.openai.replies import (
    ContrastReply,
    EntryReply,
    LessonReply,
    PhraseReply,
    TopicReply,
    WordReply,
)

_SLUG = re.compile(r"[^a-z0-9]+")
_MAX_SLUG = 80
# Letters, modifier letters and combining marks, the signs between syllables: no digits, no words.
_IPA = re.compile(r"(?:[^\W\d_]|[\s.()‿\u0300-\u036f-])+")


def word_content(lexicon: Lexicon, asked: str, reply: WordReply) -> WordContent:
    """Raises EngineError if the entry is not one of ``asked``."""
    if not is_same_word(lexicon, asked, reply.headword):
        raise bad_answer()
    forms = tuple(Form(name=f.name, values=tuple(f.values)) for f in reply.forms if f.values)
    return WordContent(
        headword=reply.headword,
        senses=_senses(lexicon, reply, [value for form in forms for value in form.values]),
        pronunciations=_pronunciations(reply),
        forms=forms,
        related=tuple(reply.related),
        common_mistakes=tuple(reply.common_mistakes),
    )


def phrase_content(lexicon: Lexicon, asked: str, reply: PhraseReply) -> PhraseContent:
    """Raises EngineError if the entry is not one of ``asked``."""
    if not is_same_phrase(lexicon, asked, reply.headword):
        raise bad_answer()
    return PhraseContent(
        headword=reply.headword,
        category=reply.category,
        senses=_senses(lexicon, reply, ()),
        pronunciations=_pronunciations(reply),
        words=tuple(token.lower() for token in tokens(reply.headword)),
        related=tuple(reply.related),
        common_mistakes=tuple(reply.common_mistakes),
    )


def topic_content(
    lexicon: Lexicon, question: str, reply: TopicReply, see_also: Iterable[str]
) -> TopicContent:
    """Raises EngineError if the explanation has nothing to do with ``question``."""
    said = [reply.title, reply.summary, reply.explanation, *reply.examples]
    if not (reply.title and reply.summary and reply.explanation):
        raise bad_answer()
    if not answers(lexicon, question, said):
        raise bad_answer()
    return TopicContent(
        slug=slug_of(reply.title),
        title=reply.title,
        area=reply.area,
        summary=reply.summary,
        explanation=reply.explanation,
        form=tuple(FormRow(name=r.name, pattern=r.pattern, example=r.example) for r in reply.form),
        uses=tuple(Use(when=use.when, example=use.example) for use in reply.uses),
        examples=tuple(reply.examples),
        mistakes=_mistakes(reply),
        self_check=_self_check(reply),
        see_also=tuple(see_also),
    )


def contrast_content(
    lexicon: Lexicon, items: Sequence[str], reply: ContrastReply
) -> ContrastContent:
    """Raises EngineError unless there is one entry for each of ``items``, about that item."""
    given = [entry.item.lower() for entry in reply.entries]
    if given != [item.lower() for item in items] or not reply.summary:
        raise bad_answer()
    entries = []
    for entry in reply.entries:
        examples = tuple(e for e in entry.examples if mentions(lexicon, e, entry.item))
        if not entry.use or (entry.examples and not examples):
            raise bad_answer()
        entries.append(ContrastEntry(item=entry.item, use=entry.use, examples=examples))
    return ContrastContent(
        slug=slug_of("-".join(given)),
        items=tuple(items),
        area="confusable-words",
        summary=reply.summary,
        entries=tuple(entries),
        mistakes=_mistakes(reply),
        self_check=_self_check(reply),
    )


def slug_of(text: str) -> str:
    """``text`` as a slug. Raises EngineError if nothing of it is left."""
    slug = _SLUG.sub("-", text.lower()).strip("-")[:_MAX_SLUG].strip("-")
    if not slug:
        raise bad_answer()
    return slug


def _senses(lexicon: Lexicon, reply: EntryReply, forms: Sequence[str]) -> tuple[Sense, ...]:
    """Senses with those examples that show the headword. None of many: it is another word's."""
    given = [example for sense in reply.senses for example in sense.examples]
    fitting = {e for e in given if mentions(lexicon, e, reply.headword, forms)}
    senses = tuple(
        Sense(
            part_of_speech=sense.part_of_speech,
            definition=sense.definition,
            examples=tuple(e for e in sense.examples if e in fitting),
            synonyms=tuple(sense.synonyms),
            antonyms=tuple(sense.antonyms),
            level=sense.level,
        )
        for sense in reply.senses
        if sense.definition and sense.part_of_speech
    )
    if not senses or (given and not fitting):
        raise bad_answer()
    return senses


def _pronunciations(reply: EntryReply) -> tuple[Pronunciation, ...]:
    """One per accent; what cannot be IPA is left out."""
    sounds: dict[str, str] = {}
    for sound in reply.pronunciations:
        ipa = sound.ipa.strip("/[] ").replace("'", "ˈ")
        if _IPA.fullmatch(ipa):
            sounds.setdefault(sound.accent, ipa)
    return tuple(Pronunciation(accent=accent, ipa=ipa) for accent, ipa in sounds.items())


def _mistakes(reply: LessonReply) -> tuple[Mistake, ...]:
    return tuple(
        Mistake(wrong=m.wrong, right=m.right, why=m.why)
        for m in reply.mistakes
        if m.wrong and m.right and m.wrong != m.right
    )


def _self_check(reply: LessonReply) -> tuple[SelfCheck, ...]:
    return tuple(
        SelfCheck(question=c.question, answer=c.answer, why=c.why)
        for c in reply.self_check
        if c.question and c.answer
    )
