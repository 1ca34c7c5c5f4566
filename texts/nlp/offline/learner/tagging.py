"""Tagged sentences of a text: the tagger's answer, repaired where learners' English misleads it."""

from __future__ import annotations

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.conditions import PEOPLE
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.tagger import tag_words
from texts.nlp.offline.learner.tokens import Sentence, Token, tokenise

_SUBJECT_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who"})
_QUOTES = frozenset({'"', "“", "”"})
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
    "breakfast": "NN",
    "lunch": "NN",
    "dinner": "NN",
    "football": "NN",
    "tv": "NN",
    "english": "NNP",
}


def sentences_of(text: str) -> list[Sentence]:
    """The tagged sentences of ``text``."""
    sentences: list[Sentence] = []
    before = ""
    for tokens in tokenise(text):
        sentences.append(Sentence(text, _tagged(tokens), before))
        before = " ".join(token.lower for token in tokens if token.is_word)
    return sentences


def _tagged(tokens: list[Token]) -> list[Token]:
    words = [_for_tagger(token) for token in tokens]
    for token, tag in zip(tokens, tag_words(words), strict=True):
        token.tag = tag
    for index, token in enumerate(tokens):
        _restrict(tokens, index, token)
        _repair(tokens, index, token)
    return tokens


def _restrict(tokens: list[Token], index: int, token: Token) -> None:
    """A tag that the dictionary knows to be impossible for the word gives way to one it allows."""
    if token.tag not in ("NN", "JJ", "FW", "RB") or not token.lower.isalpha() or token.is_proper:
        return
    readings = forms.readings(token.lower)
    if token.tag == "FW" and "NOUN" in readings:
        token.tag = "NN"
    elif token.tag == "RB" and readings & {"ADJ", "ADV"} == {"ADJ"}:
        token.tag = "JJ"
    if token.tag == "NN" and readings and "NOUN" not in readings:
        if "ADJ" in readings:
            token.tag = "JJ"
        elif "VERB" in readings:
            order = (
                ("VB",)
                if _before_is(tokens, index, ("TO", "MD"))
                else ("VBP", "VBZ", "VBD", "VBN", "VBG")
            )
            token.tag = next((tag for tag in order if tag in token.verb.tags), token.tag)
        elif "ADV" in readings:
            token.tag = "RB"
    elif token.tag == "JJ" and readings == {"NOUN"}:
        token.tag = "NN"


def _before_is(tokens: list[Token], index: int, tags: tuple[str, ...]) -> bool:
    return index > 0 and tokens[index - 1].tag in tags


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
    if token.lower == "live" and token.tag in ("JJ", "RB") and index:
        following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
        if not following.startswith("NN") and tokens[index - 1].tag != "VBZ":
            token.tag = "VBP"
    if token.tag == "NNS" and "VBZ" in token.verb.tags and index:
        following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
        if tokens[index - 1].tag == "NN" and tokens[index - 1].lower in PEOPLE:
            if following in ("RB", "DT", "IN", "PRP", "PRP$", "TO"):
                token.tag = "VBZ"
    if token.lower in SETS["language"] and token.tag == "JJ":
        following = tokens[index + 1].tag if index + 1 < len(tokens) else "."
        if not following.startswith(("NN", "JJ", "CC")):
            token.tag = "NNP"
    if token.lower == "present" and token.tag in ("JJ", "VB", "VBP", "RB") and index:
        following = tokens[index + 1].tag if index + 1 < len(tokens) else "."
        if (
            tokens[index - 1].tag in ("DT", "PRP", "PRP$", "JJ")
            and not following.startswith("NN")
            and tokens[index - 1].lower != "those"
        ):
            token.tag = "NN"
    if token.text in ".!?…":
        token.tag = "."
    elif token.text in _QUOTES:
        token.tag = token.text
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
