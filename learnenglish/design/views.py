"""``/design``: for tutors and admins, and for everyone on a developer's own machine."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from accounts.models import Role
from accounts.permissions import View, has_role, is_person
from learnenglish.design import samples
from learnenglish.design.tokens import colours_of, contrasts_of, tokens_read

ICONS = settings.BASE_DIR / "static" / "img" / "icons.svg"
# Each is a template of this name, shown in light and in dark; the review card has one place only.
SECTIONS = (
    ("type", "Type"),
    ("buttons", "Buttons, chips, badges, icons"),
    ("fields", "Fields"),
    ("notes", "Notes, toasts, waiting, nothing yet"),
    ("cards", "Cards, lists, tables, folds"),
    ("book", "The exercise book and the pencil"),
    ("scores", "Scores and progress"),
    ("charts", "Charts"),
    ("player", "The recording"),
)
DIRECTIONS = ("ltr", "rtl")


def _may(view: View) -> View:
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.DEBUG or has_role(request.user, Role.TUTOR, Role.ADMIN):
            return view(request, *args, **kwargs)
        if not is_person(request.user):
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied

    return guarded


@_may
def design(request: HttpRequest) -> HttpResponse:
    """``dir=rtl`` turns the parts from right to left."""
    tokens = tokens_read()
    colours = colours_of(tokens)
    asked = request.GET.get("dir", "")
    context = {
        "colours": colours,
        "contrasts": contrasts_of(colours),
        "scales": _scales(tokens),
        "icons": sorted(re.findall(r'<symbol id="([\w-]+)"', ICONS.read_text())),
        "sections": [(name, title, f"design/_{name}.html") for name, title in SECTIONS],
        "sides": [samples.side_of(theme) for theme in ("light", "dark")],
        "direction": asked if asked in DIRECTIONS else "ltr",
        **samples.pieces(),
        "review": samples.review(),
    }
    return render(request, "design/page.html", context)


@_may
def peaks(request: HttpRequest) -> JsonResponse:
    """The recording's picture."""
    return JsonResponse({"peaks": samples.peaks()})


def _scales(tokens: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The tokens that are sizes or durations, by the first word of their name."""
    named = {"quick": "motion", "calm": "motion", "ease": "motion"}
    found: dict[str, list[tuple[str, str]]] = {}
    for name, value in tokens.items():
        group = named.get(name, name.split("-")[0])
        found.setdefault(group, []).append((name, value))
    return {group: found[group] for group in ("text", "space", "radius", "shadow", "motion")}
