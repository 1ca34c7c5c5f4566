"""Every table that knows people is exported and erased, or says here why it is not."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model

from accounts.models import User
from accounts.privacy import holdings, numbers_of

# Label of a model -> why neither export nor erasure has to know it.
NOTHING_PERSONAL: dict[str, str] = {}


def models_about_people() -> set[str]:
    """Models whose rows lead to a person, over one foreign key or several."""
    about: set[type[Model]] = {User}
    while True:
        more = {
            model
            for model in apps.get_models()
            if model not in about and any(_leads_to(model, known) for known in about)
        }
        if not more:
            return {model._meta.label for model in about}
        about |= more


def _leads_to(model: type[Model], other: type[Model]) -> bool:
    return any(field.related_model is other for field in model._meta.concrete_fields)


def test_every_model_about_people_is_exported_and_erased() -> None:
    covered = {label for holding in holdings() for label in holding.covers}
    missing = models_about_people() - covered - NOTHING_PERSONAL.keys()
    assert not missing, (
        f"{sorted(missing)}: give it to its app's privacy.register (accounts/privacy), "
        "or say in NOTHING_PERSONAL why not"
    )


def test_what_is_registered_exists() -> None:
    covered = {label for holding in holdings() for label in holding.covers}
    known = {model._meta.label for model in apps.get_models()}
    assert covered - known == set()
    assert NOTHING_PERSONAL.keys() - known == set()


def test_what_statistics_count_holds_no_words() -> None:
    kept = numbers_of({"overall": 71, "part": {"said": "secret", "n": 2.5}, "words": ["secret"]})
    assert kept == {"overall": 71, "part": {"n": 2.5}}
