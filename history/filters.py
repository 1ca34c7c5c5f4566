"""The filters of the history, the same for its page and its endpoint."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.models import Activity, ResourceType, UserHistory, Validation

_DATE = forms.DateInput(attrs={"type": "date"})


class HistoryFilter(django_filters.FilterSet):
    """Dates are whole days in the person's time zone, both ends included."""

    kind = django_filters.ChoiceFilter(choices=Activity.choices, label=_("What"))
    resource_type = django_filters.ChoiceFilter(choices=ResourceType.choices, label=_("Type"))
    status = django_filters.ChoiceFilter(
        field_name="validation_status", choices=Validation.choices, label=_("Checked")
    )
    date_from = django_filters.DateFilter(method="filter_from", label=_("From"), widget=_DATE)
    date_to = django_filters.DateFilter(method="filter_to", label=_("To"), widget=_DATE)

    class Meta:
        model = UserHistory
        fields = ("kind",)

    def filter_from(
        self, rows: QuerySet[UserHistory], name: str, value: date
    ) -> QuerySet[UserHistory]:
        return rows.filter(created_at__gte=_begin(value))

    def filter_to(
        self, rows: QuerySet[UserHistory], name: str, value: date
    ) -> QuerySet[UserHistory]:
        if value == date.max:
            return rows
        return rows.filter(created_at__lt=_begin(value + timedelta(days=1)))


def _begin(day: date) -> datetime:
    """When ``day`` begins in the zone in force. A moment, unlike a date, is found in an index."""
    zone = timezone.get_current_timezone()
    if day == date.min:  # some zones would put it before the calendar begins
        return datetime.min.replace(tzinfo=zone)
    return datetime.combine(day, time.min, tzinfo=zone)
