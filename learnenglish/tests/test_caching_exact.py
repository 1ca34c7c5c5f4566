"""After every kind of write the next reader sees what an empty cache would show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from accounts.models import Role, User
from accounts.privacy.leaving import account_anonymise
from history.models import Activity, UserHistory, Validation
from history.services import history_clear, history_record
from history.validation import history_validate
from learnenglish.tests.life import Life, live
from speaking.drills.models import DrillAttempt, DrillOutcome
from speaking.services import session_delete
from texts.content import content_dump, content_load
from texts.models import ResourceKind, ResourceStatus, TextResource
from texts.quality.services import resource_rate, resources_moderate
from texts.rating_job import ratings_recalculate
from texts.reviews.grading import grade_undo
from texts.reviews.services import card_delete
from texts.reviews.tests.making import answer
from texts.search.index import documents_rewrite
from texts.search.selectors import SearchRequest, resource_search
from texts.services import text_process
from texts.tests.making import word
from tutoring.progress.models import DailyProgress
from tutoring.progress.rollup import progress_roll_up
from tutoring.progress.summary import progress_summary
from tutoring.progress.tests.making import days_ago, spoke
from tutoring.progress.today import today_get
from tutoring.services.enrolments import enrolment_create

pytestmark = pytest.mark.django_db
QUERIES = ("", "market")
NO_CACHE = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}


def seen(user: User, *others: User) -> list[Any]:
    """All that is read through the cache, as it is shown; of ``others`` their searches."""
    shown: list[Any] = []
    for one in (user, *others):
        for query in QUERIES:
            page = resource_search(user=one, wanted=SearchRequest(q=query))
            shown.append(
                [(found.resource.text, found.tag, found.snippet) for found in page.results]
            )
            shown += [page.count, page.facets, page.showing_for, page.suggestions, page.relaxed]
    summary = progress_summary(user=user)
    shown += [summary.totals, summary.days, summary.goals, summary.memory, summary.sounds]
    shown += [summary.streak, summary.errors, summary.cefr.sessions, today_get(user=user)]
    return shown


def in_truth(*people: User) -> list[Any]:
    with override_settings(CACHES={**settings.CACHES, "shared": NO_CACHE}):
        return seen(*people)


def writes(life: Life, tutor: User, admin: User) -> Iterator[tuple[str, Callable[[], object]]]:
    """What may change what is seen, one after the other."""
    user, tables = life.user, (TextResource._meta.db_table, UserHistory._meta.db_table)
    sigh = TextResource.objects.get(text="sigh")

    def statement(sql: str) -> Callable[[], object]:
        def run() -> None:
            with connection.cursor() as cursor:
                cursor.execute(sql)

        return run

    def edit() -> None:
        content = content_load(sigh.content)
        sigh.content = content_dump(content) | {"summary": "What a friend of the market does."}
        sigh.save()

    yield "a new word", lambda: word("market")
    yield "an import", lambda: TextResource.objects.bulk_create([_plain("friend"), _plain("sign")])
    yield "an edit", edit
    yield "a look-up", lambda: text_process(user=user, query="I has a market.")
    yield "an update of many", lambda: TextResource.objects.filter(text="friend").update(level="A1")
    yield "a bulk update", lambda: TextResource.objects.bulk_update(_levelled("sign"), ["level"])
    yield "a statement", statement(f"UPDATE {tables[0]} SET text = 'signs' WHERE text = 'sign'")
    yield "moderation", lambda: _moderate(admin, sigh, ResourceStatus.HIDDEN)
    yield "moderation taken back", lambda: _moderate(admin, sigh, ResourceStatus.PUBLISHED)
    yield "a rating", lambda: resource_rate(tutor=tutor, resource_id=sigh.pk, stars=5)
    yield "the rating job", ratings_recalculate
    yield "search documents", lambda: documents_rewrite([sigh.pk])
    yield "a deletion", lambda: TextResource.objects.filter(text="signs").delete()
    yield "a session", lambda: spoke(user, seconds=300, words=200, errors={"tense": 3}, cefr=2)
    yield "an entry", lambda: history_record(user=user, kind=Activity.LOOKUP, query="x")
    yield "validation", lambda: _validate(tutor, user)
    yield "the roll-up", progress_roll_up
    yield "another day", lambda: spoke(user, seconds=90, when=days_ago(3))
    yield "a goal", lambda: _goal(user)
    yield "the roll-up again", progress_roll_up
    yield "a row of the roll-up", lambda: _rolled_up(user, lookups=7)
    yield "that row, changed", lambda: DailyProgress.objects.filter(lookups=7).update(lookups=8)
    yield "a review", lambda: answer(life.card)
    yield "a review taken back", lambda: grade_undo(user=user)
    yield "a drill", lambda: DrillAttempt.objects.bulk_create(_drills(user))
    yield "a history cleared", lambda: history_clear(user=user)
    yield "entries removed", statement(f"DELETE FROM {tables[1]} WHERE kind = 'LOOKUP'")
    yield "a card deleted", lambda: card_delete(user=user, card_id=life.card.pk)
    yield "a session deleted", lambda: session_delete(session=life.session)
    yield "a person who leaves", lambda: account_anonymise(user_id=user.pk)


def _plain(text: str) -> TextResource:
    kept = {"normalised": text, "content": {"type": "word", "headword": text}, "provider": "x"}
    return TextResource(kind=ResourceKind.VOCABULARY, text=text, **kept)


def _levelled(text: str) -> list[TextResource]:
    resource = TextResource.objects.get(text=text)
    resource.level = "C1"
    return [resource]


def _moderate(admin: User, resource: TextResource, status: ResourceStatus) -> None:
    resources_moderate(by=admin, resource_ids=[resource.pk], status=status)


def _validate(tutor: User, user: User) -> None:
    entry = UserHistory.objects.filter(user=user, kind=Activity.SESSION).latest("created_at")
    history_validate(by=tutor, entry_id=entry.pk, status=Validation.VALIDATED)


def _goal(user: User) -> None:
    user.daily_goal_minutes += 7
    user.save()


def _rolled_up(user: User, **figures: int) -> None:
    DailyProgress.objects.create(user=user, day=days_ago(5).date(), **figures)


def _drills(user: User) -> list[DrillAttempt]:
    known = {"contrast": "IY/IH", "target": "sheep", "other": "ship", "probability": 0.9}
    return [
        DrillAttempt(user=user, outcome=DrillOutcome.OTHER, duration_ms=900, **known)
        for _ in range(30)
    ]


# What makes no difference to what is shown, or not yet.
UNSEEN = {
    *("a rating", "validation", "search documents", "the roll-up", "the roll-up again"),
    *("a drill", "a history cleared", "a card deleted", "a session deleted"),
}


def test_after_every_write_the_next_reader_sees_it(
    student: User, other_student: User, tutor: User
) -> None:
    admin = User.objects.create_user("ada@example.com", role=Role.ADMIN)
    enrolment_create(tutor=tutor, student=student)
    life = live(student)
    people = (student, other_student)
    after = seen(*people)
    for name, write in writes(life, tutor, admin):
        before = after
        write()
        student.refresh_from_db()
        after = seen(*people)
        assert after == in_truth(*people), name
        assert (after != before) == (name not in UNSEEN), name


def test_what_is_rolled_back_is_never_seen(student: User) -> None:
    live(student)
    before = seen(student)
    with transaction.atomic():
        word("market")
        spoke(student, seconds=600)
        inside = seen(student)
        transaction.set_rollback(True)
    assert inside != before
    assert seen(student) == before == in_truth(student)
    word("market town")
    spoke(student, seconds=300)
    assert seen(student) == in_truth(student) != before
