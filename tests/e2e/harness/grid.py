"""One grid: title, filters and list of a page begin at the same edge, and nothing to read is small."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import settle

# What stands at the left of a page's content, by what it is: where its box begins, or its first letter where the box is wider than it.
_EDGES = """() => {
  const main = document.querySelector('main'), shown = (each) => each.getBoundingClientRect().width > 8 && each.getBoundingClientRect().height > 8
  const box = (each) => each.getBoundingClientRect().left
  const letter = (each) => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return [...range.getClientRects()].filter((one) => one.width > 2).reduce((least, one) => Math.min(least, one.left), Infinity)
  }
  const first = (selector, left) => {
    const found = [...main.querySelectorAll(selector)].filter((each) => shown(each) && !each.closest('[role=dialog], [role=complementary], aside'))
    return found.length ? Math.min(...found.map(left)) : null
  }
  const found = {
    title: first('h1:not(.visually-hidden)', letter),
    text: first('h1 + p', letter),
    search: first('input:is([type=search], [type=text], :not([type]))', (each) => box(each.closest('label, [class*=Input-wrapper], [class*=box]') ?? each)),
    table: first('table', box),
    list: first('main ul, ol', box),
  }
  return Object.fromEntries(Object.entries(found).filter(([, left]) => left !== null && Number.isFinite(left)).map(([name, left]) => [name, Math.round(left)]))
}"""

# Captions are of 12 pixels: heads of columns and of sections, keys, states, marks and what stands below a name. All other text is of 14 or more.
CAPTION_PX, LEAST_PX = 12, 14
_SMALL = """([caption, least]) => {
  const words = (each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
  return [...document.querySelectorAll('main *')]
    .filter((each) => words(each) && each.checkVisibility() && !each.closest('[aria-hidden=true], kbd, svg'))
    .map((each) => [each, parseFloat(getComputedStyle(each).fontSize)])
    .filter(([each, size]) => size < least && (size !== caption || each.matches('td, dd, li > p, p:not([class])')))
    .map(([each, size]) => `${each.tagName.toLowerCase()} of ${size} px: ${each.textContent.trim().slice(0, 40)}`)
}"""
# To the pixel, but for the border of a box and the room that a letter leaves at its left.
_NEAR = 2
# Where a page's content begins, by the width of the screen.
_EDGE = {DESKTOP: 24, PHONE: 16}


def off_the_grid(page: Page, size: tuple[int, int]) -> list[str]:
    """What begins elsewhere, and what is too small to read, on a page that is shown at that size."""
    settle(page)
    begins = _EDGE[size] + round(page.evaluate("() => document.querySelector('main').getBoundingClientRect().left"))
    edges: dict[str, int] = page.evaluate(_EDGES)
    small: list[str] = page.evaluate(_SMALL, [CAPTION_PX, LEAST_PX])
    return [*(f"{name} begins at {left}, not {begins}" for name, left in edges.items() if abs(left - begins) > _NEAR), *small]
