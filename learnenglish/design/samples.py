"""What the component page shows the parts with: people, cards and charts that nobody has."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms

from speaking.markers import Marker
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from texts.content import Mistake
from texts.reviews.judging import answer_judge
from texts.reviews.models import CardKind, CardType, Rating, ReviewCard
from texts.reviews.presentation import HEADINGS, TASKS, Grade
from texts.reviews.prompts import Prompt
from tutoring.progress.charts import Chart, Row, Series

NOBODY = UUID(int=0)
LEVELS = [(level, level) for level in ("A1", "A2", "B1", "B2", "C1", "C2")]


class SampleForm(forms.Form):
    """One field of each kind; bound, so that one of them is wrong."""

    name = forms.CharField(label="Name", help_text="What tutors see.")
    mail = forms.EmailField(label="E-mail")
    level = forms.ChoiceField(label="Level", choices=LEVELS)
    about = forms.CharField(
        label="Why English?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    key = forms.CharField(label="Key", required=False, disabled=True, initial="kept as it is")
    accent = forms.ChoiceField(
        label="Voice",
        choices=[("en-US", "American"), ("en-GB", "British")],
        widget=forms.RadioSelect,
    )
    reminders = forms.BooleanField(label="Remind me", help_text="Once a day at most.")


@dataclass(frozen=True, slots=True)
class Side:
    """One half of a row: ``theme`` light or dark, and what must not be there twice by its id."""

    theme: str
    form: SampleForm
    charts: tuple[Chart, ...]
    session: SpeakResource


def side_of(theme: str) -> Side:
    typed = {"name": "Sofia", "mail": "sofia at example", "level": "B1", "accent": "en-US"}
    session = SpeakResource(
        id=UUID(int=1 + (theme == "dark")),
        mode=Mode.FREE_TALK,
        status=SessionStatus.COMPLETED,
        overall_score=78,
        duration_ms=9000,
        topic=topic(),
    )
    return Side(theme, SampleForm(typed, auto_id=f"{theme}_%s"), charts(theme), session)


def topic() -> Topic:
    return Topic(
        title="At the market",
        mode=Mode.FREE_TALK,
        level="A2",
        slug="at-the-market",
        summary="Buy food for dinner and ask what it costs.",
        target_seconds=60,
    )


def charts(name: str) -> tuple[Chart, ...]:
    """One with bars, a line and a goal, one with lines in all tones, one with nothing yet."""
    days = range(1, 15)
    minutes = Chart(
        name=f"{name}-minutes",
        title="Minutes spoken",
        caption="Bars, with a thin line for the goal.",
        unit="min",
        series=(Series("Spoken", "bar", 1), Series("Goal", "goal", 2)),
        rows=tuple(Row(f"{day} May", (abs(round(9 * math.sin(day)) + 4), 10)) for day in days),
        empty="",
    )
    mistakes = Chart(
        name=f"{name}-mistakes",
        title="Mistakes",
        caption="Lines, as many as can be told apart.",
        unit="",
        series=tuple(Series(f"Kind {tone}", "line", tone) for tone in range(1, 6)),
        rows=tuple(
            Row(f"{day} May", tuple(round(9 - day / 3 - tone, 1) % 9 for tone in range(5)))
            for day in days
        ),
        empty="",
    )
    nothing = Chart(
        name=f"{name}-nothing",
        title="Sounds",
        caption="",
        unit="%",
        series=(Series("Heard as another", "bar", 3),),
        rows=(),
        empty="Says what to do to see the first bar.",
        link=("/speak/drills", "Practise sounds"),
    )
    return minutes, mistakes, nothing


def pieces() -> dict[str, Any]:
    """What the templates of lists, results and the recording ask for."""
    return {
        "topic": topic(),
        "content": {"mistakes": [Mistake(wrong="She have", right="She has", why="With she: has.")]},
        "evaluation": {"cefr_estimate": "B1"},
        "scores": [
            {"name": "overall", "label": "Overall", "value": 78},
            {"name": "fluency", "label": "Fluency", "value": 81, "interval": (74, 88)},
            {"name": "grammar", "label": "Grammar", "value": 64},
            {"name": "vocabulary", "label": "Vocabulary", "value": None, "reason": "Too short."},
        ],
        "marks": [
            Marker(kind="correction", number=1, at_ms=1500, label="Correction 1: went"),
            Marker(kind="comment", number=1, at_ms=5500, label="A comment"),
        ],
    }


def review() -> dict[str, Any]:
    """A question, and the answer to another."""
    card = ReviewCard(id=NOBODY, kind=CardKind.RESOURCE, text="give up")
    prompt = Prompt(
        type=CardType.CLOZE,
        question="Never _____ on your dreams.",
        answers=("give up",),
        hint="g___ u_",
        explanation="To stop trying.",
    )
    judged = answer_judge(prompt, "give in")
    intervals = {
        Rating.AGAIN: "1 min",
        Rating.HARD: "6 min",
        Rating.GOOD: "10 min",
        Rating.EASY: "8 days",
    }
    return {
        "card": card,
        "prompt": prompt,
        "task": TASKS[prompt.type],
        "counts": {"done": 4, "left": 8},
        "total": 12,
        "judged": judged,
        "heading": HEADINGS[judged.verdict],
        "grades": [Grade(one, words, one == judged.rating) for one, words in intervals.items()],
    }


def peaks() -> list[int]:
    """The loudness of nine seconds that were never said, 0–100."""
    return [round(abs(math.sin(at / 7) * math.sin(at / 31)) * 90) + 4 for at in range(300)]
