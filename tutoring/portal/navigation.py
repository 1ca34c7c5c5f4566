"""The sidebar, by role, and what the first page shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.people import person_of
from accounts.permissions import has_role
from texts.models import ReportStatus, ResourceReport
from tutoring.selectors.feedback import queue_of
from tutoring.selectors.students import student_rows

FIRST = 6


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Groups of links; nothing leads where the person may not go."""
    if not has_role(request.user, Role.TUTOR, Role.ADMIN):
        return []
    groups = [_teaching(), _content()]
    if has_role(request.user, Role.ADMIN):
        groups += [_people(), _site()]
    return groups


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The first page: who needs their tutor, and what waits."""
    viewer = person_of(request)
    waiting = queue_of(viewer=viewer)
    rows = student_rows(viewer=viewer)
    return {
        **context,
        "title": _("Today"),
        "urgent": [row for row in rows if row.attention][:FIRST],
        "students": len(rows),
        "waiting": waiting.count(),
        "first_waiting": waiting.first(),
        "open_reports": ResourceReport.objects.filter(status=ReportStatus.OPEN).count(),
    }


def _teaching() -> dict[str, Any]:
    return _group(
        _("Teaching"),
        _link(_("Today"), "today", "admin:index"),
        _link(_("Students"), "group", "portal:students"),
        _link(_("Recordings to answer"), "hearing", "portal:queue"),
        _link(_("Classes"), "school", "portal:classes"),
        _link(_("Invitations"), "link", "portal:invitations"),
        _link(_("What they did"), "history", "admin:history_userhistory_changelist"),
    )


def _content() -> dict[str, Any]:
    return _group(
        _("Explanations"),
        _link(_("Rate one by one"), "star", "portal:ratings"),
        _link(_("Reports"), "flag", "admin:texts_resourcereport_changelist"),
        _link(_("Drafts"), "draft", "admin:texts_textresource_changelist", "status__exact=DRAFT"),
        _link(_("Rated low"), "thumb_down", "admin:texts_textresource_changelist", "rated=low"),
        _link(_("All explanations"), "menu_book", "admin:texts_textresource_changelist"),
        _link(_("Ratings"), "star_half", "admin:texts_resourcerating_changelist"),
    )


def _people() -> dict[str, Any]:
    return _group(
        _("People"),
        _link(_("Users and plans"), "person", "admin:accounts_user_changelist"),
        _link(_("Enrolments"), "handshake", "admin:tutoring_enrolment_changelist"),
        _link(_("Recordings"), "mic", "admin:speaking_speakresource_changelist"),
        _link(_("Drills"), "record_voice_over", "admin:speaking_drillattempt_changelist"),
    )


def _site() -> dict[str, Any]:
    return _group(
        _("Site"),
        _link(_("Engines and spending"), "memory", "portal:engines"),
        _link(_("Machine and tutors"), "balance", "portal:agreement"),
        _link(_("Topics"), "forum", "admin:speaking_topic_changelist"),
        _link(_("Rating runs"), "leaderboard", "admin:texts_ratingrun_changelist"),
        _link(_("Upkeep"), "healing", "admin:learnenglish_synchronisationrun_changelist"),
        _link(_("Schedules"), "schedule", "admin:django_celery_beat_periodictask_changelist"),
        _link(_("Changes"), "fact_check", "admin:admin_logentry_changelist"),
    )


def _group(title: Any, *items: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "separator": False, "items": list(items)}


def _link(title: Any, icon: str, name: str, query: str = "") -> dict[str, Any]:
    """``query`` narrows a list of the admin; such a link is never the page one is on."""
    if query:
        link = f"{reverse(name)}?{query}"
        return {"title": title, "icon": icon, "link": link, "active": lambda _request: False}
    return {"title": title, "icon": icon, "link": reverse(name)}
