"""The filters of the history, the same for its page and its endpoint."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from history.models import Activity, UserHistory, Validation

_DATE = forms.DateInput(attrs={"type": "date"})


class HistoryFilter(django_filters.FilterSet):
    """Dates are whole days in the person's time zone, both ends included."""

    kind = django_filters.ChoiceFilter(choices=Activity.choices, label=_("What"))
    resource_kind = django_filters.ChoiceFilter(
        field_name="text_resource__kind",
        choices=[("VOCABULARY", _("Word")), ("PHRASE", _("Phrase")), ("GRAMMAR", _("Grammar"))],
        label=_("Type"),
    )
    status = django_filters.ChoiceFilter(
        field_name="validation_status", choices=Validation.choices, label=_("Checked")
    )
    date_from = django_filters.DateFilter(
        field_name="created_at", lookup_expr="date__gte", label=_("From"), widget=_DATE
    )
    date_to = django_filters.DateFilter(
        field_name="created_at", lookup_expr="date__lte", label=_("To"), widget=_DATE
    )

    class Meta:
        model = UserHistory
        fields = ("kind",)
