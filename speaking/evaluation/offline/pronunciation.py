"""How the words of a text that was read were pronounced, told with restraint."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from speaking.evaluation.base import ListenAgain, SoundCount, Utterance, WordVerdict
from speaking.pronunciation.base import (
    JudgedWord,
    Judgement,
    PronunciationError,
    PronunciationJudge,
    SpokenWord,
)

logger = logging.getLogger(__name__)

MOST_WORDS = 2
# A word that is likelier right than this is not worth another listen.
_CERTAIN = 0.8
_NOT_HERE = (
    "Pronunciation is judged where the text is known: read one aloud, or practise single sounds."
)
_NO_SOUND = "There is no recording to listen to."
_TOO_FEW = "Too few words could be judged for a fair score."
_FAILED = "Pronunciation could not be judged this time."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronounced:
    """``score`` and ``interval`` are None for a ``reason``; ``words`` are the verdicts anew."""

    score: int | None = None
    interval: tuple[int, int] | None = None
    reason: str = ""
    words: tuple[WordVerdict, ...] = ()
    listen_again: tuple[ListenAgain, ...] = ()
    sounds: tuple[SoundCount, ...] = ()


def not_judged() -> Pronounced:
    """For speech of which nobody knows what it should have been."""
    return Pronounced(reason=_NOT_HERE)


def judge_pronunciation(
    utterance: Utterance, words: Sequence[WordVerdict], judge: PronunciationJudge
) -> Pronounced:
    """Judge the said ones of ``words``, the verdicts of a reading.

    At most MOST_WORDS are to be listened to again; of them those past the judge's threshold are
    ``mispronounced``. What fails here fails nothing else.
    """
    if not utterance.pcm:
        return Pronounced(reason=_NO_SOUND, words=tuple(words))
    spoken = [
        SpokenWord(
            text=word.text,
            start_ms=word.start_ms,
            end_ms=word.end_ms,
            is_asked=word.verdict == "correct",
        )
        for word in words
        if word.start_ms is not None and word.end_ms is not None
    ]
    try:
        judgement = judge.judge(utterance.pcm, spoken)
    except PronunciationError:
        logger.exception("Pronunciation could not be judged.")
        return Pronounced(reason=_FAILED, words=tuple(words))
    return _told(judgement, words)


def _told(judgement: Judgement, words: Sequence[WordVerdict]) -> Pronounced:
    uncertain = sorted(judgement.words, key=lambda one: one.right)[:MOST_WORDS]
    again = sorted((one for one in uncertain if one.right < _CERTAIN), key=lambda one: one.start_ms)
    marked = {(one.start_ms, one.text): one for one in again if one.doubtful}
    return Pronounced(
        score=judgement.score,
        interval=judgement.interval,
        reason="" if judgement.score is not None else _TOO_FEW,
        words=tuple(_marked(word, marked.get((word.start_ms or 0, word.text))) for word in words),
        listen_again=tuple(map(_listen_again, again)),
        sounds=tuple(
            SoundCount(contrast=one.contrast, tried=one.tried, missed=one.missed)
            for one in judgement.sounds
        ),
    )


def _marked(word: WordVerdict, judged: JudgedWord | None) -> WordVerdict:
    if judged is None:
        return word
    return replace(
        word, verdict="mispronounced", score=round(100 * judged.right), phones=judged.phones
    )


def _listen_again(word: JudgedWord) -> ListenAgain:
    return ListenAgain(
        text=word.text,
        start_ms=word.start_ms,
        end_ms=word.end_ms,
        closer_to=word.closer_to,
        score=round(100 * word.right),
        phones=word.phones,
        contrast=word.contrast,
    )
