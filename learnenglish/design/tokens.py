"""The tokens as ``static/css/tokens.css`` says them, and the contrast between its colours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings

FILE = settings.BASE_DIR / "static" / "css" / "tokens.css"
TEXT, SHAPE = 4.5, 3.0
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_COLOUR = re.compile(r"light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)")

# What lies on what, and what it is. Lines that only adorn (--line, --margin-rule) need no contrast.
PAIRS = (
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft") for ground in ("table", "page", "fold")),
    ("ink-faint", "page", TEXT),
    ("ink-faint", "fold", TEXT),
    *(("ink", wash, TEXT) for wash in ("spruce-wash", "marker-soft", "marker-band", "pencil-wash")),
    ("ink", "leaf-wash", TEXT),
    *((ink, ground, TEXT) for ink in ("spruce", "spruce-deep") for ground in ("table", "page")),
    ("spruce", "spruce-wash", TEXT),
    ("spruce-deep", "spruce-wash", TEXT),
    ("on-spruce", "spruce", TEXT),
    ("on-spruce", "spruce-deep", TEXT),
    ("on-marker", "marker", TEXT),
    *((ink, ground, TEXT) for ink in ("pencil", "leaf") for ground in ("table", "page", "fold")),
    ("pencil", "pencil-wash", TEXT),
    ("leaf", "leaf-wash", TEXT),
    ("page", "pencil", TEXT),
    ("table", "ink", TEXT),
    ("line-strong", "page", SHAPE),
    ("line-strong", "table", SHAPE),
    *((f"chart-{number}", "page", SHAPE) for number in range(2, 6)),
)


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """``ink`` on ``ground``; ``light`` and ``dark`` are ratios from 1 to 21, ``needed`` the least
    that WCAG 2.2 asks for what it is."""

    ink: str
    ground: str
    needed: float
    light: float
    dark: float

    @property
    def is_text(self) -> bool:
        """Rather than the edge of a field or the line of a chart."""
        return self.needed >= TEXT

    @property
    def is_enough(self) -> bool:
        return min(self.light, self.dark) >= self.needed


def tokens_read() -> dict[str, str]:
    """Name (without dashes) to what it is by default, in the file's order."""
    found: dict[str, str] = {}
    for name, value in _TOKEN.findall(FILE.read_text()):
        found.setdefault(name, " ".join(value.split()))
    return found


def colours_of(tokens: dict[str, str]) -> list[Colour]:
    matches = ((name, _COLOUR.fullmatch(value)) for name, value in tokens.items())
    return [Colour(name, *match.groups()) for name, match in matches if match]


def contrasts_of(colours: list[Colour]) -> list[Contrast]:
    known = {colour.name: colour for colour in colours}
    return [
        Contrast(
            ink,
            ground,
            needed,
            contrast_ratio(known[ink].light, known[ground].light),
            contrast_ratio(known[ink].dark, known[ground].dark),
        )
        for ink, ground, needed in PAIRS
    ]


def contrast_ratio(one: str, other: str) -> float:
    """Of two hexadecimal colours, by WCAG 2.2, cut (never rounded up) to a hundredth."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return int(100 * (lighter + 0.05) / (darker + 0.05)) / 100


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it for sRGB."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
