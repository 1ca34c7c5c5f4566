"""The pages of tutors and admins: django-unfold's theme in the site's own colours."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from learnenglish.settings.security import CONTENT_SECURITY_POLICY

# As strict as the theme allows: its widgets are Alpine's, which evaluates expressions in attributes
# and sets styles. Still no script but our own files, and nothing from elsewhere.
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
    "frame-src": [NONE],
    "worker-src": [SELF],
}
UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Learn English",
    "SITE_HEADER": "Learn English",
    "SITE_SUBHEADER": _("For tutors and admins"),
    "SITE_SYMBOL": "menu_book",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/favicon.svg")}
    ],
    "SHOW_BACK_BUTTON": True,
    "STYLES": [
        lambda request: static("css/portal.css"),
        lambda request: static("css/portal-lists.css"),
    ],
    "COLORS": {
        # Spruce, as in static/css/tokens.css.
        "primary": {
            "50": "#eef8f4",
            "100": "#d9efe7",
            "200": "#b3e0d1",
            "300": "#84cdb6",
            "400": "#4fb597",
            "500": "#1f957a",
            "600": "#0b6353",
            "700": "#095547",
            "800": "#084a3e",
            "900": "#073b32",
            "950": "#04241f",
        },
        "base": {
            "50": "#f4f8f5",
            "100": "#eaf1ec",
            "200": "#d3ded7",
            "300": "#b6c7bd",
            "400": "#8aa397",
            "500": "#5a736c",
            "600": "#45605a",
            "700": "#2b4039",
            "800": "#1b2c27",
            "900": "#15231f",
            "950": "#0d1815",
        },
    },
    "SIDEBAR": {
        "show_search": False,
        "command_search": False,
        "navigation": "tutoring.portal.navigation.navigation",
    },
    "DASHBOARD_CALLBACK": "tutoring.portal.navigation.dashboard",
}
