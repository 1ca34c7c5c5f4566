"""Text analysis, and the account with OpenAI."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import env
from learnenglish.settings.data import CACHE_URL, CACHES

NLP_PROVIDER = environment.choice(
    "NLP_PROVIDER", env.str("NLP_PROVIDER", default="offline"), ("offline", "openai")
)
OPENAI_API_KEY = env.str("OPENAI_API_KEY", default="")
# Empty for OpenAI's own; else a server that speaks its protocol.
OPENAI_BASE_URL = env.str("OPENAI_BASE_URL", default="")
OPENAI_TEXT_MODEL = env.str("OPENAI_TEXT_MODEL", default="gpt-5.4-mini")
# "chat" for compatible servers that know chat completions only.
OPENAI_TEXT_API = environment.choice(
    "OPENAI_TEXT_API", env.str("OPENAI_TEXT_API", default="responses"), ("responses", "chat")
)
# Sent as it is; not sent if empty, as not every model knows it.
OPENAI_REASONING_EFFORT = env.str("OPENAI_REASONING_EFFORT", default="")
OPENAI_TIMEOUT_MS = 1000 * environment.positive(
    "OPENAI_TIMEOUT_SECONDS", env.str("OPENAI_TIMEOUT_SECONDS", default="15")
)
# Of text, per day (UTC), for everyone together. An explanation takes about two thousand.
OPENAI_DAILY_TOKENS = environment.positive(
    "OPENAI_DAILY_TOKENS", env.str("OPENAI_DAILY_TOKENS", default="500000")
)
# What models said of general things. A store of its own: the local one is small.
CACHES["answers"] = (
    CACHES["default"]
    if CACHE_URL
    else {**CACHES["default"], "LOCATION": "answers", "OPTIONS": {"MAX_ENTRIES": 2_000}}
)
