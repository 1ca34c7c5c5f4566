"""From WordNet senses to the senses a learner is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lemminflect import getAllInflections
from wordfreq import zipf_frequency

from texts.content import Sense
from texts.lexicon.builder.levels import LEVELS, level_of
from texts.lexicon.builder.wordnet import TaggedSense, WordNet

PART_OF_SPEECH = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
_UPOS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
_OFFENSIVE_USAGE = frozenset({"ethnic slur", "disparagement", "obscenity", "trade name"})
_OFFENSIVE_GLOSS = re.compile(
    r"ethnic slur|\b(offensive|derogatory|insulting|disparaging|obscene|vulgar|taboo)\b"
    r".{0,30}\b(term|name|word|slang|terms)\b|\b(term|name|word|slang|terms)\b.{0,40}"
    r"\b(offensive|derogatory|disparaging|obscene|taboo)\b|slang (term )?for sexual|"
    r"sexual intercourse|\bpenis\b|\bvagina\b",
    re.IGNORECASE,
)
# Vulgar or hurtful in their common use, though WordNet does not mark every sense of them so.
LEFT_OUT = frozenset(
    """bitch shit shitty bullshit cunt slut whore faggot fag dyke dick pussy retard retarded coon
    midget negro negroid negress nigger piss pissed tit tits bollocks homo cum cripple gook
    mulatto half-caste half-breed mongoloid spastic darky darkie colored coloured squaw eskimo
    asshole arse fuck fucking prick screw-up crap mongol lolita rape-and-run""".split()
)
_NOT_ONLY_NAMES = frozenset(
    """villa twins globe creator devil burger barber scorpion utopia domino chameleon heron hippo
    lynx plough wren millet limerick magenta bikini bounty crater cologne ark wilderness diesel
    reconstruction resurrection holly moron atlas piston teller archer goofy grail apocalypse
    meridian zephyr badlands fatherhood litany neolithic reaper perm lander gent ascension basil
    nemesis secession savior saviour funk messiah earth moon sun god lord china centre google
    turkey hot-dog tabernacle regency redeemer juggernaut bluegrass internet web ok""".split()
)
_ROMAN = re.compile(r"^[ivxlcdm]+$")
_SHORT_WORDS = frozenset("am pm tv ok id pc ox go do be no so up us he an ad pa ma hi ax".split())
_MAX_PER_PART, _MAX_SENSES = 6, 14
_UNTAGGED_KEPT = 3
_MAX_EXAMPLES, _MAX_SYNONYMS, _MAX_RELATED = 3, 5, 6
_LEAST_SYNONYM_ZIPF = 2.3


def useful_senses(wordnet: WordNet, key: str) -> list[TaggedSense]:
    """Senses of ``key`` without names, offensive words, symbols and rarely used meanings."""
    listed = wordnet.senses.get(key, ())
    senses = [s for s in listed if not _is_left_out(wordnet, s)]
    if _is_mostly_a_name(key, listed, senses):
        return []
    kept: list[TaggedSense] = []
    for pos in dict.fromkeys(s.synset.pos for s in senses):
        of_part = [s for s in senses if s.synset.pos == pos]
        used = [s for n, s in enumerate(of_part) if s.tags or n < _UNTAGGED_KEPT]
        kept += used[:_MAX_PER_PART]
    return _by_use(key, kept)[:_MAX_SENSES]


def _is_left_out(wordnet: WordNet, sense: TaggedSense) -> bool:
    synset, written = sense.synset, sense.written
    usage = {
        wordnet.synsets[p.synset].lemmas[0]
        for p in synset.pointers
        if p.symbol == ";u" and p.source in (0, synset.position(sense.key))
    }
    capital = written != sense.key
    return (
        sense.key in LEFT_OUT
        or _is_instance(sense)
        or bool(usage & _OFFENSIVE_USAGE)
        or bool(_OFFENSIVE_GLOSS.search(synset.definition))
        or (len(sense.key) <= 2 and (capital or sense.key not in _SHORT_WORDS))
        or (bool(_ROMAN.match(sense.key)) and any(x.isdigit() for x in synset.lemmas))
        or (capital and synset.pos == "verb")
    )


def _is_mostly_a_name(
    key: str, all_senses: Sequence[TaggedSense], left: Sequence[TaggedSense]
) -> bool:
    """A person or place ("henry") whose other meanings never occur in the tagged texts."""
    names = any(_is_instance(sense) for sense in all_senses)
    return names and key not in _NOT_ONLY_NAMES and not any(sense.tags for sense in left)


def _is_instance(sense: TaggedSense) -> bool:
    return any(pointer.symbol == "@i" for pointer in sense.synset.pointers)


def _by_use(key: str, senses: list[TaggedSense]) -> list[TaggedSense]:
    """Parts of speech with more tagged uses first; without any, the one learnt first."""

    def rank(pos: str) -> tuple[int, int, int]:
        level = level_of(key, PART_OF_SPEECH[pos])
        return (
            -sum(s.tags for s in senses if s.synset.pos == pos),
            LEVELS.index(level) if level else len(LEVELS),
            list(PART_OF_SPEECH).index(pos),
        )

    order = {pos: rank(pos) for pos in {s.synset.pos for s in senses}}
    return sorted(senses, key=lambda s: (order[s.synset.pos], s.number))


def learner_senses(wordnet: WordNet, senses: Iterable[TaggedSense]) -> tuple[Sense, ...]:
    """``senses`` as content, each with the examples that use the word itself."""
    listed = list(senses)
    tags: dict[str, int] = {}
    for sense in listed:
        tags[sense.synset.pos] = max(tags.get(sense.synset.pos, 0), sense.tags)
    shown: list[Sense] = []
    seen: set[str] = set()
    for sense in listed:
        pos = sense.synset.pos
        # cefrpy rates a word, not a meaning: only the common meanings carry the level.
        common = pos not in seen or (sense.tags > 0 and sense.tags * 5 >= tags[pos])
        seen.add(pos)
        shown.append(_learner_sense(wordnet, sense, common=common))
    return tuple(shown)


def _learner_sense(wordnet: WordNet, sense: TaggedSense, *, common: bool) -> Sense:
    synset, part = sense.synset, PART_OF_SPEECH[sense.synset.pos]
    proper = sense.written != sense.key
    definition = f"{sense.written}: {synset.definition}" if proper else synset.definition
    synonyms = [lemma for lemma in synset.lemmas if lemma.lower() != sense.key]
    return Sense(
        part_of_speech=part,
        definition=definition,
        examples=_examples(sense),
        synonyms=tuple(s for s in synonyms if _is_known(s))[:_MAX_SYNONYMS],
        antonyms=_lexical(wordnet, sense, "!")[:_MAX_SYNONYMS],
        level=level_of(sense.key, part) if common else None,
    )


def _is_known(lemma: str) -> bool:
    known = zipf_frequency(lemma, "en") >= _LEAST_SYNONYM_ZIPF
    return known and not LEFT_OUT & set(lemma.lower().split())


def _lexical(wordnet: WordNet, sense: TaggedSense, *symbols: str) -> tuple[str, ...]:
    """Lemmas that ``sense`` itself, not only its synset, points to."""
    synset = sense.synset
    position = synset.position(sense.key)
    found = [
        wordnet.synsets[p.synset].lemmas[p.target - 1]
        for p in synset.pointers
        if p.symbol in symbols and p.source == position and p.target
    ]
    kept = [lemma for lemma in found if lemma.lower() not in LEFT_OUT | {sense.key}]
    return tuple(dict.fromkeys(kept))


def related_words(wordnet: WordNet, senses: Iterable[TaggedSense]) -> tuple[str, ...]:
    """Words of the same family ("decide": "decision"), the common ones first."""
    found: dict[str, float] = {}
    for sense in senses:
        for lemma in _lexical(wordnet, sense, "+", "\\"):
            zipf = zipf_frequency(lemma, "en")
            if lemma[:2].lower() == sense.key[:2] and _is_known(lemma):
                found[lemma] = zipf
    return tuple(sorted(found, key=lambda lemma: (-found[lemma], lemma))[:_MAX_RELATED])


def _examples(sense: TaggedSense) -> tuple[str, ...]:
    first, *rest = sense.key.split(" ")
    inflections = getAllInflections(first, upos=_UPOS[sense.synset.pos])
    spellings = {first, *(form for values in inflections.values() for form in values)}
    pattern = re.compile(
        rf"\b({'|'.join(sorted(map(re.escape, spellings)))})\b"
        + "".join(rf".*\b{re.escape(word)}\b" for word in rest if not word.endswith("'s")),
        re.IGNORECASE,
    )
    found = [example for example in sense.synset.examples if pattern.search(example)]
    return tuple(found[:_MAX_EXAMPLES])
