"""Forms on an explanation's page. The rules are the services'."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from texts.models import ReportReason
from texts.quality.services import STARS, TEXT_CHARS


class RatingForm(forms.Form):
    stars = forms.TypedChoiceField(
        label=_("Stars"),
        coerce=int,
        choices=[(stars, str(stars)) for stars in STARS],
        help_text=_("1 is poor, 5 is good."),
    )
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For tutors and admins; learners do not see it."),
    )


class ReportForm(forms.Form):
    reason = forms.ChoiceField(label=_("What is wrong?"), choices=ReportReason.choices)
    note = forms.CharField(
        label=_("Say more"),
        required=False,
        max_length=TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
