"""Where lines begin and end, from the probability of speech in each frame."""

from __future__ import annotations

from dataclasses import dataclass, field

FRAME_MS = 32
ENTER, LEAVE = 0.4, 0.25
"""Speech begins above the one and ends below the other, so that it does not flutter."""

_PAD = 8
_MIN_VOICED = 3
_SOFT_CAP = 12_000 // FRAME_MS
_HARD_CAP = 15_000 // FRAME_MS
_MIN_HEAD = 4_000 // FRAME_MS
_MIN_GAP = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Frames ``start`` up to, not including, ``end``; ``id`` counts lines from 0."""

    id: int
    start: int
    end: int


@dataclass(slots=True)
class _OpenLine:
    start: int
    last_voice: int
    voiced: int = 0
    gaps: list[tuple[int, int]] = field(default_factory=list)
    probabilities: list[float] = field(default_factory=list)


class Segmenter:
    """Cuts one stream into lines.

    A silence of ``pause_ms`` ends a line. A line that reaches 12 s is cut at its longest gap, and
    at 15 s, if it has none, where speech is least likely. Lines keep 256 ms around the speech,
    never overlap, and what is shorter than 96 ms (a click) is none.
    """

    def __init__(self, pause_ms: int) -> None:
        self._pause = max(1, -(-pause_ms // FRAME_MS))
        self._frame = 0
        self._speaking = False
        self._free_from = 0
        self._next_id = 0
        self._line: _OpenLine | None = None

    def push(self, probability: float) -> Span | None:
        """Take the next frame; the line it ends, if it ends one."""
        self._speaking = probability >= (LEAVE if self._speaking else ENTER)
        frame = self._frame
        self._frame += 1
        if self._speaking:
            self._hear(frame)
        line = self._line
        if line is None:
            return None
        line.probabilities.append(probability)
        if frame - line.last_voice >= self._pause:
            return self._close(line)
        return self._cut_if_long(line)

    def open_span(self) -> Span | None:
        """The line being spoken, up to now or to a little after its last speech."""
        if self._line is None or self._line.voiced < _MIN_VOICED:
            return None
        return Span(self._next_id, self._line.start, self._end_of(self._line))

    def keep_from(self) -> int:
        """Sound before this frame will not be asked for again."""
        if self._line is not None:
            return self._line.start
        return max(self._free_from, self._frame - _PAD)

    def finish(self) -> Span | None:
        """The end of the recording: the line that was open."""
        return self._close(self._line) if self._line is not None else None

    def _hear(self, frame: int) -> None:
        if self._line is None:
            start = max(self._free_from, frame - _PAD)
            self._line = _OpenLine(start=start, last_voice=frame)
            # The frames looked back at are no speech; the list must be as long as the line.
            self._line.probabilities = [0.0] * (frame - start)
        elif frame - self._line.last_voice > _MIN_GAP:
            self._line.gaps.append((self._line.last_voice + 1, frame))
        self._line.last_voice = frame
        self._line.voiced += 1

    def _end_of(self, line: _OpenLine) -> int:
        return min(self._frame, line.last_voice + 1 + _PAD)

    def _close(self, line: _OpenLine) -> Span | None:
        self._line = None
        self._free_from = self._end_of(line)
        if line.voiced < _MIN_VOICED:
            return None
        return self._span(line.start, self._free_from)

    def _span(self, start: int, end: int) -> Span:
        span = Span(self._next_id, start, end)
        self._next_id += 1
        return span

    def _cut_if_long(self, line: _OpenLine) -> Span | None:
        length = self._frame - line.start
        if length < _SOFT_CAP:
            return None
        gaps = [gap for gap in line.gaps if gap[0] - line.start >= _MIN_HEAD]
        if gaps:
            begin, end = max(gaps, key=lambda gap: gap[1] - gap[0])
            middle = (begin + end) // 2
            return self._split(line, min(begin + _PAD, middle), max(end - _PAD, middle))
        if length < _HARD_CAP:
            return None
        recent = range(length - length // 4, length)
        least = line.start + min(recent, key=line.probabilities.__getitem__)
        return self._split(line, least, least)

    def _split(self, line: _OpenLine, end: int, start: int) -> Span:
        rest = line.probabilities[start - line.start :]
        self._line = _OpenLine(
            start=start,
            last_voice=line.last_voice,
            voiced=sum(probability >= LEAVE for probability in rest),
            gaps=[gap for gap in line.gaps if gap[0] >= start],
            probabilities=rest,
        )
        self._free_from = end
        return self._span(line.start, end)
