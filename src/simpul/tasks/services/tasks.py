"""Changing tasks: each change with its audit row and the notice that it gives, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.audit.public import AuditedChange, audited_change
from simpul.customers.public import facts_write_from
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.tasks.acts import TaskAct
from simpul.tasks.errors import TaskIsFinished, TaskIsOpen
from simpul.tasks.models import Task, TaskStatus
from simpul.tasks.policies import SUBJECT, TaskPlace, can_assign, can_create, can_work
from simpul.tasks.selectors.tasks import owners_at, place_of, task_get, task_rows
from simpul.tasks.services.reminders import reminder_move
from simpul.tasks.vocabulary import WorkReference, customer_of, task_origins

TASK_ASSIGNED = NoticeKind(
    "tasks.assigned", title=Text(id="Tugas untuk Anda", en="A task for you"), body=Text(id="Tenggatnya {due}.", en="It is due on {due}.")
)
_NOT_THEIRS = Text(id="Orang ini tidak dapat diberi tugas tentang nasabah ini.", en="This person cannot be given a task about this customer.")
# scaffold: leave out
_NOT_OF_CUSTOMER = Text(
    id="Catatan ini bukan milik nasabah tersebut, atau di luar jangkauan Anda.",
    en="This record is not of that customer, or it is out of your reach.",
)
_PAST = Text(id="Pilih waktu yang akan datang.", en="Choose a moment that is still to come.")


@dataclass(frozen=True)
class TaskContext:
    """What a task comes with: the record that it belongs to, its reminder, and what made it."""

    subject: WorkReference | None = None
    remind_at: datetime | None = None
    origin: str = ""
    origin_id: UUID | None = None


_PLAIN = TaskContext()
# scaffold: end


@transaction.atomic
def task_create(
    *,
    actor: Actor,
    customer_id: UUID,
    title: str,
    notes: str,
    due_on: date,
    owner_id: UUID | None = None,
    # scaffold: leave out
    context: TaskContext = _PLAIN,
    # scaffold: end
) -> Task:
    """Make a task about a customer, for oneself or for a colleague.

    Raises: TaskCustomerNotFound, Forbidden, Invalid naming the owner.
    """
    place = place_of(actor, customer_id)
    with audited_change(actor, TaskAct.CREATE_TASK, SUBJECT, customer_id=customer_id, branch_code=place.branch_code) as change:
        change.require(can_create(actor))
        owner = owner_id or actor.id
        _judge_owner(change, actor, place, owner)
        # scaffold: leave out
        judge_subject(actor, customer_id, context.subject)
        _judge_reminder(context.remind_at)
        # scaffold: end
        made = Task(
            customer_id=customer_id,
            branch_code=place.branch_code,
            title=title,
            notes=notes,
            due_on=due_on,
            owner_id=owner,
            created_by=actor.id,
            created_at=now(),
            # scaffold: leave out
            subject_type=context.subject.type if context.subject else "",
            subject_id=context.subject.id if context.subject else None,
            remind_at=context.remind_at,
            origin=context.origin,
            origin_id=context.origin_id,
            # scaffold: end
        )
        made.save(force_insert=True)
        change.object_id = made.id
        change.describe(due_on=due_on.isoformat(), owner=str(owner))
        # scaffold: leave out
        _count_open(customer_id)
        reminder_move(made, None)
        # scaffold: end
        _tell(actor, made)
    return task_get(actor=actor, task_id=made.id)


@transaction.atomic
def task_update(
    *,
    actor: Actor,
    task_id: UUID,
    version: int,
    title: str,
    notes: str,
    due_on: date,
    owner_id: UUID,
    # scaffold: leave out
    remind_at: datetime | None = None,
    # scaffold: end
) -> Task:
    """Change an open task, and whose it is.

    Raises: TaskNotFound, Forbidden, TaskIsFinished, StaleVersion, Invalid naming the owner.
    """
    with _change(actor, TaskAct.UPDATE_TASK, task_id) as (change, task):
        change.require_version(version, task.version, lambda: task_rows(actor, [task])[0])
        if task.status != TaskStatus.OPEN:
            raise TaskIsFinished()
        given = owner_id != task.owner_id
        if given:
            _judge_owner(change, actor, place_of(actor, task.customer_id), owner_id)
        wanted: dict[str, object] = {"title": title, "notes": notes, "due_on": due_on, "owner_id": owner_id}
        # scaffold: leave out
        before = task.remind_at
        if remind_at != before:
            _judge_reminder(remind_at)
        wanted["remind_at"] = remind_at
        # scaffold: end
        changed = sorted(name for name, value in wanted.items() if getattr(task, name) != value)
        if not changed:
            change.nothing_changed()
            return task
        task = _put(actor, task, **wanted)
        # scaffold: leave out
        reminder_move(task, before)
        # scaffold: end
        # What people wrote stays in the task; the trail names what changed.
        change.describe(changed=changed, due_on=due_on.isoformat(), owner=str(owner_id))
        if given:
            _tell(actor, task)
    return task


@transaction.atomic
def task_complete(*, actor: Actor, task_id: UUID) -> Task:
    """Say that an open task is done.

    Raises: TaskNotFound, Forbidden, TaskIsFinished.
    """
    return _finish(actor, task_id, TaskAct.COMPLETE_TASK, TaskStatus.DONE)


@transaction.atomic
def task_skip(*, actor: Actor, task_id: UUID, reason: str) -> Task:
    """Say that an open task will not be done, and why.

    Raises: TaskNotFound, Forbidden, TaskIsFinished.
    """
    return _finish(actor, task_id, TaskAct.SKIP_TASK, TaskStatus.SKIPPED, reason)


@transaction.atomic
def task_reopen(*, actor: Actor, task_id: UUID) -> Task:
    """Take back that a task is done or skipped.

    Raises: TaskNotFound, Forbidden, TaskIsOpen.
    """
    with _change(actor, TaskAct.REOPEN_TASK, task_id) as (change, task):
        if task.status == TaskStatus.OPEN:
            raise TaskIsOpen()
        change.describe(before=task.status)
        return _put(actor, task, status=TaskStatus.OPEN, skip_reason="", finished_at=None, finished_by=None)


@contextmanager
def _change(actor: Actor, act: TaskAct, task_id: UUID) -> Iterator[tuple[AuditedChange, Task]]:
    """A change of one task, locked for who works on it.

    Raises: TaskNotFound, Forbidden.
    """
    seen = task_get(actor=actor, task_id=task_id)
    with audited_change(actor, act, SUBJECT, task_id, customer_id=seen.customer_id, branch_code=seen.branch_code) as change:
        # Who may only read it would find nothing to lock.
        change.require(can_work(actor, seen))
        yield change, task_get(actor=actor, task_id=task_id, lock=True)


def _judge_owner(change: AuditedChange, actor: Actor, place: TaskPlace, owner_id: UUID) -> None:
    """Raises: Forbidden, Invalid."""
    if owner_id == actor.id:
        return
    change.require(can_assign(actor, place))
    if owner_id not in owners_at(actor, place):
        raise Invalid({"owner_id": _NOT_THEIRS})


def _finish(actor: Actor, task_id: UUID, act: TaskAct, status: TaskStatus, reason: str = "") -> Task:
    with _change(actor, act, task_id) as (_, task):
        if task.status != TaskStatus.OPEN:
            raise TaskIsFinished()
        return _put(actor, task, status=status, skip_reason=reason, finished_at=now(), finished_by=actor.id)


def _put(actor: Actor, task: Task, **values: Any) -> Task:
    Task.objects.filter(pk=task.pk).update(**values, version=F("version") + 1)
    # scaffold: leave out
    if "status" in values:
        _count_open(task.customer_id)
        task.status = values["status"]
        reminder_move(task, task.remind_at)
        if (origin := task_origins.get(task.origin)) is not None:
            origin.status_changed(task.pk, str(task.status))
    # scaffold: end
    return task_get(actor=actor, task_id=task.pk)


def _tell(actor: Actor, task: Task) -> None:
    """Its owner hears of it, when somebody else gave it."""
    if task.owner_id != actor.id:
        notify(TASK_ASSIGNED.key, [task.owner_id], subject_type=SUBJECT, subject_id=task.id, due=f"{task.due_on:%d-%m-%Y}")


# scaffold: leave out
def judge_subject(actor: Actor, customer_id: UUID, subject: WorkReference | None) -> None:
    """The record that work belongs to is of its customer, and within the actor's sight.

    Raises: Invalid naming the subject.
    """
    if subject is not None and customer_of(actor, subject) != customer_id:
        raise Invalid({"subject": _NOT_OF_CUSTOMER})


def _judge_reminder(remind_at: datetime | None) -> None:
    """Raises: Invalid."""
    if remind_at is not None and remind_at <= now():
        raise Invalid({"remind_at": _PAST})


def _count_open(customer_id: UUID) -> None:
    """The customer's page counts the open tasks.

    As SYSTEM: a task counts whoever reaches it, and its owner finishes it also when the customer is no longer in reach.
    """
    counted = "SELECT %s::uuid, (SELECT count(*)::integer FROM crm.tasks t WHERE t.customer_id = %s AND t.status = 'OPEN')"
    with scope(system_identity()):
        facts_write_from(counted, [customer_id, customer_id], ["open_tasks"])


# scaffold: end
