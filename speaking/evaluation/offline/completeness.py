"""Read aloud: which words of the text were said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from speaking.evaluation.base import WordVerdict
from speaking.evaluation.offline.sounds import sound_alike
from speaking.evaluation.offline.speech import is_filler
from speaking.stt.base import Word
from speaking.stt.offline.pronouncing import spoken_words


@dataclass(frozen=True, slots=True)
class Reading:
    """``verdicts`` in the order of the text, what was added where it was heard."""

    verdicts: tuple[WordVerdict, ...]
    said: int
    expected: int

    @property
    def omitted(self) -> list[str]:
        return [verdict.text for verdict in self.verdicts if verdict.verdict == "omitted"]

    @property
    def inserted(self) -> list[str]:
        return [verdict.text for verdict in self.verdicts if verdict.verdict == "inserted"]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One spoken word and the number of the written word it belongs to."""

    text: str
    source: int


def compare_reading(reference: str, words: Sequence[Word]) -> Reading:
    """Align the reference's words with those heard, as spoken ("20" is "twenty").

    The alignment is the cheapest series of insertions, deletions and substitutions. A
    substitution by a word that sounds alike counts as said: a recogniser does not know which of
    the two it was. Any other is an omission and an insertion. Fillers are not held against
    anybody.
    """
    written = reference.split()
    heard = [word for word in words if not is_filler(word)]
    expected = [_Spoken(part, i) for i, text in enumerate(written) for part in spoken_words(text)]
    spoken = [_Spoken(part, i) for i, word in enumerate(heard) for part in spoken_words(word.text)]
    matches, extra = _align(expected, spoken)
    return _judge(written, expected, heard, matches, extra)


def completeness_score(reading: Reading) -> tuple[int | None, str]:
    """The share of the text's words that were said, or None and the reason."""
    if not reading.expected:
        return None, "There is no text to compare with."
    return round(100 * reading.said / reading.expected), ""


def _align(
    expected: Sequence[_Spoken], spoken: Sequence[_Spoken]
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Expected index → heard word; expected index → heard words inserted before it."""
    matches: dict[int, int] = {}
    extra: dict[int, list[int]] = {}
    operations = Levenshtein.opcodes([one.text for one in expected], [one.text for one in spoken])
    for step in operations:
        if step.tag == "insert":
            for index in range(step.dest_start, step.dest_end):
                extra.setdefault(step.src_start, []).append(spoken[index].source)
        if step.tag in {"insert", "delete"}:
            continue
        places = range(step.src_start, step.src_end)
        for place, index in zip(places, range(step.dest_start, step.dest_end), strict=True):
            if sound_alike(expected[place].text, spoken[index].text):
                matches[place] = spoken[index].source
            else:
                extra.setdefault(place, []).append(spoken[index].source)
    return matches, extra


def _judge(
    written: Sequence[str],
    expected: Sequence[_Spoken],
    heard: Sequence[Word],
    matches: dict[int, int],
    extra: dict[int, list[int]],
) -> Reading:
    verdicts: list[WordVerdict] = []
    # A heard word of which some part fits is not an insertion, and no word is one twice.
    reported = set(matches.values())
    parts: dict[int, list[int]] = {}
    for place, one in enumerate(expected):
        parts.setdefault(one.source, []).append(place)

    def report_extra(place: int) -> None:
        for index in extra.get(place, []):
            if index not in reported:
                reported.add(index)
                verdicts.append(_verdict(heard[index].text, "inserted", [heard[index]]))

    said = 0
    for source, places in parts.items():
        for place in places:
            report_extra(place)
        found = [heard[matches[place]] for place in places if place in matches]
        # Of a word of several parts ("twenty-one") half is enough to be recognised by.
        correct = 2 * len(found) >= len(places)
        said += correct
        verdicts.append(
            _verdict(written[source], "correct" if correct else "omitted", found if correct else [])
        )
    report_extra(len(expected))
    return Reading(tuple(verdicts), said, len(parts))


def _verdict(text: str, verdict: str, words: Sequence[Word]) -> WordVerdict:
    return WordVerdict(
        text=text,
        verdict=verdict,
        start_ms=words[0].start_ms if words else None,
        end_ms=words[-1].end_ms if words else None,
    )
