from django.apps import AppConfig

from learnenglish.common.logs import structlog_configure
from learnenglish.tracing import tracing_start


class LearnEnglishConfig(AppConfig):
    name = "learnenglish"
    verbose_name = "Learn English"

    def ready(self) -> None:
        from learnenglish import checks  # noqa: F401  (registers the system checks)

        structlog_configure()
        tracing_start()
