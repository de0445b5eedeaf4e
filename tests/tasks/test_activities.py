"""Activities: who logs, reads, changes and withdraws them, and where they show themselves."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from simpul.customers.models import Customer, CustomerFacts
from simpul.customers.public import contacts_recount
from simpul.iam.public import system_actor
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from simpul.tasks.models import Activity, Task
from simpul.tasks.public import activities_counted, activity_add, last_activities
from tests.support import cases, customers, people
from tests.support.database import rows
from tests.tasks.contract import NOTE, activity_of

DAY = timedelta(days=1)


def soon() -> str:
    return (today() + 2 * DAY).isoformat()


@pytest.fixture
def rahmat(organisation: None) -> Customer:
    """A customer of MDN in rm_mdn's portfolio."""
    return customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn")


def body(customer: Customer, **fields: Any) -> dict[str, Any]:
    return {"customer_id": str(customer.id), "activity_type": "CALL", "note": NOTE, **fields}


def notes(browser: Any, query_string: str = "") -> list[str]:
    answer = browser.api("GET", f"/activities{query_string}").json()
    return [each["note"] for each in answer["items"]]


@pytest.mark.covers("US-17 AC-1")
def test_an_activity_has_type_note_time_and_author_and_its_text_is_not_in_the_trail(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    manager = client_of("rm_mdn")
    trace.start()

    made = manager.api("POST", "/activities", body(rahmat, outcome="INTERESTED"))

    assert made.status_code == 201
    given = made.json()
    assert (given["type"], given["type_label"], given["note"]) == ("CALL", "Telepon", NOTE)
    assert given["outcome"] == {"code": "INTERESTED", "name": "Berminat"}
    assert given["author"] == {"id": str(people.user_id("rm_mdn")), "full_name": "Rm Mdn"}
    assert given["created_at"] == given["happened_at"]
    assert (given["next_task"], given["subject"], given["version"]) == (None, None, 1)
    assert given["can"] == {"update": True, "withdraw": True}
    assert manager.api("GET", f"/activities/{given['id']}").json() == given
    assert trace() == {"audit": ["CREATE_ACTIVITY"]}
    with rows():
        assert NOTE not in str(query("SELECT * FROM audit.audit_logs"))


def test_authors_and_the_supervisors_of_the_branch_read_an_activity(client_of: Callable[..., Any], rahmat: Customer) -> None:
    activity = activity_of(rahmat.id, author="rm_mdn")
    usernames = ("rm_mdn", "supervisor_mdn", "rm_mdn_2", "supervisor_bnj", "agent_mdn", "director")

    found = {name: client_of(name).api("GET", f"/activities/{activity.id}").status_code for name in usernames}

    assert found == dict(zip(usernames, (200, 200, 404, 404, 403, 403), strict=True))
    assert notes(client_of("supervisor_mdn")) == [NOTE]
    assert notes(client_of("rm_mdn_2")) == []


def test_an_agent_logs_an_activity_and_lists_none(client_of: Callable[..., Any], rahmat: Customer) -> None:
    agent = client_of("agent_mdn")

    made = agent.api("POST", "/activities", body(rahmat, next_step="Kirim brosur", next_on=soon()))

    assert (made.status_code, made.json()["can"]) == (201, {"update": False, "withdraw": False})
    assert agent.api("GET", "/activities").status_code == 403
    assert agent.api("POST", f"/activities/{made.json()['id']}/withdraw").status_code == 403
    assert notes(client_of("supervisor_mdn")) == [NOTE]


@pytest.mark.parametrize(
    ("username", "answer"),
    [("rm_mdn", 201), ("rm_mdn_2", 404), ("agent_bnj", 404), ("supervisor_mdn", 403)],
)
def test_activities_are_logged_with_customers_in_reach(client_of: Callable[..., Any], rahmat: Customer, username: str, answer: int) -> None:
    assert client_of(username).api("POST", "/activities", body(rahmat)).status_code == answer


def test_a_next_step_makes_a_task_of_its_author(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    manager = client_of("rm_mdn")
    trace.start()

    made = manager.api("POST", "/activities", body(rahmat, next_step="Antar formulir", next_on=soon())).json()

    assert trace()["audit"] == ["CREATE_TASK", "CREATE_ACTIVITY"]
    task = manager.api("GET", f"/tasks/{made['next_task']['id']}").json()
    assert (task["title"], task["due_on"], task["status"]) == ("Antar formulir", soon(), "OPEN")
    assert task["owner"]["full_name"] == "Rm Mdn"
    assert made["next_task"]["status"] == "OPEN"
    with rows():
        kept = Task.objects.get()
    assert (kept.origin, kept.origin_id) == ("ACTIVITY", UUID(made["id"]))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"note": "   "}, "note"),
        ({"note": "x" * 4001}, "note"),
        ({"activity_type": "FAX"}, "activity_type"),
        ({"outcome": "MAYBE"}, "outcome"),
        ({"next_step": "Antar formulir"}, "next_on"),
        ({"next_on": "2030-01-02"}, "next_on"),
        ({"happened_at": (now() + DAY).isoformat()}, "happened_at"),
        ({"happened_at": (now() - 31 * DAY).isoformat()}, "happened_at"),
        ({"subject": {"type": "CASE", "id": str(uuid4())}}, "subject"),
        ({"subject": {"type": "NOTHING", "id": str(uuid4())}}, "subject"),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_nothing(client_of: Callable[..., Any], rahmat: Customer, fields: dict[str, Any], wrong: str) -> None:
    answer = client_of("rm_mdn").api("POST", "/activities", body(rahmat, **fields))

    assert answer.status_code == 422
    assert any(wrong in name for name in answer.json()["errors"])
    with rows():
        assert (Activity.objects.count(), Task.objects.count()) == (0, 0)


def test_an_activity_belongs_to_a_case_of_its_own_customer(client_of: Callable[..., Any], rahmat: Customer) -> None:
    tiur = customers.customer("Tiur Hutagalung", "MDN", rm="rm_mdn")
    case, other = (cases.opened(customer_id=each.id) for each in (rahmat, tiur))
    manager = client_of("rm_mdn")

    made = manager.api("POST", "/activities", body(rahmat, subject={"type": "CASE", "id": str(case.id)}))

    assert made.status_code == 201
    subject = made.json()["subject"]
    assert (subject["type_label"], subject["label"]) == ("Kasus", case.case_no)
    assert notes(manager, f"?subject_id={case.id}") == [NOTE]
    strange = body(rahmat, subject={"type": "CASE", "id": str(other.id)})
    assert manager.api("POST", "/activities", strange).status_code == 422


def test_an_activity_is_changed_from_the_version_that_stands(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    activity = activity_of(rahmat.id, author="rm_mdn")
    manager = client_of("rm_mdn")
    changed = {
        "version": 1,
        "activity_type": "VISIT",
        "note": "Nasabah dikunjungi.",
        "outcome": "DONE",
        "happened_at": (now() - DAY / 2).isoformat(),
    }
    trace.start()

    first = manager.api("PATCH", f"/activities/{activity.id}", changed).json()
    stale = manager.api("PATCH", f"/activities/{activity.id}", changed)

    assert (first["type"], first["note"], first["version"]) == ("VISIT", "Nasabah dikunjungi.", 2)
    assert (stale.status_code, stale.json()["current"]["type"]) == (409, "VISIT")
    assert trace() == {"audit": ["UPDATE_ACTIVITY", "UPDATE_ACTIVITY:FAILED"]}
    with rows():
        told = query("SELECT meta FROM audit.audit_logs WHERE action = 'UPDATE_ACTIVITY'")
    assert "dikunjungi" not in str(told)


def test_a_day_later_nothing_is_changed_or_withdrawn(client_of: Callable[..., Any], actor: Callable[..., Any], rahmat: Customer) -> None:
    activity = activity_of(rahmat.id, author="rm_mdn", created_at=now() - 1.1 * DAY)
    manager = client_of("rm_mdn")
    moment = (now() - DAY).isoformat()
    changed = {"version": 1, "activity_type": "CALL", "note": "Lain", "happened_at": moment}

    answers = [
        manager.api("PATCH", f"/activities/{activity.id}", changed),
        manager.api("POST", f"/activities/{activity.id}/withdraw"),
    ]

    assert [each.status_code for each in answers] == [403, 403]
    assert manager.api("GET", f"/activities/{activity.id}").json()["can"]["update"] is False
    with scope(actor("rm_mdn")), pytest.raises(DatabaseError) as error, transaction.atomic():
        execute("UPDATE crm.rm_activities SET note = 'Lain'")
    assert error.value.__cause__.sqlstate == "42501"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("change", "username"),
    [
        ("rm_user_id = iam.uid()", "rm_mdn"),
        ("customer_id = '00000000-0000-7000-8000-000000000001'", "rm_mdn"),
        ("created_at = now()", "rm_mdn"),
        ("next_on = current_date", "rm_mdn"),
    ],
)
def test_the_database_lets_nobody_forge_whose_an_activity_is(actor: Callable[..., Any], rahmat: Customer, change: str, username: str) -> None:
    activity_of(rahmat.id, author="rm_mdn")

    with scope(actor(username)), pytest.raises(DatabaseError) as error, transaction.atomic():
        execute(f"UPDATE crm.rm_activities SET {change}")
    assert error.value.__cause__.sqlstate == "42501"  # type: ignore[union-attr]


def test_the_database_lets_a_supervisor_change_no_activity_of_others(actor: Callable[..., Any], rahmat: Customer) -> None:
    activity_of(rahmat.id, author="rm_mdn")

    with scope(actor("supervisor_mdn")):
        assert query("SELECT note FROM crm.rm_activities") == [{"note": NOTE}]
        assert execute("UPDATE crm.rm_activities SET note = 'Lain'") == 0


def test_a_withdrawn_activity_leaves_lists_and_timeline_and_takes_its_task_along(client_of: Callable[..., Any], rahmat: Customer, trace: Any) -> None:
    manager, supervisor = client_of("rm_mdn"), client_of("supervisor_mdn")
    made = manager.api("POST", "/activities", body(rahmat, next_step="Antar formulir", next_on=soon())).json()
    trace.start()

    answer = manager.api("POST", f"/activities/{made['id']}/withdraw")

    assert answer.status_code == 204
    assert trace()["audit"] == ["SKIP_TASK", "WITHDRAW_ACTIVITY"]
    task = manager.api("GET", f"/tasks/{made['next_task']['id']}").json()
    assert (task["status"], task["skip_reason"]) == ("SKIPPED", "Kegiatan asalnya ditarik.")
    assert (notes(manager), notes(supervisor)) == ([], [])
    assert timeline(supervisor, rahmat) == []
    assert manager.api("GET", f"/activities/{made['id']}").status_code == 404
    assert manager.api("POST", f"/activities/{made['id']}/withdraw").status_code == 404
    with rows():
        assert Activity.objects.get().withdrawn_at is not None


def test_a_task_that_is_done_already_stays_done_when_its_activity_is_withdrawn(client_of: Callable[..., Any], rahmat: Customer) -> None:
    manager = client_of("rm_mdn")
    made = manager.api("POST", "/activities", body(rahmat, next_step="Antar formulir", next_on=soon())).json()
    manager.api("POST", f"/tasks/{made['next_task']['id']}/complete")

    assert manager.api("POST", f"/activities/{made['id']}/withdraw").status_code == 204

    task = manager.api("GET", f"/tasks/{made['next_task']['id']}").json()
    assert task["status"] == "DONE"


def timeline(browser: Any, customer: Customer, more: str = "") -> list[tuple[str, str]]:
    address = f"/customers/{customer.id}/timeline?kind=ActivityEvent{more}"
    return [(each["title"], each["detail"]) for each in browser.api("GET", address).json()["items"]]


@pytest.mark.covers("US-17 AC-2", "15.3.5-3")
def test_an_activity_shows_in_the_customers_timeline_at_once(client_of: Callable[..., Any], rahmat: Customer) -> None:
    manager = client_of("rm_mdn")
    manager.api("POST", "/activities", body(rahmat, outcome="REACHED"))
    step = {"next_step": "Antar formulir", "next_on": soon(), "activity_type": "MEETING"}
    manager.api("POST", "/activities", body(rahmat, **step))

    day = f"{today() + 2 * DAY:%d-%m-%Y}"
    expected = [
        ("Pertemuan", f"{NOTE}\nBerikutnya: Antar formulir ({day})"),
        ("Telepon: Terhubung", NOTE),
    ]
    assert timeline(manager, rahmat) == expected
    assert timeline(client_of("supervisor_mdn"), rahmat) == expected
    assert timeline(client_of("agent_mdn"), rahmat) == []
    address = f"/customers/{rahmat.id}/timeline?kind=ActivityEvent&limit=1"
    first = manager.api("GET", address).json()
    assert timeline(manager, rahmat, f"&limit=1&cursor={first['next_cursor']}") == expected[1:]


def test_a_contact_is_the_customers_last_one_and_a_note_is_none(client_of: Callable[..., Any], rahmat: Customer) -> None:
    manager = client_of("rm_mdn")

    def facts() -> tuple[str | None, UUID | None, int]:
        with rows():
            kept = CustomerFacts.objects.filter(customer_id=rahmat.id).first()
        if kept is None:
            return None, None, 0
        return kept.last_contact_channel, kept.last_contact_by, kept.contacts_90d

    manager.api("POST", "/activities", body(rahmat, activity_type="NOTE"))
    assert facts() == (None, None, 0)
    manager.api("POST", "/activities", body(rahmat, activity_type="VISIT"))
    manager.api("POST", "/activities", body(rahmat))
    assert facts() == ("PHONE", people.user_id("rm_mdn"), 2)

    last, visit = manager.api("GET", "/activities?limit=2").json()["items"]
    manager.api("POST", f"/activities/{last['id']}/withdraw")
    assert facts() == ("VISIT", people.user_id("rm_mdn"), 1)
    with scope(system_actor()):
        assert contacts_recount() == 0
    note = {"version": 1, "activity_type": "NOTE", "note": NOTE, "happened_at": visit["happened_at"]}
    assert manager.api("PATCH", f"/activities/{visit['id']}", note).status_code == 200
    assert facts() == (None, None, 0)


def test_other_domains_count_activities_and_ask_for_the_last_one(actor: Callable[..., Any], rahmat: Customer) -> None:
    activity_of(rahmat.id, author="rm_mdn", created_at=now() - 3 * DAY)
    activity_of(rahmat.id, author="rm_mdn", created_at=now() - 2 * DAY, withdrawn_at=now())
    manager, other = actor("rm_mdn"), people.user_id("rm_mdn_2")

    with scope(manager):
        made = activity_add(actor=manager, customer_id=rahmat.id, activity_type="EMAIL", note="Brosur dikirim.")
        counted = activities_counted(manager, [manager.id, other], now() - DAY, now() + DAY)
        all_days = activities_counted(manager, [manager.id], now() - 5 * DAY, now() + DAY)
        last = last_activities(manager, [rahmat.id])

    assert (counted, all_days) == ({manager.id: 1, other: 0}, {manager.id: 2})
    assert (last[rahmat.id].id, last[rahmat.id].activity_type) == (made, "EMAIL")


def test_the_list_holds_what_is_asked_for(client_of: Callable[..., Any], rahmat: Customer) -> None:
    tiur = customers.customer("Tiur Hutagalung", "MDN", rm="rm_mdn")
    plans = [
        (rahmat, "A", {"activity_type": "CALL"}),
        (rahmat, "B", {"activity_type": "VISIT"}),
        (tiur, "C", {"author": "rm_mdn_2"}),
    ]
    for age, (customer, note, more) in enumerate(plans):
        activity_of(
            customer.id,
            **{"author": "rm_mdn", "note": note, "created_at": now() - age * DAY, **more},
        )
    supervisor, manager = client_of("supervisor_mdn"), client_of("rm_mdn")

    assert "".join(notes(supervisor)) == "ABC"
    assert "".join(notes(manager)) == "AB"
    asked = {
        f"?customer_id={tiur.id}": "C",
        "?activity_type=VISIT": "B",
        "?mine=true": "",
        "?branch=MDN": "ABC",
        "?branch=BNJ": "",
        "?by_managers=true": "ABC",
        "?outcome=REACHED": "",
        f"?author_id={people.user_id('rm_mdn')}": "AB",
        f"?since={(now() - DAY / 2).strftime('%Y-%m-%dT%H:%M:%SZ')}": "A",
        f"?until={(now() - DAY / 2).strftime('%Y-%m-%dT%H:%M:%SZ')}": "BC",
    }
    assert {address: "".join(notes(supervisor, address)) for address in asked} == asked
    first = supervisor.api("GET", "/activities?limit=2").json()
    assert "".join(notes(supervisor, f"?limit=2&cursor={first['next_cursor']}")) == "C"
