"""The engine as it is shipped, asked about words whose truth is known."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bench.pronouncing.pairs import report_pairs
from bench.pronouncing.voices import READERS, clips
from speaking.evaluation.offline.completeness import compare_reading
from speaking.pronunciation.base import JudgedWord, PronunciationError, SpokenWord
from speaking.pronunciation.confusions import confusions_of
from speaking.pronunciation.offline import OfflineJudge
from speaking.pronunciation.phones import dictionary_forms, words_by_sound
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.offline.aligning import share_out
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.stt.offline.pronouncing import spoken_words
from speaking.tests.recordings import BECKETT, TWO_CITIES, recording

_PAUSE = bytes(300 * BYTES_PER_MS)
HUMAN = {"beckett": BECKETT, "two_cities": TWO_CITIES}


@dataclass(frozen=True, slots=True)
class Trial:
    """``is_right``: ``wanted`` was said. ``right``: the probability the engine gave to that.

    ``kind``: ``drill`` (one of two words), ``read`` (a word of a sentence), ``neither`` (a drill in
    which a third word was said). ``told``: the engine gave an answer, or called the word doubtful.
    """

    kind: str
    voice: str
    contrast: str
    wanted: str
    is_right: bool
    right: float
    told: bool

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


def drills(voice: str, judge: OfflineJudge, *, most: int = 0) -> Iterator[Trial]:
    """Each word of each pair, once; of the first ``most`` pairs if that is given."""
    said = {word: pcm for word, carrier, pcm in clips(voice) if not carrier}
    chosen = report_pairs()
    for pair in chosen[:: max(1, len(chosen) // most)] if most else chosen:
        for word in pair.words:
            if word not in said:
                continue
            try:
                choice = judge.tell_apart(
                    _PAUSE + said[word] + _PAUSE, pair.first, pair.second, pair.contrast
                )
            except PronunciationError:
                # What is no speech to the detector is not answered either.
                yield Trial("drill", voice, pair.contrast, word, True, 0.5, False)
                continue
            is_first = word == pair.first
            right = choice.probability if is_first else 1 - choice.probability
            told = choice.heard is not None
            yield Trial("drill", voice, pair.contrast, word, True, right, told)


def strangers(voice: str, judge: OfflineJudge) -> Iterator[Trial]:
    """Drills in which a word of another pair is said."""
    said = [(word, pcm) for word, carrier, pcm in clips(voice) if not carrier]
    dice = random.Random(1)
    for pair in report_pairs()[::3]:
        word, pcm = dice.choice([one for one in said if one[0] not in pair.words])
        choice = judge.tell_apart(_PAUSE + pcm + _PAUSE, pair.first, pair.second, pair.contrast)
        told = choice.heard is not None
        yield Trial("neither", voice, pair.contrast, word, False, choice.probability, told)


def readings(voice: str, judge: OfflineJudge) -> Iterator[Trial]:
    """Sentences as they were said, and with the partner of one word as the text."""
    if voice not in READERS:
        return
    partners: dict[str, list[tuple[str, str]]] = {}
    for pair in report_pairs():
        partners.setdefault(pair.first, []).append((pair.contrast, pair.second))
        partners.setdefault(pair.second, []).append((pair.contrast, pair.first))
    for word, carrier, pcm in clips(voice):
        if not carrier:
            continue
        for judged in judge.judge(pcm, _words(carrier.format(word), pcm)).words:
            yield _read(voice, judged, judged.contrast, is_right=True)
        place = carrier.split().index("{}")
        for contrast, partner in partners[word]:
            words = _words(carrier.format(partner), pcm)
            for judged in judge.judge(pcm, _only(words, place)).words:
                yield _read(voice, judged, contrast, is_right=False)


def human(name: str, judge: OfflineJudge) -> Iterator[Trial]:
    """A recording of the recogniser's wheel, as it was read and with single words altered."""
    pcm = recording(name)
    heard = OfflineRecogniser(workers=1).transcribe(pcm, language="en-US", pause_ms=1_000)
    reading = compare_reading(HUMAN[name], heard.words)
    words = [
        SpokenWord(text=one.text, start_ms=one.start_ms, end_ms=one.end_ms)
        for one in reading.verdicts
        if one.start_ms is not None and one.end_ms is not None
    ]
    judged = judge.judge(pcm, words).words
    for one in judged:
        yield _read("human", one, one.contrast, is_right=True)
    dice = random.Random(2)
    asked = {(one.start_ms, one.text) for one in judged}
    for place, word in enumerate(words):
        if (word.start_ms, word.text) not in asked or dice.random() < 0.5:
            continue
        altered = _altered(word.text, dice)
        if not altered:
            continue
        contrast, text = altered
        # Its surroundings are enough to find it, and much quicker than all.
        near = words[max(0, place - 6) : place + 7]
        changed = [
            SpokenWord(
                text=text if one is word else one.text,
                start_ms=one.start_ms,
                end_ms=one.end_ms,
                is_asked=one is word,
            )
            for one in near
        ]
        for one in judge.judge(pcm, changed).words:
            yield _read("human", one, contrast, is_right=False)


def _altered(text: str, dice: random.Random) -> tuple[str, str] | None:
    """A word that sounds one confusion away, and the name of the confusion."""
    spoken = spoken_words(text)
    known = words_by_sound()
    found = sorted(
        (confusion.contrast, known[confusion.phones])
        for form in dictionary_forms(spoken[0])
        for confusion in confusions_of(form)
        if confusion.phones in known
    )
    return dice.choice(found) if found else None


def _read(voice: str, word: JudgedWord, contrast: str, *, is_right: bool) -> Trial:
    return Trial("read", voice, contrast, word.text, is_right, word.right, word.doubtful)


def _words(text: str, pcm: bytes) -> list[SpokenWord]:
    written = text.split()
    times = share_out(written, 50, len(pcm) // BYTES_PER_MS - 50)
    return [
        SpokenWord(text=word, start_ms=start, end_ms=max(end, start + 150))
        for word, (start, end) in zip(written, times, strict=True)
    ]


def _only(words: list[SpokenWord], place: int) -> list[SpokenWord]:
    return [
        SpokenWord(
            text=word.text, start_ms=word.start_ms, end_ms=word.end_ms, is_asked=number == place
        )
        for number, word in enumerate(words)
    ]
