"""Migrations work while the version before them still runs: checked on the SQL for PostgreSQL."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db.migrations import Migration
from django_migration_linter import MigrationLinter

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
APPS = ["learnenglish", "accounts", "history", "texts", "speaking", "tutoring"]
# From before the first release, when nothing ran that they could disturb. A new migration that
# fails here wants a ``db_default``, or to be cut in two: docs/operations.md, Upgrade.
BEFORE_THE_FIRST_RELEASE = {
    "history.0003_validation_days_removal",
    "history.0004_utc_offset",
    "speaking.0002_session_fence",
    "speaking.0004_stt_fallback_reason",
    "texts.0005_review_verdict",
}


def test_no_migration_needs_the_site_to_stop() -> None:
    found: set[str] = set()

    class Linter(MigrationLinter):
        def lint_migration(self, migration: Migration) -> None:
            before = self.nb_erroneous
            super().lint_migration(migration)
            if self.nb_erroneous > before:
                found.add(f"{migration.app_label}.{migration.name}")

    linter = Linter(
        str(settings.BASE_DIR), include_apps=APPS, no_cache=True, quiet=["ok", "ignore", "warning"]
    )
    linter.lint_all_migrations()
    assert linter.nb_total > len(APPS)
    assert found == BEFORE_THE_FIRST_RELEASE
