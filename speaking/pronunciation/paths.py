"""The best way through a row of states, for many rows at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
States = npt.NDArray[np.intp]
_NEVER = np.float32(-1e9)


def best_scores(scores: Scores, rows: Sequence[States]) -> Scores:
    """The log-likelihood of ``scores`` [frames, states] along each row of state numbers.

    A path begins in a row's first state, ends in its last and stays at least a frame in each. A
    row with more states than frames gets -1e9.
    """
    longest = max(map(len, rows))
    table = np.zeros((len(rows), longest), dtype=np.intp)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    fits = scores[:, table]  # frames, rows, places
    best = np.full((len(rows), longest + 1), _NEVER, dtype=np.float32)
    best[:, 1] = fits[0, :, 0]
    for frame in fits[1:]:
        best[:, 1:] = np.maximum(best[:, 1:], best[:, :-1]) + frame
    ends: Scores = best[np.arange(len(rows)), [len(row) for row in rows]]
    return ends


def best_path(scores: Scores, row: States) -> list[tuple[int, int]]:
    """When (first frame, one after the last) the best path is in each place of ``row``."""
    fits = scores[:, row]
    frames, places = fits.shape
    best = np.full(places + 1, _NEVER, dtype=np.float32)
    best[1] = fits[0, 0]
    moved = np.zeros((frames, places), dtype=bool)
    for frame in range(1, frames):
        moved[frame] = best[:-1] > best[1:]
        best[1:] = np.maximum(best[1:], best[:-1]) + fits[frame]
    spans: list[tuple[int, int]] = []
    end, place = frames, places - 1
    for frame in range(frames - 1, -1, -1):
        if frame == 0 or moved[frame, place]:
            spans.append((frame, end))
            end, place = frame, place - 1
            if place < 0:
                break
    return spans[::-1]
