"""The page of progress: charts for the eye, tables for everyone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.drills.models import DrillAttempt, DrillOutcome
from tutoring.progress.charts import charts_of
from tutoring.progress.summary import progress_summary
from tutoring.progress.tests.making import days_ago, looked_up, spoke
from tutoring.progress.today import today_get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["", "?days=7", "?days=365", "?days=1000000", "?days=x"])
def test_it_shows_every_range_and_takes_no_other(client: Client, student: User, query: str) -> None:
    client.force_login(student)
    spoke(student, when=days_ago(1))
    page = client.get(f"/progress{query}")
    assert page.status_code == 200
    wanted = {"?days=7": 7, "?days=365": 365}.get(query, 30)
    assert len(page.context["summary"].days) == wanted


def test_each_chart_has_a_caption_and_a_table_of_the_same_figures(
    client: Client, student: User
) -> None:
    client.force_login(student)
    spoke(student, seconds=150, words=100, errors={"articles": 3})
    page = client.get("/progress?days=7").content.decode()
    minutes = page.partition('id="chart-table-minutes"')[2]
    assert 'data-value="2.5"' in minutes.partition("</table>")[0]
    assert page.count("<figcaption>") == 5
    assert page.count("<caption") == page.count("<canvas") == 2


def test_an_empty_chart_says_how_to_fill_it(student: User) -> None:
    charts = charts_of(progress_summary(user=student, days=7))
    assert len(charts) == 5
    assert all(chart.is_empty and chart.empty for chart in charts)


@pytest.mark.parametrize(("days", "rows"), [(7, (7, 7)), (31, (31, 5)), (365, (12, 12))])
def test_long_periods_are_shown_by_week_and_month(
    student: User, days: int, rows: tuple[int, int]
) -> None:
    minutes, _, errors, *_ = charts_of(progress_summary(user=student, days=days))
    found = (len(minutes.rows), len(errors.rows))
    assert all(low <= got <= low + 1 for got, low in zip(found, rows, strict=True))


def test_too_little_speech_is_a_gap_and_not_a_zero(student: User) -> None:
    spoke(student, when=days_ago(1), words=10, errors={"articles": 1})
    spoke(student, when=days_ago(0), words=50)
    errors = charts_of(progress_summary(user=student, days=7))[2]
    assert [row.values[0] for row in errors.rows][-2:] == [None, 0.0]


def test_sounds_with_enough_tries_are_shown(student: User) -> None:
    for number in range(21):
        attempt = DrillAttempt.objects.create(
            user=student,
            contrast="TH/S",
            target="think",
            other="sink",
            outcome=DrillOutcome.OTHER if number % 3 == 0 else DrillOutcome.RIGHT,
            probability=0.9,
            duration_ms=500,
        )
        DrillAttempt.objects.filter(pk=attempt.pk).update(created_at=days_ago(number % 3))
    summary = progress_summary(user=student, days=7)
    assert [(one.contrast, one.missed, one.tried) for one in summary.sounds] == [("TH/S", 7, 21)]
    assert charts_of(summary)[4].rows[0].values[::3] == (33.3, 21)


def test_strangers_sign_in_first(client: Client) -> None:
    assert client.get("/progress").status_code == 302


def test_the_home_page_counts_today_where_the_person_is(client: Client, student: User) -> None:
    student.time_zone = "Pacific/Kiritimati"
    student.save()
    client.force_login(student)
    spoke(student, seconds=61)
    looked_up(student, when=days_ago(2))
    today = today_get(user=student)
    assert (today.minutes_today, today.minutes_week, today.lookups_week) == (2, 2, 1)
    assert client.get("/").context["stats"] == today


@pytest.mark.django_db(transaction=True)
def test_the_charts_are_drawn_and_the_range_changes_without_a_reload(
    site: Site, client: Client, student: User
) -> None:
    for number in range(9):
        spoke(student, when=days_ago(number), words=100, errors={"articles": number})
    client.force_login(student)
    key = client.cookies["sessionid"].value
    with browsing(site, session_key=key, width=360, height=800) as context:
        page = context.new_page()
        page.goto("/progress")
        assert page.evaluate("window.Chart") is None, "what draws waits until a chart is seen"
        page.locator("canvas").first.scroll_into_view_if_needed()
        canvas = "document.querySelector('canvas[data-chart]')"
        drawn = f"() => window.Chart?.getChart({canvas})?.data.labels"
        assert len(page.wait_for_function(drawn).json_value()) == 30
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate("window.kept = true")
        page.get_by_role("link", name="Week").click()
        expect(page.get_by_role("link", name="Week")).to_have_attribute("aria-current", "true")
        page.wait_for_function(f"() => ({drawn})()?.length === 7")
        assert page.evaluate("window.kept"), "the page was not loaded again"
        page.get_by_text("As a table").first.click()
        expect(page.get_by_role("table").first).to_be_visible()
        assert (days_ago(0) - timedelta(days=6)).strftime("%-d %b") in page.content()
