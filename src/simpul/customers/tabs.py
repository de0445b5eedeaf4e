"""The tabs of a customer's page; a tab exists from the day its domain is built, and is stated by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpul.customers.policies import Part
from simpul.platform.actor import Actor
from simpul.platform.registry import Registry


@dataclass(frozen=True)
class Tab:
    """One tab, shown to those whose roles show this part of a customer and who may open what it holds."""

    key: str
    part: Part
    position: int
    may: Callable[[Actor], bool] = lambda actor: True


_tabs: Registry[Tab] = Registry(Tab, lambda tab: tab.key)


def tabs() -> list[Tab]:
    """All tabs, in their order on the page."""
    return sorted(_tabs.values(), key=lambda tab: tab.position)
