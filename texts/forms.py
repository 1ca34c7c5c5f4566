from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from texts.models import ResourceKind


class LookupForm(forms.Form):
    """The look-up box. Length and emptiness are the service's to judge, as for the API."""

    q = forms.CharField(
        label=_("A word, a phrase, a sentence or a question"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
    )
    kind = forms.ChoiceField(
        label=_("It is"),
        required=False,
        choices=[("", _("Find out")), *ResourceKind.choices],
    )
