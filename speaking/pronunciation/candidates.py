"""The evidence for each way in which a word may have been missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from speaking.pronunciation.confusions import Confusion, confusions_of
from speaking.pronunciation.listening import Stretch
from speaking.pronunciation.phones import Phones, bare, right_forms, words_by_sound
from speaking.pronunciation.windows import Window
from speaking.stt.offline.decoding import Decoder

# Log-likelihood ratios differ in spread between the models; these bring them to one size.
STATES_SCALE, PROBE_SCALE = 10.0, 6.0
_FORCED_LIMIT = 12.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mistake and how much better the right form fits; negative speaks for the mistake.

    ``evidence`` is of the acoustic models together. ``word`` is the English word that sounds like
    the mistake, or empty.
    """

    confusion: Confusion
    states: float
    probe: float
    word: str

    @property
    def evidence(self) -> float:
        return self.states / STATES_SCALE + self.probe / PROBE_SCALE


def candidates_of(stretch: Stretch, place: int) -> tuple[Phones, list[Candidate]] | None:
    """The likeliest right form of word ``place`` and every mistake; None if it was too short."""
    forms = right_forms(stretch.words[place])
    rights = [bare(form) for form in forms]
    mistakes = {one.phones: one for form in forms for one in confusions_of(form)}
    for right in rights:
        mistakes.pop(right, None)
    window = stretch.window(place)
    if not mistakes or not _long_enough(window, rights):
        return None
    states, probed = stretch.compare(window, [*rights, *mistakes])
    count = len(rights)
    best_states, best_probed = states[:count].max(), probed[:count].max()
    words = words_by_sound()
    found = [
        Candidate(
            confusion=confusion,
            states=float(best_states - states[count + index]),
            probe=float(np.clip(best_probed - probed[count + index], -60, 60)),
            word=words.get(phones, ""),
        )
        for index, (phones, confusion) in enumerate(mistakes.items())
    ]
    return forms[int(states[:count].argmax())], found


def forced_evidence(stretch: Stretch, texts: Sequence[str], decoder: Decoder) -> list[float]:
    """How much better the recogniser likes ``texts[0]`` than each other one; within ±12."""
    tokens = [decoder.vocabulary.tokens(text) for text in texts]
    sums = [float(one.sum()) for one in decoder.forced(stretch.encoded, tokens)]
    return [float(np.clip(sums[0] - other, -_FORCED_LIMIT, _FORCED_LIMIT)) for other in sums[1:]]


def _long_enough(window: Window, rights: Sequence[Phones]) -> bool:
    """At least three frames for each phone, or every row is as bad as the other."""
    return window.end - window.begin >= 3 * (min(map(len, rights)) + 2)
