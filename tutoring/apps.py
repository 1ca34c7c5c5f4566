from django.apps import AppConfig


class TutoringConfig(AppConfig):
    name = "tutoring"

    def ready(self) -> None:
        from tutoring.privacy import privacy_register

        privacy_register()
