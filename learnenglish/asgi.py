"""HTTP and WebSocket under one roof, on any ASGI server."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnenglish.settings")
# Before anything that imports models.
django_application = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.conf import settings  # noqa: E402

from learnenglish.urls import websocket_urlpatterns  # noqa: E402
from speaking.engines import engines_warm  # noqa: E402
from speaking.shutdown import hook_into_server  # noqa: E402
from speaking.socket_auth import SpeakAuthMiddleware  # noqa: E402

application = ProtocolTypeRouter(
    {
        "http": django_application,
        "websocket": SpeakAuthMiddleware(URLRouter(websocket_urlpatterns)),
    }
)

engines_warm(recogniser=settings.PROCESS_ROLE != "web")
hook_into_server()
