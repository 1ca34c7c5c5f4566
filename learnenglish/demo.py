"""Demo accounts for a first look: a student, their tutor, an admin."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from accounts.models import Plan, Role, User
from learnenglish.demo_lesson import lesson_create
from tutoring.services.enrolments import enrolment_create

PEOPLE = (
    ("student@example.com", "Sofia Student", Role.STUDENT),
    ("tutor@example.com", "Tomás Tutor", Role.TUTOR),
    ("admin@example.com", "Ada Admin", Role.ADMIN),
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    email: str
    password: str
    role: str


def demo_create() -> list[DemoAccount]:
    """The accounts with their passwords, which nobody can read again; empty where not wanted.

    They are made only with DEBUG on and while there is nobody at all. The passwords are random:
    a machine that turns out to be reachable has no door that everyone knows.
    """
    if not settings.DEBUG or User.objects.exists():
        return []
    accounts, people = [], dict[str, User]()
    with transaction.atomic():
        for email, name, role in PEOPLE:
            password = secrets.token_urlsafe(9)
            people[role] = User.objects.create_user(
                email, password, display_name=name, role=role, plan=Plan.PREMIUM, cefr_level="B1"
            )
            accounts.append(DemoAccount(email, password, role))
        enrolment_create(tutor=people[Role.TUTOR], student=people[Role.STUDENT])
    # The engines take a while: not inside the transaction.
    lesson_create(tutor=people[Role.TUTOR], student=people[Role.STUDENT])
    return accounts
