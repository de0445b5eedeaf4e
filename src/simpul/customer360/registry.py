"""The tabs of the 360 page; a tab exists from the day its domain is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpul.cases.public import may_list
from simpul.customers.public import Part
from simpul.platform.actor import Actor


@dataclass(frozen=True)
class Tab:
    """One tab, shown to those whose roles show this part of a customer and who may open what it holds."""

    key: str
    part: Part
    may: Callable[[Actor], bool] = lambda actor: True


_tabs: dict[str, Tab] = {
    tab.key: tab
    for tab in (
        Tab("timeline", Part.BUSINESS),
        Tab("cases", Part.BUSINESS, may_list),
        Tab("services", Part.BUSINESS),
        Tab("documents", Part.DOCUMENTS),
        Tab("relationships", Part.RELATIONSHIPS),
        Tab("changes", Part.CHANGES),
    )
}


def register(tab: Tab) -> None:
    """Add a tab at start."""
    _tabs[tab.key] = tab


def tabs() -> list[Tab]:
    """All tabs, in their order on the page."""
    return list(_tabs.values())
