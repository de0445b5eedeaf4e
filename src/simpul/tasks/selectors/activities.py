"""Reading activities, always from what the actor may see, in a fixed number of queries."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypedDict
from uuid import UUID

from django.db.models import Count, QuerySet

from simpul.customers.public import shown_names
from simpul.iam.public import names, people_in_role
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page
from simpul.tasks.errors import ActivityNotFound
from simpul.tasks.models import Activity, ActivityType
from simpul.tasks.policies import can_change_activity, visible_activities, visible_tasks
from simpul.tasks.selectors.references import SubjectRow, SubjectRows
from simpul.tasks.selectors.tasks import (
    OUT_OF_REACH,
    BranchRow,
    CustomerRow,
    PersonRow,
)
from simpul.tasks.vocabulary import ACTIVITY_TYPES, OUTCOMES

ORDER = Keyset(("-happened_at", datetime), ("-id", UUID))


class CodeRow(TypedDict):
    """A code by name."""

    code: str
    name: str


class NextTaskRow(TypedDict):
    """The task of a next step, with its status for whoever sees it."""

    id: UUID
    status: str | None


class ActivityRow(TypedDict):
    """An activity as lists show it."""

    id: UUID
    type: str
    type_label: str
    customer: CustomerRow
    branch: BranchRow
    author: PersonRow | None
    note: str
    outcome: CodeRow | None
    next_step: str
    next_on: date | None
    next_task: NextTaskRow | None
    subject: SubjectRow | None
    happened_at: datetime
    created_at: datetime
    version: int
    can: dict[Literal["update", "withdraw"], bool]


@dataclass(frozen=True)
class ActivityFilter:
    """Which activities; every part that is given must hold."""

    customer_id: UUID | None = None
    subject_id: UUID | None = None
    activity_type: ActivityType | None = None
    author_id: UUID | None = None
    mine: bool = False
    since: datetime | None = None
    until: datetime | None = None
    branch: str | None = None
    outcome: str | None = None
    by_managers: bool = False


def activity_get(*, actor: Actor, activity_id: UUID, lock: bool = False) -> Activity:
    """One activity; locked, as its last change left it.

    Raises: ActivityNotFound, also for one beyond the actor's reach or withdrawn.
    """
    rows = visible_activities(actor)
    rows = rows.select_for_update(of=("self",)) if lock else rows
    if (found := rows.filter(pk=activity_id).first()) is None:
        raise ActivityNotFound()
    return found


def filter_activities(actor: Actor, wanted: ActivityFilter) -> QuerySet[Activity]:
    """The activities that a filter leaves."""
    rows = visible_activities(actor)
    if wanted.customer_id:
        rows = rows.filter(customer_id=wanted.customer_id)
    if wanted.subject_id:
        rows = rows.filter(subject_id=wanted.subject_id)
    if wanted.activity_type:
        rows = rows.filter(activity_type=wanted.activity_type)
    if wanted.author_id:
        rows = rows.filter(author_id=wanted.author_id)
    if wanted.mine:
        rows = rows.filter(author_id=actor.id)
    if wanted.since:
        rows = rows.filter(happened_at__gte=wanted.since)
    if wanted.branch:
        rows = rows.filter(branch_code=wanted.branch)
    if wanted.outcome is not None:
        rows = rows.filter(outcome=wanted.outcome)
    if wanted.by_managers:
        rows = rows.filter(author_id__in=people_in_role("RM"))
    if wanted.until:
        rows = rows.filter(happened_at__lt=wanted.until)
    return rows


def activity_page(*, actor: Actor, wanted: ActivityFilter, cursor: str | None, limit: int) -> Page:
    """One page of activities, the latest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    return ORDER.page(
        filter_activities(actor, wanted),
        cursor,
        limit,
        lambda found: activity_rows(actor, found),
    )


def activity_rows(actor: Actor, activities: Sequence[Activity]) -> list[ActivityRow]:
    """Activities as lists show them, with what the actor may do."""
    named = names(
        people={activity.author_id for activity in activities},
        branches={activity.branch_code for activity in activities},
    )
    customers = shown_names(actor, {activity.customer_id for activity in activities})
    about = SubjectRows(actor, ((each.subject_type, each.subject_id) for each in activities))
    tasks = {each.next_task_id for each in activities} - {None}
    seen = visible_tasks(actor).filter(pk__in=tasks).values_list("pk", "status")
    standing: dict[UUID, str] = dict(seen if tasks else ())

    def activity_row(activity: Activity) -> ActivityRow:
        key, branch, author = activity.customer_id, activity.branch_code, activity.author_id
        may = bool(can_change_activity(actor, activity))
        person: PersonRow = {"id": author, "full_name": named.people.get(author, "")}
        outcome: CodeRow | None = None
        if activity.outcome:
            outcome = {"code": activity.outcome, "name": str(OUTCOMES[activity.outcome])}
        task: NextTaskRow | None = None
        if (task_id := activity.next_task_id) is not None:
            task = {"id": task_id, "status": standing.get(task_id)}
        return {
            "id": activity.id,
            "type": str(activity.activity_type),
            "type_label": str(ACTIVITY_TYPES[activity.activity_type]),
            "customer": {
                "id": key,
                "name": customers.get(key) or str(OUT_OF_REACH),
                "reached": key in customers,
            },
            "branch": {"code": branch, "name": named.branches.get(branch, branch)},
            "author": person if author in named.people else None,
            "note": activity.note,
            "outcome": outcome,
            "next_step": activity.next_step,
            "next_on": activity.next_on,
            "next_task": task,
            "subject": about.row_of(activity.subject_type, activity.subject_id),
            "happened_at": activity.happened_at,
            "created_at": activity.created_at,
            "version": activity.version,
            "can": {"update": may, "withdraw": may},
        }

    return [activity_row(activity) for activity in activities]


def activity_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the audit explorer and the timeline call each activity that the actor may see."""
    known = []
    for each in ids:
        with suppress(ValueError):
            known.append(UUID(each))
    found = visible_activities(actor).filter(pk__in=known).values_list("pk", "activity_type")
    return {str(key): str(ACTIVITY_TYPES[kind]) for key, kind in found} if known else {}


def activities_counted(
    actor: Actor,
    author_ids: Iterable[UUID],
    since: datetime,
    until: datetime,
) -> dict[UUID, int]:
    """How many activities each of these logged in a period, as far as the actor sees them."""
    authors = list(author_ids)
    found = (
        visible_activities(actor)
        .filter(author_id__in=authors, happened_at__gte=since, happened_at__lt=until)
        .values_list("author_id")
        .annotate(number=Count("pk"))
    )
    return {author: 0 for author in authors} | dict(found)
