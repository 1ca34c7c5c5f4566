"""Whether a query is English at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from texts.lexicon import Lexicon
from texts.nlp.base import EngineError

# Function words of other languages in Latin script that are no English words.
_FOREIGN = frozenset(
    """
    el los las una unos del por para pero porque muy está esta como que qué cómo dónde gracias
    hola buenos buenas dias amigo mio mi yo tu usted nosotros es son estoy quiero tengo
    le les des du une et est sont je nous vous ils elles ne pas avec dans sur mais où merci
    bonjour au aux ce cette mon ma très suis
    der das und ist ich nicht ein eine einen mit von zu auf für wie wir ihr sind aber auch dem
    il lo gli che non per con sono della di come è sei anche più questo ciao grazie
    o os um uma não em na com eu você são obrigado bom dia muito ao pelo
    ja nie jest się na co jak dziękuję w z czy bardzo
    bir ve bu ne için çok ben sen değil nasıl teşekkür
    het een niet van ik je zijn met voor maar ook
    tôi là không của và có
    yang dan di ini itu tidak saya untuk dengan apa
    och är jag det att inte på som
    """.split()
) - frozenset("a an as at do die has in is it me my no on or so to we be by he am i man".split())
_LATIN_SHARE = 0.5
_MIN_KNOWN = 0.5
_NEAR = 0.6


def require_english(lexicon: Lexicon, text: str, words: Sequence[str]) -> None:
    """Raises EngineError "not_english" for another script or for mostly unknown words.

    A single unknown word in Latin script passes: it may be a misspelling or a name.
    """
    letters = [character for character in text if character.isalpha()]
    latin = sum(_is_latin(character) for character in letters)
    if latin < _LATIN_SHARE * len(letters):
        raise _not_english()
    if len(words) < 2:
        return
    low = [word.lower() for word in words if not word[0].isdigit()]
    known = sum(_known(lexicon, word) for word in low)
    foreign = sum(word in _FOREIGN and not _is_common(lexicon, word) for word in low)
    if known - foreign < _MIN_KNOWN * len(low) and not _all_names(words):
        raise _not_english()


def _known(lexicon: Lexicon, word: str) -> float:
    if word in _FOREIGN and not _is_common(lexicon, word):
        return 0.0
    if lexicon.has_word(word) or lexicon.has_word(word.removesuffix("'s").removesuffix("'")):
        return 1.0
    if "-" in word and all(lexicon.has_word(part) for part in word.split("-")):
        return 1.0
    return _NEAR if len(word) > 3 and lexicon.suggest(word, 1) else 0.0


def _is_common(lexicon: Lexicon, word: str) -> bool:
    return lexicon.zipf(word) >= 5.5 and lexicon.has_word(word)


def _all_names(words: Sequence[str]) -> bool:
    return all(word[0].isupper() for word in words) and len(words) <= 3


@lru_cache(maxsize=2_048)
def _is_latin(character: str) -> bool:
    return "LATIN" in unicodedata.name(character, "")


def _not_english() -> EngineError:
    return EngineError("not_english", "This does not look like English. Please type it in English.")
