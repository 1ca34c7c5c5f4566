"""The form of how one wants each kind of notification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from accounts.models import NotificationKind
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import Preference


class PreferencesForm(forms.Form):
    """Two fields for each kind: ``<kind>_in_app`` and ``<kind>_mail``."""

    def __init__(self, *args: Any, chosen: Mapping[str, Preference], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in NotificationKind:
            preference = chosen[kind.value]
            self.fields[f"{kind.value}_in_app"] = forms.BooleanField(
                label=kind.label, required=False, initial=preference.in_app
            )
            self.fields[f"{kind.value}_mail"] = forms.ChoiceField(
                label=kind.label, choices=MailWhen.choices, initial=preference.mail
            )

    def rows(self) -> Iterator[tuple[str, forms.BoundField, forms.BoundField]]:
        """Name of the kind, then its two fields; for the template."""
        for kind in NotificationKind:
            yield str(kind.label), self[f"{kind.value}_in_app"], self[f"{kind.value}_mail"]

    def choices_made(self) -> Iterator[tuple[NotificationKind, bool, str]]:
        for kind in NotificationKind:
            data = self.cleaned_data
            yield kind, data[f"{kind.value}_in_app"], data[f"{kind.value}_mail"]
