"""The pages and endpoints alone: a server of it starts and stops without loading speech engines."""

from __future__ import annotations

from django.core.asgi import get_asgi_application

application = get_asgi_application()
