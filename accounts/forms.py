"""Forms of the settings pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.languages import language_now, languages
from accounts.models import User
from learnenglish.common.zones import zone_names


class ProfileForm(forms.ModelForm[User]):
    language = forms.ChoiceField(
        label=_("Language of these pages"),
        choices=languages,
        help_text=_("Of mails to you as well."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))
    daily_goal_minutes = forms.IntegerField(
        label=_("Minutes a day"), min_value=1, max_value=600, help_text=_("Your daily goal.")
    )

    class Meta:
        model = User
        fields: ClassVar = [
            "display_name",
            "native_language",
            "language",
            "cefr_level",
            "cefr_target",
            "daily_goal_minutes",
            "time_zone",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who never chose reads what the browser asked for.
        self.initial["language"] = self.initial.get("language") or language_now()
        zones = sorted(zone_names())
        self.fields["time_zone"].choices = [(zone, zone) for zone in zones]  # type: ignore[attr-defined]
