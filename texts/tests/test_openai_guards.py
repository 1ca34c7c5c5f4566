"""Answers of a model that obeyed the learner's text, or made something up, go no further."""

from __future__ import annotations

import pytest

from learnenglish.testing.openai_stub import (
    OpenAIStub,
    responses_ok,
)
from texts.nlp.openai.prompting import get_prompt
from texts.tests import openai_replies as replies
from texts.tests.openai_setup import (
    RESPONSES,
    Make,
    failure,
)

_LEAK = " ".join(get_prompt("word").text.split()[:20])
BAD_WORDS = {
    "another word": replies.word(headword="giveaway"),
    "another word's examples": replies.word_sense(examples=["Visit the blue house."]),
    "no senses": replies.word(senses=[]),
    "a script": replies.word_sense(definition="<script>alert(1)</script>"),
    "a tag left open": replies.word_sense(definition="not willing <img src=x onerror=alert(1)"),
    "an entity": replies.word_sense(definition="&lt;b&gt;"),
    "a link": replies.word(related=["https://evil.example"]),
    "a bare address": replies.word_sense(examples=["Be reluctant, see evil-shop.com now."]),
    "a Markdown link": replies.word_sense(definition="not willing, [see](//evil)"),
    "an e-mail address": replies.word(common_mistakes=["Write to me@evil.example."]),
    "a text turned round": replies.word_sense(definition="not \u202egnilliw"),
    "our prompt": replies.word_sense(definition=_LEAK),
    "an essay": replies.word_sense(definition="not willing " * 100),
    "a field of its own": replies.word(admin=True),
    "a level that is none": replies.word(level="Z9"),
}


@pytest.mark.parametrize("name", BAD_WORDS)
def test_an_entry_with_something_foreign_is_refused(
    make: Make, stub: OpenAIStub, name: str
) -> None:
    stub.script(RESPONSES, responses_ok(BAD_WORDS[name]))
    assert failure(make()).code == "provider_bad_answer"
    assert len(stub.requests) == 1


def test_a_phrase_topic_or_comparison_about_something_else_is_refused(
    make: Make, stub: OpenAIStub
) -> None:
    engine = make()
    stub.script(RESPONSES, responses_ok({**replies.PHRASE, "headword": "kick the bucket"}))
    assert failure(engine, "give up").code == "provider_bad_answer"
    stub.script(RESPONSES, responses_ok(replies.TOPIC))
    assert failure(engine, "how are adverbs formed?").code == "provider_bad_answer"
    stub.script(RESPONSES, responses_ok(replies.CONTRAST))
    assert failure(engine, "affect vs effect").code == "provider_bad_answer"


BAD_CORRECTIONS = {
    "of a text nobody wrote": replies.correction(context="He go", quote="go", replacement="goes"),
    "that brings in an address": replies.correction(replacement="has, see www.evil.example"),
    "that brings in a tag": replies.correction(replacement="<b>has</b>"),
    "that writes an essay": replies.correction(replacement="has " * 40),
    "that changes nothing": replies.correction(replacement="have"),
    "of part of a word": replies.correction(context="She have two", quote="hav", replacement="ha"),
    "of nothing": replies.correction(quote=""),
    "of one of two places": replies.correction(context="have", quote="have"),
}


@pytest.mark.parametrize("name", BAD_CORRECTIONS)
def test_a_correction_is_dropped(make: Make, stub: OpenAIStub, name: str) -> None:
    good = replies.CORRECTIONS["corrections"][1]
    stub.script(RESPONSES, responses_ok({"corrections": [BAD_CORRECTIONS[name], good]}))
    engine = make()
    assert [change.original for change in engine.check(replies.SENTENCE)] == ["childs"]
    stub.script(RESPONSES, responses_ok({"corrections": [BAD_CORRECTIONS[name]]}))
    assert failure(engine, replies.SENTENCE).code == "provider_bad_answer"


def test_corrections_never_overlap(make: Make, stub: OpenAIStub) -> None:
    whole = replies.correction(context="She have two childs", quote="have two childs")
    whole["replacement"] = "has two children"
    stub.script(
        RESPONSES, responses_ok({"corrections": [whole, *replies.CORRECTIONS["corrections"]]})
    )
    found = make().check(replies.SENTENCE)
    assert [change.original for change in found] == ["have two childs", "have"]
