"""An engine that may fail, and the one that answers in its place: never without saying so."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from learnenglish.common.outage import PAUSE_S, Outage
from texts.content import Correction
from texts.nlp.base import Analysis, Detection, EngineError, Kind, TextEngine

T = TypeVar("T")
_log = logging.getLogger(__name__)


class StandInEngine:
    """``engine``, with the reason why it answers and not the one that was configured."""

    def __init__(self, engine: TextEngine, reason: str) -> None:
        self._engine = engine
        self.reason = reason
        self.name = engine.name

    def warm_up(self) -> None:
        self._engine.warm_up()

    def detect(self, query: str) -> Detection:
        return self._engine.detect(query)

    def analyse(self, query: str, *, kind: Kind | None = None) -> Analysis:
        """The engine's own answer; ``fallback_reason`` tells why it is this engine's."""
        return replace(self._engine.analyse(query, kind=kind), fallback_reason=self.reason)

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        return self._engine.check(text, dialect=dialect)

    def level(self, word: str) -> str | None:
        return self._engine.level(word)


class FallbackEngine:
    """``primary`` as long as it answers, ``reserve`` where it does not.

    An answer of the reserve has its own provenance and a ``fallback_reason``; its corrections
    name their own rules. A text that is at fault itself (too long, not English) is refused by the
    reserve as well, so that error is what the caller sees.

    After a failure that may pass, the primary is left in peace for ``pause_s`` seconds: nobody
    else needs to wait for the same time-out. ``clock`` gives seconds.
    """

    def __init__(
        self,
        primary: TextEngine,
        reserve: TextEngine,
        *,
        pause_s: float = PAUSE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = primary.name
        self._primary = primary
        self._reserve = reserve
        self._outage = Outage(pause_s=pause_s, clock=clock)

    def warm_up(self) -> None:
        """Both: the reserve has to be there when it is needed."""
        self._reserve.warm_up()
        self._primary.warm_up()

    def detect(self, query: str) -> Detection:
        return self._either(lambda engine: engine.detect(query))

    def analyse(self, query: str, *, kind: Kind | None = None) -> Analysis:
        return self._either(lambda engine: engine.analyse(query, kind=kind))

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        return self._either(lambda engine: engine.check(text, dialect=dialect))

    def level(self, word: str) -> str | None:
        return self._reserve.level(word)

    def _either(self, ask: Callable[[TextEngine], T]) -> T:
        message = self._outage.message
        if not message:
            try:
                return ask(self._primary)
            except EngineError as error:
                message = error.message
                _log.warning("the %s engine did not answer: %s", self.name, error.code)
                if error.retryable:
                    self._outage.begin(message)
        reason = f"{message} The {self._reserve.name} engine answered instead."
        return ask(StandInEngine(self._reserve, reason))
