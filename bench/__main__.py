"""``make bench``: every figure of ``docs/performance.md``, measured on this machine."""

from __future__ import annotations

import subprocess
import sys

PARTS = (
    "process_text",
    "grammar",
    "search",
    "caching",
    "recognition",
    "voices",
    "pronunciation",
    "reviews",
    "tutor",
    "pages",
    "site",
    "speaking",
)


def main() -> None:
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{part}"], check=True)


if __name__ == "__main__":
    main()
