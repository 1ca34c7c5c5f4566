"""Whether some words make a sentence or only a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from texts.lexicon import Lexicon

_SUBJECTS = frozenset(
    """i you he she it we they this that these those there who someone somebody everyone everybody
    nobody something everything nothing anyone everyone's i'm i've i'll i'd you're you've you'll
    you'd he's he'd he'll she's she'd she'll it's it'll it'd we're we've we'll we'd they're they've
    they'll they'd that's there's here's what's who's where's how's let's im ive ill dont youre
    theyre thats its""".split()
)
_CONTRACTED = frozenset(word for word in _SUBJECTS if "'" in word) - {"let's", "here's"}
_AUXILIARIES = frozenset(
    """am is are was were isn't aren't wasn't weren't has hasn't had hadn't haven't do does did
    don't doesn't didn't can could will would shall should may might must can't couldn't won't
    wouldn't shouldn't mustn't cannot dont doesnt didnt cant wont isnt arent wasnt havent hasnt
    have couldnt wouldnt shouldnt""".split()
)
_FINITE = _AUXILIARIES - {"have", "do", "can", "will", "may", "might", "must"}
_NO_SENTENCE = "it has several words but is no sentence"
_OBJECTS = frozenset("me him her it us them".split())
_WH_CONTRACTED = frozenset("what's who's where's how's when's why's whats".split())
_WH = frozenset("what where when why who whom whose which how".split())
_END_WORDS = frozenset("again now here there please today tomorrow me us".split())
_DETERMINERS = frozenset("the a an my your his her its our their this that these those".split())
_LINKS = frozenset("of to for in on at and or".split())
_POSSESSIVES = frozenset("my your his her our their".split())
_INDEFINITE = frozenset("nobody somebody everybody everyone someone anyone neither none".split())
_PERSONS = frozenset("i he she we they".split())
_TIMES = frozenset("today yesterday tomorrow now ago".split())
# Verbs before which a subject may stand, but which are also nouns or infinitives.
_EITHER = frozenset("can will must may might have do".split())
_NO_SUBJECT_END = _DETERMINERS | frozenset("to and at i".split())


def is_sentence(lexicon: Lexicon, text: str, words: Sequence[str]) -> tuple[bool, float, str]:
    """Whether ``text`` is a sentence, how sure (0–1), and why in a few words."""
    low = [word.lower() for word in words]
    ended = text.rstrip("\"' )").endswith((".", "?", "!"))
    if len(low) >= 2 and low[0] in _SUBJECTS | {"i"} and _verb_like(lexicon, low[1:4], low[0]):
        return True, 0.97, "it has a subject and a verb"
    if low[0] in _PERSONS and len(low) >= 2:
        return True, 0.85, "it starts with a subject"
    if low[0] in _AUXILIARIES and len(low) >= 3 and low[1] in _SUBJECTS | _DETERMINERS:
        return True, 0.95, "it is a question"
    if low[0] in _WH | _WH_CONTRACTED and len(low) >= 3:
        sure = ended or _has_finite(low) or len(low) >= 4
        return sure, 0.9 if sure else 0.6, "it is a question" if sure else _NO_SENTENCE
    if low[:2] == ["thank", "you"] and len(low) >= 4:
        return True, 0.8, "it thanks someone"
    if low[0] == "let" and len(low) >= 3 and low[1] in _OBJECTS:
        return True, 0.85, "it tells someone to do something"
    if low[0] in _FINITE and len(low) >= 2:
        return True, 0.8, "it starts with a verb form"
    if low[0] in ("let's", "don't", "dont", "never", "always", "please") and len(low) >= 2:
        return True, 0.9, "it tells someone to do something"
    if _has_clause(lexicon, low) or _has_plain_clause(lexicon, words, low):
        return True, 0.9, "it has a subject and a verb"
    return _ending(lexicon, text, low, ended=ended)


def _ending(lexicon: Lexicon, text: str, low: list[str], *, ended: bool) -> tuple[bool, float, str]:
    verb_first = "verb" in lexicon.parts_of_speech(low[0])[:2]
    if ended and len(low) >= 2 and (verb_first or len(low) >= 4 or _verb_form(lexicon, low[0])):
        return True, 0.8, "it ends like a sentence"
    if verb_first and len(low) >= 2 and low[-1] in _END_WORDS:
        return True, 0.75, "it tells someone to do something"
    if "," in text and len(low) >= 5:
        return True, 0.65, "it has several parts"
    if len(low) >= 8 or (verb_first and len(low) >= 6):
        return True, 0.6, "it is long"
    return False, 0.75 if len(low) <= 5 else 0.6, _NO_SENTENCE


def _has_finite(low: list[str]) -> bool:
    return any(word in _AUXILIARIES for word in low[1:]) or any(word in _SUBJECTS for word in low)


def _verb_like(lexicon: Lexicon, following: list[str], subject: str) -> bool:
    if subject in _CONTRACTED and subject != "what's":
        return True
    return any(
        word in _AUXILIARIES or word in ("no", "not") or _may_be_verb(lexicon, word)
        for word in following
    )


def _may_be_verb(lexicon: Lexicon, word: str) -> bool:
    return "verb" in lexicon.parts_of_speech(word)[:2] or _verb_form(lexicon, word)


def _verb_form(lexicon: Lexicon, word: str) -> bool:
    return any(
        form.form in ("past tense", "third person singular") for form in lexicon.lemma_of(word)
    )


def _has_clause(lexicon: Lexicon, low: list[str]) -> bool:
    """A finite verb after something that can be its subject."""
    for place in range(1, len(low)):
        word = low[place]
        if word in _FINITE:
            return True
        before = low[:place]
        if word in ("i", "he", "she", "we", "they") and place < len(low) - 1:
            return True
        if word in _EITHER and place < len(low) - 1 and before[-1] not in _NO_SUBJECT_END:
            return True
        if _is_finite_after(lexicon, before, word) and place < len(low):
            return True
    return False


def _has_plain_clause(lexicon: Lexicon, words: Sequence[str], low: list[str]) -> bool:
    """A noun group and a verb without a helping form: "my brother live in Canada"."""
    if low[0] in _DETERMINERS and low[-1] in _TIMES:
        return True
    if low[0] in _INDEFINITE and _verb_like(lexicon, low[1:], low[0]):
        return True
    owned = low[0] in _POSSESSIVES
    for place in range(1, len(low)):
        forms = lexicon.lemma_of(low[place])
        third = any(
            form.form == "third person singular"
            and lexicon.parts_of_speech(form.headword)[:1] == ("verb",)
            for form in forms
        )
        if third and (_is_plural(lexicon, low[place - 1]) or _is_name(lexicon, words[place - 1])):
            return True
        inside = 2 <= place < len(low) - 1 and low[0] in _DETERMINERS
        base = lexicon.parts_of_speech(low[place])[:1] == ("verb",)
        if inside and (third or (base and (owned or low[place + 1] not in _LINKS))):
            return True
    return False


def _is_plural(lexicon: Lexicon, word: str) -> bool:
    return any(form.form == "plural" for form in lexicon.lemma_of(word))


def _is_name(lexicon: Lexicon, word: str) -> bool:
    return word[0].isupper() and not lexicon.has_word(word)


def _is_finite_after(lexicon: Lexicon, before: list[str], word: str) -> bool:
    """A past or third-person form after a noun group that opens the text."""
    opens = before[0] in _DETERMINERS or before[0] in _SUBJECTS
    forms = {form.form for form in lexicon.lemma_of(word)}
    own = lexicon.parts_of_speech(word)
    past = "past tense" in forms and "past participle" not in forms
    either = "past tense" in forms and (not own or lexicon.preferred_lemma(word) is not None)
    third = "third person singular" in forms and "plural" not in forms
    return (past or third or either) and (opens or past) and before[-1] not in _DETERMINERS
