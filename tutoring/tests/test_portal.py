"""The pages of tutors and admins: who gets in, what they show, what they let nobody do."""

from __future__ import annotations

import csv
import io

import pytest
from django.contrib import admin as django_admin
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from openpyxl import load_workbook

from accounts.models import User
from conftest import PASSWORD
from tutoring.models import Class, Enrolment, Recommendation, TutorNote
from tutoring.services.classes import class_create
from tutoring.services.codes import code_of
from tutoring.services.enrolments import enrolment_create
from tutoring.services.invitations import invitation_accept, invitation_create
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db

STUDENTS = "/admin/tutor/students"
PAGES = [
    "/admin/",
    STUDENTS,
    "/admin/tutor/recordings",
    "/admin/tutor/ratings",
    "/admin/tutor/classes",
    "/admin/tutor/invitations",
]
ADMINS_PAGES = ["/admin/tutor/engines", "/admin/tutor/agreement"]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("address", [*PAGES, *ADMINS_PAGES])
def test_who_is_let_in(
    client: Client, tutor: User, admin: User, student: User, address: str
) -> None:
    assert client.get(address).status_code == 302
    client.force_login(student)
    assert client.get(address).status_code in (302, 403)
    client.force_login(tutor)
    assert client.get(address).status_code == (403 if address in ADMINS_PAGES else 200)
    client.force_login(admin)
    assert client.get(address).status_code == 200


def test_the_admin_has_a_policy_of_its_own_without_inline_scripts(
    client: Client, tutor: User
) -> None:
    client.force_login(tutor)
    policy = client.get("/admin/")["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts == "script-src 'self' 'unsafe-eval'"
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in client.get("/")["Content-Security-Policy"]


@override_settings(MFA_REQUIRED_ROLES=["TUTOR"])
def test_a_role_that_needs_a_second_factor_gets_no_further_without_it(
    client: Client, tutor: User
) -> None:
    client.force_login(tutor)
    for address in PAGES:
        assert client.get(address)["Location"] == reverse("mfa_index")


def test_every_model_in_the_admin_has_its_pages(client: Client, admin: User) -> None:
    client.force_login(admin)
    for model in django_admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"{name}_changelist")).status_code == 200, name
        assert client.get(reverse(f"{name}_add")).status_code in (200, 403), name


def test_no_secret_of_a_person_is_in_the_admin() -> None:
    shown = {model._meta.label for model in django_admin.site._registry}
    assert not shown & {"mfa.Authenticator", "socialaccount.SocialToken", "account.EmailAddress"}


def test_a_tutor_s_sidebar_leads_nowhere_forbidden(client: Client, tutor: User) -> None:
    from django.test import RequestFactory

    from tutoring.portal.navigation import navigation

    request = RequestFactory().get("/admin/")
    request.user = tutor
    client.force_login(tutor)
    links = [item["link"] for group in navigation(request) for item in group["items"]]
    assert len(links) > 8
    for link in links:
        assert client.get(link).status_code == 200, link


def test_the_list_of_students_takes_at_most_twelve_queries(client: Client, tutor: User) -> None:
    for n in range(30):
        one = User.objects.create_user(f"s{n}@example.com", PASSWORD)
        enrolment_create(tutor=tutor, student=one)
        recording(one, categories=("articles",))
    client.force_login(tutor)
    with CaptureQueriesContext(connection) as captured:
        client.get(STUDENTS)
    assert len(captured) <= 12, [query["sql"][:90] for query in captured]


def test_the_list_is_searched_and_filtered(client: Client, tutor: User, mine: User) -> None:
    client.force_login(tutor)
    assert "Sofia" in page(client, f"{STUDENTS}?q=SOF&level=A2&attention=SILENT")
    assert "No student fits" in page(client, f"{STUDENTS}?attention=FALLING")
    assert "Sofia" in page(client, f"{STUDENTS}?attention=nonsense&page=nonsense")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_name_is_run_as_a_formula(client: Client, tutor: User, mine: User, name: str) -> None:
    User.objects.filter(pk=mine.pk).update(display_name=name)
    client.force_login(tutor)
    text = client.get(f"{STUDENTS}/export?format=csv").content.decode("utf-8-sig")
    _header, row = csv.reader(io.StringIO(text, newline=""))
    assert row[0] == f"'{name}"
    book = load_workbook(io.BytesIO(client.get(f"{STUDENTS}/export?format=xlsx").content))
    cell = book.worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_an_export_has_what_the_list_shows(
    client: Client, tutor: User, mine: User, other_student: User
) -> None:
    enrolment_create(tutor=tutor, student=other_student)
    client.force_login(tutor)
    answer = client.get(f"{STUDENTS}/export?q=omar")
    assert "attachment" in answer["Content-Disposition"]
    assert "Omar" in answer.content.decode()
    assert "Sofia" not in answer.content.decode()


def test_another_tutor_s_student_has_no_page(
    client: Client, other_tutor: User, mine: User, tutor: User
) -> None:
    session = recording(mine)
    group = class_create(tutor=tutor, name="Monday")
    client.force_login(other_tutor)
    for address in (
        f"{STUDENTS}/{mine.pk}",
        f"/admin/tutor/recordings/{session.pk}",
        f"/admin/tutor/classes/{group.pk}",
    ):
        assert client.get(address).status_code == 404
    for address in (
        f"{STUDENTS}/{mine.pk}/notes",
        f"{STUDENTS}/{mine.pk}/end",
        f"{STUDENTS}/{mine.pk}/recommendations",
        f"/admin/tutor/recordings/{session.pk}/comments",
        f"/admin/tutor/recordings/{session.pk}/listened",
        f"/admin/tutor/recordings/{session.pk}/scores",
        f"/admin/tutor/classes/{group.pk}/change",
    ):
        body = {
            "text": "Hm.",
            "title": "Hm.",
            "dimension": "overall",
            "score": "1",
            "reason": "Hm.",
            "end": "1",
        }
        assert client.post(address, body).status_code == 404, address


def test_one_student_s_page_shows_it_all(client: Client, tutor: User, mine: User) -> None:
    recording(mine, of=topic(), categories=("articles",))
    client.force_login(tutor)
    address = f"{STUDENTS}/{mine.pk}"
    assert client.post(f"{address}/notes", {"text": "Shy at first."}).status_code == 302
    shown = page(client, address)
    for text in ("My weekend", "Articles", "an hour", "Shy at first.", "waits for you"):
        assert text in shown
    note = TutorNote.objects.get()
    client.post(f"{address}/notes/{note.pk}/delete")
    assert not TutorNote.objects.exists()
    client.post(f"{address}/end")
    assert client.get(address).status_code == 404


def test_a_suggestion_is_published_with_its_own_reason(
    client: Client, tutor: User, mine: User
) -> None:
    topic("my-town", title="My town", level=mine.cefr_level)
    recording(mine, of=topic())
    client.force_login(tutor)
    address = f"{STUDENTS}/{mine.pk}"
    assert "You like to talk about this: leisure." in page(client, address)
    body = {
        "topic_id": str(topic("other", title="Other", level="C2").pk),
        "reason_kind": "ERRORS",
        "note": "A minute.",
    }
    client.post(f"{address}/recommendations", {**body, "publish": "1"})
    made = Recommendation.objects.get()
    assert (made.reason_kind, made.reason) == ("TUTOR", "")  # the page's word is not taken
    client.post(
        f"{address}/recommendations/{made.pk}", {"note": "Two minutes.", "due": "2999-01-01"}
    )
    made.refresh_from_db()
    assert (made.note, made.status) == ("Two minutes.", "PUBLISHED")
    client.post(f"{address}/recommendations/{made.pk}", {"dismiss": "1"})
    made.refresh_from_db()
    assert made.status == "DISMISSED"


def test_the_reason_of_a_suggestion_is_in_the_student_s_language(
    client: Client, tutor: User, mine: User
) -> None:
    mine.language = "es"
    mine.save()
    town = topic("my-town", title="My town", level=mine.cefr_level)
    recording(mine, of=topic())
    client.force_login(tutor)
    body = {"topic_id": str(town.pk), "reason_kind": "INTEREST"}
    client.post(f"{STUDENTS}/{mine.pk}/recommendations", body)
    with translation.override("es"):
        wanted = gettext("You like to talk about this: %(interest)s.") % {"interest": "leisure"}
    assert Recommendation.objects.get().reason == wanted
    assert "You like" not in wanted


def test_a_class_is_invited_set_a_topic_and_ended(
    client: Client, tutor: User, student: User
) -> None:
    client.force_login(tutor)
    client.post("/admin/tutor/classes", {"name": "Monday"})
    group = Class.objects.get()
    address = f"/admin/tutor/classes/{group.pk}"
    client.post(f"{address}/change", {"invite": "1"})
    code = code_of(group.invitations.get().pk)
    assert code in page(client, address)
    invitation_accept(student=student, code=code)
    weekend = topic()
    client.post(f"{address}/change", {"assign": "1", "topic": str(weekend.pk)})
    assert "0 of 1 have done it" in page(client, address)
    recording(student, of=weekend, overall=77)
    assert "1 of 1 have done it" in page(client, address)
    client.post(f"{address}/change", {"remove": str(student.pk)})
    client.post(f"{address}/change", {"end": "1"})
    assert "This class is over." in page(client, address)


@pytest.mark.parametrize("nonsense", ["", "7", "\x00", "not-an-id"])
def test_a_form_that_names_nobody_is_refused(client: Client, tutor: User, nonsense: str) -> None:
    client.force_login(tutor)
    group = class_create(tutor=tutor, name="Evening")
    removal = client.post(f"/admin/tutor/classes/{group.pk}/change", {"remove": nonsense})
    rating = client.post("/admin/tutor/ratings", {"resource_id": nonsense, "stars": 4})
    assert (removal.status_code, rating.status_code) == (404, 404)


def test_an_invitation_is_made_and_taken_back(client: Client, tutor: User) -> None:
    client.force_login(tutor)
    client.post("/admin/tutor/invitations", {"days": "7", "max_uses": "1"})
    made = tutor.invitations.get()
    assert f"/join/{code_of(made.pk)}" in page(client, "/admin/tutor/invitations")
    client.post(f"/admin/tutor/invitations/{made.pk}/end")
    assert code_of(made.pk) not in page(client, "/admin/tutor/invitations")
    refused = client.post("/admin/tutor/invitations", {"days": "0", "max_uses": "x"})
    assert refused.status_code == 200


def test_an_admin_enrols_and_ends(client: Client, admin: User, tutor: User, student: User) -> None:
    client.force_login(admin)
    address = "/admin/tutoring/enrolment/"
    wrong = client.post(f"{address}add/", {"tutor": str(student.pk), "student": str(tutor.pk)})
    assert wrong.status_code == 200
    client.post(f"{address}add/", {"tutor": str(tutor.pk), "student": str(student.pk)})
    enrolment = Enrolment.objects.get()
    body = {"action": "end", "_selected_action": [str(enrolment.pk)]}
    assert "1 enrolment is ended." in client.post(address, body, follow=True).content.decode()
    enrolment.refresh_from_db()
    assert enrolment.until is not None
    assert client.post(f"{address}{enrolment.pk}/delete/").status_code == 403


def test_engines_say_who_answers_and_what_it_cost(client: Client, admin: User, mine: User) -> None:
    recording(mine, stt_provider="offline", evaluator="offline 1")
    client.force_login(admin)
    shown = page(client, "/admin/tutor/engines")
    for text in ("NLP_PROVIDER", "offline: 1", "of 500,000 tokens", "None."):
        assert text in shown


def test_agreement_is_not_claimed_before_there_is_enough(client: Client, admin: User) -> None:
    client.force_login(admin)
    assert "not enough yet: 10 are needed" in page(client, "/admin/tutor/agreement")


def test_changes_in_the_admin_are_seen_and_not_changed(
    client: Client, admin: User, student: User
) -> None:
    client.force_login(admin)
    body = {"display_name": "Sofía", "role": "STUDENT", "plan": "FREE", "status": "ACTIVE"}
    client.post(f"/admin/accounts/user/{student.pk}/change/", body)
    assert client.get("/admin/admin/logentry/").status_code == 200
    assert client.get("/admin/admin/logentry/add/").status_code == 403


def test_joining_by_a_link_shows_whose_it_is_first(
    client: Client, tutor: User, student: User
) -> None:
    code = code_of(invitation_create(tutor=tutor).pk)
    assert client.get(f"/join/{code}")["Location"].startswith("/accounts/login/")
    client.force_login(student)
    assert str(tutor) in page(client, f"/join/{code}")
    assert not Enrolment.objects.exists()
    wrong = client.post("/join", {"code": "AAAAA-AAAAA"})
    assert wrong.status_code == 404
    assert "No invitation has this code" in wrong.content.decode()
    client.post("/join", {"code": code.lower(), "accept": "1"})
    assert Enrolment.objects.get().student == student
