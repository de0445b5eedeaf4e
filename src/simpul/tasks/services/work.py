"""Work that other domains make, in their own transactions."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from simpul.iam.public import system_actor
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.tasks.models import ActivityType, Task, TaskStatus
from simpul.tasks.services.activities import NewActivity, activity_create
from simpul.tasks.services.tasks import TaskContext, task_create, task_skip
from simpul.tasks.vocabulary import WorkReference


@transaction.atomic
def task_add(
    *,
    customer_id: UUID,
    title: str,
    due_on: date,
    owner_id: UUID,
    origin: str,
    origin_id: UUID | None = None,
    notes: str = "",
    subject: WorkReference | None = None,
    remind_at: datetime | None = None,
    actor: Actor | None = None,
) -> UUID:
    """Make a task for a colleague who works at the customer's branch and reads the customer.

    Without an actor the product itself makes it, and its owner finds it in the inbox.

    Raises: TaskCustomerNotFound, Forbidden, Invalid naming the owner or the subject.
    """
    maker = actor or system_actor()
    with scope(maker):
        made = task_create(
            actor=maker,
            customer_id=customer_id,
            title=title,
            notes=notes,
            due_on=due_on,
            owner_id=owner_id,
            context=TaskContext(subject, remind_at, origin, origin_id),
        )
    return made.id


@transaction.atomic
def tasks_skip_of(subject_type: str, subject_ids: Iterable[UUID], reason: str) -> int:
    """Skip the open tasks of records that have ended, as SYSTEM; how many there were."""
    system = system_actor()
    with scope(system):
        found = Task.objects.filter(
            subject_type=subject_type,
            subject_id__in=list(subject_ids),
            status=TaskStatus.OPEN,
        )
        ids = list(found.values_list("pk", flat=True))
        for task_id in ids:
            task_skip(actor=system, task_id=task_id, reason=reason)
    return len(ids)


@transaction.atomic
def activity_add(
    *,
    actor: Actor,
    customer_id: UUID,
    activity_type: str,
    note: str,
    outcome: str = "",
    next_step: str = "",
    next_on: date | None = None,
    subject: WorkReference | None = None,
    happened_at: datetime | None = None,
) -> UUID:
    """Log an activity as the actor, with its next step as a task.

    Raises: TaskCustomerNotFound, Forbidden, Invalid.
    """
    new = NewActivity(
        customer_id,
        ActivityType(activity_type),
        note,
        outcome,
        next_step,
        next_on,
        subject,
        happened_at,
    )
    return activity_create(actor=actor, activity=new).id
