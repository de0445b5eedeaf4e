"""The door to tasks and activities.

In a manifest: `WorkSubject`, for a type of record that work belongs to; `TaskOrigin` and
`ContactFollower`, for who follows how tasks of an origin end, and contacts.
Making work, in the transaction of the calling service: `task_add` (of the product itself, unless an
actor is given), `activity_add`, `task_complete`, `task_skip`, `tasks_skip_of` (when a record ends).
Reading, as far as the actor sees: `tasks_for_day`, `task_counts`, `next_tasks`,
`activities_counted`, `activities_by_day`, `last_activities`; how tasks of one origin ended: `origin_outcomes`.
"""

# scaffold: leave out (the whole file)
from __future__ import annotations

from simpul.tasks.schemas.tasks import TaskOut
from simpul.tasks.selectors.activities import activities_counted
from simpul.tasks.selectors.work import (
    LastActivity,
    NextTask,
    OriginOutcomes,
    TaskCounts,
    activities_by_day,
    last_activities,
    next_tasks,
    origin_outcomes,
    task_counts,
    tasks_for_day,
)
from simpul.tasks.services.tasks import task_complete, task_skip
from simpul.tasks.services.work import activity_add, task_add, tasks_skip_of
from simpul.tasks.vocabulary import ContactFollower, TaskOrigin, WorkReference, WorkSubject

__all__ = [
    "ContactFollower",
    "LastActivity",
    "NextTask",
    "OriginOutcomes",
    "TaskCounts",
    "TaskOrigin",
    "TaskOut",
    "WorkReference",
    "WorkSubject",
    "activities_by_day",
    "activities_counted",
    "activity_add",
    "last_activities",
    "next_tasks",
    "origin_outcomes",
    "task_add",
    "task_complete",
    "task_counts",
    "task_skip",
    "tasks_for_day",
    "tasks_skip_of",
]
