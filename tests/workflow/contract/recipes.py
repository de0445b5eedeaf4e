"""How the operations on workflows, calendars and timers are called in the authorization matrix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.contract.matrix import Recipe, World, covers


def _calendar(key: str = "office-wib", **more: object) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"key": key, **more}


def _content(world: World) -> dict[str, Any]:
    week = [[{"opens": "08:00", "closes": "15:00"}]] * 5 + [[], []]
    return {"content": {"title": {"id": "Jam kantor WIB"}, "zone": "Asia/Jakarta", "weekly": week}, "version": 1}


def _follows_item(role: str | None, subject: str) -> bool:
    """A request's item shows as far as requests may be read, and to readers of the configuration."""
    return covers(role, "change_request", "R", subject) or role in ("ADMIN", "COMPLIANCE")


def _steward_only(role: str | None, subject: str) -> int:
    """The shipped workflow lets data stewards approve."""
    return 200 if role == "DATA_STEWARD" else 403


def _rolls_nothing_back(role: str | None) -> int:
    """Nothing was done yet that could be taken back; who does not see the subject is not told even that."""
    return 403 if role in ("ADMIN", "COMPLIANCE") else 409


def _workflow(world: World) -> dict[str, Any]:
    return {"key": "customer_change", "number": 1}


RECIPES: dict[str, Recipe] = {
    "calendars_list": Recipe(),
    "calendars_create": Recipe(body=lambda world: {"key": "loket", "title": {"id": "Loket"}, "copy_of": "office-wib"}),
    "calendars_get": Recipe(path=_calendar()),
    "calendars_save_draft": Recipe(path=_calendar(), body=_content),
    "calendars_discard_draft": Recipe(path=_calendar("office-wita"), query="?version=1"),
    # Nothing was drafted: who may approve is told so.
    "calendars_approve": Recipe(path=_calendar("office-wita"), body=lambda world: {"version": 1}, rule=lambda role, subject: 409),
    "calendars_restore": Recipe(path=_calendar("office-wita"), body=lambda world: {"number": 1, "version": 1}),
    "calendars_archive": Recipe(path=_calendar("office-wit")),
    "calendars_unarchive": Recipe(path=_calendar("office-wita")),
    "calendars_versions": Recipe(path=_calendar()),
    "calendars_version": Recipe(path=_calendar(number=1)),
    "calendars_diff": Recipe(path=_calendar(), query="?before=1&after=published"),
    "calendars_check": Recipe(path=_calendar(), body=lambda world: {"start": "2026-07-31T03:00:00Z", "working_seconds": 3600}),
    # A draft that says what is in force is not published; a version that was never seen is stale.
    "workflows_list": Recipe(),
    "workflows_get": Recipe(path=_workflow),
    "workflows_save_draft": Recipe(path=_workflow, body=lambda world: {"content": {}, "version": 0}, rule=lambda role, subject: 409),
    "workflows_discard_draft": Recipe(path=_workflow, query="?version=0", rule=lambda role, subject: 409),
    "workflows_check": Recipe(path=_workflow, body=lambda world: {"content": {}}),
    "workflows_publish": Recipe(path=_workflow, body=lambda world: {"version": 1}, rule=lambda role, subject: 409),
    "workflows_versions": Recipe(path=_workflow),
    "workflows_version": Recipe(path=_workflow),
    "workflows_diff": Recipe(path=_workflow, query="?before=1&after=draft"),
    "workflows_restore": Recipe(path=_workflow, body=lambda world: {"number": 1, "version": 0}, rule=lambda role, subject: 409),
    "workflows_items": Recipe(path=_workflow),
    "workflows_migrate": Recipe(path=_workflow, body=lambda world: {"from": 1, "to": 2, "mapping": {}}, rule=lambda role, subject: 404),
    "workflow_migrations_get": Recipe(rule=lambda role, subject: 404),
    "workflow_migrations_cancel": Recipe(rule=lambda role, subject: 404),
    # Items show to who reads the configuration as well; they move only for who sees their subject.
    "workflow_items_get": Recipe(subject=True, seen=_follows_item),
    "workflow_items_move": Recipe(body=lambda world: {"transition": "approve", "version": 1}, subject=True, seen=_follows_item, rule=_steward_only),
    "workflow_items_rollback": Recipe(
        body=lambda world: {"version": 1, "reason": "salah memilih langkah"},
        subject=True,
        seen=_follows_item,
        rule=lambda role, subject: _rolls_nothing_back(role),
    ),
}
