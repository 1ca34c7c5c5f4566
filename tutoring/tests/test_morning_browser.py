"""A tutor's morning in a real browser, and the student who sees it all."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Role, User
from conftest import PASSWORD
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from tutoring.models import Feedback, Recommendation, ScoreOverride
from tutoring.services.classes import assignment_create, class_create
from tutoring.services.codes import code_of
from tutoring.services.enrolments import enrolment_create
from tutoring.services.invitations import invitation_create
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tutor(transactional_db: None) -> User:
    return User.objects.create_user(
        "tomas@example.com", PASSWORD, role=Role.TUTOR, display_name="Tomás"
    )


@pytest.fixture
def sofia(transactional_db: None, tutor: User) -> User:
    made = User.objects.create_user("sofia@example.com", PASSWORD, display_name="Sofia")
    enrolment_create(tutor=tutor, student=made)
    return made


def signed_in(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def press(page: Page, key: str) -> None:
    """As soon as the page's own script listens."""
    expect(page.locator("[data-ready=true]")).to_be_visible()
    page.keyboard.press(key)


def listen_and_answer(page: Page) -> None:
    """All by keyboard: play, go on a little, comment, say so."""
    expect(page.locator("[data-wave]")).to_have_attribute("data-drawn", "true")
    page.keyboard.press("Space")
    page.wait_for_function("!document.querySelector('audio').paused")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('audio').paused")
    page.evaluate("document.querySelector('audio').currentTime = 0")
    page.get_by_test_id("words").get_by_role("button", name="a", exact=True).click()
    page.wait_for_function("document.querySelector('audio').currentTime >= 0.24")
    page.keyboard.press("c")
    page.keyboard.type("Say “an hour”.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("comments")).to_contain_text("Say “an hour”.")


def test_a_tutor_s_morning_and_what_the_student_sees(site: Site, tutor: User, sofia: User) -> None:
    weekend = topic()
    topic("my-town", title="My town", level=sofia.cefr_level)
    first = recording(sofia, of=weekend, days_ago=1, audible=True, categories=("articles",))
    second = recording(sofia, of=weekend, audible=True)

    with browsing(site) as context:
        page = context.new_page()
        page.goto("/admin/")
        page.locator("[name=login]").fill(tutor.email)
        page.locator("[name=password]").fill(PASSWORD)
        with page.expect_navigation(url="**/admin/"):
            page.keyboard.press("Enter")
        expect(page.get_by_test_id("urgent")).to_contain_text("Sofia")

        page.get_by_role("link", name="Listen to Sofia first").click()
        page.wait_for_url(f"**/recordings/{first.pk}")
        listen_and_answer(page)

        overall = page.locator("[data-dimension=overall]")
        overall.get_by_text("Score it yourself").click()
        overall.get_by_label("Your score").fill("74")
        overall.get_by_label("Why").fill("Braver than it sounds.")
        with page.expect_navigation():
            overall.get_by_role("button", name="Keep both scores").click()
        expect(page.locator("[data-dimension=overall]")).to_contain_text("74")

        press(page, "n")
        page.wait_for_url(f"**/recordings/{second.pk}")
        press(page, "l")
        page.wait_for_url("**/admin/tutor/recordings")
        expect(page.locator("body")).to_contain_text("Nothing waits any more.")

        page.goto(f"/admin/tutor/students/{sofia.pk}")
        suggestion = page.get_by_test_id("suggestions").locator("li", has_text="My town")
        suggestion.get_by_text("Recommend it").click()
        suggestion.get_by_label("Your note").fill("Two minutes are enough.")
        with page.expect_navigation():
            suggestion.get_by_role("button", name="Publish").click()
        expect(page.get_by_test_id("recommendations")).to_contain_text("Two minutes are enough.")

    given = Feedback.objects.get(session=first)
    assert given.moment_ms is not None
    assert 240 <= given.moment_ms <= 2000
    assert ScoreOverride.objects.get().machine_score == 65
    assert Recommendation.objects.get().status == "PUBLISHED"

    with browsing(site, session_key=signed_in(sofia), width=360) as context:
        page = context.new_page()
        page.goto("/")
        told = page.get_by_test_id("from-tutor")
        expect(told).to_contain_text("My town")
        expect(told).to_contain_text("Two minutes are enough.")
        page.goto(f"/speak/sessions/{first.pk}")
        expect(page.get_by_test_id("comment")).to_contain_text("Say “an hour”.")
        expect(page.get_by_test_id("mark-comment")).to_have_count(1)
        said = page.get_by_test_id("tutor-feedback")
        expect(said).to_contain_text("74")
        expect(said).to_contain_text("the machine said 65")
        page.get_by_test_id("mark-comment").click()
        page.wait_for_function("document.querySelector('audio').currentTime > 0.05")
    given.refresh_from_db()
    assert given.read_at is not None


def test_a_student_joins_a_class_by_its_code_and_sees_what_it_is_set(
    site: Site, tutor: User, transactional_db: None
) -> None:
    omar = User.objects.create_user("omar@example.com", PASSWORD, display_name="Omar")
    group = class_create(tutor=tutor, name="Monday evening")
    code = code_of(invitation_create(tutor=tutor, group=group, max_uses=30).pk)
    assignment_create(by=tutor, class_id=group.pk, topic_id=topic().pk, note="A minute.")
    with browsing(site, session_key=signed_in(omar), width=360) as context:
        page = context.new_page()
        page.goto("/join")
        page.get_by_label("Code").fill(code.lower())
        with page.expect_navigation():
            page.get_by_role("button", name="Look").click()
        expect(page.locator("main")).to_contain_text("Monday evening, with Tomás")
        with page.expect_navigation():
            page.get_by_role("button", name="Accept").click()
        expect(page.locator("main")).to_contain_text("You are in the class Monday evening.")
        expect(page.get_by_test_id("assignment")).to_contain_text("A minute.")


def test_ratings_are_given_by_keyboard(site: Site, tutor: User) -> None:
    from texts.models import ResourceRating
    from texts.tests.making import word

    word(impressions=5)
    word("sigh", impressions=1)
    with browsing(site, session_key=signed_in(tutor)) as context:
        page = context.new_page()
        page.goto("/admin/tutor/ratings")
        expect(page.get_by_test_id("to-rate")).to_contain_text("breathe")
        with page.expect_navigation():
            press(page, "s")
        expect(page.get_by_test_id("to-rate")).to_contain_text("sigh")
        with page.expect_navigation():
            press(page, "4")
        expect(page.get_by_test_id("effects")).to_contain_text("the next run will tell")
    rating = ResourceRating.objects.get()
    assert (rating.resource.text, rating.stars) == ("sigh", 4)
