"""All addresses."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import (
    SpectacularJSONAPIView,
    SpectacularRedocView,
    SpectacularSwaggerSplitView,
)

from accounts import views as accounts_views
from accounts.notifications.consumers import NotificationConsumer
from learnenglish import pwa, views, watching
from learnenglish.design import views as design
from speaking.api.asyncapi import asyncapi
from speaking.consumers import SpeakConsumer

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("", include("texts.urls")),
    path("", include("texts.reviews.urls")),
    path("", include("speaking.urls")),
    path("", include("history.urls")),
    path("", include("tutoring.progress.urls")),
    path("settings/", include("accounts.urls")),
    path("", include("accounts.notifications.urls")),
    # allauth's own door for Google: ours, under /auth/, asks for more.
    re_path("^accounts/google/", views.closed, name="google-closed"),
    path("accounts/", include("allauth.urls")),
    path("", include("tutoring.urls")),
    path("admin/tutor/", include("tutoring.portal.urls")),
    path("admin/", admin.site.urls),
    path("auth/", include("accounts.api.urls")),
    path("api/", include("accounts.notifications.api.urls")),
    path("api/", include("texts.api.urls")),
    path("api/", include("history.api.urls")),
    path("api/speakup/", include("speaking.api.urls")),
    path("api/", include("tutoring.api.learner_urls")),
    path("api/", include("tutoring.progress.api_urls")),
    path("api/tutor/", include("tutoring.api.urls")),
    path("asyncapi.json", asyncapi, name="asyncapi"),
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="openapi"),
    path("docs", SpectacularSwaggerSplitView.as_view(url_name="openapi"), name="docs"),
    path("redoc", SpectacularRedocView.as_view(url_name="openapi"), name="redoc"),
    path("favicon.ico", pwa.favicon, name="favicon"),
    path("manifest.webmanifest", pwa.manifest, name="manifest"),
    path("sw.js", pwa.service_worker, name="service-worker"),
    path("offline", pwa.offline, name="offline"),
    path("offline/review", pwa.offline_review, name="offline-review"),
    path("design", design.design, name="design"),
    path("design/peaks", design.peaks, name="design-peaks"),
    path("language", accounts_views.set_language, name="set-language"),
    path("healthz", watching.healthz, name="healthz"),
    path("healthz/ready", watching.ready, name="ready"),
    path("metrics", watching.metrics, name="metrics"),
]

websocket_urlpatterns = [
    path("ws/speak", SpeakConsumer.as_asgi()),
    path("ws/notifications", NotificationConsumer.as_asgi()),
]

handler404 = views.not_found
handler500 = views.server_error
