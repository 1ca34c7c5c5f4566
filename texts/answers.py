"""Where the answers of models are kept: the cache, without a word of who asked."""

from __future__ import annotations

from django.core.cache import caches

from learnenglish.common.metrics import CACHE_ANSWERS

_KEPT_SECONDS = 30 * 24 * 3600


class CachedAnswers:
    """An ``AnswerStore``. Without CACHE_URL it lasts as long as the process."""

    def get(self, key: str) -> str | None:
        value: str | None = caches["answers"].get(key)
        CACHE_ANSWERS.labels("answers", "miss" if value is None else "hit").inc()
        return value

    def keep(self, key: str, value: str) -> None:
        caches["answers"].set(key, value, timeout=_KEPT_SECONDS)
