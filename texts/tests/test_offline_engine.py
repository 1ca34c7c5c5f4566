"""What the offline engine answers."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from texts.content import (
    ContrastContent,
    PhraseContent,
    SentenceContent,
    TopicContent,
    WordContent,
    content_dump,
    content_load,
)
from texts.nlp.base import Analysis, EngineError, Kind
from texts.nlp.offline.engine import OfflineEngine
from texts.nlp.offline.knowledge import get_knowledge
from texts.nlp.offline.sentences import apply_corrections, merge
from texts.nlp.registry import get_engine


@pytest.fixture(scope="module")
def engine() -> OfflineEngine:
    engine = get_engine("offline")
    assert isinstance(engine, OfflineEngine)
    return engine


def test_registry_shares_one_engine_and_refuses_unknown_names() -> None:
    assert get_engine("offline") is get_engine("offline")
    with pytest.raises(LookupError, match=r"'nowhere'.*offline"):
        get_engine("nowhere")


def test_importing_the_registry_loads_no_engine() -> None:
    code = (
        "import sys, json; import texts.nlp.registry;"
        "print(json.dumps([m for m in ('harper', 'yaml', 'rapidfuzz', 'texts.lexicon')"
        " if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    "query", ["stubborn", " Stubborn ", "“stubborn”", "STUBBORN.", "stubborn?"]
)
def test_case_spaces_quotes_and_final_marks_do_not_matter(
    engine: OfflineEngine, query: str
) -> None:
    found = engine.analyse(query)
    assert isinstance(found.content, WordContent)
    assert (found.kind, found.text, found.normalised) == (Kind.VOCABULARY, "stubborn", "stubborn")
    assert (found.shared, found.query_note, found.message) == (True, "", "")


def test_a_word_has_meaning_sound_forms_and_level(engine: OfflineEngine) -> None:
    found = engine.analyse("run")
    assert isinstance(found.content, WordContent)
    assert found.level == "A1"
    assert found.content.pronunciations[0].ipa == "rʌn"
    assert ("past tense", ("ran",)) in [(form.name, form.values) for form in found.content.forms]
    assert {sense.part_of_speech for sense in found.content.senses} == {"verb", "noun"}


def test_an_inflected_form_leads_to_its_headword(engine: OfflineEngine) -> None:
    ran = engine.analyse("ran")
    assert (ran.text, ran.query_note) == ("run", "ran: past tense of run")
    left = engine.analyse("left")
    assert left.text == "left"
    assert "leave" in left.suggestions
    assert "leave" in left.query_note


def test_a_form_that_is_also_a_rare_word_offers_that_word(engine: OfflineEngine) -> None:
    seen = engine.analyse("saw")
    assert seen.text == "see"
    own = engine.analyse(seen.suggestions[0])
    assert (own.text, isinstance(own.content, WordContent)) == ("saw", True)


def test_an_unknown_word_gets_suggestions_and_no_invention(engine: OfflineEngine) -> None:
    found = engine.analyse("recieve")
    assert found.content is None
    assert found.suggestions[0] == "receive"
    assert "recieve" in found.message


@pytest.mark.parametrize(
    ("query", "headword"),
    [
        ("gave up", "give up"),
        ("to look forward to", "look forward to"),
        ("It's a piece of cake", "piece of cake"),
        ("take sth for granted", "take something for granted"),
        ("what does break the ice mean?", "break the ice"),
        ("under the weather", "under the weather"),
    ],
)
def test_phrases_are_found_however_they_are_put(
    engine: OfflineEngine, query: str, headword: str
) -> None:
    found = engine.analyse(query)
    assert found.kind == Kind.PHRASE
    assert isinstance(found.content, PhraseContent)
    assert found.content.headword == headword
    assert found.content.senses[0].examples


def test_an_unknown_phrase_offers_its_words(engine: OfflineEngine) -> None:
    found = engine.analyse("a wooden giraffe")
    assert (found.kind, found.content) == (Kind.PHRASE, None)
    assert {"wooden", "giraffe"} <= set(found.suggestions)
    assert found.message


def test_a_sentence_is_corrected_and_every_correction_explained(engine: OfflineEngine) -> None:
    found = engine.analyse("He go to school every day and she have a freind.")
    content = found.content
    assert isinstance(content, SentenceContent)
    assert content.corrected == "He goes to school every day and she has a friend."
    assert {c.category for c in content.corrections} == {"agreement", "spelling-and-form"}
    for correction in content.corrections:
        assert content.original[correction.start : correction.end] == correction.original
        assert correction.explanation
    assert apply_corrections(content.original, content.corrections) == content.corrected
    assert "school" in content.words_by_level["A1"]
    assert not found.shared


def test_a_right_sentence_is_left_alone(engine: OfflineEngine) -> None:
    found = engine.analyse("My friend Kowalska lives near the harbour in Gdynia.")
    assert isinstance(found.content, SentenceContent)
    assert found.content.corrections == ()
    assert found.content.corrected == found.content.original
    assert found.message


def test_names_and_both_spellings_of_english_are_no_mistakes(engine: OfflineEngine) -> None:
    for dialect in ("en-US", "en-GB"):
        assert engine.check("I met Okonkwo at the theatre.", dialect=dialect) == ()
        assert engine.check("My favorite color is gray.", dialect="en-US") == ()
        assert engine.check("My favourite colour is grey.", dialect="en-US") == ()


@pytest.mark.parametrize(
    "text", ["The train leaves at 3 a.m. on Monday.", "English is an Indo-European language."]
)
def test_the_hour_and_parts_of_compounds_are_no_mistakes(engine: OfflineEngine, text: str) -> None:
    assert engine.check(text) == ()


def test_corrections_are_in_order_and_never_overlap(engine: OfflineEngine) -> None:
    text = "I has went to the store yesterday and buyed an apple. She dont knows nothing about teh."
    found = engine.check(text)
    assert len(found) >= 4
    for first, second in pairwise(found):
        assert first.end <= second.start


def test_merging_prefers_the_learner_rule(engine: OfflineEngine) -> None:
    found = engine.check("He go home.")
    clash = [c for c in found if c.original == "go"]
    assert len(merge(clash, found)) == len(found)
    assert merge(clash, found)[0] is clash[0]


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("when do I use present perfect?", "present-perfect-simple"),
        ("third conditional", "third-conditional"),
        ("presnt continuous", "present-continuous"),
        ("question tags rules", "question-tags"),
        ("reported questions", "reported-questions"),
        ("how do I form the superlative", "superlatives"),
    ],
)
def test_grammar_questions_find_their_topic(
    engine: OfflineEngine, question: str, slug: str
) -> None:
    found = engine.analyse(question)
    assert isinstance(found.content, TopicContent)
    assert (found.kind, found.content.slug, found.normalised) == (Kind.GRAMMAR, slug, slug)
    assert found.level is not None


def test_every_topic_is_found_by_its_own_title_and_most_questions() -> None:
    knowledge = get_knowledge()
    asked = [(t.content.title, t.content.slug) for t in knowledge.topics.values()]
    lost = [title for title, slug in asked if _slug(knowledge.topic_for(title)) != slug]
    assert lost == []
    questions = [
        (q, t.content.slug) for t in knowledge.topics.values() for q in t.content.questions
    ]
    found = sum(_slug(knowledge.topic_for(question)) == slug for question, slug in questions)
    assert found / len(questions) > 0.95


def _slug(topic: object) -> str | None:
    return getattr(getattr(topic, "content", None), "slug", None)


def test_a_question_without_a_topic_is_answered_honestly(engine: OfflineEngine) -> None:
    found = engine.analyse("quantum chromodynamics grammar rules")
    assert found.content is None
    assert "no topic" in found.message


@pytest.mark.parametrize(
    "query", ["affect vs effect", "since or for", "difference between say and tell"]
)
def test_comparisons_use_the_written_contrast(engine: OfflineEngine, query: str) -> None:
    found = engine.analyse(query)
    assert isinstance(found.content, ContrastContent)
    assert found.content.slug in get_knowledge().contrasts


def test_other_comparisons_are_made_of_the_dictionary(engine: OfflineEngine) -> None:
    found = engine.analyse("frog vs toad")
    assert isinstance(found.content, ContrastContent)
    assert [entry.item for entry in found.content.entries] == ["frog", "toad"]
    frog = engine.analyse("frog").content
    assert isinstance(frog, WordContent)
    assert frog.senses[0].definition in found.content.entries[0].use
    unknown = engine.analyse("frog vs zzyzx")
    assert unknown.content is None
    assert "zzyzx" in unknown.message


def test_topics_and_contrasts_have_different_keys() -> None:
    knowledge = get_knowledge()
    assert not set(knowledge.topics) & set(knowledge.contrasts)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_learners_choice_of_kind_is_kept(engine: OfflineEngine, kind: Kind) -> None:
    assert engine.analyse("give up", kind=kind).content is not None
    chosen = engine.analyse("present perfect", kind=kind)
    assert chosen.kind in (kind, Kind.PHRASE)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "not_text"),
        ("   \n\t", "not_text"),
        ("12345 !!", "not_text"),
        ("😀😀😀", "not_text"),
        ("\u200f\u202e", "not_text"),
        ("привет мир", "not_english"),
        ("你好", "not_english"),
        ("مرحبا", "not_english"),
        ("buenos dias amigo mio", "not_english"),
        ("je ne sais pas", "not_english"),
        ("ich habe keine Ahnung davon", "not_english"),
        ("word " * 300, "too_long"),
        ("x" * 5_000, "too_long"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_code(
    engine: OfflineEngine, query: str, code: str
) -> None:
    with pytest.raises(EngineError) as caught:
        engine.analyse(query)
    assert caught.value.code == code
    assert not caught.value.retryable


def test_emoji_and_invisible_marks_are_ignored(engine: OfflineEngine) -> None:
    assert engine.analyse("\u200fhello\u200b 👋🏽").text == "hello"


def test_a_single_unknown_foreign_word_is_an_unknown_word(engine: OfflineEngine) -> None:
    found = engine.analyse("schmetterling")
    assert (found.kind, found.content) == (Kind.VOCABULARY, None)


def _mangled(rng: random.Random) -> str:
    parts = "abc the of vs or say é ñ ß я 你 ע 😀 ' \" \\ / ( ) [ ] . , ! ? - _ 0 9 % & < >".split()
    parts += ["\x00", "\u200d", "\n", "\t"]
    return "".join(rng.choice(parts) + rng.choice(["", " "]) for _ in range(rng.randint(1, 40)))


def _answer(engine: OfflineEngine, query: str, kind: Kind | None) -> Analysis | str:
    try:
        return engine.analyse(query, kind=kind)
    except EngineError as error:
        return error.code


def test_nothing_makes_it_crash(engine: OfflineEngine) -> None:
    rng = random.Random(20_26)
    for _ in range(300):
        found = _answer(engine, _mangled(rng), rng.choice([None, *Kind]))
        if isinstance(found, str):
            assert found in ("not_text", "not_english", "too_long")
        elif found.content is not None:
            assert content_load(content_dump(found.content)) == found.content


def test_level_of_a_form_is_that_of_its_word(engine: OfflineEngine) -> None:
    assert engine.level("went") == "A1"
    assert engine.level("ubiquitous") in ("B2", "C1", "C2")
    assert engine.level("zzyzx") is None


def test_answers_are_quick(engine: OfflineEngine) -> None:
    engine.check("Warm up.")
    words = ["reluctant", "ran", "umbrella", "children", "happily"] * 10
    sentences = ["She go to work by bus every day.", "I have a dog and two cats."] * 5
    assert statistics.median(_times(words, engine.analyse)) <= 0.030
    assert statistics.median(_times(sentences, engine.check)) <= 0.060


def _times(queries: list[str], call: object) -> list[float]:
    assert callable(call)
    taken = []
    for query in queries:
        start = time.perf_counter()
        call(query)
        taken.append(time.perf_counter() - start)
    return taken
