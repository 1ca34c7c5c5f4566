"""Answers about phrases: phrasal verbs, idioms, collocations."""

from __future__ import annotations

import re

from texts.lexicon import Lexicon
from texts.nlp.offline.entries import EntryAnswer
from texts.nlp.offline.normalise import bare, tokens

_MAX_SUGGESTIONS = 6
# What people put before a phrase that the dictionary leaves out.
_OPENING = re.compile(
    r"^(?:(?:to|a|an|the|be|is|are|was|were|am|been|being|get|it's|it is|that's|he's|she's|"
    r"they're|i'm|we're|you're|not)\s+)+",
    re.IGNORECASE,
)
_PLACES = {
    "sb": "someone", "sth": "something", "smth": "something", "smb": "someone",
    "sb's": "someone's", "somebody": "someone", "somebody's": "someone's", "sth.": "something",
}  # fmt: skip


def find_phrase(lexicon: Lexicon, text: str) -> str | None:
    """The phrase that all of ``text`` is a form of, or None."""
    whole = bare(text)
    for candidate in dict.fromkeys((whole, _OPENING.sub("", whole))):
        words = [_PLACES.get(token.lower(), token.lower()) for token in tokens(candidate)]
        if len(words) > 1:
            joined = " ".join(words)
            found = joined if lexicon.phrase(joined) else lexicon.match_phrase(words)
            if found is not None:
                return found
    return None


def explain_phrase(lexicon: Lexicon, text: str) -> EntryAnswer:
    """The entry of the phrase, however inflected; else near phrases and the phrase's words."""
    shown = bare(text)
    headword = find_phrase(lexicon, text)
    content = lexicon.phrase(headword) if headword else None
    if content is None or headword is None:
        return _unknown(lexicon, shown)
    same = shown.lower() == content.headword.lower()
    return EntryAnswer(
        text=content.headword,
        content=content,
        level=lexicon.phrase_level(headword),
        note="" if same else f"{shown}: a form of {content.headword}",
    )


def _unknown(lexicon: Lexicon, shown: str) -> EntryAnswer:
    words = [token for token in tokens(shown) if len(token) > 1]
    inside = [match.headword for match in lexicon.phrases_in(words)]
    near = lexicon.suggest_phrases(shown, 3)
    known = [word.lower() for word in words if lexicon.has_word(word)]
    rare = sorted(dict.fromkeys(known), key=lexicon.zipf)
    suggestions = tuple(dict.fromkeys([*inside, *near, *rare]))[:_MAX_SUGGESTIONS]
    message = f"“{shown}” is not in the dictionary as a phrase. " + (
        "These may help." if suggestions else "Please check the spelling."
    )
    return EntryAnswer(text=shown, content=None, suggestions=suggestions, message=message)
