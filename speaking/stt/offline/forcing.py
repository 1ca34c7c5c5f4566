"""In which frames of sound given words are said: forced alignment with pocketsphinx, en-us."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pocketsphinx

from speaking.stt.offline.pronouncing import approximate_phones

FRAME_MS = 10
MODEL = Path(pocketsphinx.get_model_path()) / "en-us"


class ForcedAligner:
    """One acoustic model and dictionary. Not thread-safe: the decoder keeps state."""

    def __init__(self, **options: Any) -> None:
        self._decoder = pocketsphinx.Decoder(
            lm=None,
            hmm=str(MODEL / "en-us"),
            dict=str(MODEL / "cmudict-en-us.dict"),
            loglevel="FATAL",
            **options,
        )

    def learn(self, word: str) -> bool:
        """Put ``word`` (lower case) into the dictionary; False if it cannot be pronounced."""
        if self._decoder.lookup_word(word) is not None:
            return True
        phones = approximate_phones(word)
        if phones:
            self._decoder.add_word(word, phones, True)
        return bool(phones)

    def frames(self, pcm: bytes, words: Sequence[str]) -> list[tuple[int, int]] | None:
        """The first frame and the one after the last of each of ``words``, which are all learnt.

        None where they cannot be found in ``pcm``.
        """
        if not words or not pcm:
            return None
        try:
            self._decoder.set_align_text(" ".join(words))
            self._decoder.start_utt()
            try:
                self._decoder.process_raw(pcm, full_utt=True)
            finally:
                self._decoder.end_utt()
            segments = list(self._decoder.seg() or ())
        except RuntimeError:
            return None
        found = [
            (segment.start_frame, segment.end_frame + 1)
            for segment in segments
            if segment.word[0] not in "<["
        ]
        return found if len(found) == len(words) else None
