"""Every page and every overlay, light and dark, desktop and phone: nothing for axe, nothing wider than the screen.

Each domain declares its own, in `tests/<domain>/contract.py`.
"""

from __future__ import annotations

import pytest

from tests.contract.declared import expected_file
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.declared import filled, pages, routes, routes_looked_at
from tests.e2e.harness.site import Site

LOOKS = pages()
# Leads on to the home of who asks; and the forced set-up needs somebody who is forced: test_second_factor.py looks at it.
ELSEWHERE = {"/", "/set-up"}


@pytest.mark.parametrize("size", [pytest.param(DESKTOP, id="1440"), pytest.param(PHONE, id="390")])
@pytest.mark.parametrize("name", LOOKS)
def test_a_page_is_accessible_in_both_themes_and_fits(open_as: OpenPage, site: Site, name: str, size: tuple[int, int]) -> None:
    look = LOOKS[name]
    page = open_as(look.role, filled(look, site), size=size, answers=look.answers)
    look.then(page)

    found = [*wider_than_the_screen(page), *violations(page, look.within)]
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'")
    found += [f"dark: {each}" for each in violations(page, look.within, colours_only=True)]

    assert not found, "\n".join(found)


def test_every_route_is_looked_at() -> None:
    known = {route: domain for route, domain in routes().items() if route not in ELSEWHERE}
    missing = set(known) - routes_looked_at(list(known))

    assert len(known) > 40
    assert not missing, "\n".join(f"no look at {route}: expected in pages of {expected_file(known[route])}" for route in sorted(missing))
