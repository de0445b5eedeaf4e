"""Every place of the navigation is on the one grid: those that no look of `test_every_page.py` shows as they are opened here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simpul.iam.grants import ROLES
from tests.contract.declared import Link
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE, show_at
from tests.e2e.harness.declared import links_of, looks_at_places
from tests.e2e.harness.grid import off_the_grid
from tests.e2e.harness.site import Site


def visits() -> Iterator[tuple[str, list[Link]]]:
    """Each of these places once, with a role that is offered it."""
    seen = set(looks_at_places().values())
    for role in sorted(ROLES):
        links = [link for link in links_of(role) if link.path not in seen]
        seen |= {link.path for link in links}
        if links:
            yield role, links


@pytest.mark.parametrize(("role", "links"), list(visits()), ids=lambda each: each if isinstance(each, str) else "")
def test_title_filters_and_list_of_every_page_begin_at_one_edge_and_nothing_to_read_is_small(
    open_as: OpenPage, site: Site, role: str, links: list[Link]
) -> None:
    wrong: list[str] = []
    page = open_as(role, links[0].path)
    for link in links:
        if link is not links[0]:
            show_at(page, DESKTOP)
            page.goto(f"{site.url}{link.path}")
        for size in (DESKTOP, PHONE):
            show_at(page, size)
            wrong += [f"{link.path} at {size[0]}: {each}" for each in off_the_grid(page, size)]

    assert not wrong, "\n".join(wrong)
