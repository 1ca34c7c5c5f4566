"""Reader of the WordNet 3.1 database files (``data.*``, ``index.sense``).

File formats: https://wordnet.princeton.edu/documentation/wndb5wn and .../senseidx5wn
"""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")
_POS_OF_SYMBOL = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_POS_OF_KEY = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
_MARKER = re.compile(r"\((?:a|p|ip)\)$")

SynsetId = tuple[str, int]


class WordNetError(ValueError):
    """The directory or archive does not hold a WordNet database."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation. ``source`` and ``target`` count lemmas from 1; 0 means the whole synset."""

    symbol: str
    synset: SynsetId
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """``lemmas`` keep their case and use spaces. ``examples`` are without quotation marks."""

    id: SynsetId
    lemmas: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    definition: str
    examples: tuple[str, ...]

    @property
    def pos(self) -> str:
        return self.id[0]

    def position(self, key: str) -> int:
        """Number (from 1) of the lemma that is ``key`` in lower case."""
        return next(n for n, lemma in enumerate(self.lemmas, 1) if lemma.lower() == key)


@dataclass(frozen=True, slots=True)
class TaggedSense:
    """A lemma in a synset; ``tags`` counts its occurrences in the sense-tagged texts."""

    key: str
    written: str
    synset: Synset
    number: int
    tags: int


class WordNet:
    """All synsets, and for each lemma (lower case, spaces) its senses by part of speech."""

    def __init__(self, files: dict[str, str]) -> None:
        self.licence = _licence(files["data.noun"])
        self.synsets: dict[SynsetId, Synset] = {}
        for pos in PARTS_OF_SPEECH:
            for line in files[f"data.{pos}"].splitlines():
                if line and not line.startswith("  "):
                    synset = _parse_synset(line)
                    self.synsets[synset.id] = synset
        self.senses: dict[str, list[TaggedSense]] = self._read_senses(files["index.sense"])

    @classmethod
    def read(cls, source: Path) -> WordNet:
        """Read a ``dict`` directory, one that contains it, or a .tgz archive of either."""
        names = [f"data.{pos}" for pos in PARTS_OF_SPEECH] + ["index.sense"]
        found = _read_archive(source, names) if source.is_file() else _read_dir(source, names)
        missing = [name for name in names if name not in found]
        if missing:
            raise WordNetError(f"{source}: no {', '.join(missing)}")
        return cls(found)

    def _read_senses(self, text: str) -> dict[str, list[TaggedSense]]:
        senses: dict[str, list[TaggedSense]] = defaultdict(list)
        for line in text.splitlines():
            sense_key, offset, number, tags = line.split()
            lemma, _, rest = sense_key.partition("%")
            key = lemma.replace("_", " ")
            synset = self.synsets[(_POS_OF_KEY[rest[0]], int(offset))]
            written = synset.lemmas[synset.position(key) - 1]
            senses[key].append(TaggedSense(key, written, synset, int(number), int(tags)))
        for entries in senses.values():
            entries.sort(key=lambda s: (PARTS_OF_SPEECH.index(s.synset.pos), s.number))
        return dict(senses)


def _read_dir(source: Path, names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        path = next(iter(sorted(source.rglob(name))), None)
        if path is not None:
            found[name] = path.read_text(encoding="utf-8")
    return found


def _read_archive(source: Path, names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    with tarfile.open(source) as archive:
        for member in archive.getmembers():
            name = Path(member.name).name
            handle = archive.extractfile(member) if name in names else None
            if handle is not None:
                found[name] = handle.read().decode("utf-8")
    return found


def _licence(data: str) -> str:
    """The licence text that opens every data file, without its line numbers."""
    lines = [line for line in data.splitlines()[:40] if line.startswith("  ")]
    return "\n".join(re.sub(r"^\s*\d+ ?", "", line).rstrip() for line in lines) + "\n"


def _parse_synset(line: str) -> Synset:
    head, _, gloss = line.partition(" | ")
    fields = head.split(" ")
    pos = _POS_OF_SYMBOL[fields[2]]
    count = int(fields[3], 16)
    lemmas = tuple(
        _MARKER.sub("", lemma).replace("_", " ") for lemma in fields[4 : 4 + 2 * count : 2]
    )
    start = 4 + 2 * count
    pointers = []
    for n in range(int(fields[start])):
        symbol, offset, symbol_pos, ends = fields[start + 1 + 4 * n : start + 5 + 4 * n]
        target = (_POS_OF_SYMBOL[symbol_pos], int(offset))
        pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
    definition, examples = _parse_gloss(gloss)
    return Synset((pos, int(fields[0])), lemmas, tuple(pointers), definition, examples)


def _parse_gloss(gloss: str) -> tuple[str, tuple[str, ...]]:
    """Split ``definition; "example"; "example" - Author``. Quotations by authors are left out."""
    definition, mark, rest = gloss.strip().partition('"')
    examples: list[str] = []
    if mark:
        parts = (mark + rest).split('"')
        for quoted, after in zip(parts[1::2], parts[2::2], strict=False):
            attributed = after.strip().startswith(("-", "--"))
            if quoted.strip() and not attributed:
                examples.append(_tidy(quoted))
    return _tidy(definition), tuple(examples)


def _tidy(text: str) -> str:
    """Typewriter conventions of the glosses (`x', --, s.th.) in today's typography."""
    text = re.sub(r"`([^'`]*)'", r"“\1”", text.strip(" ;:,"))
    text = re.sub(r" ?-- ?", " – ", text.replace("s.th.", "something"))
    return re.sub(r"\s+", " ", text)
