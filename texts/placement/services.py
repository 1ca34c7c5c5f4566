"""A test from its start to its result. Its state travels with the client, signed.

Nothing is stored: the level is the learner's own to take or leave. The state is signed, not secret;
who reads the answers out of it deceives nobody but themselves.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, replace
from random import Random

from django.core import signing
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from texts.placement.bank import Question, question_ask
from texts.placement.estimate import Ability, Answer, ability_of, next_level

LENGTH = 10
MAX_AGE_S = 24 * 3600
_SALT = "texts.placement"
# The choice that says so.
UNKNOWN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """``question`` is None when the test is over. ``seed`` makes each test another one."""

    seed: int
    answers: tuple[Answer, ...] = ()
    question: Question | None = None

    @property
    def number(self) -> int:
        """Of the question that is asked now, from 1; ``LENGTH`` at the end."""
        return min(len(self.answers) + 1, LENGTH)

    @property
    def is_over(self) -> bool:
        return len(self.answers) >= LENGTH

    @property
    def ability(self) -> Ability:
        return ability_of(self.answers)


def placement_start(*, seed: int | None = None) -> Placement:
    """A test with its first question. The same ``seed`` and answers lead to the same questions."""
    return _asked(Placement(seed=secrets.randbits(32) if seed is None else seed))


def placement_answer(*, placement: Placement, choice: int) -> Placement:
    """The test after the option ``choice`` (from 0; ``UNKNOWN``) was taken.

    Raises DomainError ``placement_over`` or ``placement_choice_invalid``.
    """
    question = placement.question
    if question is None:
        raise DomainError("placement_over", _("This test is over. Begin another."), status=409)
    if choice not in range(UNKNOWN, len(question.options)):
        raise DomainError("placement_choice_invalid", _("There is no such option."), field="choice")
    known = None if choice == UNKNOWN else choice == question.right
    answer = Answer(word=question.word, level=question.level, known=known)
    return _asked(replace(placement, answers=(*placement.answers, answer), question=None))


def placement_token(*, placement: Placement) -> str:
    """What brings the test back: signed, compressed text."""
    return signing.dumps(asdict(placement), salt=_SALT, compress=True)


def placement_read(*, token: str) -> Placement:
    """The test of ``token``. Raises DomainError ``placement_token_invalid``."""
    try:
        state = signing.loads(token, salt=_SALT, max_age=MAX_AGE_S)
        question = state["question"]
        return Placement(
            seed=state["seed"],
            answers=tuple(Answer(**answer) for answer in state["answers"]),
            question=Question(**{**question, "options": tuple(question["options"])})
            if question
            else None,
        )
    except (signing.BadSignature, KeyError, TypeError, ValueError) as error:
        raise DomainError(
            "placement_token_invalid", _("This test is too old or was changed. Begin another.")
        ) from error


def _asked(placement: Placement) -> Placement:
    if placement.is_over:
        return placement
    random = Random(f"{placement.seed}:{len(placement.answers)}")  # noqa: S311 (no secret)
    question = question_ask(
        level=next_level(placement.answers),
        asked={answer.word for answer in placement.answers},
        random=random,
    )
    return replace(placement, question=question)
