"""Inflected forms for a learner: only those that exist and are used.

lemminflect proposes; word frequency decides, so that "informations" or "beautifuller" never
become forms of an entry.
"""

from __future__ import annotations

from lemminflect import getAllInflections
from wordfreq import zipf_frequency

from texts.content import Form

_TAGS = {
    "noun": (("NNS", "plural"),),
    "verb": (
        ("VBZ", "third person singular"),
        ("VBD", "past tense"),
        ("VBN", "past participle"),
        ("VBG", "-ing form"),
    ),
    "adjective": (("JJR", "comparative"), ("JJS", "superlative")),
    "adverb": (("RBR", "comparative"), ("RBS", "superlative")),
}
_UPOS = {"noun": "NOUN", "verb": "VERB", "adjective": "ADJ", "adverb": "ADV"}
# A plural or comparative this much rarer (in powers of ten) than its lemma is a sign that the
# noun is uncountable or that the adjective takes "more".
_RARE_PLURAL, _RARE_DEGREE = 2.0, 2.6
_RARE_SPELLING = 1.5
_LEAST_ZIPF = 1.5
_UNCOUNTABLE = frozenset(
    """accommodation advice aluminum applause baggage bread butter cash chaos clothing cutlery
    damage economics education electricity employment equipment evidence furniture garbage gold
    gossip gratitude guidance happiness harm health help homework hospitality housework
    information jewellery jewelry knowledge laughter leisure lightning linguistics luck luggage
    machinery mathematics maths measles milk money music news nonsense patience permission
    petrol physics pollution politics poverty progress publicity research rice rubbish safety
    scenery sheep sugar sunshine thunder traffic transport transportation trash travel
    violence weather wildlife work homework underwear software hardware feedback fun""".split()
)
# Where the frequencies or lemminflect's table mislead.
_CORRECTED = {
    ("get", "VBN"): ("got", "gotten"),
    ("lie", "VBD"): ("lay", "lied"),
    ("lie", "VBN"): ("lain", "lied"),
    ("light", "VBN"): ("lit", "lighted"),
    ("spring", "VBD"): ("sprang", "sprung"),
    ("die", "NNS"): ("dice", "dies"),
    ("bear", "VBN"): ("borne", "born"),
    ("occur", "VBG"): ("occurring",),
    ("tear", "VBD"): ("tore",),
    ("strike", "VBN"): ("struck",),
}
_ZERO_PLURALS = frozenset("aircraft deer offspring salmon series sheep species".split())


def forms(key: str, parts_of_speech: tuple[str, ...]) -> tuple[Form, ...]:
    """The forms of ``key`` in the given parts of speech, in the order of those."""
    rows: list[Form] = []
    for part in parts_of_speech:
        found = getAllInflections(key, upos=_UPOS[part]) if part in _TAGS else {}
        for tag, name in _TAGS.get(part, ()):
            values = _CORRECTED.get((key, tag)) or _in_use(key, part, found.get(tag, ()))
            if values and all(row.name != name for row in rows):
                rows.append(Form(name=name, values=values))
    return tuple(rows)


def _in_use(key: str, part: str, proposed: tuple[str, ...]) -> tuple[str, ...]:
    if part == "noun" and key in _ZERO_PLURALS:
        return (key,)
    values = [v for v in proposed if part == "verb" or v != key]
    values = [v for v in values if ("-" in v) == ("-" in key) and " " not in v]
    if part == "noun" and key in _UNCOUNTABLE:
        return ()
    zipf = {value: zipf_frequency(value, "en") for value in values}
    if part != "verb":
        rare = _RARE_PLURAL if part == "noun" else _RARE_DEGREE
        least = max(_LEAST_ZIPF, zipf_frequency(key, "en") - rare)
        values = [value for value in values if zipf[value] >= least]
    best = max((zipf[value] for value in values), default=0.0)
    kept = [value for value in values if zipf[value] >= best - _RARE_SPELLING]
    return tuple(sorted(kept, key=lambda value: -zipf[value]))
