"""Notifications by mail: one mail for all that is due, each thing once, left with one click."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from accounts.models import Notification, NotificationKind, Status, User
from accounts.notifications.delivery import CLAIM_LASTS, mail_send, mails_send
from accounts.notifications.mail import notification_mail
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import preference_of, preference_set
from accounts.notifications.services import notification_send
from accounts.notifications.unsubscribe import ALL, unsubscribe_token
from accounts.tasks import notification_deliver

pytestmark = pytest.mark.django_db


def tell(
    user: User, key: str = "one", kind: NotificationKind = NotificationKind.FEEDBACK
) -> Notification:
    notification_send(user=user, kind=kind, key=key, payload={"title": key, "url": "/speak"})
    return Notification.objects.get(user=user, kind=kind, key=key)


def eight_oclock_comes() -> None:
    Notification.objects.exclude(mail_due_at=None).update(mail_due_at=timezone.now())


def test_a_digest_is_one_mail_with_everything_and_comes_once(student: User) -> None:
    for key in ("Monday", "Tuesday", "Wednesday"):
        tell(student, key)
    assert mails_send() == 0
    eight_oclock_comes()
    assert mails_send() == 1
    (sent,) = mail.outbox
    assert sent.to == [student.email]
    assert sent.subject == "3 things wait for you"
    assert isinstance(sent, EmailMultiAlternatives)
    html = str(sent.alternatives[0][0])
    for text in (str(sent.body), html):
        assert all(day in text for day in ("Monday", "Tuesday", "Wednesday"))
        assert "http://localhost:8000/speak" in text
    assert mails_send() == 0
    assert len(mail.outbox) == 1


def test_what_cannot_wait_is_mailed_at_once_and_takes_along_nothing_that_can(
    student: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    tell(student, "waits")
    with django_capture_on_commit_callbacks(execute=True):
        urgent = tell(student, "now", NotificationKind.EXPORT_READY)
    (sent,) = mail.outbox
    assert sent.subject == "The copy of your data is ready to download."
    assert "waits" not in str(sent.body)
    notification_deliver(str(urgent.pk))
    assert len(mail.outbox) == 1


def test_a_delivery_for_what_is_gone_does_nothing(student: User) -> None:
    row = tell(student, kind=NotificationKind.EXPORT_READY)
    pk = str(row.pk)
    row.delete()
    notification_deliver(pk)
    assert mail.outbox == []


def test_two_workers_do_not_send_the_same_mail(student: User) -> None:
    tell(student, kind=NotificationKind.EXPORT_READY)
    # The other worker has just taken it in hand.
    Notification.objects.update(mail_claimed_at=timezone.now())
    assert not mail_send(user_id=student.pk)
    assert mail.outbox == []


def test_a_worker_killed_in_the_middle_loses_no_mail_and_its_mail_is_known_again(
    student: User,
) -> None:
    row = tell(student, kind=NotificationKind.EXPORT_READY)
    lost = notification_mail(student, [row]).extra_headers["Message-ID"]
    Notification.objects.update(mail_claimed_at=timezone.now() - CLAIM_LASTS - timedelta(seconds=1))
    assert mails_send() == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == lost


def test_a_mail_server_that_is_down_delays_the_mail(student: User, settings: Settings) -> None:
    tell(student, kind=NotificationKind.EXPORT_READY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert mails_send() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert mails_send() == 1
    assert mails_send() == 0


def test_an_address_that_nobody_confirmed_gets_no_mail(student: User, with_mail: None) -> None:
    tell(student, kind=NotificationKind.EXPORT_READY)
    assert mails_send() == 0
    assert mail.outbox == []


def test_somebody_who_was_suspended_since_gets_no_mail(student: User) -> None:
    tell(student, kind=NotificationKind.EXPORT_READY)
    student.status = Status.SUSPENDED
    student.save()
    assert mails_send() == 0
    assert mails_send() == 0


def test_a_mail_program_leaves_with_one_click_and_without_signing_in(student: User) -> None:
    tell(student)
    tell(student, kind=NotificationKind.REVIEWS_DUE)
    eight_oclock_comes()
    Notification.objects.filter(kind=NotificationKind.REVIEWS_DUE).delete()
    mails_send()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    # As a mail program posts: from nowhere, with no cookie and no CSRF token.
    program = Client(enforce_csrf_checks=True)
    answer = program.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    feedback = preference_of(user=student, kind=NotificationKind.FEEDBACK)
    assert (feedback.in_app, feedback.mail) == (True, MailWhen.NEVER)
    reviews = preference_of(user=student, kind=NotificationKind.REVIEWS_DUE)
    assert reviews.mail == MailWhen.DIGEST
    assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_looking_at_the_link_leaves_nothing_yet(student: User, client: Client) -> None:
    answer = client.get(f"/notifications/unsubscribe/{unsubscribe_token(user=student)}")
    assert answer.status_code == 200
    assert preference_of(user=student, kind=NotificationKind.FEEDBACK).mail == MailWhen.DIGEST


def test_a_digest_of_several_kinds_leaves_them_all(student: User, client: Client) -> None:
    tell(student)
    client.post(f"/notifications/unsubscribe/{unsubscribe_token(user=student, kind=ALL)}")
    assert preference_of(user=student, kind=NotificationKind.PLAN_EXPIRING).mail == MailWhen.NEVER
    eight_oclock_comes()
    assert mails_send() == 0


@pytest.mark.parametrize("token", ["nonsense", "WyJhIl0:1:b"])
def test_a_link_that_is_not_ours_changes_nothing(client: Client, token: str) -> None:
    for ask in (client.get, client.post):
        answer = ask(f"/notifications/unsubscribe/{token}")
        assert answer.status_code == 404
        assert "not complete" in answer.content.decode()


def test_a_kind_wanted_at_once_is_mailed_at_once(
    student: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    preference_set(user=student, kind=NotificationKind.FEEDBACK, mail=MailWhen.AT_ONCE)
    with django_capture_on_commit_callbacks(execute=True):
        tell(student)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_at_once_one_sends(student: User) -> None:
    tell(student, kind=NotificationKind.EXPORT_READY)
    Notification.objects.update(mailed_at=None, mail_claimed_at=None)
    mail.outbox.clear()
    together, sent = Barrier(4), []

    def worker() -> None:
        together.wait()
        try:
            sent.append(mail_send(user_id=student.pk))
        finally:
            connection.close()

    threads = [Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(sent) == [False, False, False, True]
    assert len(mail.outbox) == 1
