"""What a person needs of any page: it fits, is accessible, and its next step is in sight."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
# Whether a finger that taps the middle of what is seen of an element meets it, and not a bar above.
MEETS = """
(element) => {
  const box = element.getBoundingClientRect();
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const met = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
  return bottom - top >= Math.min(24, box.height) && (element === met || element.contains(met));
}
"""


def axe_problems(page: Page) -> list[str]:
    """What breaks WCAG 2.2 AA, as far as axe-core can tell."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for rule in found
        for node in rule["nodes"][:3]
    ]


def too_wide(page: Page) -> list[str]:
    """One entry if the page scrolls sideways."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    needed = page.evaluate("document.documentElement.scrollWidth")
    return [f"{needed} px wide on {width}"] if needed > width else []


def can_be_tapped(locator: Locator) -> bool:
    """Without scrolling: it is in view, and nothing lies above it."""
    return bool(locator.evaluate(MEETS))
