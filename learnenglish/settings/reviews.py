"""Reviews: what holds for everyone who did not choose otherwise."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import env

# How many of a hundred cards are still known when they come back.
REVIEW_RETENTION_PERCENT = environment.positive(
    "REVIEW_RETENTION_PERCENT", env.str("REVIEW_RETENTION_PERCENT", default="90")
)
REVIEW_NEW_PER_DAY = environment.positive(
    "REVIEW_NEW_PER_DAY", env.str("REVIEW_NEW_PER_DAY", default="10")
)
REVIEW_CARDS_PER_DAY = environment.positive(
    "REVIEW_CARDS_PER_DAY", env.str("REVIEW_CARDS_PER_DAY", default="200")
)
# A card forgotten so often is not learned by asking again.
REVIEW_LEECH_LAPSES = environment.positive(
    "REVIEW_LEECH_LAPSES", env.str("REVIEW_LEECH_LAPSES", default="8")
)
REVIEW_CORRECTIONS_PER_SESSION = environment.positive(
    "REVIEW_CORRECTIONS_PER_SESSION", env.str("REVIEW_CORRECTIONS_PER_SESSION", default="3")
)
# Answers of one person from which FSRS's parameters can be fitted.
REVIEW_FIT_ANSWERS = environment.positive(
    "REVIEW_FIT_ANSWERS", env.str("REVIEW_FIT_ANSWERS", default="400")
)
REVIEW_ANKI_MAX_MB = environment.positive(
    "REVIEW_ANKI_MAX_MB", env.str("REVIEW_ANKI_MAX_MB", default="50")
)
REVIEW_ANKI_MAX_CARDS = environment.positive(
    "REVIEW_ANKI_MAX_CARDS", env.str("REVIEW_ANKI_MAX_CARDS", default="5000")
)
