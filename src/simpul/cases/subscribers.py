"""What cases offer to the engines below."""

from __future__ import annotations

from dataclasses import replace

from simpul.cases.levels.usage import calendar_uses
from simpul.cases.services.packs import install
from simpul.iam.public import system_actor
from simpul.platform.db import forcing, scope
from simpul.platform.events import subscribe
from simpul.platform.ids import uuid7
from simpul.workflow.events import CalendarChanged
from simpul.workflow.public import register_usage


def register_all() -> None:
    """Say who counts in a calendar, follow its changes, and give a new installation what it needs to open cases."""
    register_usage("cases", calendar_uses)
    subscribe(CalendarChanged, "cases.follow_calendar")
    forcing.after_migrations(_install)


def _install() -> None:
    actor = replace(system_actor(), request_id=f"migrate-{uuid7()}")
    with scope(actor):
        install(actor=actor)
