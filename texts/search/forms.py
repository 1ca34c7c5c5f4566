"""The filters of the search page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import CefrLevel
from texts.models import ResourceKind, Source
from texts.search.ordering import Order
from texts.search.selectors import tags_known
from texts.templatetags.texts_labels import area_label

_RATINGS = (("25", _("25 and more")), ("50", _("50 and more")), ("75", _("75 and more")))


class SearchForm(forms.Form):
    """Kind and level are chosen by links that say how many there are; the rest is chosen here."""

    type = forms.ChoiceField(choices=[("", ""), *ResourceKind.choices], required=False)
    level = forms.ChoiceField(choices=[("", ""), *CefrLevel.choices], required=False)
    order = forms.ChoiceField(label=_("Order"), choices=Order.choices, required=False)
    tag = forms.ChoiceField(label=_("Topic or category"), required=False)
    source = forms.ChoiceField(
        label=_("Written by"), choices=[("", _("Anybody")), *Source.choices], required=False
    )
    min_rating = forms.TypedChoiceField(
        label=_("Rating"),
        choices=[("", _("Any")), *_RATINGS],
        coerce=float,
        empty_value=None,
        required=False,
    )
    mine = forms.BooleanField(label=_("Only my own"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags = sorted((area_label(tag), tag) for tag in tags_known())
        choices = [("", _("Any")), *((tag, label) for label, tag in tags)]
        field = self.fields["tag"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def folded(self) -> list[forms.BoundField]:
        return [self[name] for name in ("order", "tag", "source", "min_rating", "mine")]

    def chosen(self) -> dict[str, Any]:
        """What was chosen and is valid; what somebody made up does not filter."""
        self.is_valid()
        default = Order.RELEVANCE
        return {n: value for n, value in self.cleaned_data.items() if value and value != default}
