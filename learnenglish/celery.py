"""The Celery application: ``celery -A learnenglish worker`` and ``… beat``."""

from __future__ import annotations

import os

from celery import Celery
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnenglish.settings")

app = Celery("learnenglish")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["tutoring.progress"])

app.steps["worker"].add(DjangoStructLogInitStep)

from learnenglish import work_signals  # noqa: E402, F401  (registers the signals)
