"""How a measure is declared: its words, its target and the SQL that finds what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from simpul.insight.vocabulary import Better, Combine, Kind, Unit
from simpul.platform.text import Text


def day_of(instant: str) -> str:
    """SQL for the organisation's calendar day of an instant."""
    return f"({instant} AT TIME ZONE 'Asia/Jakarta')::date"


# The filters of a page, as its address holds them.
Search = dict[str, str | list[str]]


@dataclass(frozen=True)
class RowsLink:
    """The page that lists what was counted, with its filters; for whoever reads the resource there.

    `branch_as` says how the address of that page names a branch, if it does, `key` what it calls the
    key that a chart divides by, and `key_as` how; `dates` says that it takes the days of the period.
    """

    to: str
    resource: str
    search: Search = field(default_factory=dict)
    branch_as: type[str] | type[list[str]] | None = None
    dates: bool = False
    key: str = ""
    key_as: type[str] | type[list[str]] = str

    def narrowed_search(self, branch: str | None, first: date, last: date, key: str = "") -> Search:
        """The filters for a branch, a period and a key of the measure."""
        found = dict(self.search)
        if key and self.key:
            found[self.key] = [key] if self.key_as is list else key
        if branch and self.branch_as is not None:
            found["branch"] = [branch] if self.branch_as is list else branch
        if self.dates:
            found |= {"from": first.isoformat(), "to": last.isoformat()}
        return found


@dataclass(frozen=True)
class Measure:
    """One figure of dashboards.

    `source` gives a row (day, branch_code, key, user_id, numerator, denominator, customer_id) for
    everything that happened from `since` until before `until`; of a state, for everything that
    stands at `at`, on the day `today`. Without a source the data does not exist yet, and nothing
    is shown. A state with `has_past` can be found for a day that is over as well.
    A chart by key shows each of `keys`, or with `shows_all_keys` off those that occur.
    `staff` says that its rows name the colleague whose they are.
    """

    code: str
    title: Text
    definition: Text
    unit: Unit
    combine: Combine
    source: str = ""
    kind: Kind = Kind.FLOW
    has_past: bool = False
    better: Better = Better.NEITHER
    target: Decimal | None = None
    staff: bool = False
    rows: RowsLink | None = None
    keys: dict[str, Text] = field(default_factory=dict)
    shows_all_keys: bool = True
