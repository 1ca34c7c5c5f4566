from django.apps import AppConfig


class SpeakingConfig(AppConfig):
    name = "speaking"

    def ready(self) -> None:
        from speaking.privacy import privacy_register

        privacy_register()
