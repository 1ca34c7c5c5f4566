"""Tokens and sentences of a text, with code-point offsets into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from texts.nlp.offline.learner import forms

_WORD = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\W\d_]+’?)"
    r"|(?P<number>[£$€]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%|am|pm|kg|km|m)?\b%?)"
    r"|(?P<ellipsis>\.\.\.+)|(?P<other>\S)"
)
_CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_ABBREVIATIONS = frozenset({"mr", "mrs", "ms", "dr", "st", "prof", "etc", "e.g", "i.e", "vs"})
_MULTI = re.compile(r"(?i)\b(?:a\.m\.|p\.m\.|e\.g\.|i\.e\.)")
_SENTENCE_END = frozenset({".", "!", "?", "...", "…"})
_CLOSERS = frozenset({'"', "”", "'", "’", ")", "]"})


@dataclass(slots=True)
class Token:
    """One Penn-style token; contractions are split ("does", "n't"). Offsets are code points."""

    text: str
    start: int
    end: int
    lower: str = ""
    tag: str = ""
    first: bool = False
    verb: forms.Reading = field(default=forms.NO_READING)

    def __post_init__(self) -> None:
        self.lower = self.text.lower().replace("’", "'")
        self.verb = forms.verb_reading(self.lower)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha() or self.lower in forms.CLITICS

    @property
    def noun(self) -> str:
        """The lemma read as a noun, or an empty string."""
        return forms.noun_lemma(self.lower)

    @property
    def is_proper(self) -> bool:
        """Capitalised where lower case was possible."""
        return self.text[0].isupper() and not self.first and self.lower != "i"


@dataclass(slots=True)
class Chunk:
    """A base noun phrase: tokens ``start`` to ``end`` (exclusive), ``head`` its main noun."""

    start: int
    end: int
    head: int


@dataclass
class Sentence:
    """A sentence: its tagged tokens and the whole text they point into.

    ``before`` is the sentence before it in lower case, without its closing mark.
    """

    text: str
    tokens: list[Token]
    before: str = ""

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, index: int) -> str:
        """Lower-case form at ``index``, empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def tag(self, index: int) -> str:
        """Part-of-speech tag at ``index``, empty outside the sentence."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    @cached_property
    def lowers(self) -> frozenset[str]:
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def is_question(self) -> bool:
        return any(token.text == "?" for token in self.tokens[-3:])

    @cached_property
    def _chunks(self) -> dict[int, Chunk | None]:
        return {}

    def chunk(self, index: int) -> Chunk | None:
        """The base noun phrase that starts at ``index``, or None."""
        if index not in self._chunks:
            self._chunks[index] = _chunk_at(self, index)
        return self._chunks[index]


_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNP", "NNPS", "NNS", "VBN", "POS", "$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them this that these those everybody everyone "
    "everything somebody someone something nobody nothing anybody anyone anything there who "
    "mine yours hers ours theirs".split()
)
_STANDALONE = frozenset({"this", "that", "these", "those"})


def _chunk_at(sentence: Sentence, start: int) -> Chunk | None:
    tags = [token.tag for token in sentence.tokens]
    position = start
    count = len(tags)
    word = sentence.low(start)
    if word in _PRONOUNS and word not in _STANDALONE and sentence.tag(start) != "PRP$":
        return Chunk(start, start + 1, start)
    while position < count and tags[position] in _DETERMINERS:
        position += 1
    head = -1
    while position < count:
        tag = tags[position]
        if tag in _NOUNS:
            head = position
        elif tag == "RB" and position + 1 < count and tags[position + 1].startswith("JJ"):
            if position > start and sentence.low(position) in _DEGREE:
                position += 1
                continue
            break
        elif tag not in _MODIFIERS:
            if not (tag == "VBG" and position > start and tags[position - 1] in _DETERMINERS):
                break
        position += 1
    if head < 0:
        if word in _STANDALONE and position == start + 1:
            return Chunk(start, position, start)
        return None
    return Chunk(start, head + 1, head)


_DEGREE = frozenset("very so too quite really rather extremely most more less".split())


def tokenise(text: str) -> list[list[Token]]:
    """Sentences of ``text`` as lists of tokens, untagged."""
    protected = {match.start(): match.end() for match in _MULTI.finditer(text)}
    sentences: list[list[Token]] = []
    current: list[Token] = []
    position = 0
    while match := _WORD.search(text, position):
        start, end = match.span()
        end = max(end, protected.get(start, end))
        newline = "\n" in text[position:start]
        if current and (newline or _ends(text, current, start)):
            sentences.append(current)
            current = []
        current.extend(_split_clitic(text, start, end))
        position = end
    if current:
        sentences.append(current)
    for tokens in sentences:
        for token in tokens:
            if token.is_word or token.text[0].isdigit():
                token.first = token.is_word
                break
    return sentences


def _ends(text: str, current: list[Token], next_start: int) -> bool:
    """True if ``current`` is complete before the token that begins at ``next_start``."""
    index = len(current) - 1
    while index > 0 and current[index].text in _CLOSERS:
        index -= 1
    if current[index].text not in _SENTENCE_END:
        return False
    gap = text[current[-1].end : next_start]
    # A quotation mark after a space opens the next sentence.
    if (text[next_start] in _CLOSERS and not gap) or text[next_start] in _SENTENCE_END:
        return False
    if current[index].text == "." and index > 0:
        if current[index - 1].lower in _ABBREVIATIONS or len(current[index - 1].text) == 1:
            return False
    return bool(gap) or not text[next_start].isalnum()


def _split_clitic(text: str, start: int, end: int) -> list[Token]:
    word = text[start:end]
    if word.lower() == "cannot":
        return [Token("can", start, start + 3), Token(word[3:], start + 3, end)]
    match = _CLITIC.match(word)
    if not match:
        return [Token(word, start, end)]
    cut = start + match.start(2)
    return [*_split_clitic(text, start, cut), Token(text[cut:end], cut, end)]
