"""Handing a case on because its ladder says so: to whoever of the level has the fewest open cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.models import Case
from simpul.cases.services.assigning import escalated
from simpul.cases.services.handing import Places, Reached
from simpul.cases.services.opening import facts
from simpul.cases.vocabulary import OPEN, RESOURCE, LadderAct
from simpul.iam.public import handlers
from simpul.platform.actor import Actor
from simpul.platform.errors import DomainError


def reassign(actor: Actor, reached: Sequence[Reached], places: Places, at: datetime) -> dict[UUID, tuple[UUID, ...]]:
    """Escalate each case one of whose rungs hands on; to whom those went whose highest rung it was, by case.

    A case whose workflow does not let it be escalated stays where it is: the trail says so, and its highest rung is told.
    """
    wanted = [(one, rungs[-1]) for one in reached if (rungs := [climb for climb in one.climbs if climb.rung.act is LadderAct.REASSIGN])]
    if not wanted:
        return {}
    choice, handed = _Choice(places), dict[UUID, tuple[UUID, ...]]()
    for one, climb in wanted:
        level = max(climb.rung.level, one.case.escalation_level)
        to = choice.of(one.case, climb.rung.level)
        try:
            with transaction.atomic():
                case = escalated(actor=actor, case=one.case, level=level, assignee_id=to, at=at)
        except DomainError as refusal:
            meta = facts(CaseAct.ESCALATE_CASE, one.case, level=level, by="ladder", code=refusal.code())
            record(actor, outcome="FAILED", **meta)
            continue
        if climb == one.highest:
            handed[case.id] = (case.assigned_to_user_id,) if case.assigned_to_user_id else ()
    return handed


class _Choice:
    """Who gets a case: a colleague of the level who handles cases there, and has the fewest."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.handle: dict[tuple[str, str | None], set[UUID]] = {}
        counted = Case.objects.filter(status__in=sorted(OPEN), assigned_to_user_id__in=places.everybody).values_list("assigned_to_user_id")
        self.load: Counter[UUID] = Counter(dict(counted.annotate(number=Count("pk")).order_by()))

    def of(self, case: Case, level: int) -> UUID | None:
        """None when the case is with one of them already, or nobody of the level handles cases there."""
        place = (case.branch_code, case.assigned_unit_code)
        if place not in self.handle:
            self.handle[place] = set(handlers(RESOURCE, *place))
        for each in (level, 2):
            able = [user for user in self.places.of(case, each) if user in self.handle[place]]
            if case.assigned_to_user_id in able:
                return None
            if able:
                found = min(able, key=lambda user: (self.load[user], user))
                self.load[found] += 1
                return found
        return None
