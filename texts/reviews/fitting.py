"""FSRS's parameters from a person's own answers. Numbers only, no database.

The package's optimiser needs PyTorch, 200 MB for a gradient. Most of what differs between people is
in seven of the 21 weights: how long a first impression lasts (four), how much a success adds, what
is left after a lapse, and how flat forgetting is. These are searched along the coordinates for the
least log-loss, pulled towards the defaults where a log says little; the others stay as they are.
What is found is used only if it predicts the last fifth of the answers, which it has not seen,
better than the defaults.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    STABILITY_MIN,
    UPPER_BOUNDS_PARAMETERS,
)
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_SCORED = 100
HELD_OUT = 0.2
# Differences below this come and go by chance.
LEAST_GAIN = 0.005
_LOGARITHMIC = (0, 1, 2, 3, 11)
# Weight -> how far people are from the default: a standard deviation, of the logarithm for those.
_FREE = {0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0, 8: 0.5, 11: 0.5, 20: 0.1}
_FIRST_STEP, _LAST_STEP = 0.5, 0.03
_ROUNDS = 48


@dataclass(frozen=True, slots=True)
class Review:
    """One answer of a card's history: ``days`` since the one before, 0 for the first."""

    rating: int
    days: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """``parameters`` are empty where the defaults predict as well. Losses are log-losses over the
    answers held out, None where there are too few answers that say anything (a day or more after
    the one before).
    """

    parameters: list[float]
    answers: int
    default_loss: float | None = None
    fitted_loss: float | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    """Histories side by side: a row for each card, padded with rating 0."""

    ratings: NDArray[np.int64]
    days: Floats
    scored: NDArray[np.bool_]
    known: NDArray[np.bool_]


def parameters_fit(histories: Sequence[Sequence[Review]]) -> Fit:
    """The parameters that predict ``histories``, each of one card and in order of time."""
    answers = sum(len(history) for history in histories)
    times = sorted(r.at for history in histories for r in history[1:] if r.days >= 1)
    if len(times) < LEAST_SCORED:
        return Fit(parameters=[], answers=answers)
    cut = times[int(len(times) * (1 - HELD_OUT))]
    table = _table(histories)
    early = np.array([[r.at < cut for r in history] + [False] * (table.days.shape[1] - len(history))
                      for history in histories])  # fmt: skip
    default = np.array(DEFAULT_PARAMETERS)
    fitted = _search(table, table.scored & early)
    losses = [_loss(table, parameters, table.scored & ~early) for parameters in (default, fitted)]
    found: list[float] = []
    if losses[1] < losses[0] * (1 - LEAST_GAIN):
        found = [round(float(value), 4) for value in _search(table, table.scored)]
    return Fit(parameters=found, answers=answers, default_loss=losses[0], fitted_loss=losses[1])


def recall_predicted(parameters: Floats, ratings: NDArray[np.int64], days: Floats) -> Floats:
    """How likely each answer of a table was to be right, by FSRS 6 as the package reckons it."""
    w = parameters
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    predicted = np.ones_like(days)
    first = np.clip(ratings[:, 0], 1, 4)
    stability = w[first - 1]
    difficulty = np.clip(w[4] - np.exp(w[5] * (first - 1)) + 1, 1, 10)
    easiest = w[4] - np.exp(w[5] * 3) + 1
    for step in range(1, ratings.shape[1]):
        rating, elapsed = np.clip(ratings[:, step], 1, 4), days[:, step]
        recall = (1 + factor * elapsed / stability) ** decay
        predicted[:, step] = recall
        stability = np.where(
            elapsed < 1,
            _after_minutes(w, stability, rating),
            _after_days(w, stability, difficulty, recall, rating),
        )
        stability = np.clip(stability, STABILITY_MIN, 36_500)
        change = -w[6] * (rating - 3) * (10 - difficulty) / 9
        difficulty = np.clip(w[7] * easiest + (1 - w[7]) * (difficulty + change), 1, 10)
    return predicted


def _after_minutes(w: Floats, stability: Floats, rating: NDArray[np.int64]) -> Floats:
    growth = np.exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    return stability * np.where(rating >= 2, np.maximum(growth, 1), growth)


def _after_days(
    w: Floats, stability: Floats, difficulty: Floats, recall: Floats, rating: NDArray[np.int64]
) -> Floats:
    bonus = np.where(rating == 2, w[15], np.where(rating == 4, w[16], 1.0))
    kept = stability * (
        1
        + np.exp(w[8])
        * (11 - difficulty)
        * stability ** -w[9]
        * (np.exp((1 - recall) * w[10]) - 1)
        * bonus
    )
    lost = np.minimum(
        w[11]
        * difficulty ** -w[12]
        * ((stability + 1) ** w[13] - 1)
        * np.exp((1 - recall) * w[14]),
        stability / np.exp(w[17] * w[18]),
    )
    return np.where(rating == 1, lost, kept)


def _loss(table: _Table, parameters: Floats, which: NDArray[np.bool_]) -> float:
    recall = recall_predicted(parameters, table.ratings, table.days)[which]
    recall = np.clip(recall, 1e-4, 1 - 1e-4)
    known = table.known[which]
    return float(-np.mean(np.where(known, np.log(recall), np.log(1 - recall))))


def _search(table: _Table, which: NDArray[np.bool_]) -> Floats:
    """The least loss that steps along single weights lead to, from the defaults."""
    count = int(which.sum())
    moves = dict.fromkeys(_FREE, 0.0)

    def cost(moves: dict[int, float]) -> float:
        pull = sum(move**2 for move in moves.values()) / 2
        return _loss(table, _moved(moves), which) + pull / count

    best, step, rounds = cost(moves), _FIRST_STEP, 0
    while step >= _LAST_STEP and rounds < _ROUNDS:
        rounds += 1
        before = best
        for index in _FREE:
            for direction in (step, -step):
                tried = {**moves, index: moves[index] + direction}
                found = cost(tried)
                if found < best:
                    best, moves = found, tried
                    break
        if before - best < 1e-5:
            step /= 2
    return _moved(moves)


def _moved(moves: dict[int, float]) -> Floats:
    """The defaults with some weights moved by so many standard deviations, within their bounds."""
    parameters = np.array(DEFAULT_PARAMETERS)
    for index, move in moves.items():
        shift = move * _FREE[index]
        if index in _LOGARITHMIC:
            parameters[index] *= np.exp(shift)
        else:
            parameters[index] += shift
    # A better first answer never lasts less.
    parameters[:4] = np.maximum.accumulate(parameters[:4])
    return np.clip(parameters, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)


def _table(histories: Sequence[Sequence[Review]]) -> _Table:
    width = max(len(history) for history in histories)
    ratings = np.zeros((len(histories), width), dtype=np.int64)
    days = np.zeros((len(histories), width))
    for row, history in enumerate(histories):
        ratings[row, : len(history)] = [review.rating for review in history]
        days[row, : len(history)] = [review.days for review in history]
    scored = (days >= 1) & (ratings > 0)
    scored[:, 0] = False
    return _Table(ratings, days, scored, ratings > 1)
