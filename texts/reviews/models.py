"""Cards, what was answered, and how a person wants to be asked."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class CardKind(models.TextChoices):
    RESOURCE = "RESOURCE", _("Explanation")
    CORRECTION = "CORRECTION", _("Correction")
    WORD = "WORD", _("Word to say")


class CardOrigin(models.TextChoices):
    LOOKUP = "LOOKUP", _("Kept from a look-up")
    SESSION = "SESSION", _("From speaking")
    TUTOR = "TUTOR", _("Recommended by a tutor")
    IMPORT = "IMPORT", _("Imported")


class CardState(models.TextChoices):
    """FSRS's states, and NEW for what was never answered."""

    NEW = "NEW", _("New")
    LEARNING = "LEARNING", _("Learning")
    REVIEW = "REVIEW", _("Review")
    RELEARNING = "RELEARNING", _("Relearning")


class CardType(models.TextChoices):
    """How a card asks."""

    RECALL = "RECALL", _("Recall the word")
    CLOZE = "CLOZE", _("Fill the gap")
    CORRECT = "CORRECT", _("Correct the sentence")
    SAY = "SAY", _("Say it")
    LISTEN = "LISTEN", _("Listen and type")


class Rating(models.IntegerChoices):
    AGAIN = 1, _("Again")
    HARD = 2, _("Hard")
    GOOD = 3, _("Good")
    EASY = 4, _("Easy")


class Verdict(models.TextChoices):
    """What a typed or spoken answer was."""

    RIGHT = "RIGHT", _("Right")
    VARIANT = "VARIANT", _("Right, spelt another way")
    FORM = "FORM", _("Right word, another form")
    TYPO = "TYPO", _("Right, with a typing slip")
    SYNONYM = "SYNONYM", _("Another word for it")
    WRONG = "WRONG", _("Not yet")
    EMPTY = "EMPTY", _("Not answered")


class ReviewCard(BaseModel):
    """Something a person wants to remember, with its FSRS state.

    ``key`` names what is remembered, so that keeping it twice is once. ``note`` fits the schema of
    ``texts.reviews.notes`` for its kind; it is empty where the resource says it all. ``text`` is
    what the card is about, in the words a person looks for it with. A card is asked from ``due``
    on, unless it is suspended, or buried until a later time.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="review_cards"
    )
    kind = models.CharField(max_length=10, choices=CardKind.choices)
    origin = models.CharField(max_length=7, choices=CardOrigin.choices, default=CardOrigin.LOOKUP)
    key = models.CharField(max_length=80)
    text = models.CharField(max_length=1000)
    resource = models.ForeignKey(
        "texts.TextResource",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="review_cards",
    )
    session = models.ForeignKey(
        "speaking.SpeakResource", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.JSONField(default=dict, blank=True)

    state = models.CharField(max_length=10, choices=CardState.choices, default=CardState.NEW)
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    stability = models.FloatField(null=True, blank=True, help_text=_("days"))
    difficulty = models.FloatField(null=True, blank=True, help_text=_("1 to 10"))
    due = models.DateTimeField()
    last_review = models.DateTimeField(null=True, blank=True)
    reviews = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0)
    is_leech = models.BooleanField(default=False)
    suspended_at = models.DateTimeField(null=True, blank=True)
    buried_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="card_kept_once"),
            models.CheckConstraint(
                condition=Q(kind="RESOURCE", resource__isnull=False) | ~Q(kind="RESOURCE"),
                name="card_has_its_resource",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="card_user_newest"),
            # The queue, the count in the navigation and the daily reminder.
            models.Index(
                fields=["user", "due"], condition=Q(suspended_at=None), name="card_user_due"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ReviewLog(BaseModel):
    """One answer. ``client_id`` is the app's own, so that sending it twice counts once.

    ``reviewed_at`` is when it was given, by the clock of the device as far as that can be right;
    ``received_at`` when it got here. ``before`` and ``after`` are the card's FSRS state; taken
    back (``undone_at``) it stays, so that a device that sends it again does not bring it back.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="review_logs"
    )
    card = models.ForeignKey(ReviewCard, on_delete=models.CASCADE, related_name="logs")
    client_id = models.UUIDField()
    card_type = models.CharField(max_length=8, choices=CardType.choices)
    rating = models.PositiveSmallIntegerField(choices=Rating.choices)
    answer = models.CharField(max_length=1000, blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True)
    elapsed_ms = models.PositiveIntegerField(default=0)
    reviewed_at = models.DateTimeField()
    received_at = models.DateTimeField()
    state_before = models.CharField(max_length=10, choices=CardState.choices)
    before = models.JSONField()
    after = models.JSONField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "client_id"], name="answer_counts_once"),
            models.CheckConstraint(
                condition=Q(rating__gte=1, rating__lte=4), name="answer_rating_is_1_to_4"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-reviewed_at"], name="answer_user_newest"),
            models.Index(fields=["card", "reviewed_at"], name="answer_of_card"),
        ]

    def __str__(self) -> str:
        return f"{self.card_id}: {self.get_rating_display()}"


class ReviewSettings(BaseModel):
    """How a person wants to be asked. Without a row the site's settings hold.

    ``parameters`` are FSRS's 21 weights fitted to this person's answers, empty where the package's
    defaults predict them better; ``fitted_reviews`` is how many answers the last fit saw.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="review_settings"
    )
    desired_retention = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(0.7), MaxValueValidator(0.97)]
    )
    new_per_day = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(500)]
    )
    reviews_per_day = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(2000)]
    )
    keeps_corrections = models.BooleanField(default=True)
    parameters = models.JSONField(default=list, blank=True)
    fitted_at = models.DateTimeField(null=True, blank=True)
    fitted_reviews = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "review settings"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(desired_retention__isnull=True)
                | Q(desired_retention__gte=0.7, desired_retention__lte=0.97),
                name="review_retention_in_reach",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"
