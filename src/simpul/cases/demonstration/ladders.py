"""The ladders of made cases: what was reached is in their log at its true time, what lies ahead waits."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import calendars_of, clock_events
from simpul.cases.services.ladder import rung_data, rung_timer
from simpul.cases.sla import History, climbs
from simpul.cases.vocabulary import OPEN, ActivityType
from simpul.iam.public import system_actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from simpul.workflow.public import NewTimer, schedule_many

AT_ONCE = 2_000


def climb_ladders(progress: Callable[[str, int, int], None]) -> int:
    """Let every open case's ladder stand as if the worker had watched it all along; nobody is told of what is long past. Says how many there are."""
    actor, done, after = system_actor(), 0, UUID(int=0)
    with scope(actor):
        total = Case.objects.filter(status__in=OPEN).count()
    while True:
        with scope(actor):
            present = now()
            page = list(Case.objects.filter(status__in=OPEN, id__gt=after).order_by("id")[:AT_ONCE])
            histories = {case_id: History.of(events) for case_id, events in clock_events([case.id for case in page]).items()}
            calendars = calendars_of(*histories.values())
            reached, ahead = list[CaseActivity](), list[NewTimer]()
            for case in page:
                for climb in climbs(histories[case.id], calendars):
                    if climb.at < present:
                        data = {"rung": rung_data(climb.rung), "to": [], "noticed_at": climb.at.isoformat()}
                        reached.append(
                            CaseActivity(id=uuid7(), case=case, activity_type=ActivityType.SLA, data=data, actor_user_id=actor.id, created_at=climb.at)
                        )
                    else:
                        ahead.append(rung_timer(case, histories[case.id], climb))
            CaseActivity.objects.bulk_create(reached)
            schedule_many(ahead)
        done += len(page)
        progress("climbing ladders", done, total)
        if len(page) < AT_ONCE:
            return done
        after = page[-1].id
