"""Which words and phrases of WordNet are useful enough to a learner to be kept."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from wordfreq import zipf_frequency

from texts.lexicon.builder.senses import LEFT_OUT
from texts.lexicon.builder.wordnet import WordNet

_WORD = re.compile(r"^(?:[a-z][a-z-]*[a-z]|ma'am)$")
_PHRASE = re.compile(r"^[a-z][a-z' -]*[a-z]$")
_HYPHEN_EXCESS = 1.3
_VOWEL = re.compile(r"[aeiouy]")
PARTICLES = frozenset(
    """about above across after against ahead along apart around as aside at away back before
    behind below between beyond by down for forth forward from in into of off on onto out over
    past round through to together toward towards under up upon with without""".split()
)
# Headings of WordNet's verb hierarchy, which nobody says.
_ARTEFACTS = frozenset(
    ["create by mental act", "create from raw material", "create from raw stuff", "change form"]
)
_DETERMINERS = frozenset("a an the one's someone's somebody's".split())


def usefulness(key: str) -> float:
    """Frequency (zipf) of a word; wordfreq adds up the parts of a hyphenated one, hence less."""
    zipf = zipf_frequency(key, "en")
    return zipf if "-" not in key else max(zipf - _HYPHEN_EXCESS, 0.0)


def candidate_words(wordnet: WordNet, sounds: Container[str]) -> list[str]:
    """Single-word lemmas, the most frequent first (ties by alphabet).

    A hyphenated word must occur in tagged texts or in the pronouncing dictionary.
    """
    words = [
        key
        for key in wordnet.senses
        if _WORD.match(key)
        and (_VOWEL.search(key) or key == "tv")
        and ("-" not in key or key in sounds or any(s.tags for s in wordnet.senses[key]))
    ]
    return sorted(words, key=lambda key: (-usefulness(key), key))


def candidate_phrases(wordnet: WordNet) -> list[str]:
    """Multiword verbs, adverbs and adjectives; multiword nouns only if they occur in texts.

    WordNet's 60,000 multiword nouns are mostly terms ("water hen"); its tag counts tell which
    are common.
    """
    return sorted(key for key in wordnet.senses if _is_phrase(wordnet, key))


def _is_phrase(wordnet: WordNet, key: str) -> bool:
    if " " not in key or not _PHRASE.match(key) or key.count(" ") > 5:
        return False
    if key in _ARTEFACTS or LEFT_OUT & set(key.split()):
        return False
    if any(sense.written != key for sense in wordnet.senses[key]):
        return False
    if min(zipf_frequency(word, "en") for word in key.split()) < 2.0:
        return False
    parts = {sense.synset.pos for sense in wordnet.senses[key]}
    return parts != {"noun"} or any(sense.tags for sense in wordnet.senses[key])


def phrase_category(headword: str, parts_of_speech: Iterable[str]) -> str:
    """Category by structure: verb and particles is a phrasal verb.

    Longer verb groups with an article or a possessive ("kick the bucket") are called idioms,
    shorter ones ("take place") and compound nouns collocations, all else phrases.
    """
    parts = list(parts_of_speech)
    words = headword.split()
    if parts[0] == "verb":
        if all(word in PARTICLES for word in words[1:]):
            return "phrasal verb"
        return "idiom" if len(words) > 2 or _DETERMINERS & set(words) else "collocation"
    return "collocation" if parts[0] == "noun" else "phrase"
