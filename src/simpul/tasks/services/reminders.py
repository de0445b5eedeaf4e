"""Reminding the owners of tasks: a timer for each reminder, moved and cancelled with its task."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from simpul.iam.public import system_identity
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.notifier import Notice, NoticeKind, notify_many
from simpul.platform.text import Text
from simpul.tasks.models import Task, TaskStatus
from simpul.tasks.policies import SUBJECT
from simpul.workflow.public import Timer, cancel, schedule

KIND = "tasks.remind"
TASK_REMINDER = NoticeKind(
    "tasks.reminder",
    title=Text(id="Pengingat tugas", en="A reminder of a task"),
    body=Text(id="Tenggatnya {due}.", en="It is due on {due}."),
)


def reminder_move(task: Task, before: datetime | None) -> None:
    """Let the timer follow the task: away with a former moment, there while the task is open.

    As SYSTEM: an owner finishes a task also when its customer is no longer in reach.
    """
    wanted = task.remind_at if task.status == TaskStatus.OPEN else None
    if before is None and wanted is None:
        return
    with scope(system_identity()):
        if before is not None and before != wanted:
            cancel([_key(task.id, before)])
        # One whose moment is over has fired, or was cancelled when the task ended.
        if wanted is not None and wanted > now():
            schedule(
                _key(task.id, wanted),
                KIND,
                subject_type=SUBJECT,
                subject_id=task.id,
                due_at=wanted,
                customer_id=task.customer_id,
                branch_code=task.branch_code,
            )


def owners_remind(timers: Sequence[Timer]) -> None:
    """Notify the owners of open tasks whose reminder is due; a moved one has its own timer."""
    due = {(timer.subject_id, timer.due_at) for timer in timers}
    ids = [UUID(timer.subject_id) for timer in timers]
    tasks = Task.objects.filter(pk__in=ids, status=TaskStatus.OPEN)
    notify_many(
        Notice(
            TASK_REMINDER.key,
            (task.owner_id,),
            SUBJECT,
            str(task.id),
            {"due": f"{task.due_on:%d-%m-%Y}"},
        )
        for task in tasks.order_by("pk")
        if (str(task.id), task.remind_at) in due
    )


def _key(task_id: UUID, at: datetime) -> str:
    """A timer of its own for each moment: one that has fired is never moved."""
    return f"task-reminder:{task_id}:{at.timestamp():.6f}"
