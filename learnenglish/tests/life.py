"""A learner with a life: something on every page."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from history.models import Activity
from history.services import history_record
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from speaking.steps import session_evaluate, session_transcribed
from speaking.stt.base import Transcript, Word
from texts.reviews.models import ReviewCard
from texts.reviews.tests.making import card_of
from texts.services import text_process

SAID = "Yesterday I go to the market and I buyed two breads because my sister like it very much"


@dataclass(frozen=True, slots=True)
class Life:
    user: User
    card: ReviewCard
    session: SpeakResource


def live(user: User) -> Life:
    """Look-ups, a card, a recording with its result, history, and its notification."""
    card = card_of(user, "sigh")
    for query in ("gave up", "She have two childs.", "since or for?"):
        text_process(user=user, query=query)
    topic = Topic.objects.create(
        title="At the market",
        mode=Mode.FREE_TALK,
        level="A2",
        slug="at-the-market",
        summary="Buy food.",
        prompt="Say what you buy.",
    )
    session = SpeakResource.objects.create(
        user=user, topic=topic, status=SessionStatus.STREAMING, mode=Mode.FREE_TALK
    )
    words = tuple(
        Word(text=word, start_ms=number * 500, end_ms=number * 500 + 400, confidence=0.9)
        for number, word in enumerate(SAID.split())
    )
    transcript = Transcript(
        text=SAID, words=words, duration_ms=9000, provider="offline", model="tiny-en"
    )
    session_transcribed(session_id=session.pk, transcript=transcript)
    session_evaluate(session_id=session.pk)
    history_record(user=user, kind=Activity.SEARCH, query="verbs")
    return Life(user=user, card=card, session=session)
