"""What the demo accounts find: something said, and what a tutor made of it.

The recording is spoken by the site's own voice and judged by its own engines, as any other.
"""

from __future__ import annotations

import io
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from speaking.engines import offline_recogniser
from speaking.models import SpeakResource, Topic
from speaking.services import session_begin, session_create, session_processing
from speaking.speech import speech_say
from speaking.spool import spool_of
from speaking.steps import recording_store, session_evaluate, session_transcribed
from speaking.uploads import recording_decode
from texts.models import ResourceKind, TextResource
from tutoring.services.classes import assignment_create, class_create
from tutoring.services.codes import code_of
from tutoring.services.feedback import feedback_give, score_override
from tutoring.services.invitations import invitation_accept, invitation_create
from tutoring.services.recommendations import recommendation_draft, recommendation_publish

SAID = (
    "Last weekend I have visited my grandmother. She live in a small village near the sea. "
    "We cooked together and she told me many funny story about my father when he was child. "
    "In the evening we walked to the beach, and it was very beautiful. I want to go there again.",
    "My favourite hobby is cooking. I learned it from my mother when I was ten years old. "
    "Every Sunday I make a big lunch for all my friends, and they bring the dessert.",
)
READ_NEXT = "topic:past-simple-regular-verbs"


def lesson_create(*, tutor: User, student: User) -> None:
    """Two recordings, one of them answered; a recommendation, a draft, and a class with a task."""
    topics = list(Topic.objects.filter(is_published=True, level="A2", mode="free_talk")[:3])
    if len(topics) < 3:
        return
    answered = _speak(student, topics[0], SAID[0])
    _speak(student, topics[1], SAID[1])
    words = (answered.transcript or {}).get("words", [])
    moment = words[len(words) // 8]["start_ms"] if words else None
    feedback_give(
        tutor=tutor,
        session_id=answered.pk,
        moment_ms=moment,
        text="It is over, so say “I visited my grandmother”.",
    )
    feedback_give(tutor=tutor, session_id=answered.pk, text="A lovely story: I could see the sea!")
    score_override(
        tutor=tutor,
        session_id=answered.pk,
        dimension="vocabulary",
        score=70,
        reason="You found a word for everything you wanted to say.",
    )
    _recommend(tutor, student)
    group = class_create(tutor=tutor, name="Tuesday evening")
    code = code_of(invitation_create(tutor=tutor, group=group, days=60, max_uses=40).pk)
    invitation_accept(student=student, code=code)
    due = timezone.localdate() + timedelta(days=7)
    assignment_create(by=tutor, class_id=group.pk, topic_id=topics[2].pk, due=due)


def _recommend(tutor: User, student: User) -> None:
    resource = TextResource.objects.filter(
        kind=ResourceKind.GRAMMAR, normalised=READ_NEXT, created_by=None
    ).first()
    if resource is not None:
        made = recommendation_draft(
            tutor=tutor,
            student_id=student.pk,
            resource_id=resource.pk,
            note="Read it before Tuesday, and find three examples from your weekend.",
        )
        recommendation_publish(tutor=tutor, recommendation_id=made.pk)
    recommendation_draft(
        tutor=tutor,
        student_id=student.pk,
        title="Write about your grandmother",
        body="Five sentences: what did you do, and what did she tell you?",
    )


def _speak(student: User, topic: Topic, text: str) -> SpeakResource:
    pcm = recording_decode(
        io.BytesIO(speech_say(text=text).audio), max_ms=settings.SPEAK_MAX_DURATION_MS
    ).pcm
    session = session_create(user=student, topic_id=topic.pk)
    begun = session_begin(user=student, session_id=session.pk, config={})
    spool = spool_of(session.pk)
    spool.open(begun.fence)
    spool.append(pcm)
    spool.close()
    session_processing(session_id=session.pk, fence=begun.fence)
    transcript = offline_recogniser().transcribe(pcm, language=session.language, pause_ms=1000)
    session_transcribed(session_id=session.pk, transcript=transcript)
    recording_store(session_id=session.pk)
    session_evaluate(session_id=session.pk)
    session.refresh_from_db()
    return session
