"""The grammar checker Harper, quietened to what helps learners."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock

from harper import Dialect, Lint, Linter, SuggestionKind

from texts.content import Correction
from texts.lexicon import Lexicon
from texts.nlp.offline.falsealarms import is_false_alarm
from texts.nlp.offline.learner.harper_rules import HARPER_RULES_OFF
from texts.nlp.offline.lintcategories import (
    SILENT_KINDS,
    SILENT_RULES,
    category_of,
    explanation_of,
    topic_of,
)
from texts.nlp.offline.spellcheck import spelling_choices

_DIALECTS = {
    "en-US": Dialect.AMERICAN,
    "en-GB": Dialect.BRITISH,
    "en-AU": Dialect.AUSTRALIAN,
    "en-CA": Dialect.CANADIAN,
    "en-IN": Dialect.INDIAN,
}
_MAX_ALTERNATIVES = 3


class HarperChecker:
    """One linter of one dialect. A linter takes one call at a time, hence the lock.

    Construction takes about a second; a sentence takes about 4 ms.
    """

    def __init__(self, dialect: str, lexicon: Lexicon) -> None:
        self._linter = Linter(_DIALECTS.get(dialect, Dialect.AMERICAN))
        config = dict(self._linter.get_lint_config())
        config.update({rule: False for rule in SILENT_RULES | HARPER_RULES_OFF if rule in config})
        self._linter.set_lint_config(config)
        self._lock = Lock()
        self._lexicon = lexicon

    def corrections(self, text: str) -> list[Correction]:
        """Corrections in order of position; they may overlap."""
        with self._lock:
            # Sorting by rule is most of the work where nothing is found, which is the rule; what
            # was found is kept by the linter and costs nothing the second time.
            if not self._linter.lint(text, language="plaintext"):
                return []
            found = self._linter.organized_lints(text, language="plaintext")
        made = [
            self._correction(text, rule, lint) for rule, lints in found.items() for lint in lints
        ]
        return sorted((c for c in made if c is not None), key=lambda c: (c.start, c.end))

    def _correction(self, text: str, rule: str, lint: Lint) -> Correction | None:
        if lint.lint_kind in SILENT_KINDS:
            return None
        start, end = lint.span.start, lint.span.end
        original = text[start:end]
        if is_false_alarm(self._lexicon, rule, text, start, end):
            return None
        choices = _choices(original, lint)
        if rule == "SpellCheck":
            choices = spelling_choices(self._lexicon, text, start, original, choices)
        choices = [choice for choice in choices if choice != original]
        if not choices:
            return None
        category = category_of(rule, lint.lint_kind, original, choices[0])
        return Correction(
            start=start,
            end=end,
            original=original,
            corrected=choices[0],
            category=category,
            explanation=explanation_of(rule, lint.message, original, choices[0]),
            rule=f"harper:{rule}",
            alternatives=tuple(choices[1 : 1 + _MAX_ALTERNATIVES]),
            topic=topic_of(rule, category),
        )


_APPLY: dict[SuggestionKind, Callable[[str, str], str]] = {
    SuggestionKind.REPLACE: lambda original, text: text,
    SuggestionKind.REMOVE: lambda original, text: "",
    SuggestionKind.INSERT_AFTER: lambda original, text: original + text,
}


def _choices(original: str, lint: Lint) -> list[str]:
    made = [_APPLY[s.kind](original, s.replacement_text) for s in lint.suggestions]
    return list(dict.fromkeys(made))


_LOCKS: dict[str, Lock] = {dialect: Lock() for dialect in _DIALECTS}


@cache
def _checker(dialect: str, lexicon: Lexicon) -> HarperChecker:
    return HarperChecker(dialect, lexicon)


def get_checker(dialect: str, lexicon: Lexicon) -> HarperChecker:
    """The shared checker of ``dialect`` (BCP 47; unknown tags count as en-US)."""
    known = dialect if dialect in _DIALECTS else "en-US"
    with _LOCKS[known]:
        return _checker(known, lexicon)
