"""Seven people who might come, and one of everything that addresses name: all of the student's or,
where a tutor makes it, of the student's tutor's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import DataExport, NotificationKind, Role, Status, User
from accounts.notifications.services import notification_send
from accounts.notifications.unsubscribe import unsubscribe_token
from accounts.privacy.exports import SALT as EXPORT_SALT
from accounts.tokens import token_for
from history.models import Activity
from history.services import history_record
from learnenglish.tests.access.routes import Route
from speaking.selectors import AUDIO_SALT
from texts.reviews.services import card_keep_word
from texts.tests.making import word
from tutoring.services.classes import class_create
from tutoring.services.codes import code_of
from tutoring.services.enrolments import enrolment_create
from tutoring.services.feedback import feedback_give, note_add
from tutoring.services.invitations import invitation_create
from tutoring.services.recommendations import recommendation_draft, recommendation_publish
from tutoring.tests.making import recording, topic

# The order of the letters in a row.
PEOPLE = (
    "anonymous",
    "student",
    "other student",
    "tutor of the student",
    "other tutor",
    "admin",
    "suspended",
)
JWT_PATHS = ("/api/", "/auth/")
# Serves files alone, and hands every request from thread to thread: no address is behind it.
FILES = "servestatic.middleware.ServeStaticMiddleware"
DOORS = ("/accounts/login", "/admin/login")


@dataclass(frozen=True)
class World:
    """``arguments``: what fills an address, by its name or by ``route:name``."""

    people: Mapping[str, User | None]
    arguments: Mapping[str, object]

    def body(self, route: Route) -> dict[str, Any]:
        """What is sent along, where an empty body would be refused before anybody looks whose
        thing it is about."""
        session, resource = str(self.arguments["session_id"]), str(self.arguments["resource_id"])
        student = str(self.arguments["student_id"])
        bodies: dict[str, dict[str, Any]] = {
            "notification": {"read": True},
            "history-validation": {"status": "VALIDATED"},
            "reviews-judge": {"card_type": "RECALL", "answer": "breathe"},
            "reviews-grade": {
                "client_id": str(uuid4()),
                "card_type": "RECALL",
                "rating": 3,
                "reviewed_at": timezone.now().isoformat(),
            },
            "tutor-ratings": {"resource_id": resource, "stars": 4},
            "tutor-feedback-list": {"session_id": session, "text": "Good."},
            "tutor-student-notes": {"text": "Shy."},
            "tutor-session-scores": {"dimension": "grammar", "score": 70, "reason": "Clear."},
            "tutor-assignments": {"topic_id": str(self.arguments["topic_id"])},
            "tutor-lesson": {"session_id": session, "resource_id": resource},
            "portal:class-change": {"end": "1"},
            "portal:note": {"text": "Shy."},
            "portal:score": {"dimension": "grammar", "score": "70", "reason": "Clear."},
            "tutoring:feedback": {"student_id": student},
        }
        return bodies.get(route.name, {})

    def url(self, route: Route) -> str:
        filled = {
            name: self.arguments.get(f"{route.name}:{name}", self.arguments.get(name, uuid4()))
            for name in route.arguments
        }
        return reverse(route.name, kwargs=filled)


def world_make() -> World:
    def person(name: str, role: str = Role.STUDENT) -> User:
        return User.objects.create_user(f"{name}@example.com", None, display_name=name, role=role)

    student, tutor = person("student"), person("tutor", Role.TUTOR)
    enrolment_create(tutor=tutor, student=student)
    people = {
        "anonymous": None,
        "student": student,
        "other student": person("other"),
        "tutor of the student": tutor,
        "other tutor": person("other-tutor", Role.TUTOR),
        "admin": person("admin", Role.ADMIN),
        "suspended": person("suspended"),
    }
    return World(people=people, arguments=_arguments(student, tutor))


def _arguments(student: User, tutor: User) -> dict[str, object]:
    resource, session = word(), recording(student, audible=True)
    entry = history_record(user=student, kind=Activity.LOOKUP, text_resource_id=resource.pk)
    notification_send(user=student, kind=NotificationKind.FEEDBACK, key="1", payload={})
    export = DataExport.objects.create(
        user=student,
        status="READY",
        expires_at=timezone.now() + timedelta(days=1),
        file=default_storage.save("exports/access.zip", ContentFile(b"PK")),
    )
    draft = recommendation_draft(tutor=tutor, student_id=student.pk, title="Read")
    published = recommendation_draft(tutor=tutor, student_id=student.pk, title="Write")
    recommendation_publish(tutor=tutor, recommendation_id=published.pk)
    invitation = invitation_create(tutor=tutor)
    return {
        "resource_id": resource.pk,
        "topic_id": topic().pk,
        "session_id": session.pk,
        "student_id": student.pk,
        "entry_id": entry.pk,
        "card_id": card_keep_word(user=student, text="breathe").pk,
        "notification_id": student.notifications.latest("pk").pk,
        "recommendation_id": published.pk,
        "portal:recommendation:recommendation_id": draft.pk,
        "tutor-recommendation:recommendation_id": draft.pk,
        "note_id": note_add(tutor=tutor, student_id=student.pk, text="Shy.").pk,
        "feedback_id": feedback_give(tutor=tutor, session_id=session.pk, text="Good.").pk,
        "class_id": class_create(tutor=tutor, name="Evening").pk,
        "invitation_id": invitation.pk,
        "code": code_of(invitation.pk),
        "speaking:audio:token": signing.dumps(str(session.pk), salt=AUDIO_SALT),
        "speaking:peaks:token": signing.dumps(str(session.pk), salt=AUDIO_SALT),
        "notifications:unsubscribe:token": unsubscribe_token(user=student),
        "me-export-file:token": signing.dumps(str(export.pk), salt=EXPORT_SALT),
        "account_confirm_email:key": "nonsense",
        "account_reset_password_from_key:key": "set-password",
        "account_reset_password_from_key:uidb36": "1",
        "pk": 1,
        "app_label": "accounts",
        "url": "nowhere",
        "content_type_id": 1,
        **{
            f"admin:{label}_{page}:object_id": pk
            for label, pk in {
                "accounts_user": student.pk,
                "texts_textresource": resource.pk,
                "speaking_speakresource": session.pk,
                "history_userhistory": entry.pk,
            }.items()
            for page in ("change", "delete", "history")
        },
    }


def cookies_read(text: str) -> SimpleCookie:
    cookies: SimpleCookie = SimpleCookie()
    for name, morsel in SimpleCookie(text).items():
        cookies[name] = morsel.value
    return cookies


class Visitor:
    """One of the people, with a browser's session for pages and an app's token for the API.

    Who is suspended was signed in before. Nothing that a visitor does lasts.
    """

    def __init__(self, world: World, name: str) -> None:
        user = world.people[name]
        self.world = world
        self.client, self.headers = Client(raise_request_exception=False), {}
        self.app = Client(raise_request_exception=False)
        if user is not None:
            self.client.force_login(user)
            self.headers = {"Authorization": f"Bearer {token_for(user).access_token}"}
        if name == "suspended" and user is not None:
            user.status = Status.SUSPENDED
            user.save()
        self.cookies = self.client.cookies.output(header="")

    def ask(self, method: str, route: Route) -> str:
        """One letter: ``y`` let in (be it to be told what is missing), ``L`` sent to the sign-in
        page, ``1`` 401, ``3`` 403, ``4`` 404, ``5`` 405, ``X`` anything that must not be."""
        url = self.world.url(route)
        for_app = url.startswith(JWT_PATHS)
        more: dict[str, Any] = {"headers": self.headers if for_app else {}}
        if method != "GET":
            more["data"] = self.world.body(route)
        if for_app and method != "GET":
            more["content_type"] = "application/json"
        client = self.app if for_app else self.client
        client.cookies = cookies_read("" if for_app else self.cookies)
        with transaction.atomic():
            answer = getattr(client, method.lower())(url, **more)
            transaction.set_rollback(True)
        if answer.status_code in (301, 302):
            target = answer.headers["Location"]
            # The admin sends whoever asks for what is not theirs to its first page.
            absent = target == "/admin/" and route.name.startswith("admin:")
            return "L" if target.startswith(DOORS) else "4" if absent else "y"
        if answer.status_code >= 500 and answer.status_code not in (501, 503):
            return "X"
        return {401: "1", 403: "3", 404: "4", 405: "5", 429: "X"}.get(answer.status_code, "y")
