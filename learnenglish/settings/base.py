"""Where things are, and what every other part reads first."""

from __future__ import annotations

from pathlib import Path

import django_stubs_ext
import environ

from learnenglish.common import environment

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
# Lets ModelAdmin[User] and the like be written; must run before any of them is.
django_stubs_ext.monkeypatch()

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or environment.secret_from_file(
    DATA_DIR / "secret_key"
)
ALLOWED_HOSTS = environment.csv_list(env.str("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]"))
CSRF_TRUSTED_ORIGINS = environment.csv_list(env.str("CSRF_TRUSTED_ORIGINS", default=""))
CORS_ALLOWED_ORIGINS = environment.csv_list(env.str("CORS_ALLOWED_ORIGINS", default=""))
CORS_URLS_REGEX = r"^/(api|auth)/"
CORS_EXPOSE_HEADERS = [
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "RateLimit-Policy",
]
