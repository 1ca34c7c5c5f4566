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

# What the element in focus looks like, with what is around it, in focus and without.
LOOKS = """
() => {
  const element = document.activeElement;
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  const look = () => around.filter(Boolean).map((one) => {
    const style = getComputedStyle(one);
    return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
  }).join();
  const focused = look();
  element.blur();
  const plain = look();
  element.focus({ preventScroll: true });
  return focused !== plain;
}
"""
FOCUSED = """
() => {
  const { activeElement: element } = document;
  if (!element || element === document.body) return "";
  const name = element.getAttribute("aria-label") || element.textContent.trim() || element.name;
  return `${element.tagName.toLowerCase()} ${name ?? ""}`.slice(0, 60).trim();
}
"""
MOVING = """
() => [...document.querySelectorAll("body *")].filter((element) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
  const lasts = (durations) => durations.split(",").some((one) => parseFloat(one) > 0);
  return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
}).map((element) => element.outerHTML.slice(0, 80))
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


def focus_problems(page: Page) -> list[str]:
    """What is wrong with the element that has the keyboard's focus."""
    name, locator = page.evaluate(FOCUSED), page.locator(":focus")
    if not name:
        return ["the focus is nowhere"]
    problems = []
    if not page.evaluate(LOOKS):
        problems.append(f"{name}: nothing shows the focus")
    if not can_be_tapped(locator):
        problems.append(f"{name}: the focus is out of sight or behind a bar")
    return problems


def moving(page: Page) -> list[str]:
    """Elements that would move."""
    found: list[str] = page.evaluate(MOVING)
    return found[:3]
