"""``pico_process.py VOICE SPEED``: text on standard input, 16 kHz PCM on standard output.

A program of its own, which imports nothing of this project so that it starts quickly.
"""

from __future__ import annotations

import sys

from py_nanotts import NanoTTS  # type: ignore[import-untyped]

if __name__ == "__main__":
    voice, speed = sys.argv[1], float(sys.argv[2])
    text = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(NanoTTS().speak(text, voice=voice, speed=speed))
