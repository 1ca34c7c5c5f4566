"""What went well and what to do next, in sentences with the measured facts in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from speaking.evaluation.base import SpokenCorrection
from speaking.evaluation.offline.completeness import Reading
from speaking.evaluation.offline.speech import plain
from speaking.evaluation.offline.timing import Timing
from speaking.evaluation.offline.vocabulary import Vocabulary

MOST_STRENGTHS, STEPS = 3, 2
_MIN_WORDS = 15
_GOOD, _WEAK = 75, 60
# Words per minute past which even those used to English listen hard (BBC newsreaders: 160–180).
_FAST = 180
# Per 100 words.
_FEW_MISTAKES = 3
# Zipf frequency (van Heuven et al. 2014): from here on everybody uses a word every day.
_EVERYDAY = 4.6

_READING_AGAIN = (
    "Read it once more with a short pause at each comma and a longer one at each full stop.",
    "Then try a longer text.",
)
_TALKING_ON = (
    "Record the same topic once more, from memory and without notes.",
    "Then try a topic of the next level.",
)
_MICROPHONE = (
    "Check that the microphone is switched on, is the one your browser uses, and is not muted.",
    "Speak at your normal loudness, about a hand's breadth from the microphone.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was measured; ``reading`` only for read aloud. ``clarity`` is the recogniser's mean
    confidence, 0–1, or None."""

    timing: Timing
    scores: dict[str, int | None]
    corrections: tuple[SpokenCorrection, ...]
    vocabulary: Vocabulary
    reading: Reading | None
    clarity: float | None

    def score(self, name: str) -> int:
        """The score, -1 where there is none."""
        value = self.scores.get(name)
        return -1 if value is None else value


def nothing_heard() -> tuple[str, ...]:
    """What to do after a recording without a word."""
    return _MICROPHONE


def find_strengths(facts: Facts) -> tuple[str, ...]:
    """At most three; none of a few words, of which nothing can be said in earnest."""
    found = _reading_strengths(facts)
    if facts.timing.words >= _MIN_WORDS:
        found += [*_language_strengths(facts), *_speed_strengths(facts)]
        found += _spare_strengths(facts) if len(found) < 2 else []
    return tuple(found[:MOST_STRENGTHS])


def find_next_steps(facts: Facts) -> tuple[str, ...]:
    """Two, the most useful first."""
    found = [*_reading_steps(facts), *_grammar_steps(facts), *_more_steps(facts)]
    found += [*_clarity_steps(facts), *_speed_steps(facts), *_word_steps(facts)]
    found += _READING_AGAIN if facts.reading is not None else _TALKING_ON
    return tuple(found[:STEPS])


def _spare_strengths(facts: Facts) -> list[str]:
    spare = []
    if facts.clarity is not None and facts.clarity >= 0.8:
        spare.append("Your words were clear enough to be recognised with confidence.")
    if not facts.timing.fillers:
        spare.append("No um or er was heard.")
    return spare


def _reading_strengths(facts: Facts) -> list[str]:
    reading = facts.reading
    if reading is None or reading.said < 0.8 * reading.expected or not reading.expected:
        return []
    if reading.said == reading.expected:
        return [f"You read all {_count(reading.expected, 'word')} of the text."]
    return [f"You read {reading.said} of the text's {_count(reading.expected, 'word')}."]


def _speed_strengths(facts: Facts) -> list[str]:
    timing, found = facts.timing, []
    if timing.words_per_minute is not None and 100 <= timing.words_per_minute <= _FAST:
        pace = round(timing.words_per_minute)
        found.append(f"Your pace of {pace} words per minute is easy to follow.")
    if timing.pause_ratio is not None and timing.pause_ratio <= 0.25:
        found.append(f"You kept going: only {timing.pause_ratio:.0%} of the time was pauses.")
    if timing.words_per_minute is not None and not timing.long_pauses:
        found.append("You made no pause longer than a second.")
    return found[:2]


def _language_strengths(facts: Facts) -> list[str]:
    if facts.reading is not None:
        return []
    found = []
    count, words = len(facts.corrections), _count(facts.timing.words, "word")
    if facts.score("grammar") >= 0 and not count:
        found.append(f"In {words} no mistake was found.")
    elif count <= _FEW_MISTAKES * facts.timing.words / 100:
        found.append(f"In {words} only {_count(count, 'mistake')} {_was(count)} found.")
    rare = facts.vocabulary.rarer_than(_EVERYDAY)
    if len(rare) >= 2:
        found.append(f"You used less common words, such as {_listed(rare[:3])}.")
    diversity = facts.vocabulary.diversity
    if diversity is not None and diversity >= 0.85:
        found.append("You varied your words instead of repeating the same ones.")
    return found


def _reading_steps(facts: Facts) -> list[str]:
    if facts.reading is None:
        return []
    found = []
    omitted, inserted = _telling(facts.reading.omitted), _telling(facts.reading.inserted)
    if omitted:
        found.append(
            f"Listen to the text, then read it once more; not heard this time: "
            f"{_listed(omitted[:4])}."
        )
    if inserted:
        found.append(f"Not in the text, but heard: {_listed(inserted[:4])}.")
    return found


def _telling(words: Sequence[str]) -> list[str]:
    """Words worth naming, each once: "a" for "the" is as often the recogniser's mistake."""
    return [word for word in dict.fromkeys(words) if len(plain(word)) > 3]


def _grammar_steps(facts: Facts) -> list[str]:
    if not facts.corrections:
        return []
    category, count = Counter(item.category for item in facts.corrections).most_common(1)[0]
    example = next(item for item in facts.corrections if item.category == category)
    right, wrong = example.corrected, example.original
    if count == 1:
        return [f"Say “{right}” instead of “{wrong}”. {example.explanation}"]
    return [
        f"Look again at {category.replace('-', ' ')} ({count} corrections): "
        f"say “{right}” instead of “{wrong}”."
    ]


def _speed_steps(facts: Facts) -> list[str]:
    timing, found = facts.timing, []
    if timing.words_per_minute is None:
        return []
    if timing.long_pauses >= 2:
        longest = timing.longest_pause_ms / 1000
        remedy = "note three key words before you begin"
        if facts.reading is not None:
            remedy = "while you speak, let your eyes run ahead to the next comma"
        found.append(
            f"You stopped {timing.long_pauses} times for a second or more (the longest was "
            f"{longest:.1f} s): {remedy}."
        )
    if timing.words_per_minute > _FAST:
        found.append(
            f"You spoke {timing.words_per_minute:.0f} words per minute, which is hard to follow: "
            "take a breath at each full stop."
        )
    if timing.words_per_minute < 90:
        found.append(
            f"You spoke {timing.words_per_minute:.0f} words per minute; say it again about the "
            "same thing and aim for 100."
        )
    if timing.per_minute(timing.fillers) >= 4:
        found.append(
            f"At least {_count(timing.fillers, 'filler')} (um, er) {_was(timing.fillers)} heard: "
            "try a short silent pause instead."
        )
    return found


def _word_steps(facts: Facts) -> list[str]:
    found = []
    repeated = facts.vocabulary.repeated
    if facts.reading is None and repeated:
        word, times = repeated
        found.append(f"“{word}” came {times} times: find another word for it.")
    if facts.reading is None and 0 <= facts.score("vocabulary") < _WEAK:
        found.append("Prepare three new words on this topic and use each in a sentence.")
    return found


def _clarity_steps(facts: Facts) -> list[str]:
    found = []
    if facts.clarity is not None and facts.clarity < 0.6:
        found.append(
            "Parts of the recording were hard to make out: a quieter room or a closer microphone "
            "makes the result more reliable."
        )
    return found


def _more_steps(facts: Facts) -> list[str]:
    if facts.timing.words_per_minute is None or (facts.reading is None and facts.timing.words < 50):
        if facts.reading is not None:
            return ["Try a longer text next, one of 30 seconds or more, for a fuller result."]
        return ["Speak a little longer next time, 30 seconds or more, for a fuller result."]
    return []


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word.strip('.,;:!?')}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
