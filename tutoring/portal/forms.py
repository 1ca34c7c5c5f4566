"""Forms of the portal. The rules are the services'."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from speaking.models import Topic
from texts.quality.services import STARS, TEXT_CHARS
from tutoring.models.feedback import TEXT_CHARS as FEEDBACK_CHARS
from tutoring.models.feedback import Dimension
from tutoring.services.feedback import REASON_CHARS


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=FEEDBACK_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    moment_ms = forms.IntegerField(required=False, widget=forms.HiddenInput)


class OverrideForm(forms.Form):
    dimension = forms.ChoiceField(choices=Dimension.choices)
    score = forms.IntegerField(label=_("Your score"), min_value=0, max_value=100)
    reason = forms.CharField(label=_("Why"), max_length=REASON_CHARS)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note"), max_length=FEEDBACK_CHARS, widget=forms.Textarea(attrs={"rows": 2})
    )


class RecommendationForm(forms.Form):
    """What the tutor adds; with ``resource_id`` or ``topic_id``, to a suggestion."""

    resource_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    topic_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason_kind = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)
    title = forms.CharField(label=_("What to do"), required=False, max_length=200)
    body = forms.CharField(
        label=_("In detail"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    note = forms.CharField(
        label=_("Your note"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    due = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class RateForm(forms.Form):
    stars = forms.TypedChoiceField(coerce=int, choices=[(n, str(n)) for n in STARS])
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ClassForm(forms.Form):
    name = forms.CharField(label=_("Name of the class"), max_length=80)


class InvitationForm(forms.Form):
    days = forms.IntegerField(label=_("Valid for days"), min_value=1, max_value=90, initial=14)
    max_uses = forms.IntegerField(
        label=_("For how many people"), min_value=1, max_value=200, initial=1
    )


class AssignmentForm(forms.Form):
    topic = forms.ModelChoiceField(
        label=_("Topic"), queryset=Topic.objects.filter(is_published=True)
    )
    due = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=500)
