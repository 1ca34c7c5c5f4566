"""The dictionary: 20,000 words and several thousand phrases, read from one compressed file.

``get_lexicon()`` is the way in. Nothing here needs Django. ``texts.lexicon.builder`` makes the
data file and is the only part that needs the large linguistic packages.
"""

from texts.lexicon.lexicon import Lexicon, PhraseMatch, WordForm, get_lexicon

__all__ = ["Lexicon", "PhraseMatch", "WordForm", "get_lexicon"]
