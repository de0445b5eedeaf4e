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
}


def _parts() -> Parts:
    from simpul.platform.subjects import SubjectType
    from simpul.tasks.alerts import TASK_OVERDUE
    from simpul.tasks.datasets import TASKS
    from simpul.tasks.demonstration import DEMONSTRATION
    from simpul.tasks.policies import SUBJECT
    from simpul.tasks.selectors import task_labels
    from simpul.tasks.services import TASK_ASSIGNED
    from simpul.tasks.timeline import KIND

    return Parts(
        entries=[
            SubjectType(SUBJECT, Text(id="Tugas", en="Task"), task_labels, "/tasks/{id}"),
            TASK_ASSIGNED,
            TASKS,
            # scaffold: leave out
            TASK_OVERDUE,
            KIND,
            DEMONSTRATION,
            # scaffold: end
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.tasks import api

    return [("tasks", api.router)]


DOMAIN = Domain("tasks", resources=RESOURCES, acts=TaskAct, parts=_parts, routers=_routers)
