"""One recording, heard piece by piece, turned into lines and words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from speaking.sound import GainControl, pcm_to_samples, samples_to_pcm
from speaking.stt.base import BYTES_PER_MS, Interim, Line, Transcript, Word
from speaking.stt.offline.decoding import Decoded, Samples
from speaking.stt.offline.models import Models
from speaking.stt.offline.segmenting import FRAME_MS, Segmenter, Span
from speaking.stt.offline.voice import FRAME_SAMPLES, VoiceDetector

PROVIDER = "offline"


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    span: Span
    decoded: Decoded


class LiveStream:
    """Not thread-safe: one call at a time.

    A line's text is decoded as a whole, again and again while it is spoken, and once more, if
    anything was added to it, when a pause ends it. Then its words are aligned, so that at the end
    of the recording only the last line is left to do.
    """

    def __init__(self, models: Models, *, pause_ms: int) -> None:
        self._models = models
        self._gain = GainControl()
        self._voice = VoiceDetector(models.voice)
        self._segmenter = Segmenter(pause_ms)
        self._sound: Samples = np.zeros(0, dtype=np.float32)
        self._sound_from = 0
        self._heard = 0
        self._received = 0
        self._hypothesis: _Hypothesis | None = None
        self._lines: list[Line] = []
        self._words: list[Word] = []

    @property
    def received_ms(self) -> int:
        """How much sound was added so far."""
        return self._received // BYTES_PER_MS

    def add(self, pcm: bytes) -> None:
        """The next sound, an even number of bytes. Lines it ends become final."""
        self._received += len(pcm)
        self._append(self._gain.process(pcm_to_samples(pcm)))

    def interim(self) -> Interim:
        """All lines so far, the one being spoken decoded anew."""
        lines = tuple(self._lines)
        span = self._segmenter.open_span()
        if span is not None:
            text = " ".join(word for word, _ in self._decoded_words(span))
            if text:
                lines += (self._line(span, text, final=False),)
        return Interim(lines=lines, processed_ms=self.received_ms)

    def finals(self) -> Interim:
        """The final lines alone: for catching up, when more sound is waiting."""
        return Interim(lines=tuple(self._lines), processed_ms=self.received_ms)

    def finish(self) -> Transcript:
        """The end of the recording."""
        loose = self._heard_to - self._heard
        if loose:
            self._append(np.zeros(FRAME_SAMPLES - loose, dtype=np.float32))
        span = self._segmenter.finish()
        if span is not None:
            self._finalise(span)
        return Transcript(
            text=" ".join(line.text for line in self._lines),
            words=tuple(self._words),
            duration_ms=self.received_ms,
            provider=PROVIDER,
            model=self._models.name,
        )

    @property
    def _heard_to(self) -> int:
        return self._sound_from + len(self._sound)

    def _append(self, samples: Samples) -> None:
        self._sound = np.concatenate([self._sound, samples])
        while self._heard + FRAME_SAMPLES <= self._heard_to:
            begin = self._heard - self._sound_from
            chance = self._voice.probability(self._sound[begin : begin + FRAME_SAMPLES])
            self._heard += FRAME_SAMPLES
            span = self._segmenter.push(chance)
            if span is not None:
                self._finalise(span)
        keep_from = self._segmenter.keep_from() * FRAME_SAMPLES
        if keep_from > self._sound_from:
            self._sound = self._sound[keep_from - self._sound_from :]
            self._sound_from = keep_from

    def _samples(self, span: Span) -> Samples:
        begin = span.start * FRAME_SAMPLES - self._sound_from
        return self._sound[begin : span.end * FRAME_SAMPLES - self._sound_from]

    def _decoded_words(self, span: Span) -> list[tuple[str, float]]:
        """The words of ``span`` with their probabilities; what is known of it is used again."""
        before = self._hypothesis
        if before is None or before.span != span:
            known = before is not None and before.span.start == span.start
            draft = before.decoded.tokens if before is not None and known else ()
            decoded = self._models.decoder.decode(self._samples(span), draft)
            self._hypothesis = before = _Hypothesis(span, decoded)
        return self._models.decoder.vocabulary.words(before.decoded)

    def _line(self, span: Span, text: str, *, final: bool) -> Line:
        end_ms = min(span.end * FRAME_MS, self.received_ms)
        return Line(
            id=span.id, text=text, start_ms=span.start * FRAME_MS, end_ms=end_ms, final=final
        )

    def _finalise(self, span: Span) -> None:
        found = self._decoded_words(span)
        self._hypothesis = None
        if not found:
            return
        texts = [text for text, _ in found]
        times = self._models.aligner.align(samples_to_pcm(self._samples(span)), texts)
        offset = span.start * FRAME_MS
        for (text, confidence), (start, end) in zip(found, times, strict=True):
            self._words.append(
                Word(
                    text=text,
                    start_ms=min(offset + start, self.received_ms),
                    end_ms=min(offset + end, self.received_ms),
                    confidence=round(confidence, 3),
                )
            )
        self._lines.append(self._line(span, " ".join(texts), final=True))
