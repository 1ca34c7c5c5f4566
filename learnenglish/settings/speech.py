"""Recognition and voices."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import env

STT_PROVIDER = environment.choice(
    "STT_PROVIDER", env.str("STT_PROVIDER", default="offline"), ("offline", "openai")
)
# "base-en" hears better, takes more time, and is in a package of its own.
STT_OFFLINE_MODEL = environment.choice(
    "STT_OFFLINE_MODEL", env.str("STT_OFFLINE_MODEL", default="tiny-en"), ("tiny-en", "base-en")
)
# For recordings, and for words while they are spoken.
STT_OPENAI_MODEL = env.str("STT_OPENAI_MODEL", default="gpt-transcribe")
STT_OPENAI_LIVE_MODEL = env.str("STT_OPENAI_LIVE_MODEL", default="gpt-live-transcribe")
# Empty for the one of OPENAI_BASE_URL.
STT_OPENAI_LIVE_URL = env.str("STT_OPENAI_LIVE_URL", default="")
# Of sound sent, per day (UTC), for everyone together; a live minute is sent twice.
STT_OPENAI_DAILY_SECONDS = environment.positive(
    "STT_OPENAI_DAILY_SECONDS", env.str("STT_OPENAI_DAILY_SECONDS", default="36000")
)
STT_TIMEOUT_MS = 1000 * environment.positive(
    "STT_TIMEOUT_SECONDS", env.str("STT_TIMEOUT_SECONDS", default="20")
)
EVALUATION_PROVIDER = environment.choice(
    "EVALUATION_PROVIDER",
    env.str("EVALUATION_PROVIDER", default="offline"),
    ("offline", "openai"),
)
# Empty for OPENAI_TEXT_MODEL.
EVALUATION_OPENAI_MODEL = env.str("EVALUATION_OPENAI_MODEL", default="")
TTS_PROVIDER = environment.choice(
    "TTS_PROVIDER",
    env.str("TTS_PROVIDER", default="offline"),
    ("offline", "openai", "polly"),
)
# "pico" saves 150 MB per process and sounds like 2009.
TTS_OFFLINE_VOICE_US = environment.choice(
    "TTS_OFFLINE_VOICE_US", env.str("TTS_OFFLINE_VOICE_US", default="hibari"), ("hibari", "pico")
)
TTS_OPENAI_MODEL = env.str("TTS_OPENAI_MODEL", default="gpt-4o-mini-tts")
TTS_OPENAI_VOICE_US = env.str("TTS_OPENAI_VOICE_US", default="marin")
TTS_OPENAI_VOICE_GB = env.str("TTS_OPENAI_VOICE_GB", default="fable")
TTS_POLLY_ENGINE = env.str("TTS_POLLY_ENGINE", default="neural")
TTS_POLLY_VOICE_US = env.str("TTS_POLLY_VOICE_US", default="Joanna")
TTS_POLLY_VOICE_GB = env.str("TTS_POLLY_VOICE_GB", default="Amy")
TTS_TIMEOUT_SECONDS = env.int("TTS_TIMEOUT_SECONDS", default=20)
# Speech kept in the file storage for the next listener; 0 keeps none.
TTS_CACHE_MB = env.int("TTS_CACHE_MB", default=256)
AWS_POLLY_ENDPOINT_URL = env.str("AWS_POLLY_ENDPOINT_URL", default="")
# 0 means one recognition process per core.
STT_WORKERS = env.int("STT_WORKERS", default=0)
SPEAK_SESSIONS_PER_WORKER = env.int("SPEAK_SESSIONS_PER_WORKER", default=5)
SPEAK_MAX_DURATION_MS = 1000 * env.int("SPEAK_MAX_SECONDS", default=300)
# Five minutes of 16-bit stereo at 48 kHz are 55 MB.
SPEAK_UPLOAD_MAX_BYTES = 1024 * 1024 * env.int("SPEAK_UPLOAD_MAX_MB", default=60)
SPEAK_IDLE_MS = 1000 * env.int("SPEAK_IDLE_SECONDS", default=30)
SPEAK_RESUME_SECONDS = env.int("SPEAK_RESUME_SECONDS", default=300)
# How long a step from recording to result may take before it is taken to be lost: longer than
# Celery lets a task run.
SPEAK_STEP_SECONDS = env.int("SPEAK_STEP_SECONDS", default=330)
# Open sockets of one person, and how often it is asked whether they may still keep them.
SPEAK_SOCKETS_PER_USER = environment.positive(
    "SPEAK_SOCKETS_PER_USER", env.str("SPEAK_SOCKETS_PER_USER", default="5")
)
SPEAK_RECHECK_SECONDS = environment.positive(
    "SPEAK_RECHECK_SECONDS", env.str("SPEAK_RECHECK_SECONDS", default="10")
)
# Days after which the sound of a session goes; its scores and words stay. 0 keeps it for good.
RECORDINGS_KEEP_DAYS = env.int("RECORDINGS_KEEP_DAYS", default=0)
