"""Tagged sentences of a text: the tagger's answer, repaired where learners' English misleads it."""

from __future__ import annotations

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.tagger import tag_words
from texts.nlp.offline.learner.tokens import Sentence, Token, tokenise

_SUBJECT_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who"})
_MODALS = frozenset(
    "can could may might must shall should will would 'll ca wo dare cannot".split()
)
_CLOSED = {
    "i": "PRP",
    "me": "PRP",
    "he": "PRP",
    "him": "PRP",
    "she": "PRP",
    "it": "PRP",
    "we": "PRP",
    "us": "PRP",
    "they": "PRP",
    "them": "PRP",
    "you": "PRP",
    "my": "PRP$",
    "your": "PRP$",
    "his": "PRP$",
    "its": "PRP$",
    "our": "PRP$",
    "their": "PRP$",
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "every": "DT",
    "each": "DT",
    "these": "DT",
    "those": "DT",
    "this": "DT",
    "some": "DT",
    "any": "DT",
    "to": "TO",
    "and": "CC",
    "or": "CC",
    "but": "CC",
    "n't": "RB",
    "not": "RB",
    "who": "WP",
    "what": "WP",
    "whom": "WP",
    "where": "WRB",
    "when": "WRB",
    "why": "WRB",
    "how": "WRB",
    "very": "RB",
    "of": "IN",
    "with": "IN",
    "from": "IN",
    "at": "IN",
    "am": "VBP",
    "is": "VBZ",
    "are": "VBP",
    "was": "VBD",
    "were": "VBD",
    "be": "VB",
    "been": "VBN",
    "'m": "VBP",
    "'re": "VBP",
    "'ve": "VBP",
    "'ll": "MD",
    "does": "VBZ",
    "did": "VBD",
    "has": "VBZ",
    "always": "RB",
    "never": "RB",
    "often": "RB",
    "usually": "RB",
    "because": "IN",
    "if": "IN",
    "everyone": "NN",
    "everybody": "NN",
    "someone": "NN",
    "somebody": "NN",
    "nobody": "NN",
    "homework": "NN",
    "tv": "NN",
    "english": "NNP",
}


def sentences_of(text: str) -> list[Sentence]:
    """The tagged sentences of ``text``."""
    return [Sentence(text, _tagged(tokens)) for tokens in tokenise(text)]


def _tagged(tokens: list[Token]) -> list[Token]:
    words = [_for_tagger(token) for token in tokens]
    for token, tag in zip(tokens, tag_words(words), strict=True):
        token.tag = tag
    for index, token in enumerate(tokens):
        _repair(tokens, index, token)
    return tokens


def _for_tagger(token: Token) -> str:
    """The word as the tagger should see it: a capital at the start says nothing."""
    text = token.text.replace("’", "'")
    if token.first and text.lower() != "i" and forms.readings(text.lower()):
        return text.lower()
    if token.first and text.lower() in _CLOSED:
        return text.lower()
    return text


def _repair(tokens: list[Token], index: int, token: Token) -> None:
    if token.lower in _MODALS and token.tag != "NN":
        token.tag = "MD"
        return
    if token.lower in ("yesterday", "tomorrow", "today", "tonight"):
        token.tag = "RB"
        return
    closed = _CLOSED.get(token.lower)
    if closed:
        token.tag = closed
        if token.text != "US":
            return
        token.tag = "NNP"
    if token.text in ".!?…":
        token.tag = "."
    if not token.verb.tags or not index:
        return
    before = _before(tokens, index)
    if before is None:
        return
    if before.tag == "MD" and "VB" in token.verb.tags:
        token.tag = "VB"
    elif before.lower in _SUBJECT_PRONOUNS and token.tag.startswith(("NN", "JJ", "IN")):
        _repair_after_pronoun(tokens, index, token, before)


def _repair_after_pronoun(tokens: list[Token], index: int, token: Token, before: Token) -> None:
    """ "She likes", tagged as a noun, is a verb; "help you clean rooms" is left alone."""
    ambiguous = before.lower in ("you", "it") and index >= 2 and tokens[index - 2].verb.tags
    if ambiguous or (token.lower in ("like",) and before.lower in ("it", "you")):
        return
    for tag in ("VBZ", "VBP", "VBD", "VBN"):
        if tag in token.verb.tags:
            token.tag = tag
            return


def _before(tokens: list[Token], index: int) -> Token | None:
    """The word before ``index``, adverbs and "not" skipped."""
    index -= 1
    while index >= 0 and tokens[index].tag == "RB":
        index -= 1
    return tokens[index] if index >= 0 else None
