from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.api import schema  # noqa: F401  # registers itself
        from accounts.privacy.own import privacy_register

        privacy_register()
