"""The tabs of the 360 page; a tab exists from the day its domain is built."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.customers.public import Part


@dataclass(frozen=True)
class Tab:
    """One tab, shown to those whose roles show this part of a customer."""

    key: str
    part: Part


_tabs: dict[str, Tab] = {
    tab.key: tab
    for tab in (
        Tab("timeline", Part.BUSINESS),
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
