"""Reading tasks, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, TypedDict
from uuid import UUID

from django.db.models import Q, QuerySet

from simpul.customers.public import shown_names, visible_customers
from simpul.iam.public import holders_at, holders_working_at, names, people
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import today
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.tasks.errors import TaskCustomerNotFound, TaskNotFound
from simpul.tasks.models import Task, TaskStatus
from simpul.tasks.policies import RESOURCE, TaskPlace, can_assign, can_finish, can_reopen, visible_tasks
from simpul.tasks.selectors.references import SubjectRow, SubjectRows

OUT_OF_REACH = Text(id="Nasabah di luar jangkauan", en="Customer out of reach")


class TaskSort(StrEnum):
    """In which order: the nearest due day first, or the newest first."""

    DUE = "due"
    CREATED = "-created"


ORDERS = {TaskSort.DUE: Keyset(("due_on", date), ("id", UUID)), TaskSort.CREATED: Keyset(("-created_at", datetime), ("-id", UUID))}


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class CustomerRow(TypedDict):
    """A customer by the name that the reader may know."""

    id: UUID
    name: str
    reached: bool


class BranchRow(TypedDict):
    """A branch by name."""

    code: str
    name: str


class TaskRow(TypedDict):
    """A task as lists and pages show it."""

    id: UUID
    customer: CustomerRow
    branch: BranchRow
    title: str
    notes: str
    due_on: date
    overdue: bool
    owner: PersonRow | None
    status: str
    skip_reason: str
    finished_at: datetime | None
    finished_by: PersonRow | None
    version: int
    created_by: PersonRow | None
    created_at: datetime
    # scaffold: leave out
    subject: SubjectRow | None
    remind_at: datetime | None
    # scaffold: end
    can: dict[Literal["finish", "reopen", "assign"], bool]


@dataclass(frozen=True)
class TaskFilter:
    """Which tasks; every part that is given must hold."""

    status: TaskStatus | None = None
    mine: bool = False
    overdue: bool = False
    due_before: date | None = None
    customer_id: UUID | None = None
    text: str = ""
    sort: TaskSort = TaskSort.DUE
    # scaffold: leave out
    subject_id: UUID | None = None
    # scaffold: end


def task_get(*, actor: Actor, task_id: UUID, lock: bool = False) -> Task:
    """One task; locked, as its last change left it.

    Raises: TaskNotFound, also for one beyond the actor's reach.
    """
    tasks = visible_tasks(actor)
    found = (tasks.select_for_update(of=("self",)) if lock else tasks).filter(pk=task_id).first()
    if found is None:
        raise TaskNotFound()
    return found


def filter_tasks(actor: Actor, task_filter: TaskFilter) -> QuerySet[Task]:
    """The tasks that a filter leaves."""
    rows = visible_tasks(actor)
    if task_filter.status:
        rows = rows.filter(status=task_filter.status)
    if task_filter.mine:
        rows = rows.filter(owner_id=actor.id)
    if task_filter.overdue:
        rows = rows.filter(status=TaskStatus.OPEN, due_on__lt=today())
    if task_filter.due_before:
        rows = rows.filter(due_on__lt=task_filter.due_before)
    if task_filter.customer_id:
        rows = rows.filter(customer_id=task_filter.customer_id)
    # scaffold: leave out
    if task_filter.subject_id:
        rows = rows.filter(subject_id=task_filter.subject_id)
    # scaffold: end
    for word in task_filter.text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(notes__icontains=word))
    return rows


def task_page(*, actor: Actor, task_filter: TaskFilter, cursor: str | None, limit: int) -> Page:
    """One page of tasks in the wanted order.

    Raises: Invalid for a cursor that is not this list's.
    """
    return ORDERS[task_filter.sort].page(filter_tasks(actor, task_filter), cursor, limit, lambda tasks: task_rows(actor, tasks))


def task_rows(actor: Actor, tasks: Sequence[Task]) -> list[TaskRow]:
    """Tasks as lists and pages show them, with what the actor may do."""
    ids = {user for task in tasks for user in (task.owner_id, task.created_by, task.finished_by) if user}
    named = names(people=ids, branches={task.branch_code for task in tasks})
    customers = shown_names(actor, {task.customer_id for task in tasks})
    # scaffold: leave out
    about = SubjectRows(actor, ((task.subject_type, task.subject_id) for task in tasks))
    # scaffold: end

    def named_person(user_id: UUID | None) -> PersonRow | None:
        return {"id": user_id, "full_name": named.people[user_id]} if user_id is not None and user_id in named.people else None

    return [
        {
            "id": task.id,
            "customer": {"id": task.customer_id, "name": customers.get(task.customer_id) or str(OUT_OF_REACH), "reached": task.customer_id in customers},
            "branch": {"code": task.branch_code, "name": named.branches.get(task.branch_code, task.branch_code)},
            "title": task.title,
            "notes": task.notes,
            "due_on": task.due_on,
            "overdue": task.status == TaskStatus.OPEN and task.due_on < today(),
            "owner": named_person(task.owner_id),
            "status": task.status,
            "skip_reason": task.skip_reason,
            "finished_at": task.finished_at,
            "finished_by": named_person(task.finished_by),
            "version": task.version,
            "created_by": named_person(task.created_by),
            "created_at": task.created_at,
            # scaffold: leave out
            "subject": about.row_of(task.subject_type, task.subject_id),
            "remind_at": task.remind_at,
            # scaffold: end
            "can": {
                "finish": bool(can_finish(actor, task)),
                "reopen": bool(can_reopen(actor, task)),
                "assign": bool(can_finish(actor, task)) and bool(can_assign(actor, task)),
            },
        }
        for task in tasks
    ]


def place_of(actor: Actor, customer_id: UUID) -> TaskPlace:
    """Where a customer within the actor's reach belongs.

    Raises: TaskCustomerNotFound.
    """
    found = visible_customers(actor).filter(pk=customer_id).values_list("home_branch_code", "rm_user_id").first()
    if found is None:
        raise TaskCustomerNotFound()
    return TaskPlace(*found)


def owners_at(actor: Actor, place: TaskPlace) -> dict[UUID, str]:
    """Whom this actor gives tasks about a customer: themself, and who assigns there also colleagues who work there and read the customer; by name."""
    able: set[UUID] = set()
    if can_assign(actor, place):
        readers = {*holders_at("customer", Act.READ, place.branch_code), place.rm_user_id}
        able = {each for each in holders_working_at(RESOURCE, Act.UPDATE, place.branch_code) if each in readers}
    found = people({actor.id, *able})
    return dict(sorted(((key, person.full_name) for key, person in found.items()), key=lambda pair: (pair[0] != actor.id, pair[1])))


def task_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the audit explorer, the timeline and the inbox call each task that the actor may see."""
    known = _uuids(ids)
    return {str(key): title for key, title in visible_tasks(actor).filter(pk__in=known).values_list("pk", "title")} if known else {}


def _uuids(written: Iterable[str]) -> list[UUID]:
    found = []
    for each in written:
        with suppress(ValueError):
            found.append(UUID(each))
    return found
