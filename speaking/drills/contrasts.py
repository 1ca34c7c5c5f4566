"""The contrasts by name: what they are called, how their sounds are made, who mixes them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Contrast:
    """``sounds`` in IPA; ``tip`` says what the mouth does."""

    name: str
    sounds: tuple[str, str]
    tip: _StrPromise

    @property
    def label(self) -> str:
        """``/iː/ – /ɪ/``; a sound that may be missing is ``–``."""
        return " · ".join(f"/{sound}/" if sound else "–" for sound in self.sounds)


_ALL = (
    Contrast("IY/IH", ("iː", "ɪ"), _("Smile and hold the first; relax your mouth for the second, which is shorter.")),
    Contrast("AE/EH", ("æ", "e"), _("Open your mouth wide for the first; half as wide for the second.")),
    Contrast("AE/AH", ("æ", "ʌ"), _("The first is at the front of the mouth, lips spread; the second in the middle, mouth relaxed.")),
    Contrast("AA/AH", ("ɑ", "ʌ"), _("Drop your jaw for the first; the second is short and the mouth hardly opens.")),
    Contrast("UW/UH", ("uː", "ʊ"), _("Round your lips tightly and hold the first; the second is short and loose.")),
    Contrast("EH/IH", ("e", "ɪ"), _("Lower your jaw a little for the first; nearly close it for the second.")),
    Contrast("EH/EY", ("e", "eɪ"), _("The first stays where it is; the second glides up to a smile.")),
    Contrast("OW/AO", ("oʊ", "ɔ"), _("The first closes to round lips at its end; the second stays open.")),
    Contrast("AO/ER", ("ɔ", "ɜː"), _("Round your lips for the first; for the second keep them flat and pull the tongue back.")),
    Contrast("TH/S", ("θ", "s"), _("For the first the tip of your tongue touches the upper teeth and air flows over it; for the second it stays behind them.")),
    Contrast("TH/T", ("θ", "t"), _("Let the air flow over your tongue for the first; the second stops it, then lets go.")),
    Contrast("TH/F", ("θ", "f"), _("Tongue at the teeth for the first; lower lip at the teeth for the second.")),
    Contrast("DH/D", ("ð", "d"), _("Put the tongue between the teeth and hum for the first; the second stops the air.")),
    Contrast("V/W", ("v", "w"), _("Teeth on the lower lip for the first; for the second round your lips, and no teeth.")),
    Contrast("V/B", ("v", "b"), _("The first flows, teeth on the lower lip; the second stops at closed lips.")),
    Contrast("F/V", ("f", "v"), _("The mouth is the same; hum for the second, not for the first.")),
    Contrast("R/L", ("r", "l"), _("For the first the tongue touches nothing; for the second its tip touches behind the teeth.")),
    Contrast("S/SH", ("s", "ʃ"), _("Lips spread for the first; pushed forward, tongue further back, for the second.")),
    Contrast("SH/CH", ("ʃ", "tʃ"), _("The first flows; the second begins with a stop, as a t does.")),
    Contrast("JH/CH", ("dʒ", "tʃ"), _("The mouth is the same; hum for the first, not for the second.")),
    Contrast("JH/Y", ("dʒ", "j"), _("The first begins with a stop; for the second the tongue touches nothing.")),
    Contrast("NG/N", ("ŋ", "n"), _("The back of the tongue closes the first; its tip closes the second.")),
    Contrast("S/Z", ("s", "z"), _("Hum for the second, and make the vowel before it longer.")),
    Contrast("P/B", ("p", "b"), _("A puff of air after the first; none after the second, and a longer vowel before it.")),
    Contrast("T/D", ("t", "d"), _("A puff of air after the first; none after the second, and a longer vowel before it.")),
    Contrast("K/G", ("k", "ɡ"), _("A puff of air after the first; none after the second, and a longer vowel before it.")),
    Contrast("final", ("t d", ""), _("Say the last sound: close for it, then let go.")),
    Contrast("HH/-", ("h", ""), _("Breathe out before the vowel for the first; begin with the voice for the second.")),
    Contrast("cluster", ("st", "əst"), _("Join the consonants; no vowel comes before or between them.")),
)  # fmt: skip
CONTRASTS: dict[str, Contrast] = {contrast.name: contrast for contrast in _ALL}

# What speakers of a language usually mix up, the worst first (Swan & Smith, Learner English).
_BY_LANGUAGE = {
    "ar": "P/B F/V EH/IH NG/N SH/CH cluster TH/S",
    "bn": "V/B S/SH S/Z TH/T IY/IH",
    "cs": "TH/S V/W AE/EH DH/D NG/N final",
    "de": "V/W TH/S S/Z AE/EH DH/D F/V T/D JH/CH",
    "el": "S/SH IY/IH SH/CH AE/AH UW/UH",
    "es": "IY/IH V/B AE/AH S/Z SH/CH JH/Y cluster final",
    "fa": "V/W TH/S cluster IY/IH AE/EH DH/D",
    "fr": "HH/- IY/IH TH/S UW/UH SH/CH AE/AH",
    "hi": "V/W TH/T DH/D AE/EH S/SH",
    "hu": "V/W TH/S AE/EH DH/D NG/N",
    "id": "F/V V/B SH/CH S/Z final IY/IH",
    "it": "HH/- IY/IH TH/T final AE/EH NG/N",
    "ja": "R/L V/B TH/S S/SH AE/AH cluster IY/IH HH/-",
    "ko": "R/L F/V V/B IY/IH S/SH final JH/CH TH/S",
    "nl": "TH/S T/D AE/EH S/Z K/G",
    "pl": "TH/S IY/IH V/W NG/N AE/EH T/D",
    "pt": "IY/IH TH/T AE/EH R/L HH/- SH/CH cluster",
    "ro": "TH/T IY/IH AE/EH V/W",
    "ru": "V/W TH/S IY/IH AE/EH NG/N T/D HH/-",
    "sv": "JH/Y S/Z TH/T SH/CH V/W",
    "ta": "V/W P/B TH/T S/SH HH/-",
    "th": "R/L V/W TH/T SH/CH final S/Z",
    "tl": "F/V P/B V/B IY/IH TH/T S/Z",
    "tr": "V/W TH/T AE/EH IY/IH NG/N DH/D",
    "uk": "V/W TH/S IY/IH AE/EH NG/N HH/-",
    "ur": "V/W TH/T cluster AE/EH",
    "vi": "final TH/T SH/CH IY/IH S/SH P/B",
    "zh": "TH/S R/L V/W IY/IH final NG/N AE/EH",
}
_ANYONE = "IY/IH TH/S R/L AE/EH V/W S/Z".split()


def contrasts_of_language(language: str) -> tuple[str, ...]:
    """What speakers of ``language`` usually mix up, the worst first.

    ``language`` is as people write it in their profile: a code, its English or its own name.
    """
    known = _BY_LANGUAGE.get(_code_of(language), "").split()
    return tuple(known or _ANYONE)


@lru_cache(maxsize=256)
def _code_of(language: str) -> str:
    wanted = language.strip().casefold()
    for code, names in LANG_INFO.items():
        known = {code, names.get("name", ""), names.get("name_local", "")}
        if wanted in {name.casefold() for name in known if name}:
            return code.partition("-")[0]
    other = {"tagalog": "tl", "filipino": "tl", "chinese": "zh", "mandarin": "zh", "farsi": "fa"}
    return other.get(wanted, wanted.replace("_", "-").partition("-")[0])
