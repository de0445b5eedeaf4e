"""What higher domains say about selecting customers: whether it is allowed at all, and whom it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpul.platform.ports import Port
from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class AudienceLimit:
    """Customers who are left out: SQL that gives their `customer_id`, once each, past row policies for the product's own jobs alone.

    With `by_rule_only` those whom a person named in a list are not left out.
    """

    name: str
    sql: str
    by_rule_only: bool = False


audience_limits: Registry[AudienceLimit] = Registry(AudienceLimit, lambda limit: limit.name)
# Why customers may not be selected today, or None; until it is filled nobody selects.
selecting_refusal: Port[Callable[[], Text | None]] = Port("selecting_refusal")
