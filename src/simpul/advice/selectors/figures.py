"""How advice was received and what came of it, by branch and kind of action."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from simpul.advice.vocabulary import RESOURCE
from simpul.iam.public import system_identity
from simpul.platform.actor import Act, Actor, Reach, widest
from simpul.platform.db import query, scope

_FIGURES = """
SELECT branch_code, action_type,
       count(*) FILTER (WHERE decision = 'ACCEPTED') AS accepted, count(*) FILTER (WHERE decision = 'REJECTED') AS rejected,
       count(*) FILTER (WHERE decision = 'SNOOZED') AS snoozed, count(*) FILTER (WHERE outcome = 'SUCCESS') AS succeeded,
       count(*) FILTER (WHERE outcome = 'FAILED') AS failed, count(*) FILTER (WHERE outcome = 'PENDING') AS pending
FROM crm.nba_recommendations
WHERE decision IS NOT NULL AND decided_at >= %(since)s AND decided_at < %(until)s
  AND (%(branches)s::text[] IS NULL OR branch_code = ANY (%(branches)s)) AND (%(decider)s::uuid IS NULL OR decided_by = %(decider)s)
GROUP BY branch_code, action_type ORDER BY branch_code, action_type
"""


@dataclass(frozen=True)
class AdviceFigure:
    """What was decided about advice of one kind in one branch, and what came of what was accepted."""

    branch_code: str
    action_type: str
    accepted: int
    rejected: int
    snoozed: int
    succeeded: int
    failed: int
    pending: int

    @property
    def acceptance_rate(self) -> float | None:
        """Accepted over accepted and rejected; None before either."""
        decided = self.accepted + self.rejected
        return self.accepted / decided if decided else None

    @property
    def success_rate(self) -> float | None:
        """Successful over what has ended; None before any has."""
        ended = self.succeeded + self.failed
        return self.succeeded / ended if ended else None


def advice_figures(actor: Actor, since: datetime, until: datetime, branches: Collection[str] | None = None) -> list[AdviceFigure]:
    """What was decided from an instant until another, within the actor's reach on dashboards or advice; one statement.

    Whoever reaches neither branches nor all counts their own decisions.
    """
    reach = widest((actor.reach("dashboard", Act.READ), actor.reach(RESOURCE, Act.READ)))
    if reach is Reach.NONE:
        return []
    chosen = None if branches is None else set(branches)
    if reach is Reach.BRANCH:
        chosen = set(actor.branch_codes) if chosen is None else chosen & actor.branch_codes
    values: dict[str, object] = {
        "since": since,
        "until": until,
        "branches": None if chosen is None else sorted(chosen),
        "decider": actor.id if reach < Reach.BRANCH else None,
    }
    with scope(system_identity()):
        return [AdviceFigure(**row) for row in query(_FIGURES, values)]
