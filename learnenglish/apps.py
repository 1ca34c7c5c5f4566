from django.apps import AppConfig

from learnenglish.common.logs import structlog_configure


class LearnEnglishConfig(AppConfig):
    name = "learnenglish"
    verbose_name = "Learn English"

    def ready(self) -> None:
        from learnenglish import checks, engine_checks  # noqa: F401  (registers the checks)

        structlog_configure()
