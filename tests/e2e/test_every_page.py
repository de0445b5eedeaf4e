"""Every page and every overlay, light on the desktop and dark on the phone: nothing for axe, nothing wider than the
screen, no id that only a machine reads; every place of the navigation is on the grid.

The first look at a route is judged in both pairs, and every further one, another state of the same page, in one of them in
turn. `make looks` judges each look in both, and its colours in the two other pairs as well.
Each domain declares its own, in `tests/<domain>/contract.py`.
"""

from __future__ import annotations

import pytest

from tests.contract.declared import expected_file
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE, show_at, show_in_theme
from tests.e2e.harness.checks import ids_for_machines, violations, wider_than_the_screen
from tests.e2e.harness.declared import filled, first_looks, looks_at_places, pages, routes, routes_looked_at
from tests.e2e.harness.grid import off_the_grid
from tests.e2e.harness.site import Site
from tests.support.scale import WHOLE

LOOKS = pages()
# Leads on to the home of who asks; and the forced set-up needs somebody who is forced: test_second_factor.py looks at it.
ELSEWHERE = {"/", "/set-up"}


@pytest.mark.parametrize("name", LOOKS)
def test_a_page_is_accessible_in_both_themes_and_fits(open_as: OpenPage, site: Site, name: str) -> None:
    look = LOOKS[name]
    wide, narrow = judged_pairs(name)
    address = filled(look, site)
    found, dialogs = list[str](), None
    # What is opened anew on the phone needs no desktop first.
    if wide or not look.opened_anew:
        page = open_as(look.role, address, answers=look.answers)
        look.then(page)
        dialogs = page.get_by_role("dialog").count()
    if wide:
        found += [*wider_than_the_screen(page), *ids_for_machines(page), *violations(page, look.within)]
        found += off_the_grid(page, DESKTOP) if name in looks_at_places() else []
    if WHOLE:
        show_in_theme(page, "dark")
        found += [f"dark: {each}" for each in violations(page, look.within, colours_only=True)]
    if narrow:
        if look.opened_anew:
            page = open_as(look.role, address, size=PHONE, answers=look.answers, theme="dark")
            look.then(page)
        else:
            show_in_theme(page, "dark")
            show_at(page, PHONE)
            assert page.get_by_role("dialog").count() == dialogs, "What was open is closed on the phone: open this look anew."
        small = [*wider_than_the_screen(page), *ids_for_machines(page), *violations(page, look.within)]
        small += off_the_grid(page, PHONE) if name in looks_at_places() else []
        found += [f"phone, dark: {each}" for each in small]
    if WHOLE:
        show_in_theme(page, "light")
        found += [f"phone: {each}" for each in violations(page, look.within, colours_only=True)]

    assert not found, "\n".join(found)


def judged_pairs(name: str) -> tuple[bool, bool]:
    """Whether a look is judged light on the desktop, and dark on the phone: the first look at a route in both, each further one in turn."""
    number = list(LOOKS).index(name)
    both = WHOLE or name in first_looks() or name in looks_at_places()
    return both or number % 2 == 0, both or number % 2 == 1


def test_every_route_is_looked_at() -> None:
    known = {route: domain for route, domain in routes().items() if route not in ELSEWHERE}
    missing = set(known) - routes_looked_at(list(known))

    assert len(known) > 40
    assert not missing, "\n".join(f"no look at {route}: expected in pages of {expected_file(known[route])}" for route in sorted(missing))
