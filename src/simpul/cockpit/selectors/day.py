"""The figures of a working day, each from the domain that owns them; what no grant opens is None."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from simpul.cockpit.selectors.portfolio import portfolio_counts
from simpul.cockpit.settings import ACTIVITY_GOAL
from simpul.platform import configuration
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import JAKARTA, today
from simpul.sales.public import pipeline_stages, pipeline_summary
from simpul.tasks.public import activities_by_day, task_counts

WEEK = 7


def cockpit_get(actor: Actor) -> Mapping[str, object]:
    """My day: activities against the target, tasks, leads, pipeline and portfolio."""
    sales = pipeline_summary(actor) if _may(actor, "lead", Act.READ) else None
    return {
        "day": today(),
        "activities": _activities(actor) if _may(actor, "activity", Act.READ) else None,
        "tasks": task_counts(actor, today()) if _may(actor, "task", Act.READ) else None,
        "leads": _leads(sales["leads"]) if sales else None,
        "pipeline": {**sales["opportunities"], "stages": pipeline_stages(actor)} if sales else None,
        "portfolio": portfolio_counts(actor) if "RM" in actor.kinds else None,
    }


def _leads(counted: dict[str, int]) -> dict[str, int]:
    opened = counted["new"] + counted["contacted"] + counted["qualified"]
    return {"open": opened, "new": counted["new"], "late": counted["late"]}


def _activities(actor: Actor) -> Mapping[str, object]:
    days = [today() - timedelta(days=back) for back in range(WEEK - 1, -1, -1)]
    since = datetime.combine(days[0], time(), JAKARTA)
    counted = activities_by_day(actor, since)
    return {
        "goal": int(configuration.value(ACTIVITY_GOAL)),
        "today": counted.get(days[-1], 0),
        "week": [{"day": day, "count": counted.get(day, 0)} for day in days],
    }


def _may(actor: Actor, resource: str, act: Act) -> bool:
    return actor.reach(resource, act) is not Reach.NONE
