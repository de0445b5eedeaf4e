"""Work as other domains ask of it: tasks of a day and of records, last activities, outcomes."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.tasks.models import TaskStatus
from simpul.tasks.policies import visible_activities, visible_tasks
from simpul.tasks.selectors.tasks import TaskRow, task_rows

MOST_OF_A_DAY = 50


@dataclass(frozen=True)
class NextTask:
    """The open task of a record that is due first."""

    id: UUID
    title: str
    due_on: date
    overdue: bool


@dataclass(frozen=True)
class LastActivity:
    """The latest activity with a customer."""

    id: UUID
    activity_type: str
    happened_at: datetime
    author_id: UUID


@dataclass(frozen=True)
class OriginOutcomes:
    """How many tasks of one origin are open, done and skipped."""

    open: int
    done: int
    skipped: int


def tasks_for_day(actor: Actor, day: date) -> list[TaskRow]:
    """The actor's own open tasks that are due on a day or before it, the longest overdue first.

    At most 50: more than that is no day's work.
    """
    found = visible_tasks(actor).filter(owner_id=actor.id, status=TaskStatus.OPEN, due_on__lte=day)
    return task_rows(actor, list(found.order_by("due_on", "id")[:MOST_OF_A_DAY]))


def next_tasks(
    actor: Actor,
    subject_type: str,
    subject_ids: Iterable[UUID],
) -> dict[UUID, NextTask]:
    """The open task of each record that is due first, as far as the actor sees it."""
    found = (
        visible_tasks(actor)
        .filter(
            subject_type=subject_type,
            subject_id__in=list(subject_ids),
            status=TaskStatus.OPEN,
        )
        .order_by("subject_id", "due_on", "id")
        .distinct("subject_id")
    )
    day = today()
    next_by_record = {}
    for task in found:
        if task.subject_id is not None:
            late = task.due_on < day
            next_by_record[task.subject_id] = NextTask(task.id, task.title, task.due_on, late)
    return next_by_record


def last_activities(actor: Actor, customer_ids: Iterable[UUID]) -> dict[UUID, LastActivity]:
    """The latest activity with each of these customers that the actor sees."""
    rows = visible_activities(actor).filter(customer_id__in=list(customer_ids))
    found = rows.order_by("customer_id", "-happened_at", "-id").distinct("customer_id")
    return {
        each.customer_id: LastActivity(
            each.id,
            str(each.activity_type),
            each.happened_at,
            each.author_id,
        )
        for each in found
    }


def origin_outcomes(actor: Actor, origin: str, since: datetime, until: datetime) -> OriginOutcomes:
    """How the tasks of one origin that were made in a period stand, as far as the actor sees."""
    made = visible_tasks(actor).filter(origin=origin, created_at__gte=since)
    counted = made.filter(created_at__lt=until).order_by().values_list("status")
    found = dict(counted.annotate(number=Count("pk")))
    return OriginOutcomes(*(found.get(status.value, 0) for status in TaskStatus))
