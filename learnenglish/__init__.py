"""Learn English: the project package. The Celery app is loaded with it, for ``shared_task``."""

from learnenglish.celery import app as celery_app

__all__ = ["celery_app"]
