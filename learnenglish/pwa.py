"""The site as an installable app: manifest, service worker, pages without a network."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from learnenglish.common.bundles import PARTS, site_styles

# Pages of nobody in particular, and all that they need.
PAGES = ("/offline", "/offline/review")
FILES = (
    "css/review.css",
    "js/theme.js",
    "js/offline/review.js",
    "img/icons.svg",
    "img/logo.svg",
    "img/favicon.svg",
    "vendor/atkinson-hyperlegible-next-5.3.0/atkinson-hyperlegible-next-latin-wght-normal.woff2",
)
# Modules that a module imports.
MODULES = ("js/offline/judge.js", "js/offline/store.js")
_STATIC = settings.BASE_DIR / "static"
_WORKER = "js/offline/worker.js"


def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone asks before it puts us on its home screen (W3C Web App Manifest)."""
    icons = [
        {"src": static(f"img/app/{name}.png"), "sizes": size, "type": "image/png", "purpose": use}
        for name, size, use in (
            ("icon-192", "192x192", "any"),
            ("icon-512", "512x512", "any"),
            ("maskable-512", "512x512", "maskable"),
        )
    ]
    body = {
        "id": "/",
        "name": "Learn English",
        "short_name": "Learn English",
        "description": _("Look up, speak, review: English, kept."),
        "lang": get_language() or "en",
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#eef3ef",
        "theme_color": "#0b6353",
        "icons": icons,
        "screenshots": [
            {
                "src": static(f"img/app/screenshot-{form}.png"),
                "sizes": size,
                "type": "image/png",
                "form_factor": form,
                "label": label,
            }
            for form, size, label in (
                ("narrow", "412x824", _("Today")),
                ("wide", "1280x900", _("A sentence, corrected and explained")),
            )
        ],
        "categories": ["education"],
        "shortcuts": [
            {"name": _("Review"), "url": "/review"},
            {"name": _("Look up"), "url": "/lookup"},
            {"name": _("Speak"), "url": "/speak"},
        ],
    }
    return JsonResponse(body, content_type="application/manifest+json")


def favicon(request: HttpRequest) -> HttpResponse:
    """For pages that name none, and whoever asks without having read one."""
    return redirect(static("img/favicon.svg"))


@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker with the list of what it keeps; the digest of that is its version."""
    head = {
        "PRECACHE": [
            *PAGES,
            *(static(name) for name in (*site_styles(), *FILES, *MODULES)),
        ],
        "VERSION": _version(get_language() or "en"),
        "IS_HASHED": settings.STATIC_MANIFEST,
    }
    lines = [f"const {name} = {json.dumps(value)};" for name, value in head.items()]
    text = "\n".join([*lines, (_STATIC / _WORKER).read_text()])
    return HttpResponse(text, content_type="text/javascript")


@cache
def _version(language: str) -> str:
    """Changes when a file, a page's template, the worker or the language does."""
    pages = sorted((settings.BASE_DIR / "templates" / "pwa").glob("*.html"))
    files = [*(_STATIC / name for name in (*PARTS, *FILES, *MODULES, _WORKER)), *pages]
    digest = hashlib.sha256(language.encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "pwa/offline.html")


def offline_review(request: HttpRequest) -> HttpResponse:
    return render(request, "pwa/offline_review.html")
