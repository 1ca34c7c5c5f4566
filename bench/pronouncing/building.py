"""Makes what the measurement and the probe stand on; needed only to change them.

``python -m bench.pronouncing.building FOLDER`` lets every voice say the words of the pairs alone
and in sentences, and other words and sentences that hold none of them, into ``FOLDER/VOICE.npz``.
It needs Debian's ``flite`` beside the wheels. Keys: ``w|WORD`` and ``c|WORD|SENTENCE`` for pairs,
``t|WORD`` and ``s|SENTENCE`` for the probe.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import yaml

from bench.pronouncing.pairs import CARRIERS, pairs
from bench.pronouncing.voices import MADE, RECORDED, speaker_of
from speaking.pronunciation.phones import dictionary_forms, is_known
from speaking.sound import resample, wav_read

_TEXTS = Path(__file__).parents[2] / "speaking" / "content" / "topics" / "read-aloud"
_WORDS, _SENTENCES = 260, 32
_SENTENCE_WORDS = range(4, 15)
_COMMONEST = 3_500


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for voice in (*MADE, *RECORDED):
        say = speaker_of(voice) if voice in MADE else flite(voice)
        clips = {key: np.frombuffer(say(text), dtype="<i2") for key, text in texts(voice).items()}
        np.savez_compressed(folder / f"{voice}.npz", allow_pickle=False, **clips)
        print(voice, len(clips), flush=True)


def texts(voice: str) -> dict[str, str]:
    """What a voice says, by key."""
    dice = random.Random(voice)
    found: dict[str, str] = {}
    for word in sorted({word for pair in pairs() for word in pair.words}):
        carrier = dice.choice(CARRIERS)
        found[f"w|{word}"] = word
        found[f"c|{word}|{carrier}"] = carrier.format(word)
    found |= {f"t|{word}": word for word in other_words()}
    return found | {f"s|{sentence}": sentence for sentence in sentences()}


def other_words() -> list[str]:
    """Common words with one pronunciation that are in no pair."""
    from wordfreq import top_n_list

    taken = {word.lower() for pair in pairs() for word in pair.words}
    words = [
        word
        for word in top_n_list("en", _COMMONEST)
        if word.isalpha() and len(word) > 2 and word not in taken
        if is_known(word) and len(dictionary_forms(word)) == 1
    ]
    random.Random(5).shuffle(words)
    return words[:_WORDS]


def sentences() -> list[str]:
    """From the texts that are read aloud here."""
    found = [
        sentence
        for file in sorted(_TEXTS.glob("*.yaml"))
        for sentence in re.split(
            r"(?<=[.!?])\s+", yaml.safe_load(file.read_text())["reference_text"]
        )
        if len(sentence.split()) in _SENTENCE_WORDS
    ]
    random.Random(5).shuffle(found)
    return found[:_SENTENCES]


def flite(voice: str) -> Callable[[str], bytes]:
    """One of flite's voices (Debian: flite)."""

    def say(text: str) -> bytes:
        with tempfile.NamedTemporaryFile(suffix=".wav") as file:
            command = ["/usr/bin/flite", "-voice", voice, "-t", text, "-o", file.name]
            subprocess.run(command, check=True, capture_output=True)
            wav = wav_read(Path(file.name).read_bytes())
        return resample(wav.pcm, wav.sample_rate_hz)

    return say


if __name__ == "__main__":
    main()
