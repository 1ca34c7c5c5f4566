from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

# The Celery app: it must be there before a ``shared_task`` is called.
from learnenglish.celery import app as celery_app  # noqa: F401
from learnenglish.common.logs import structlog_configure
from learnenglish.tracing import tracing_start


class LearnEnglishConfig(AppConfig):
    name = "learnenglish"
    verbose_name = "Learn English"

    def ready(self) -> None:
        from learnenglish import (  # noqa: F401  (registers the checks)
            checks,
            engine_checks,
            file_checks,
        )
        from learnenglish.change_triggers import after_migrate, before_migrate

        pre_migrate.connect(before_migrate, sender=self)
        post_migrate.connect(after_migrate, sender=self)
        structlog_configure()
        tracing_start()
