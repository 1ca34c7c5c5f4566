from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from accounts.models import CefrLevel
from speaking.models import Mode, Topic


class TopicFilter(django_filters.FilterSet):
    mode = django_filters.ChoiceFilter(
        choices=Mode.choices, label=_("Kind"), empty_label=_("Every kind")
    )
    level = django_filters.ChoiceFilter(
        choices=CefrLevel.choices, label=_("Level"), empty_label=_("Every level")
    )

    class Meta:
        model = Topic
        fields = ("mode", "level")
