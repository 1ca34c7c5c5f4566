from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "texts"

    def ready(self) -> None:
        from texts.api import schema  # noqa: F401  # registers itself
        from texts.privacy import privacy_register as texts_register
        from texts.reviews.privacy import privacy_register as reviews_register

        texts_register()
        reviews_register()
