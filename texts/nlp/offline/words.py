"""Answers about single words."""

from __future__ import annotations

from texts.content import WordContent
from texts.lexicon import Lexicon
from texts.nlp.offline.entries import EntryAnswer

_MAX_SUGGESTIONS = 5
_VOWEL_SOUNDS = "aeiou"


def explain_word(lexicon: Lexicon, word: str, part_of_speech: str | None = None) -> EntryAnswer:
    """The entry of ``word`` or of the word it is a form of.

    ``part_of_speech`` (from a query like "saw (noun)") asks for the headword itself, even where
    the spelling is mostly a form of another word.
    """
    preferred = None if part_of_speech else lexicon.preferred_lemma(word)
    own = lexicon.word(word)
    if own is not None and preferred is None:
        return EntryAnswer(
            text=own.headword,
            content=own,
            level=lexicon.level(own.headword),
            note=_also(lexicon, own.headword),
            suggestions=_other_lemmas(lexicon, own.headword),
        )
    lemma = preferred or next((f.headword for f in lexicon.lemma_of(word)), None)
    content = lexicon.word(lemma) if lemma else None
    if content is not None:
        return _inflected(lexicon, word, content)
    return _variant(lexicon, word) or _unknown(lexicon, word)


def _inflected(lexicon: Lexicon, word: str, content: WordContent) -> EntryAnswer:
    key = content.headword.lower()
    names = [f.form for f in lexicon.lemma_of(word) if f.headword == key]
    note = f"{word.lower()}: {' and '.join(dict.fromkeys(names))} of {content.headword}"
    own = lexicon.parts_of_speech(word)
    others = _other_lemmas(lexicon, word, but=key)
    if own:
        note += f"; {word.lower()} is also {_article(own[0])} {own[0]} in its own right"
        others = (f"{word.lower()} ({own[0]})", *others)
    return EntryAnswer(
        text=content.headword,
        content=content,
        level=lexicon.level(content.headword),
        note=note,
        suggestions=others,
    )


def _variant(lexicon: Lexicon, word: str) -> EntryAnswer | None:
    """A possessive or a compound without its hyphen, both common in what people type."""
    for changed, relation in (
        (word.removesuffix("'s"), "possessive of"),
        (word.replace("-", ""), "usually written"),
    ):
        content = lexicon.word(changed) if changed != word else None
        if content is not None:
            return EntryAnswer(
                text=content.headword,
                content=content,
                level=lexicon.level(changed),
                note=f"{word}: {relation} {content.headword}",
            )
    return None


def _unknown(lexicon: Lexicon, word: str) -> EntryAnswer:
    suggestions = lexicon.suggest(word, _MAX_SUGGESTIONS)
    named = " It may be a name." if word[0].isupper() and not word.isupper() else ""
    message = f"“{word}” is not in the dictionary.{named} " + (
        "Did you mean one of these words?" if suggestions else "Please check the spelling."
    )
    return EntryAnswer(text=word, content=None, suggestions=suggestions, message=message)


def _also(lexicon: Lexicon, headword: str) -> str:
    forms = [f for f in lexicon.lemma_of(headword) if f.headword != headword.lower()]
    if not forms:
        return ""
    lemma = forms[0].headword
    names = dict.fromkeys(f.form for f in forms if f.headword == lemma)
    return f"{headword} is also the {' and '.join(names)} of {lemma}"


def _other_lemmas(lexicon: Lexicon, word: str, but: str = "") -> tuple[str, ...]:
    found = dict.fromkeys(form.headword for form in lexicon.lemma_of(word))
    return tuple(lemma for lemma in found if lemma not in (word.lower(), but))


def _article(word: str) -> str:
    return "an" if word[0] in _VOWEL_SOUNDS else "a"
