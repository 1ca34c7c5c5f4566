"""How networks are run here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnxruntime

_ONLY_FATAL = 4


def open_model(path: Path) -> Any:
    """An inference session on one thread: the pool has a process for each core already."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ONLY_FATAL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
