"""What tasks state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text
from simpul.tasks.acts import TaskAct

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "task": Resource(
        Text(id="Tugas dan pengingat", en="Tasks and reminders"),
        "service",
        "RCUAX",
        grants={
            "SUPERVISOR": "RCUA BRANCH",
            "AGENT": "RCU OWN",
            "RM": "RCU OWN",
            # scaffold: leave out
            "MARKETING": "RU OWN",
            "COMPLIANCE": "RU OWN",
            "ADMIN": "RU OWN",
            "DATA_STEWARD": "RU OWN",
            "FIELD_OFFICER": "RU OWN",
            "FINANCE": "RU OWN",
            # scaffold: end
            "SYSTEM": "RCUA ALL",
        },
    ),
    # scaffold: leave out
    "activity": Resource(
        Text(id="Kegiatan RM", en="RM activities"),
        "sales",
        "RCU",
        grants={
            "SUPERVISOR": "R BRANCH",
            "AGENT": "C BRANCH",
            "RM": "RCU OWN",
            "SYSTEM": "RC ALL",
        },
    ),
    # scaffold: end
}


def _parts() -> Parts:
    from simpul.customers.public import ContactSource
    from simpul.platform.subjects import SubjectType
    from simpul.tasks.alerts import TASK_OVERDUE
    from simpul.tasks.datasets import TASKS
    from simpul.tasks.demonstration import ACTIVITIES, DEMONSTRATION
    from simpul.tasks.policies import ACTIVITY_SUBJECT, SUBJECT
    from simpul.tasks.selectors.activities import activity_labels
    from simpul.tasks.selectors.tasks import task_labels
    from simpul.tasks.services import reminders
    from simpul.tasks.services.tasks import TASK_ASSIGNED
    from simpul.tasks.timeline import ACTIVITY_KIND, KIND
    from simpul.workflow.public import TimerKind

    return Parts(
        entries=[
            SubjectType(SUBJECT, Text(id="Tugas", en="Task"), task_labels, "/tasks/{id}"),
            TASK_ASSIGNED,
            TASKS,
            # scaffold: leave out
            TASK_OVERDUE,
            KIND,
            ACTIVITY_KIND,
            SubjectType(ACTIVITY_SUBJECT, Text(id="Kegiatan", en="Activity"), activity_labels),
            ContactSource(
                "activities",
                "SELECT customer_id, happened_at AS contacted_at FROM crm.rm_activities WHERE activity_type <> 'NOTE' AND withdrawn_at IS NULL",
            ),
            reminders.TASK_REMINDER,
            TimerKind(
                reminders.KIND,
                reminders.owners_remind,
                Text(id="Pengingat tugas", en="Reminder of a task"),
            ),
            DEMONSTRATION,
            ACTIVITIES,
            # scaffold: end
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.tasks.api import activities, feeds, tasks

    return [
        ("tasks", tasks.router),
        # scaffold: leave out
        ("activities", activities.router),
        ("calendar feeds", feeds.router),
        # scaffold: end
    ]


# What the trail names and no page of its own shows.
OBJECTS: dict[str, Text] = {
    # scaffold: leave out
    "CALENDAR_FEED": Text(id="Langganan kalender", en="Calendar feed"),
    # scaffold: end
}

DOMAIN = Domain("tasks", resources=RESOURCES, acts=TaskAct, parts=_parts, routers=_routers, objects=OBJECTS)
