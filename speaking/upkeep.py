"""A check of what the history knows of sessions."""

from __future__ import annotations

from history.models import Activity, UserHistory
from learnenglish.common.upkeep import Findings, windows
from speaking.facts import session_facts


def session_facts_check(repair: bool) -> Findings:
    """Every session's entry in the history has the figures of its session."""
    found = Findings("session figures")
    sessions = UserHistory.objects.filter(kind=Activity.SESSION, speak_resource__isnull=False)
    for window in windows(sessions):
        wrong = []
        for entry in window.select_related("speak_resource"):
            found.checked += 1
            assert entry.speak_resource is not None
            facts = session_facts(entry.speak_resource)
            if entry.metadata != facts:
                entry.metadata = facts
                wrong.append(entry)
        found.note(*(entry.pk for entry in wrong))
        if repair:
            found.repaired += UserHistory.objects.bulk_update(wrong, ["metadata"])
    return found
