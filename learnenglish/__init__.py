"""Learn English: the project package.

It imports nothing, as recognition processes import ``learnenglish.common``. The Celery app is
loaded by ``learnenglish.apps``.
"""
