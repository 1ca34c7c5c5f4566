"""How long a search takes over the whole starter content: ``python -m bench.search``.

Loads the content into a fresh SQLite database, then measures searches and suggestions by class of
query, inside the process: median and 95th percentile in milliseconds, and the median of the CPU
time, which says more on a machine that has other things to do.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from typing import Any

QUERIES: dict[str, list[dict[str, Any]]] = {
    "word": [{"q": q} for q in ("water", "reluctant", "breathe", "school", "went", "take")],
    "prefix": [{"q": q} for q in ("brea", "circum", "under", "photog", "wat", "reluc")],
    "phrase": [{"q": q} for q in ("give up", "piece of cake", "gave up", "present perfect")],
    "misspelling": [{"q": q} for q in ("freind", "recieve", "presnt perfect", "definately")],
    "nothing like it": [{"q": q} for q in ("xqzzyt", "blorptious", "deeply xqzzyt")],
    "filters only": [
        {"type": "GRAMMAR"},
        {"type": "VOCABULARY", "level": "B1"},
        {"level": "A1", "order": "newest"},
        {"tag": "idiom"},
        {"order": "level"},
    ],
    "word and filters": [{"q": "water", "level": "B1"}, {"q": "time", "type": "PHRASE"}],
    "function word": [{"q": q} for q in ("the", "of", "to be or not to be")],
}
TYPED = ("a", "br", "bre", "brea", "condi", "give", "w", "present p")


def print_row(name: str, call: Callable[[Any], object], given: Iterable[Any], rounds: int) -> None:
    values = list(given)
    for value in values:
        call(value)
    taken: list[float] = []
    cpu: list[float] = []
    for _ in range(rounds):
        for value in values:
            start, cpu_start = time.perf_counter(), time.process_time()
            call(value)
            taken.append((time.perf_counter() - start) * 1000)
            cpu.append((time.process_time() - cpu_start) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"{name:<20}{statistics.median(taken):>10.2f}{p95:>10.2f}{statistics.median(cpu):>10.2f}")


def measure(rounds: int) -> None:
    from accounts.models import User
    from texts.search.selectors import SearchRequest, resource_search
    from texts.search.suggestions import resource_suggest
    from texts.seeding import resources_seed

    start, cpu = time.perf_counter(), time.process_time()
    total = resources_seed()
    print(f"{total:,} resources in {time.perf_counter() - start:.1f} s", end=" ")
    print(f"({time.process_time() - cpu:.1f} s CPU)\n")
    user = User.objects.create_user("bench@example.com", "correct-horse-battery")
    print(f"{'ms':<20}{'median':>10}{'p95':>10}{'CPU':>10}")
    for name, wanted in QUERIES.items():
        requests = [SearchRequest(**one) for one in wanted]
        print_row(name, lambda w: resource_search(user=user, wanted=w), requests, rounds)
    print_row("suggestions", lambda t: resource_suggest(user=user, typed=t), TYPED, rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="learn-bench-") as folder:
        # Read by the settings: must be there before Django is.
        os.environ.update({"DATA_DIR": folder, "DEBUG": "false", "LOG_LEVEL": "ERROR"})
        os.environ["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(rounds)


if __name__ == "__main__":
    main()
