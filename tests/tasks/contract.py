"""What the contract tests and the browser tests know of tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect

from simpul.customers.models import Customer
from simpul.platform.clock import now, today
from simpul.platform.ids import uuid7
from simpul.tasks.models import Activity, Task
from tests.contract.declared import Contract, Link, Look, Maker
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import DIALOG, PANEL, clicked, heading, refused
from tests.e2e.harness.site import Site
from tests.support import people
from tests.support.database import rows

TITLE = "Hubungi nasabah"


def task_of(customer_id: UUID, *, owner: str = "supervisor_bnj", **fields: Any) -> Task:
    """A task about a customer, in the customer's branch, by default of somebody who works elsewhere."""
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        user = people.user_id(owner)
        values = {"title": TITLE, "due_on": today() + timedelta(days=2), "owner_id": user, "created_by": user, **fields}
        return Task.objects.create(customer_id=customer_id, branch_code=branch, **values)


def _task(world: World) -> dict[str, Any]:
    return {"task_id": task_of(world.customer_id).id}


def _done(world: World) -> dict[str, Any]:
    finished = {"status": "DONE", "finished_at": "2026-11-02T03:00:00Z", "finished_by": people.user_id("supervisor_bnj")}
    return {"task_id": task_of(world.customer_id, **finished).id}


def _sees(role: str | None, subject: str) -> bool:
    """Somebody else owns and made it: it shows to whoever reads the tasks of the branch."""
    return covers(role, "task", "R", subject)


def _made(world: World) -> dict[str, Any]:
    return {"customer_id": str(world.customer_id), "title": TITLE, "due_on": today().isoformat()}


def _changed(world: World) -> dict[str, Any]:
    return {"version": 1, "title": "Telepon nasabah", "due_on": today().isoformat(), "owner_id": str(people.user_id("supervisor_bnj"))}


# scaffold: leave out
NOTE = "Nasabah menanyakan bunga deposito."


def activity_of(customer_id: UUID, *, author: str = "supervisor_bnj", **fields: Any) -> Activity:
    """An activity with a customer, by default of somebody who works elsewhere."""
    with rows():
        branch = Customer.objects.get(pk=customer_id).home_branch_code
        at = fields.get("created_at", now())
        values = {
            "author_id": people.user_id(author),
            "activity_type": "CALL",
            "note": NOTE,
            "created_at": at,
            "happened_at": at,
            **fields,
        }
        return Activity.objects.create(customer_id=customer_id, branch_code=branch, **values)


def _activity(world: World) -> dict[str, Any]:
    return {"activity_id": activity_of(world.customer_id).id}


def _sees_activity(role: str | None, subject: str) -> bool:
    return covers(role, "activity", "R", subject)


def _logged(world: World) -> dict[str, Any]:
    return {
        "customer_id": str(world.customer_id),
        "activity_type": "CALL",
        "note": NOTE,
        "outcome": "REACHED",
    }


def _relogged(world: World) -> dict[str, Any]:
    return {
        "version": 1,
        "activity_type": "VISIT",
        "note": NOTE,
        "happened_at": now().isoformat(),
    }


ACTIVITY_RECIPES: dict[str, Recipe] = {
    "activities_list": Recipe(),
    "activities_create": Recipe(body=_logged, subject=True),
    "activities_get": Recipe(path=_activity, subject=True, seen=_sees_activity),
    "activities_update": Recipe(path=_activity, body=_relogged, subject=True, seen=_sees_activity),
    "activities_withdraw": Recipe(path=_activity, subject=True, seen=_sees_activity),
    "calendar_feeds_list": Recipe(),
    "calendar_feeds_create": Recipe(body=lambda world: {"label": "Ponsel"}),
    # A feed of somebody else's is none.
    "calendar_feeds_revoke": Recipe(path=lambda world: {"feed_id": uuid7()}, rule=lambda role, subject: 404),
}
# scaffold: end

RECIPES: dict[str, Recipe] = {
    # scaffold: leave out
    **ACTIVITY_RECIPES,
    # scaffold: end
    "tasks_list": Recipe(),
    "tasks_search": Recipe(body=lambda world: {"q": "nasabah"}),
    "tasks_create": Recipe(body=_made, subject=True),
    "tasks_owners": Recipe(query=lambda world: f"?customer_id={world.customer_id}", subject=True),
    "tasks_get": Recipe(path=_task, subject=True, seen=_sees),
    "tasks_update": Recipe(path=_task, body=_changed, subject=True, seen=_sees),
    "tasks_complete": Recipe(path=_task, subject=True, seen=_sees),
    "tasks_skip": Recipe(path=_task, body=lambda world: {"reason": "Nasabah datang sendiri."}, subject=True, seen=_sees),
    "tasks_reopen": Recipe(path=_done, subject=True, seen=_sees),
}


def _one(site: Site, record: Callable[[str], str]) -> str:
    """An open task that a supervisor made about Budi."""
    known = site.rows("SELECT task_id FROM crm.tasks WHERE title = %s AND status = 'OPEN' LIMIT 1", TITLE)
    if known:
        return str(known[0]["task_id"])
    body = {"customer_id": record("budi"), "title": TITLE, "notes": "Sampaikan hasil pemeriksaan.", "due_on": today().isoformat()}
    return str(site.call(site.login("SUPERVISOR"), "POST", "/tasks", body)["id"])


def listed(page: Page) -> None:
    expect(page.locator("[data-row]").first).to_be_visible()


def peeked(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Intip tugas").get_by_text(TITLE)).to_be_visible()


# scaffold: leave out
def _mine(site: Site, record: Callable[[str], str]) -> str:
    """A customer of the relationship manager."""
    manager = site.login("RM").username
    [found] = site.rows(
        "SELECT customer_id FROM crm.customers c JOIN iam.users u ON u.user_id = c.rm_user_id WHERE u.username = %s ORDER BY source_key LIMIT 1",
        manager,
    )
    return str(found["customer_id"])


def composed(page: Page) -> None:
    page.get_by_role("button", name="Catat kegiatan", exact=True).click()
    dialog = page.get_by_role("dialog", name="Catat kegiatan")
    expect(dialog.get_by_label("Isi kegiatan")).to_be_visible()


# scaffold: end
RECORDS: dict[str, Maker] = {
    "task": _one,
    # scaffold: leave out
    "portfolio_customer": _mine,
    # scaffold: end
}
PAGES = {
    "tasks": Look("SUPERVISOR", "/tasks", listed, after="task"),
    "no tasks": Look(
        "AGENT", "/tasks?customer=01920000-0000-7000-8000-000000000000", lambda page: expect(page.get_by_text("Tidak ada tugas yang cocok")).to_be_visible()
    ),
    "peek at a task": Look("SUPERVISOR", "/tasks?peek={task}", peeked, within=PANEL),
    "new task": Look("AGENT", "/tasks", clicked("Buat tugas", "Buat tugas"), within=DIALOG),
    "task": Look("SUPERVISOR", "/tasks/{task}", heading(TITLE)),
    "changing a task": Look("SUPERVISOR", "/tasks/{task}", clicked("Ubah", "Ubah tugas"), within=DIALOG),
    "skipping a task": Look("SUPERVISOR", "/tasks/{task}", clicked("Lewati", "Lewati tugas"), within=DIALOG),
    "missing task": Look("AGENT", "/tasks/01920000-0000-7000-8000-000000000000", heading("Tidak ditemukan"), (404,)),
    # scaffold: leave out
    "logging an activity": Look("RM", "/customers/{portfolio_customer}", composed, within=DIALOG),
    "logging an activity from anywhere": Look(
        "RM",
        "/tasks?log=yes",
        lambda page: expect(page.get_by_role("dialog", name="Catat kegiatan")).to_be_visible(),
        within=DIALOG,
    ),
    "activities": Look("SUPERVISOR", "/activities?by=managers", lambda page: expect(page.get_by_role("article").first).to_be_visible()),
    "no activities": Look(
        "RM", "/activities?from=2020-01-01&to=2020-01-02", lambda page: expect(page.get_by_text("Tidak ada kegiatan dengan")).to_be_visible()
    ),
    "activities refused": Look("DIRECTOR", "/activities", refused, (403,)),
    "calendar feeds": Look("RM", "/tasks", clicked("Kalender", "Kalender"), within=DIALOG),
    # scaffold: end
    "tasks refused": Look("DIRECTOR", "/tasks", refused, (403,)),
}
LINKS = (
    Link("Tugas", "/tasks", 35, ["SUPERVISOR", "AGENT", "RM"], "work"),
    # scaffold: leave out
    Link("Kegiatan", "/activities", 41, ["SUPERVISOR", "RM"], "work"),
    # scaffold: end
)

CONTRACT = Contract(recipes=RECIPES, pages=PAGES, records=RECORDS, links=LINKS)
