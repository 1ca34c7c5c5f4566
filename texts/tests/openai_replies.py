"""What a model would answer: one good reply for each type of query."""

from __future__ import annotations

from typing import Any

WORD: dict[str, Any] = {
    "known": True,
    "headword": "reluctant",
    "level": "B2",
    "senses": [
        {
            "part_of_speech": "adjective",
            "definition": "not willing to do something and slow to do it",
            "examples": ["She was reluctant to leave so early."],
            "synonyms": ["unwilling"],
            "antonyms": ["eager"],
            "level": "B2",
        }
    ],
    "pronunciations": [
        {"accent": "en-US", "ipa": "/rɪˈlʌktənt/"},
        {"accent": "en-GB", "ipa": "see a dictionary 123"},
    ],
    "forms": [{"name": "adverb", "values": ["reluctantly"]}],
    "related": ["reluctance", "reluctantly"],
    "common_mistakes": ["Say “reluctant to do”, not “reluctant of doing”."],
}
PHRASE: dict[str, Any] = {
    "known": True,
    "headword": "give up",
    "category": "phrasal verb",
    "level": "B1",
    "senses": [
        {
            "part_of_speech": "verb",
            "definition": "to stop trying",
            "examples": ["He never gives up."],
            "synonyms": ["quit"],
            "antonyms": ["carry on"],
            "level": "B1",
        }
    ],
    "pronunciations": [{"accent": "en-US", "ipa": "ɡɪv ʌp"}],
    "related": ["give in"],
    "common_mistakes": [],
}
SENTENCE = "She have two childs and she have a dog."
CORRECTIONS: dict[str, Any] = {
    "corrections": [
        {
            "context": "She have two",
            "quote": "have",
            "replacement": "has",
            "category": "agreement",
            "explanation": "After “she” the verb is “has”.",
            "alternatives": [],
            "example": "He has a car.",
        },
        {
            "context": "two childs and",
            "quote": "childs",
            "replacement": "children",
            "category": "spelling-and-form",
            "explanation": "The plural of “child” is irregular.",
            "alternatives": ["kids"],
            "example": "",
        },
        {
            "context": "she have a dog",
            "quote": "have",
            "replacement": "has",
            "category": "agreement",
            "explanation": "After “she” the verb is “has”.",
            "alternatives": [],
            "example": "",
        },
    ]
}
TOPIC: dict[str, Any] = {
    "answerable": True,
    "title": "Present perfect simple",
    "level": "B1",
    "area": "tense-and-aspect",
    "summary": "Use it for past actions that matter now.",
    "explanation": "It joins the past and now.\n\nMake it with **have** and the past participle.",
    "form": [{"name": "Affirmative", "pattern": "have + participle", "example": "I have eaten."}],
    "uses": [{"when": "An experience", "example": "I have been to Peru."}],
    "examples": ["I have lost my keys."],
    "mistakes": [
        {"wrong": "I have seen him yesterday.", "right": "I saw him.", "why": "Finished."}
    ],
    "self_check": [{"question": "I ___ (be) there.", "answer": "have been", "why": ""}],
}
CONTRAST: dict[str, Any] = {
    "known": True,
    "level": "B1",
    "summary": "To lend is to give for a time; to borrow is to take for a time.",
    "entries": [
        {"item": "lend", "use": "give", "examples": ["Can you lend me a pen?"]},
        {"item": "borrow", "use": "take", "examples": ["She borrowed my pen."]},
    ],
    "mistakes": [],
    "self_check": [],
}
DETECTION: dict[str, Any] = {"reading": "sentence", "confidence": 0.8}


def correction(**changes: str) -> dict[str, Any]:
    """A correction of "She have two" with ``changes``."""
    return {**CORRECTIONS["corrections"][0], **changes}


def word(**changes: Any) -> dict[str, Any]:
    return {**WORD, **changes}


def word_sense(**changes: Any) -> dict[str, Any]:
    """The word with ``changes`` in its only sense."""
    return word(senses=[{**WORD["senses"][0], **changes}])
