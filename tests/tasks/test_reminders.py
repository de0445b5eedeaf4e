"""Reminders of tasks, the records that tasks belong to, and tasks that other domains make."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from simpul.customers.models import Customer
from simpul.platform.clock import now, shifted, today
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid
from simpul.tasks.models import Task
from simpul.tasks.public import (
    OriginOutcomes,
    WorkReference,
    next_tasks,
    origin_outcomes,
    task_add,
    tasks_for_day,
    tasks_skip_of,
)
from simpul.workflow.public import sweep
from tests.support import cases, customers, people
from tests.support.database import rows
from tests.tasks.contract import task_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def soon() -> str:
    return (today() + 2 * DAY).isoformat()


@pytest.fixture
def rahmat(organisation: None) -> Customer:
    """A customer of MDN in rm_mdn's portfolio."""
    return customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")


def made_with(browser: Any, customer: Customer, **fields: Any) -> dict[str, Any]:
    body = {"customer_id": str(customer.id), "title": "Telepon nasabah", "due_on": soon(), **fields}
    answer = browser.api("POST", "/tasks", body)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def changed(browser: Any, task: dict[str, Any], remind_at: str | None) -> dict[str, Any]:
    body = {name: task[name] for name in ("version", "title", "due_on")}
    body |= {"owner_id": task["owner"]["id"], "remind_at": remind_at}
    return dict(browser.api("PATCH", f"/tasks/{task['id']}", body).json())


def reminders(browser: Any) -> int:
    items = browser.api("GET", "/inbox").json()["items"]
    return [each["title"] for each in items].count("Pengingat tugas")


def at(hours: float) -> str:
    return (now() + hours * HOUR).isoformat()


def test_a_reminder_is_given_to_the_owner_once(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    made = made_with(supervisor, rahmat, owner_id=str(people.user_id("agent_mdn")), remind_at=at(2))
    assert made["remind_at"] is not None

    sweep()
    assert reminders(agent) == 0
    with shifted(3 * HOUR):
        sweep()
        sweep()

    assert (reminders(agent), reminders(supervisor)) == (1, 0)


def test_a_reminder_follows_its_task(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    moved = changed(agent, made_with(agent, rahmat, remind_at=at(1)), at(5))
    removed = changed(agent, made_with(agent, rahmat, remind_at=at(1)), None)
    done = made_with(agent, rahmat, remind_at=at(1))
    agent.api("POST", f"/tasks/{done['id']}/complete")
    back = made_with(agent, rahmat, remind_at=at(5))
    agent.api("POST", f"/tasks/{back['id']}/complete")
    agent.api("POST", f"/tasks/{back['id']}/reopen")

    with shifted(2 * HOUR):
        sweep()
    assert reminders(agent) == 0
    with shifted(6 * HOUR):
        sweep()

    assert (moved["version"], removed["remind_at"], reminders(agent)) == (2, None, 2)


def test_a_second_reminder_of_a_task_is_given_as_well(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")
    made = made_with(agent, rahmat, remind_at=at(1))
    with shifted(2 * HOUR):
        sweep()
        changed(agent, made, at(1))
    with shifted(4 * HOUR):
        sweep()

    assert reminders(agent) == 2


def test_a_reminder_lies_ahead(client_of: Callable[..., Any], rahmat: Customer) -> None:
    body = {"customer_id": str(rahmat.id), "title": "Telepon", "due_on": soon(), "remind_at": at(-1)}

    answer = client_of("agent_mdn").api("POST", "/tasks", body)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["remind_at"])


def test_a_task_belongs_to_a_case_of_its_own_customer(client_of: Callable[..., Any], rahmat: Customer) -> None:
    tiur = customers.customer("Tiur Hutagalung", "MDN")
    case, other = (cases.opened(customer_id=each.id) for each in (rahmat, tiur))
    agent = client_of("agent_mdn")

    made = made_with(agent, rahmat, subject={"type": "CASE", "id": str(case.id)})

    assert made["subject"] == {
        "type": "CASE",
        "type_label": "Kasus",
        "id": str(case.id),
        "label": case.case_no,
        "address": f"/cases/{case.id}",
    }
    listed = agent.api("GET", f"/tasks?subject_id={case.id}").json()["items"]
    assert [each["id"] for each in listed] == [made["id"]]
    for wrong in (other.id, uuid4()):
        body = {"customer_id": str(rahmat.id), "title": "Telepon", "due_on": soon()}
        body["subject"] = {"type": "CASE", "id": str(wrong)}
        assert agent.api("POST", "/tasks", body).status_code == 422


def add(customer: Customer, **fields: Any) -> UUID:
    values = {
        "customer_id": customer.id,
        "title": "Edukasi keamanan transaksi",
        "due_on": today(),
        "owner_id": people.user_id("rm_mdn"),
        "origin": "CASE_CLOSED",
        "origin_id": uuid4(),
        **fields,
    }
    return task_add(**values)


def test_the_product_makes_a_task_whose_owner_hears_of_it(client_of: Callable[..., Any], actor: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    trace.start()

    with scope(actor("agent_mdn")):
        task_id = add(rahmat)

    assert trace() == {"events": ["StaffNotified"], "audit": ["CREATE_TASK"]}
    task = client_of("rm_mdn").api("GET", f"/tasks/{task_id}").json()
    assert (task["title"], task["owner"]["full_name"]) == ("Edukasi keamanan transaksi", "Rm Mdn")
    with rows():
        kept = query("SELECT actor_user_id FROM audit.audit_logs WHERE action = 'CREATE_TASK'")
    assert kept == [{"actor_user_id": UUID("00000000-0000-7000-8000-000000000001")}]


def test_a_task_of_the_product_goes_to_who_reads_the_customer(actor: Callable[..., Any], rahmat: Customer) -> None:
    with scope(actor("agent_mdn")), pytest.raises(Invalid):
        add(rahmat, owner_id=people.user_id("rm_mdn_2"))


def test_other_domains_ask_for_a_days_tasks_and_the_next_of_a_record(actor: Callable[..., Any], rahmat: Customer) -> None:
    case = cases.opened(customer_id=rahmat.id)
    subject = {"subject_type": "CASE", "subject_id": case.id}
    late = task_of(rahmat.id, owner="agent_mdn", due_on=today() - DAY, **subject)
    task_of(rahmat.id, owner="agent_mdn", due_on=today() + 3 * DAY, **subject)
    task_of(rahmat.id, owner="supervisor_mdn", due_on=today())
    agent = actor("agent_mdn")

    with scope(agent):
        day = [each["id"] for each in tasks_for_day(agent, today())]
        found = next_tasks(agent, "CASE", [case.id, uuid4()])

    assert day == [late.id]
    assert {key: (each.id, each.overdue) for key, each in found.items()} == {case.id: (late.id, True)}


def test_tasks_of_one_origin_are_counted_by_how_they_ended(client_of: Callable[..., Any], actor: Callable[..., Any], rahmat: Customer) -> None:
    reference = WorkReference("CASE", cases.opened(customer_id=rahmat.id).id)
    with scope(actor("agent_mdn")):
        done, _, _ = (add(rahmat, subject=reference) for _ in range(3))
        add(rahmat, origin="JOURNEY")
    client_of("rm_mdn").api("POST", f"/tasks/{done}/complete")
    supervisor = actor("supervisor_mdn")
    period = (now() - DAY, now() + DAY)

    with scope(supervisor):
        before = origin_outcomes(supervisor, "CASE_CLOSED", *period)
        skipped = tasks_skip_of("CASE", [reference.id], "Kasusnya dibuka kembali.")
        after = origin_outcomes(supervisor, "CASE_CLOSED", *period)

    assert (before, skipped, after) == (OriginOutcomes(2, 1, 0), 2, OriginOutcomes(0, 1, 2))
    with rows():
        assert Task.objects.filter(status="OPEN").count() == 1
