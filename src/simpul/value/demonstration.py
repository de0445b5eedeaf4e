"""The figures of the demonstration's transactions, and the value of its customers with the months before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from simpul.iam.public import system_actor
from simpul.platform import ports
from simpul.platform.clock import now, shifted
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.value.selectors.figures import rfm_months
from simpul.value.services.scoring import rfm_compute
from simpul.value.services.transactions import transactions_recount
from simpul.value.vocabulary import SCORING, RfmEngine

MONTHS_BEFORE = 5


def play_recount(stage: Stage) -> int:
    """Count what each customer moved, as every night."""
    with scope(system_actor()):
        transactions_recount()
    return 1


def play_rfm(stage: Stage) -> int:
    """Score the customers as of the end of each month before, then as of now; an installation that has months keeps its own."""
    standing = len(rfm_months())
    if standing > 1 or not ports.assessment_in_force(SCORING):
        return standing
    present = now()
    for moment in _month_ends(present):
        with shifted(moment - present):
            rfm_compute(engine=RfmEngine.POSTGRES.value)
    rfm_compute()
    return len(rfm_months())


def _month_ends(present: datetime) -> list[datetime]:
    """Noon of the last day of each month before, the earliest first."""
    found = []
    first = present.astimezone(UTC).replace(day=1, hour=12, minute=0, second=0, microsecond=0)
    for _ in range(MONTHS_BEFORE):
        last = first - timedelta(days=1)
        found.append(last)
        first = last.replace(day=1)
    return found[::-1]


DEMONSTRATION = Demonstration("Transaction figures", 1, play_recount)
# Nobody is scored before the assessment that stewardship plays.
VALUE = Demonstration("Customer value", MONTHS_BEFORE + 1, play_rfm, comes_last=True)
