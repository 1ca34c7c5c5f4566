"""Trials added up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.pronouncing.trials import Trial


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """How often a right word scores above a wrong one; half a point where they are equal."""
    ranks: dict[float, float] = {}
    every = sorted([*right, *wrong])
    for place, value in enumerate(every):
        ranks.setdefault(value, 0.0)
        ranks[value] += place + 1
    counts = {value: every.count(value) for value in ranks}
    total = sum(ranks[value] / counts[value] for value in right)
    count = len(right)
    return (total - count * (count + 1) / 2) / (count * len(wrong))


@dataclass(frozen=True, slots=True)
class DrillFigures:
    """``accuracy`` is of what was answered; ``unanswered`` a share of all."""

    trials: int
    auc: float
    accuracy: float
    unanswered: float


def drill_figures(trials: Sequence[Trial]) -> DrillFigures:
    """A word said is a right word for itself and a wrong one for its partner: both count."""
    right = [trial.right for trial in trials]
    told = [trial for trial in trials if trial.told]
    hits = sum(trial.right > 0.5 for trial in told)
    return DrillFigures(
        trials=len(trials),
        auc=auc(right, [1 - value for value in right]),
        accuracy=hits / len(told) if told else float("nan"),
        unanswered=1 - len(told) / len(trials),
    )


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """``false_alarms``: right words called doubtful; ``found``: wrong words called doubtful."""

    right: int
    wrong: int
    auc: float
    false_alarms: float
    found: float


def read_figures(trials: Sequence[Trial]) -> ReadFigures:
    right = [trial for trial in trials if trial.is_right]
    wrong = [trial for trial in trials if not trial.is_right]
    nothing = float("nan")
    return ReadFigures(
        right=len(right),
        wrong=len(wrong),
        auc=auc([one.right for one in right], [one.right for one in wrong])
        if right and wrong
        else nothing,
        false_alarms=sum(one.told for one in right) / len(right) if right else nothing,
        found=sum(one.told for one in wrong) / len(wrong) if wrong else nothing,
    )


def print_table(trials: Sequence[Trial]) -> None:
    drills = [trial for trial in trials if trial.kind == "drill"]
    reads = [trial for trial in trials if trial.kind == "read"]
    neither = [trial for trial in trials if trial.kind == "neither"]
    if drills:
        print("\nDrills: which of two words?")
        print(f"{'':14}{'words':>7}{'AUC':>8}{'accuracy':>10}{'unanswered':>12}")
        _each(drills, _print_drills)
    synthetic = [trial for trial in reads if trial.voice != "human"]
    for title, some in (
        ("Reading, synthetic voices", synthetic),
        ("Reading, people", [trial for trial in reads if trial.voice == "human"]),
    ):
        if some:
            print(f"\n{title}: is it the word of the text?")
            print(f"{'':14}{'right':>7}{'wrong':>7}{'AUC':>8}{'false alarms':>14}{'found':>8}")
            _each(some, _print_reads)
    if neither:
        share = sum(not trial.told for trial in neither) / len(neither)
        print(f"\nA third word was said: left unanswered {share:.3f} of {len(neither)}")


def _each(trials: Sequence[Trial], show: Callable[[str, Sequence[Trial]], None]) -> None:
    show("all", trials)
    voices = dict.fromkeys(trial.voice for trial in trials)
    for voice in voices if len(voices) > 1 else ():
        show(voice, [trial for trial in trials if trial.voice == voice])
    for contrast in dict.fromkeys(trial.contrast for trial in trials):
        show(contrast, [trial for trial in trials if trial.contrast == contrast])


def _print_drills(name: str, trials: Sequence[Trial]) -> None:
    one = drill_figures(trials)
    print(f"{name:14}{one.trials:7}{one.auc:8.3f}{one.accuracy:10.3f}{one.unanswered:12.3f}")


def _print_reads(name: str, trials: Sequence[Trial]) -> None:
    one = read_figures(trials)
    print(
        f"{name:14}{one.right:7}{one.wrong:7}{one.auc:8.3f}{one.false_alarms:14.3f}{one.found:8.3f}"
    )
