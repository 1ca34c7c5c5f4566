"""Ways to write the same thing: case, punctuation, contractions, British and American spelling."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

_QUOTES = str.maketrans("‘’‛´`ʼ“”„‟–—‐‑", "''''''\"\"\"\"----")
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*'?", re.UNICODE)
_MOST_WAYS = 16

_CONTRACTED = {
    "can't": ("cannot",),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "cannot": ("cannot",),
}
_ENDINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "n't": (("not",),),
    "'m": (("am",),),
    "'re": (("are",),),
    "'ve": (("have",),),
    "'ll": (("will",), ("shall",)),
    "'d": (("would",), ("had",)),
    "'s": (("is",), ("has",)),
}

# British first. Endings are taken to differ by place only where a word is left before them.
_PAIRS = [
    ("grey", "gray"), ("tyre", "tire"), ("programme", "program"), ("cheque", "check"),
    ("storey", "story"), ("plough", "plow"), ("pyjamas", "pajamas"), ("aluminium", "aluminum"),
    ("mum", "mom"), ("mummy", "mommy"), ("jewellery", "jewelry"), ("kerb", "curb"),
    ("moustache", "mustache"), ("sceptical", "skeptical"), ("draught", "draft"),
    ("maths", "math"), ("aeroplane", "airplane"), ("licence", "license"), ("defence", "defense"),
    ("offence", "offense"), ("pretence", "pretense"), ("practise", "practice"),
    ("judgement", "judgment"), ("ageing", "aging"), ("mould", "mold"), ("smoulder", "smolder"),
    ("skilful", "skillful"), ("fulfil", "fulfill"), ("enrol", "enroll"),
    ("instalment", "installment"),
    ("learnt", "learned"), ("burnt", "burned"), ("dreamt", "dreamed"), ("spelt", "spelled"),
    ("spoilt", "spoiled"), ("leant", "leaned"), ("leapt", "leaped"), ("cosy", "cozy"),
    ("whilst", "while"), ("amongst", "among"), ("towards", "toward"), ("diarrhoea", "diarrhea"),
]  # fmt: skip
_ALIKE = dict(_PAIRS)
_RULES = [
    (re.compile(r"(?<=\w{2}[^aeiou])our(?=$|s$|ed$|ing$|ful|ite|able|less|hood|er$|ers$)"), "or"),
    (re.compile(r"(?<=\w{3})is(?=e$|es$|ed$|ing$|er$|ers$|ation)"), "iz"),
    (re.compile(r"(?<=\w{2})ys(?=e$|es$|ed$|ing$)"), "yz"),
    (re.compile(r"(?<=[bct])re(?=$|s$)"), "er"),
    (re.compile(r"(?<=\w{2})ogue(?=$|s$)"), "og"),
    (re.compile(r"(?<=[aeiou][^aeiou\s][aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$)"), "l"),
    (re.compile(r"(?<=[aeiou][^aeiou\s]{2}[aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$)"), "l"),
    (re.compile(r"ae(?=[a-z]{2})|oe(?=[dst][a-z])"), "e"),
]


def plain(text: str) -> str:
    """NFC, straight quotes, single spaces: what no reader would call a difference."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def words_of(text: str) -> list[str]:
    """The words of ``text`` as they are written, without the punctuation around them."""
    return _WORD.findall(plain(text))


def bare_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case; none for a text of signs alone."""
    return tuple(word.casefold() for word in words_of(text))


def spelled_out(text: str) -> frozenset[tuple[str, ...]]:
    """The ways to read ``text`` with contractions written out, at most 16 of them.

    "He's late" is {he is late, he has late, he's late}: which one is meant, the other text says.
    """
    choices = [_readings(word) for word in bare_words(text)]
    ways = set()
    for way in product(*choices):
        ways.add(tuple(word for words in way for word in words))
        if len(ways) >= _MOST_WAYS:
            break
    return frozenset(ways)


def american(word: str) -> str:
    """One spelling for the British and the American one; for comparing only."""
    found = _ALIKE.get(word, word)
    for pattern, instead in _RULES:
        found = pattern.sub(instead, found)
    return found


def _readings(word: str) -> list[tuple[str, ...]]:
    if word in _CONTRACTED:
        return [_CONTRACTED[word]]
    for ending, meanings in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            stems = _readings(word.removesuffix(ending))
            return [*(stem + meaning for stem in stems for meaning in meanings), (word,)]
    return [(word,)]
