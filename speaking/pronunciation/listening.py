"""A stretch of sound, heard once by both models, in which pronunciations are then compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from speaking.pronunciation import probe
from speaking.pronunciation.paths import Scores, best_scores
from speaking.pronunciation.phones import Phones
from speaking.pronunciation.senones import Aligned, Listener, Triphones
from speaking.pronunciation.windows import Window, window_of
from speaking.sound import pcm_to_samples
from speaking.stt.offline.decoding import Decoder
from speaking.stt.offline.forcing import FRAME_MS


@dataclass(frozen=True, slots=True)
class Stretch:
    """``aligned`` finds the spoken ``words``; ``posteriors`` are the probe's, each 24 ms."""

    words: tuple[str, ...]
    aligned: Aligned
    posteriors: Scores
    encoded: dict[str, Any]
    triphones: Triphones

    def window(self, place: int) -> Window:
        frames = len(self.aligned.scores)
        return window_of(self.words, self.aligned.words, place, frames)

    def compare(self, window: Window, forms: Sequence[Phones]) -> tuple[Scores, Scores]:
        """The log-likelihood of each of ``forms`` in ``window``: by states, by the probe.

        The states are those of triphones and of phones, half each.
        """
        scores = self.aligned.scores[window.begin : window.end]
        rows = [window.row(self.triphones, form) for form in forms]
        plain = [window.plain_row(self.triphones, form) for form in forms]
        states = best_scores(scores, [*rows, *plain]).reshape(2, -1).mean(axis=0)
        times = probe.frame_times(len(self.posteriors)) / FRAME_MS
        inside = self.posteriors[(times >= window.begin) & (times < window.end)]
        columns = [probe.row(window.left, form, window.right) for form in forms]
        return states, best_scores(inside, columns) if len(inside) else np.zeros_like(states)

    def fit(self, window: Window, form: Phones) -> float:
        """How far ``form`` is from the best row of phones of any kind, per frame; at most 0."""
        scores = self.aligned.scores[window.begin : window.end]
        best = best_scores(scores, [window.plain_row(self.triphones, form)])[0]
        every = scores[:, self.triphones.all_phone_states()].max(axis=1).sum()
        return float((best - every) / len(scores))


def listen(
    pcm: bytes, words: Sequence[str], *, listener: Listener, decoder: Decoder
) -> Stretch | None:
    """Hear ``pcm`` (at most 30 s), in which the spoken ``words`` (lower case) are; None if they
    cannot be found."""
    aligned = listener.listen(pcm, words)
    if aligned is None or not len(aligned.scores):
        return None
    samples = pcm_to_samples(pcm)
    encoded = decoder.encode(samples)
    hidden = encoded["encoder_hidden_states"][0].astype(np.float32)
    # What the encoder was given beyond the sound is silence of ours.
    heard = hidden[: max(1, round(len(samples) / probe.FRAME_SAMPLES))]
    posteriors = probe.log_posteriors(heard)
    return Stretch(tuple(words), aligned, posteriors, encoded, listener.triphones)
