"""The British voice: SVOX Pico, a small synthesiser of 2009, each text in a process of its own.

Pico is C code that holds Python's lock while it works, and there are texts that make it loop for
ever. A process can be ended; a thread cannot. Starting one takes 60 ms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from speaking.tts.base import SLOW_SPEED, TtsError
from speaking.tts.offline.neural import unspeakable

if TYPE_CHECKING:
    import numpy.typing as npt

    from speaking.tts.base import Accent

    Samples = npt.NDArray[np.float32]

NAME = "pico"
SAMPLE_RATE_HZ = 16_000
_PROGRAM = Path(__file__).with_name("pico_process.py")
# The longest texts take half a second.
_SECONDS = 10
# Markup is obeyed, also <genfile> and <play>, which write and read files of the server.
_MARKUP = str.maketrans({"<": " less than ", ">": " greater than "})


class PicoVoice:
    """Nothing is loaded in this process."""

    def speak(self, text: str, *, accent: Accent, slow: bool) -> Samples:
        """``text`` at ``SAMPLE_RATE_HZ``. Raises TtsError."""
        command = [sys.executable, "-I", str(_PROGRAM), accent, str(SLOW_SPEED if slow else 1.0)]
        try:
            done = subprocess.run(
                command,
                input=text.translate(_MARKUP).encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except subprocess.TimeoutExpired as error:
            raise unspeakable() from error
        except subprocess.CalledProcessError as error:
            reason = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise TtsError("tts_failed", f"Pico: {reason}", retryable=False) from error
        if not done.stdout:
            raise unspeakable()
        return np.frombuffer(done.stdout, dtype="<i2").astype(np.float32) / np.float32(32_768)
