from django.apps import AppConfig

from learnenglish.common.logs import structlog_configure


class LearnEnglishConfig(AppConfig):
    name = "learnenglish"
    verbose_name = "Learn English"

    def ready(self) -> None:
        from learnenglish import (  # noqa: F401  (registers the checks)
            checks,
            engine_checks,
            file_checks,
        )

        structlog_configure()
