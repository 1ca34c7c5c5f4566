"""How well pronunciation is judged: ``python -m bench.pronunciation``.

Takes about six minutes of CPU; ``--voice`` limits it, and ``--keep`` and ``--from`` let several
runs be added up. What the figures mean is in ``docs/pronunciation.md``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from bench.pronouncing.table import print_table
from bench.pronouncing.trials import HUMAN, Trial, drills, human, readings, strangers
from bench.pronouncing.voices import VOICES
from speaking.pronunciation.offline import OfflineJudge


def trials_of(voice: str, judge: OfflineJudge) -> Iterator[Trial]:
    if voice == "human":
        for name in HUMAN:
            yield from human(name, judge)
        return
    yield from drills(voice, judge)
    yield from readings(voice, judge)
    if voice == VOICES[0]:
        yield from strangers(voice, judge)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", nargs="*", default=[*VOICES, "human"], help="who speaks")
    parser.add_argument("--keep", type=Path, help="write the trials to this file")
    parser.add_argument("--from", dest="kept", type=Path, nargs="*", help="add up these files")
    options = parser.parse_args()
    if options.kept:
        rows = [row for file in options.kept for row in json.loads(file.read_text())]
        print_table([Trial(**row) for row in rows])
        return
    judge = OfflineJudge()
    judge.warm_up()
    began = time.process_time()
    trials = [trial for voice in options.voice for trial in trials_of(voice, judge)]
    if options.keep:
        options.keep.write_text(json.dumps([trial.as_row() for trial in trials]))
    print_table(trials)
    print(f"\n{len(trials)} words judged in {time.process_time() - began:.0f} s of CPU")


if __name__ == "__main__":
    main()
