from django.apps import AppConfig


class SpeakingConfig(AppConfig):
    name = "speaking"
