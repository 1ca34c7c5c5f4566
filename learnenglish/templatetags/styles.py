"""``{% site_styles %}``: the style sheets of every page."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from learnenglish.common import bundles

register = template.Library()


@register.simple_tag
def site_styles() -> SafeString:
    links = ((static(name),) for name in bundles.site_styles())
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', links)
