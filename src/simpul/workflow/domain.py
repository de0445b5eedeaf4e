"""What workflows, timers and calendars state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text
from simpul.workflow.acts import WorkflowAct

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.platform.db.forcing import AfterMigrations
    from simpul.platform.events import Subscription
    from simpul.platform.subjects import SubjectType
    from simpul.workflow import guarding, portable
    from simpul.workflow.calendars import CalendarUsage
    from simpul.workflow.events import CalendarChanged
    from simpul.workflow.selectors.calendars import calendar_labels
    from simpul.workflow.selectors.definitions import calendar_uses, workflow_labels
    from simpul.workflow.selectors.timers import timer_labels
    from simpul.workflow.services import firing, reports
    from simpul.workflow.timers.recounting import uses_of

    return Parts(
        entries=[
            SubjectType("CALENDAR", Text(id="Kalender kerja", en="Working calendar"), calendar_labels, "/calendars/{id}"),
            SubjectType("TIMER", Text(id="Pewaktu", en="Timer"), timer_labels),
            SubjectType("WORKFLOW", Text(id="Alur kerja", en="Workflow"), workflow_labels, "/workflows/{id}"),
            CalendarUsage("timers", uses_of),
            CalendarUsage("workflows", calendar_uses),
            Subscription(CalendarChanged, "workflow.recount_timers"),
            firing.STATE_TIMERS,
            reports.KIND,
            *portable.sections(),
            *guarding.guarded_changes(),
            AfterMigrations("workflow", _install),
        ],
    )


def _install() -> None:
    """Shipped workflows come in with the release that brings them."""
    from simpul.iam.public import release_actor
    from simpul.workflow.services.shipping import install

    with release_actor() as actor:
        install(actor=actor)


def _routers() -> list[tuple[str, Router]]:
    from simpul.workflow.api import calendars, definitions, items

    return [("calendars", calendars.router), ("workflows", definitions.router), ("workflows", items.router)]


DOMAIN = Domain("workflow", acts=WorkflowAct, parts=_parts, routers=_routers)
