"""What the review pages are sent."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from texts.reviews.models import CardType, Rating, ReviewSettings

ANSWER_CHARS = 1000


class AnswerForm(forms.Form):
    card_type = forms.ChoiceField(choices=CardType.choices)
    answer = forms.CharField(required=False, max_length=ANSWER_CHARS)
    elapsed_ms = forms.IntegerField(required=False, min_value=0, max_value=86_400_000)


class GradeForm(AnswerForm):
    client_id = forms.UUIDField()
    rating = forms.ChoiceField(choices=Rating.choices)


class PreferencesForm(forms.ModelForm[ReviewSettings]):
    """Empty means the site's setting."""

    class Meta:
        model = ReviewSettings
        fields = ("new_per_day", "reviews_per_day", "desired_retention", "keeps_corrections")
        labels: ClassVar = {
            "new_per_day": _("New cards a day"),
            "reviews_per_day": _("Cards seen before, a day"),
            "desired_retention": _("How much to remember"),
            "keeps_corrections": _("Make cards of my mistakes after speaking"),
        }
        help_texts: ClassVar = {
            "desired_retention": _(
                "0.9: nine of ten cards are still known when they come back. "
                "More means more reviews."
            ),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        usual = {
            "new_per_day": settings.REVIEW_NEW_PER_DAY,
            "reviews_per_day": settings.REVIEW_CARDS_PER_DAY,
            "desired_retention": settings.REVIEW_RETENTION_PERCENT / 100,
        }
        for name, value in usual.items():
            self.fields[name].widget.attrs["placeholder"] = value
        self.fields["desired_retention"].widget.attrs["step"] = "0.01"
