"""How long open leads and opportunities have been where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.sales.settings import LATE_DAYS, WAITING_DAYS
from simpul.sales.vocabulary import Aging


@dataclass(frozen=True)
class AgingLimits:
    """From how many days on something waits, and from how many it is late, seen from an instant."""

    waiting_days: int
    late_days: int
    at: datetime

    def age_days(self, since: datetime) -> int:
        """Whole days since an instant."""
        return max(0, (self.at - since) // timedelta(days=1))

    def aging_of(self, since: datetime) -> Aging:
        """How long that is."""
        age = self.age_days(since)
        if age >= self.late_days:
            return Aging.LATE
        return Aging.WAITING if age >= self.waiting_days else Aging.FRESH

    def age_condition(self, aging: str, column: str) -> Q:
        """The rows of one aging, by the column that says since when."""
        waits, late = (self.at - timedelta(days=days) for days in (self.waiting_days, self.late_days))
        if aging == Aging.LATE:
            return Q(**{f"{column}__lte": late})
        if aging == Aging.WAITING:
            return Q(**{f"{column}__gt": late, f"{column}__lte": waits})
        return Q(**{f"{column}__gt": waits})

    def shown_limits(self) -> dict[str, int]:
        """The limits as pages show them."""
        return {"waiting_days": self.waiting_days, "late_days": self.late_days}


def aging_limits(actor: Actor | None) -> AgingLimits:
    """The limits that hold now; what is late waits at least."""
    waiting = int(configuration.value(WAITING_DAYS, actor))
    return AgingLimits(waiting, max(waiting, int(configuration.value(LATE_DAYS, actor))), now())
