"""The judge on this machine: pocketsphinx's states, a probe of Moonshine's encoder, its decoder.

Costs about 0.15 s of CPU for a second of speech; at most _MOST_MS of speech is judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from speaking.pronunciation.base import (
    Choice,
    JudgedWord,
    Judgement,
    PronunciationError,
    SoundCount,
    SpokenWord,
)
from speaking.pronunciation.calibration import Calibration, load_calibration
from speaking.pronunciation.candidates import Candidate, candidates_of, forced_evidence
from speaking.pronunciation.choosing import weigh
from speaking.pronunciation.listening import Stretch, listen
from speaking.pronunciation.phones import Phones, ipa
from speaking.pronunciation.scoring import utterance_score
from speaking.pronunciation.senones import Listener
from speaking.pronunciation.speech import loudest_speech
from speaking.pronunciation.stretches import Part, parts_of
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.offline.models import Models, load_models

_MOST_MS = 90_000
_MOST_FORCED = 24
_STRANGE = -0.5
_WORDS_EACH = 2


@lru_cache(maxsize=1)
def _listener() -> Listener:
    return Listener()


@dataclass(slots=True)
class _Suspect:
    """A word on trial: its candidates, the strangest first."""

    part: Part
    stretch: Stretch
    place: int
    form: Phones
    candidates: list[Candidate]
    right: float = 1.0
    likeliest: Candidate | None = None


class OfflineJudge:
    """Thread-safe; the networks are shared with the recogniser of the same process."""

    version = "1"

    def __init__(self, calibration: Calibration | None = None) -> None:
        self._calibration = calibration or load_calibration()

    def warm_up(self) -> None:
        """Load what the first word would wait for; a second or two."""
        self._models()
        _listener()

    def judge(self, pcm: bytes, words: Sequence[SpokenWord]) -> Judgement:
        """How ``words`` were said in ``pcm``; the first _MOST_MS. Raises PronunciationError."""
        models = self._models()
        suspects = list(self._suspects(pcm, words, models))
        for suspect in suspects:
            self._try_alone(suspect)
        hardest = sorted(suspects, key=lambda one: one.right)[:_MOST_FORCED]
        for suspect in hardest:
            self._try_words(suspect, models)
        judged = [self._judged(suspect) for suspect in suspects]
        score, interval = utterance_score([word.right for word in judged])
        return Judgement(
            words=tuple(judged), score=score, interval=interval, sounds=self._counts(suspects)
        )

    def tell_apart(self, pcm: bytes, first: str, second: str, contrast: str) -> Choice:
        """Which of two words ``pcm`` says; ``first`` has the first sound of ``contrast``.

        Raises PronunciationError ``nothing_heard`` where there is no speech in it.
        """
        models = self._models()
        speech = loudest_speech(pcm, models.voice)
        if not speech:
            raise PronunciationError("nothing_heard", "No word was heard.", retryable=False)
        stretch = listen(speech, [first.lower()], listener=_listener(), decoder=models.decoder)
        if stretch is None:
            return Choice(heard=None, probability=0.5, scores={})
        found = weigh(stretch, first, second, models.decoder)
        probability = self._calibration.first_word(
            found.states, found.probe, found.forced, contrast
        )
        told = self._calibration.is_told(probability)
        told = told and self._calibration.is_one_of_them(found.fit)
        heard = (first if probability >= 0.5 else second) if told else None
        scores = {
            "states": round(found.states, 3),
            "probe": round(found.probe, 3),
            "recogniser": round(found.forced, 3),
            "fit": round(found.fit, 3),
        }
        return Choice(heard=heard, probability=round(probability, 4), scores=scores)

    def _models(self) -> Models:
        try:
            return load_models()
        except (FileNotFoundError, ImportError) as error:
            raise PronunciationError(
                "pronunciation_failed", f"Recognition is not installed: {error}", retryable=False
            ) from error

    def _suspects(
        self, pcm: bytes, words: Sequence[SpokenWord], models: Models
    ) -> Iterator[_Suspect]:
        duration_ms = min(len(pcm) // BYTES_PER_MS, _MOST_MS)
        heard = [word for word in words if word.end_ms <= duration_ms]
        for part in parts_of(heard, duration_ms):
            sound = part.sound(pcm)
            if not part.judged or not sound:
                continue
            stretch = listen(sound, part.spoken, listener=_listener(), decoder=models.decoder)
            if stretch is None:
                continue
            for place in part.judged:
                found = candidates_of(stretch, place)
                if found is not None:
                    form, candidates = found
                    candidates.sort(key=self._calibration.strangeness)
                    yield _Suspect(part, stretch, place, form, candidates)

    def _try_alone(self, suspect: _Suspect) -> None:
        """By the acoustic models alone."""
        suspect.likeliest = suspect.candidates[0]
        strangeness = self._calibration.strangeness(suspect.likeliest)
        suspect.right = self._calibration.right(strangeness, None)

    def _try_words(self, suspect: _Suspect, models: Models) -> None:
        """Ask the recogniser about the strangest mistakes that are words."""
        strange = (one for one in suspect.candidates if one.word)
        asked = [
            one
            for one in islice(strange, _WORDS_EACH)
            if self._calibration.strangeness(one) < _STRANGE or one is suspect.likeliest
        ]
        if not asked:
            return
        part, owner = suspect.part, suspect.part.owner[suspect.place]
        texts = [part.text, *(part.text_with(owner, one.word) for one in asked)]
        answers = forced_evidence(suspect.stretch, texts, models.decoder)
        for candidate, forced in zip(asked, answers, strict=True):
            strangeness = self._calibration.strangeness(candidate)
            right = self._calibration.right(strangeness, forced)
            # What the recogniser knows of the likeliest mistake replaces what it was without it.
            if candidate is suspect.likeliest or right < suspect.right:
                suspect.right, suspect.likeliest = right, candidate

    def _judged(self, suspect: _Suspect) -> JudgedWord:
        likeliest = suspect.likeliest or suspect.candidates[0]
        written = suspect.part.words[suspect.part.owner[suspect.place]]
        return JudgedWord(
            text=written.text,
            start_ms=written.start_ms,
            end_ms=written.end_ms,
            right=round(suspect.right, 4),
            closer_to=likeliest.word or f"/{ipa(likeliest.confusion.shown)}/",
            contrast=likeliest.confusion.contrast,
            doubtful=self._calibration.is_doubtful(suspect.right),
            phones=tuple(ipa([phone]) for phone in suspect.form),
        )

    def _counts(self, suspects: Sequence[_Suspect]) -> tuple[SoundCount, ...]:
        tried: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        for suspect in suspects:
            tried.update({one.confusion.contrast for one in suspect.candidates})
            if suspect.likeliest and self._calibration.is_doubtful(suspect.right):
                missed[suspect.likeliest.confusion.contrast] += 1
        return tuple(
            SoundCount(contrast=contrast, tried=tried[contrast], missed=missed[contrast])
            for contrast in sorted(tried)
        )
