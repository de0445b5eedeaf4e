"""What must hold on every page: nothing for axe to find, nothing wider than the screen."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

from tests.e2e.harness.browser import TIMEOUT_MS, watch_over

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_SETTLED = """() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]')
    && document.getAnimations().every((each) => each.playState !== 'running' || each.effect.getComputedTiming().iterations === Infinity)"""

# An answer is drawn, and what it shows asks for more, sooner than this.
_QUIET_SECONDS = 0.12
_DRAWN_ANEW_SECONDS = 5

# Rows outside the screen keep the colours of the theme they were last painted in; axe would judge those. And colours that change by
# and by are waited for at each change of the theme.
_RENDER_ALL = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important } *, ::before, ::after { transition: none !important }')
  document.adoptedStyleSheets.push(sheet)
}"""
_RUN = """({only, within}) => window.axe.run(within ? {include: [within]} : document, {runOnly: only, resultTypes: ['violations']})"""
_EVERYTHING = {"type": "tag", "values": _TAGS}
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@lru_cache(maxsize=1)
def _source() -> str:
    return next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


def settle(page: Page, quiet: float = _QUIET_SECONDS) -> None:
    """Wait until nothing loads and nothing moves, and nothing was asked for during so many seconds."""
    watch, until = watch_over(page), time.monotonic() + TIMEOUT_MS / 1000
    page.wait_for_function(_SETTLED)
    while left := watch.restless_for(quiet):
        assert time.monotonic() < until, f"still loading: {', '.join(request.url for request in watch.under_way) or 'one request after the other'}"
        page.wait_for_timeout(1000 * left)
        page.wait_for_function(_SETTLED)


def violations(page: Page, within: str = "", *, colours_only: bool = False) -> list[str]:
    """What axe objects to by WCAG 2.2 A and AA: on the whole page, or within what a selector finds.

    With `colours_only` it judges what the other theme changes: the same elements in other colours.
    """
    settle(page)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
        page.evaluate(_RENDER_ALL)
    found: dict[str, Any] = page.evaluate(_RUN, {"only": _COLOURS if colours_only else _EVERYTHING, "within": within})
    return [line for rule in found["violations"] for line in _lines(rule)]


def _lines(rule: dict[str, Any]) -> list[str]:
    nodes = [
        f"{rule['id']}: {node['html'][:200]} ({'; '.join(check['message'] for check in [*node['any'], *node['all'], *node['none']])[:300]})"
        for node in rule["nodes"][:3]
    ]
    rest = len(rule["nodes"]) - len(nodes)
    return [*nodes, f"{rule['id']}: {rest} more like these"] if rest else nodes


_WIDER = """() => {
  const screen = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= screen) return []
  const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > screen + 0.5)
  const found = wide.filter((each) => ![...each.children].some((child) => wide.includes(child)))
  return [`the page is ${document.documentElement.scrollWidth} px wide`, ...found.map((each) => each.outerHTML.slice(0, 160))]
}"""


def wider_than_the_screen(page: Page) -> list[str]:
    """What makes the page scroll sideways; nothing when it does not. A chart draws itself anew once it has been measured, so a wide page is looked at again."""
    settle(page)
    until = time.monotonic() + _DRAWN_ANEW_SECONDS
    found: list[str] = page.evaluate(_WIDER)
    while found and time.monotonic() < until:
        page.wait_for_timeout(200)
        found = page.evaluate(_WIDER)
    return found


_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-9a-f]{8}-[0-9a-f]{4}\b…?", re.IGNORECASE)
_READ = """() => [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].filter((each) => each.checkVisibility()).map((each) => each.value)].join('\\n')"""


def ids_for_machines(page: Page) -> list[str]:
    """What stands on the page that only a machine can tell apart: ids, whole or begun. The number of a refused request is told to support."""
    settle(page)
    lines = [line.strip() for line in str(page.evaluate(_READ)).splitlines()]
    return [f"shows an id: {line[:160]}" for line in lines if _ID.search(line) and not line.startswith("Nomor permintaan ")]
