"""Tasks: who sees and works on which, what a change leaves behind, and where a task shows itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError, transaction

from simpul.advice.public import alerts, alerts_among
from simpul.customers.models import Customer
from simpul.iam.models import Grant
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from simpul.tasks.models import Task
from tests.oversight.test_exports import content, run, table
from tests.support import customers, people
from tests.support.database import rows
from tests.tasks.contract import task_of

DAY = timedelta(days=1)


def soon() -> str:
    return (today() + 2 * DAY).isoformat()


REASON = "Nasabah sudah datang sendiri."


@pytest.fixture
def rahmat(organisation: None) -> Customer:
    """A customer of MDN in rm_mdn's portfolio."""
    return customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")


def body(customer: Customer, owner: str = "", **fields: Any) -> dict[str, Any]:
    owned = {"owner_id": str(people.user_id(owner))} if owner else {}
    return {"customer_id": str(customer.id), "title": "Telepon nasabah", "due_on": soon(), **owned, **fields}


def titles(browser: Any, **asked: Any) -> list[str]:
    return [one["title"] for one in browser.api("GET", f"/tasks?{urlencode(asked)}").json()["items"]]


def test_a_new_task_is_kept_and_audited_and_nobody_is_told_of_their_own(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    agent = client_of("agent_mdn")
    trace.start()

    made = agent.api("POST", "/tasks", body(rahmat, notes="  Sore hari. "))

    assert made.status_code == 201
    told = made.json()
    assert (told["title"], told["notes"], told["status"], told["version"], told["overdue"]) == ("Telepon nasabah", "Sore hari.", "OPEN", 1, False)
    assert (told["customer"]["name"], told["branch"]["code"], told["owner"]["full_name"]) == ("Rahmat Siregar", "MDN", "Agent Mdn")
    assert told["can"] == {"finish": True, "reopen": False, "assign": False}
    assert trace() == {"audit": ["CREATE_TASK"]}
    assert agent.api("GET", f"/tasks/{told['id']}").json() == told


def test_who_is_given_a_task_finds_it_in_the_inbox(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    supervisor, agent = client_of("supervisor_mdn"), client_of("agent_mdn")
    trace.start()

    made = supervisor.api("POST", "/tasks", body(rahmat, "agent_mdn")).json()

    assert trace() == {"events": ["StaffNotified"], "audit": ["CREATE_TASK"]}
    [notice] = agent.api("GET", "/inbox").json()["items"]
    assert (notice["title"], notice["subject_label"], notice["address"]) == ("Tugas untuk Anda", "Telepon nasabah", f"/tasks/{made['id']}")
    assert titles(agent, mine="true") == ["Telepon nasabah"]


@pytest.mark.parametrize(
    ("username", "owner", "answer"),
    [
        ("supervisor_mdn", "agent_mdn", 201),
        ("supervisor_mdn", "rm_mdn", 201),
        ("supervisor_mdn", "rm_mdn_2", 422),  # does not read this customer
        ("supervisor_mdn", "agent_bnj", 422),  # works elsewhere
        ("supervisor_mdn", "nobody", 422),
        ("agent_mdn", "agent_mdn", 201),
        ("agent_mdn", "supervisor_mdn", 403),
        ("rm_mdn", "agent_mdn", 403),
        ("rm_mdn_2", "rm_mdn_2", 404),
        ("agent_bnj", "agent_bnj", 404),
        ("finance_mdn", "finance_mdn", 403),
    ],
)
def test_supervisors_give_tasks_to_who_can_do_them_and_others_to_themselves(client_of: Any, rahmat: Customer, username: str, owner: str, answer: int) -> None:
    browser = client_of(username)

    assert browser.api("POST", "/tasks", body(rahmat, owner)).status_code == answer
    offered = browser.api("GET", f"/tasks/owners?customer_id={rahmat.id}")
    if answer in (201, 422):
        assert (str(people.user_id(owner)) in [one["id"] for one in offered.json()["items"]]) is (answer == 201)
    with rows():
        assert Task.objects.count() == (answer == 201)


def test_a_task_shows_to_its_owner_its_maker_and_the_supervisors_of_the_branch(client_of: Callable[..., Any], rahmat: Customer) -> None:
    task = task_of(rahmat.id, owner="agent_mdn", created_by=people.user_id("call_agent"))

    found = {
        name: client_of(name).api("GET", f"/tasks/{task.id}").status_code
        for name in ("agent_mdn", "call_agent", "supervisor_mdn", "rm_mdn", "supervisor_bnj", "director")
    }

    assert found == {"agent_mdn": 200, "call_agent": 200, "supervisor_mdn": 200, "rm_mdn": 404, "supervisor_bnj": 404, "director": 403}


def test_a_manager_who_is_granted_the_portfolio_sees_and_does_what_concerns_it(client_of: Callable[..., Any], rahmat: Customer) -> None:
    task, other = task_of(rahmat.id), task_of(customers.customer("Tiur Hutagalung", "MDN").id)
    with rows():
        Grant.objects.filter(role__key="RM", resource="task").update(reach=2)
    manager = client_of("rm_mdn")

    assert [manager.api("GET", f"/tasks/{one.id}").status_code for one in (task, other)] == [200, 404]
    assert manager.api("POST", f"/tasks/{task.id}/complete").json()["status"] == "DONE"
    assert client_of("rm_mdn_2").api("GET", f"/tasks/{task.id}").status_code == 404


@pytest.fixture
def many(rahmat: Customer) -> dict[str, str]:
    """Tasks of the agent and of the supervisor, due on several days, the last made first."""
    tiur = customers.customer("Tiur Hutagalung", "MDN")
    done = {"status": "DONE", "finished_at": now(), "finished_by": people.user_id("agent_mdn")}
    skipped = {**done, "status": "SKIPPED", "skip_reason": REASON}
    plans: list[tuple[str, Customer, str, int, dict[str, Any]]] = [
        ("Antar kartu", rahmat, "agent_mdn", 0, {"notes": "Kartu pengganti"}),
        ("Bawa surat", rahmat, "agent_mdn", -3, {}),
        ("Catat alamat", tiur, "supervisor_mdn", 5, {}),
        ("Dengar keluhan", tiur, "agent_mdn", -1, done),
        ("Edit nomor", rahmat, "supervisor_mdn", -2, skipped),
    ]
    for number, (title, customer, owner, due, more) in enumerate(plans):
        task_of(customer.id, owner=owner, title=title, due_on=today() + due * DAY, created_at=now() - number * DAY, **more)
    return {"rahmat": str(rahmat.id), "tiur": str(tiur.id), "today": today().isoformat()}


LISTS: list[tuple[dict[str, Any], str]] = [
    ({}, "BEDAC"),
    ({"sort": "-created"}, "ABCDE"),
    ({"status": "OPEN"}, "BAC"),
    ({"status": "DONE"}, "D"),
    ({"status": "SKIPPED"}, "E"),
    ({"mine": "true"}, "EC"),
    ({"overdue": "true"}, "B"),
    ({"due_before": "today"}, "BED"),
    ({"customer_id": "tiur"}, "DC"),
    ({"q": "KARTU"}, "A"),
    ({"q": "a surat"}, "B"),
    ({"q": "100%"}, ""),
    ({"customer_id": "rahmat", "status": "OPEN", "sort": "-created"}, "AB"),
]


@pytest.mark.parametrize(("asked", "expected"), LISTS, ids=lambda value: urlencode(value) or "all" if isinstance(value, dict) else value)
def test_the_list_holds_what_is_asked_in_its_order_and_so_does_the_file(
    client_of: Callable[..., Any], many: dict[str, str], asked: dict[str, Any], expected: str
) -> None:
    with rows():
        execute(
            "INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, per_user, limited_to) SELECT gen_random_uuid(), role_id, 'task', 'X', 3, false, '' FROM iam.roles WHERE role_key = 'SUPERVISOR'"
        )
    browser = client_of("supervisor_mdn")
    asked = {name: many.get(value, value) if isinstance(value, str) else value for name, value in asked.items()}
    found, cursor = "", None
    while cursor != "":
        page = browser.api("POST", "/tasks/search", {"limit": 2, **asked, "cursor": cursor}).json()
        if "q" not in asked:
            assert browser.api("GET", f"/tasks?{urlencode({'limit': 2, **asked, **({'cursor': cursor} if cursor else {})})}").json() == page
        found += "".join(one["title"][0] for one in page["items"])
        cursor = page["next_cursor"] or ""

    assert found == expected
    assert "".join(row["title"][0] for row in table(content(run(browser, data_set="tasks", **asked)))) == expected


def test_nobody_takes_tasks_out_without_the_grant_and_a_strange_filter_is_refused(client_of: Callable[..., Any], rahmat: Customer) -> None:
    assert run(client_of("supervisor_mdn"), data_set="tasks").status_code == 403
    with rows():
        Grant.objects.filter(role__key="SUPERVISOR", resource="task", action="R").update(action="X")
    assert run(client_of("supervisor_mdn"), data_set="tasks", colour="red").status_code == 422


def test_a_change_is_made_from_the_version_that_stands(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    task = task_of(rahmat.id, owner="agent_mdn")
    agent, supervisor = client_of("agent_mdn"), client_of("supervisor_mdn")
    changed = {"version": 1, "title": "Kunjungi nasabah", "due_on": soon(), "owner_id": str(people.user_id("agent_mdn"))}
    trace.start()

    first = agent.api("PATCH", f"/tasks/{task.id}", changed).json()
    again = agent.api("PATCH", f"/tasks/{task.id}", {**changed, "version": 2}).json()
    stale = supervisor.api("PATCH", f"/tasks/{task.id}", {**changed, "title": "Hubungi lagi"})

    assert (first["title"], first["version"], again["version"]) == ("Kunjungi nasabah", 2, 2)
    assert (stale.status_code, stale.json()["code"], stale.json()["current"]["title"]) == (409, "stale_version", "Kunjungi nasabah")
    assert trace() == {"audit": ["UPDATE_TASK", "UPDATE_TASK:FAILED"]}
    with rows():
        [done, refused] = query("SELECT object_id, customer_id, meta FROM audit.audit_logs WHERE action = 'UPDATE_TASK' ORDER BY created_at")
    assert (done["customer_id"], refused["customer_id"], done["meta"]["changed"]) == (rahmat.id, rahmat.id, ["title"])


def test_a_task_changes_hands_by_who_assigns(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    task = task_of(rahmat.id, owner="agent_mdn")
    changed = {"version": 1, "title": task.title, "due_on": task.due_on.isoformat(), "owner_id": str(people.user_id("supervisor_mdn"))}

    assert client_of("agent_mdn").api("PATCH", f"/tasks/{task.id}", changed).json()["code"] == "forbidden"
    supervisor = client_of("supervisor_mdn")
    trace.start()
    given = supervisor.api("PATCH", f"/tasks/{task.id}", {**changed, "owner_id": str(people.user_id("rm_mdn"))}).json()

    assert (given["owner"]["full_name"], given["can"]["assign"]) == ("Rm Mdn", True)
    assert trace() == {"events": ["StaffNotified"], "audit": ["UPDATE_TASK"]}


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ("title = 'Kunjungi nasabah'", False),
        ("status = 'DONE', finished_at = now(), finished_by = iam.uid()", False),
        ("owner_user_id = (SELECT user_id FROM iam.users WHERE username = 'agent_bnj')", True),
        ("status = 'DONE', finished_at = now(), finished_by = (SELECT user_id FROM iam.users WHERE username = 'supervisor_mdn')", True),
        ("created_by = (SELECT user_id FROM iam.users WHERE username = 'supervisor_mdn')", True),
        ("customer_id = '00000000-0000-7000-8000-000000000001'", True),
        ("branch_code = 'BNJ'", True),
    ],
)
def test_the_database_lets_nobody_forge_whose_a_task_is_or_whom_it_is_about(actor: Callable[..., Any], rahmat: Customer, change: str, refused: bool) -> None:
    task = task_of(rahmat.id, owner="agent_mdn")

    with scope(actor("agent_mdn")):
        if refused:
            with pytest.raises(DatabaseError) as error, transaction.atomic():
                execute(f"UPDATE crm.tasks SET {change} WHERE task_id = %s", (task.id,))
            assert error.value.__cause__.sqlstate == "42501"
        else:
            assert execute(f"UPDATE crm.tasks SET {change} WHERE task_id = %s", (task.id,)) == 1


def test_the_database_takes_no_task_that_somebody_else_has_finished_already(actor: Callable[..., Any], rahmat: Customer) -> None:
    insert = """INSERT INTO crm.tasks (task_id, customer_id, branch_code, title, notes, due_on, owner_user_id, status, skip_reason, finished_at, finished_by,
                                       version, created_by, created_at)
                SELECT gen_random_uuid(), %s, 'MDN', 'Telepon', '', current_date, iam.uid(), %s, '', %s, %s, 1, iam.uid(), now()"""
    supervisor = people.user_id("supervisor_mdn")

    with scope(actor("agent_mdn")):
        assert execute(insert, (rahmat.id, "OPEN", None, None)) == 1
        with pytest.raises(DatabaseError) as error, transaction.atomic():
            execute(insert, (rahmat.id, "DONE", now(), supervisor))
        assert error.value.__cause__.sqlstate == "42501"


def test_a_task_ends_once_and_is_taken_back(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    task = task_of(rahmat.id, owner="agent_mdn")
    agent = client_of("agent_mdn")
    trace.start()

    done = agent.api("POST", f"/tasks/{task.id}/complete").json()
    assert (done["status"], done["finished_by"]["full_name"], done["can"]) == ("DONE", "Agent Mdn", {"finish": False, "reopen": True, "assign": False})
    assert agent.api("POST", f"/tasks/{task.id}/complete").json()["code"] == "task_is_finished"
    assert agent.api("POST", f"/tasks/{task.id}/skip", {"reason": REASON}).json()["code"] == "task_is_finished"
    back = agent.api("POST", f"/tasks/{task.id}/reopen").json()
    assert (back["status"], back["finished_at"], back["finished_by"], back["version"]) == ("OPEN", None, None, 3)
    assert agent.api("POST", f"/tasks/{task.id}/reopen").json()["code"] == "task_is_open"
    assert agent.api("POST", f"/tasks/{task.id}/skip", {"reason": "  pendek "}).status_code == 422
    skipped = agent.api("POST", f"/tasks/{task.id}/skip", {"reason": REASON}).json()

    assert (skipped["status"], skipped["skip_reason"]) == ("SKIPPED", REASON)
    assert trace()["audit"] == [
        "COMPLETE_TASK", "COMPLETE_TASK:FAILED", "SKIP_TASK:FAILED", "REOPEN_TASK", "REOPEN_TASK:FAILED", "WRITE_DENIED:FAILED", "SKIP_TASK",
    ]  # fmt: skip
    with rows():
        assert REASON not in str(query("SELECT meta FROM audit.audit_logs WHERE object_type = 'TASK'"))


# scaffold: leave out
def test_an_overdue_task_stands_out_on_the_customer_for_who_sees_it(actor: Callable[..., Any], rahmat: Customer) -> None:
    task = task_of(rahmat.id, owner="agent_mdn", due_on=today())

    def standing(username: str) -> list[str]:
        reader = actor(username)
        with scope(reader):
            found = [alert["code"] for alert in alerts(reader, rahmat)]
            assert sorted(alerts_among([rahmat.id]).get(rahmat.id, [])) == sorted(found)
        return found

    assert standing("agent_mdn") == []
    with rows():
        Task.objects.filter(pk=task.pk).update(due_on=today() - DAY)
    assert (standing("agent_mdn"), standing("supervisor_mdn"), standing("rm_mdn")) == (["TASK_OVERDUE"], ["TASK_OVERDUE"], [])


def test_the_timeline_tells_of_tasks_to_who_sees_them(client_of: Callable[..., Any], rahmat: Customer) -> None:
    task = task_of(rahmat.id, owner="agent_mdn")
    agent = client_of("agent_mdn")
    agent.api("POST", f"/tasks/{task.id}/skip", {"reason": REASON})

    def told(username: str) -> list[tuple[str, str]]:
        return [(one["title"], one["detail"]) for one in client_of(username).api("GET", f"/customers/{rahmat.id}/timeline?kind=Task").json()["items"]]

    assert told("agent_mdn") == [("Tugas dilewati", f"Hubungi nasabah: {REASON}"), ("Tugas dibuat", "Hubungi nasabah")]
    assert told("rm_mdn") == []
    first = agent.api("GET", f"/customers/{rahmat.id}/timeline?kind=Task&limit=1").json()
    rest = agent.api("GET", f"/customers/{rahmat.id}/timeline?kind=Task&limit=1&cursor={first['next_cursor']}").json()
    assert [one["title"] for one in first["items"] + rest["items"]] == ["Tugas dilewati", "Tugas dibuat"]


def test_a_customers_page_counts_the_tasks_that_are_open(client_of: Callable[..., Any], rahmat: Customer) -> None:
    supervisor, agent = client_of("supervisor_mdn"), client_of("agent_mdn")

    def counted() -> int:
        return int(agent.api("GET", f"/customers/{rahmat.id}/360").json()["interactions"]["open_tasks"])

    seen = [counted()]
    made = [supervisor.api("POST", "/tasks", body(rahmat, owner)).json()["id"] for owner in ("supervisor_mdn", "agent_mdn")]
    seen.append(counted())
    for act, what in (("complete", None), ("reopen", None), ("skip", {"reason": REASON})):
        assert agent.api("POST", f"/tasks/{made[1]}/{act}", what).status_code == 200
        seen.append(counted())

    assert seen == [0, 2, 1, 2, 1]


# scaffold: end
