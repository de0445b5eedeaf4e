"""The explorer beyond its list: a record's whole context, one customer's trail by whom, and searches kept under a name."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.audit.public import record
from simpul.platform.acts import AuditAct
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def write(username: str, *actions: AuditAct, **facts: Any) -> None:
    with scope(people.actor(username)):
        for action in actions:
            record(people.actor(username), action, **{"object_type": "CUSTOMER", "object_id": "x", **facts})


def put(username: str, action: str, **more: Any) -> None:
    """A record past row-level security, as another transaction wrote it."""
    with rows():
        execute(
            """INSERT INTO audit.audit_logs (action, object_type, object_id, customer_id, actor_user_id, actor_role_key, outcome, elevation_id, meta)
               VALUES (%s, 'CUSTOMER', 'x', %s, %s, %s, %s, %s, %s::jsonb)""",
            (
                action,
                more.get("customer_id"),
                people.user_id(username),
                more.get("role"),
                more.get("outcome", "ALLOWED"),
                more.get("elevation_id"),
                more.get("meta", "{}"),
            ),
        )


def test_a_record_shows_what_else_its_transaction_left_and_the_grant_it_was_made_under(client_of):
    grant = uuid7()
    with rows():
        execute(
            "INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at) VALUES (%s, %s, 2, 'BREAK_GLASS', now(), now() + interval '1 hour')",
            (grant, people.user_id("admin")),
        )
    put("admin", "VIEW_PROFILE", elevation_id=grant)
    put("admin", "REVEAL_FIELD", elevation_id=grant)
    browser = client_of("compliance")
    listed = browser.api("GET", "/audit?action=VIEW_PROFILE").json()["items"][0]

    full = browser.api("GET", f"/audit/{listed['audit_id']}").json()

    assert "REVEAL_FIELD" in [row["action"] for row in full["same_transaction"]]
    assert listed["audit_id"] not in [row["audit_id"] for row in full["same_transaction"]]
    assert (full["elevation"]["id"], full["elevation"]["user"]["username"], full["elevation"]["tier"], full["elevation"]["revoked_at"]) == (
        str(grant),
        "admin",
        2,
        None,
    )


def test_a_record_without_a_grant_has_none(client_of):
    put("agent_mdn", "VIEW_PROFILE")
    browser = client_of("compliance")
    listed = browser.api("GET", "/audit?action=VIEW_PROFILE").json()["items"][0]

    assert browser.api("GET", f"/audit/{listed['audit_id']}").json()["elevation"] is None


def test_what_one_person_did_to_one_customer_is_one_filter(client_of):
    one = customers.customer("Rahmat Siregar", "MDN").id
    put("agent_mdn", "VIEW_PROFILE", customer_id=one)
    put("agent_mdn", "REVEAL_FIELD", customer_id=one)
    put("agent_bnj", "VIEW_PROFILE", customer_id=one)
    put("agent_mdn", "VIEW_PROFILE", customer_id=uuid7())

    items = client_of("compliance").api("GET", f"/audit?actor={people.user_id('agent_mdn')}&customer_id={one}").json()["items"]

    assert [item["action"] for item in items] == ["REVEAL_FIELD", "VIEW_PROFILE"]


def test_a_customers_trail_says_by_whom_when_and_why(client_of, trace):
    one = customers.customer("Rahmat Siregar", "MDN").id
    put("agent_mdn", "VIEW_PROFILE", customer_id=one, role="AGENT")
    put("agent_mdn", "REVEAL_FIELD", customer_id=one, role="AGENT", meta='{"reason": "verifikasi identitas"}')
    put("agent_mdn", "REVEAL_FIELD", customer_id=one, role="AGENT", meta='{"reason": "verifikasi identitas"}')
    put("agent_bnj", "VIEW_DENIED", customer_id=one, outcome="DENIED")
    put("admin", "VIEW_PROFILE", customer_id=one, elevation_id=uuid7())
    browser = client_of("compliance")
    trace.start()

    told = browser.api("GET", f"/audit/customers/{one}").json()

    assert (told["customer_label"], told["records"], told["capped"]) == ("R*** S***", 5, False)
    assert [(person["actor"]["username"], person["count"], person["denied"], person["elevated"]) for person in told["people"]] == [
        ("admin", 1, 0, 1),
        ("agent_bnj", 1, 1, 0),
        ("agent_mdn", 3, 0, 0),
    ]
    assert told["people"][2]["reasons"] == ["verifikasi identitas"]
    assert told["people"][2]["roles"] == ["Petugas Layanan"]
    assert [(act["label"], act["count"]) for act in told["people"][2]["actions"]] == [("Tampilkan data tersamar", 2), ("Buka profil", 1)]
    assert trace() == {"audit": ["VIEW_AUDIT"]}


def test_an_administrator_sees_only_the_own_acts_about_a_customer_and_no_name(client_of):
    one = customers.customer("Rahmat Siregar", "MDN").id
    put("agent_mdn", "VIEW_PROFILE", customer_id=one)
    put("admin", "VIEW_DENIED", customer_id=one, outcome="DENIED")

    told = client_of("admin").api("GET", f"/audit/customers/{one}").json()

    assert (told["customer_label"], [person["actor"]["username"] for person in told["people"]]) == (None, ["admin"])


def test_a_customers_trail_takes_the_same_number_of_queries_however_many_took_part(client_of):
    one, other = (customers.customer(name, "MDN").id for name in ("Rahmat Siregar", "Siti Lubis"))
    for username in ("agent_mdn", "agent_bnj", "supervisor_mdn", "rm_mdn"):
        put(username, "VIEW_PROFILE", customer_id=one)
    put("agent_mdn", "VIEW_PROFILE", customer_id=other)
    browser = client_of("compliance")
    browser.api("GET", f"/audit/customers/{other}")
    counts = []
    for customer in (one, other):
        with CaptureQueriesContext(connection) as captured:
            browser.api("GET", f"/audit/customers/{customer}")
        counts.append(len(captured))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "director", "nobody"])
def test_others_see_neither_a_customers_trail_nor_filters(client_of, trace, username):
    one = customers.customer("Rahmat Siregar", "MDN").id
    browser = client_of(username)
    trace.start()

    answers = [
        browser.api("GET", f"/audit/customers/{one}"),
        browser.api("GET", "/audit/filters"),
        browser.api("POST", "/audit/filters", {"name": "x", "filters": {}}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert trace() == {"audit": ["VIEW_DENIED:DENIED", "VIEW_DENIED:DENIED", "WRITE_DENIED:DENIED"]}


def keep(browser: Any, name: str = "Ditolak", shared_with: str | None = None, **filters: Any) -> Any:
    return browser.api("POST", "/audit/filters", {"name": name, "filters": filters, "shared_with": shared_with})


def test_a_filter_is_kept_with_what_it_selects_and_recorded(client_of, trace):
    browser = client_of("compliance")
    trace.start()

    made = keep(browser, outcome="DENIED", action=["VIEW_DENIED"], branch="MDN")

    assert made.status_code == 201
    assert made.json()["filters"] == {"action": ["VIEW_DENIED"], "branch": "MDN", "outcome": "DENIED"}
    assert [item["name"] for item in browser.api("GET", "/audit/filters").json()["items"]] == ["Ditolak"]
    assert trace() == {"audit": ["SAVE_FILTER"]}


def test_a_shared_filter_is_used_by_the_role_and_changed_by_its_owner_alone(client_of, trace):
    with rows():
        people.add_user("compliance_2", people.Role.objects.get(key="COMPLIANCE"), None)
    owner, colleague, admin = client_of("compliance"), client_of("compliance_2"), client_of("admin")
    private = keep(owner, "Pribadi", outcome="FAILED").json()
    shared = keep(owner, "Bersama", "COMPLIANCE", outcome="DENIED").json()
    seen = colleague.api("GET", "/audit/filters").json()["items"]
    trace.start()

    body = {"name": "Diubah", "filters": {}, "version": 1}
    answers = [colleague.api("PUT", f"/audit/filters/{shared['id']}", body), colleague.api("DELETE", f"/audit/filters/{shared['id']}")]
    hidden = [colleague.api("PUT", f"/audit/filters/{private['id']}", body), admin.api("DELETE", f"/audit/filters/{shared['id']}")]

    assert [(item["name"], item["shared_with_name"], item["can"]["update"]) for item in seen] == [("Bersama", "Kepatuhan", False)]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert [answer.json()["code"] for answer in hidden] == ["audit_filter_not_found"] * 2
    assert trace() == {"audit": ["WRITE_DENIED:DENIED"] * 4}
    with scope(people.actor("compliance_2")):
        assert execute("DELETE FROM crm.audit_filters") == 0
    with scope(people.actor("admin")):
        assert query("SELECT * FROM crm.audit_filters") == []


def test_a_filter_is_renamed_by_version_and_removed(client_of, trace):
    browser = client_of("compliance")
    made = keep(browser, outcome="DENIED").json()
    trace.start()

    renamed = browser.api("PUT", f"/audit/filters/{made['id']}", {"name": "Semua penolakan", "filters": {"outcome": "DENIED"}, "version": 1}).json()
    stale = browser.api("PUT", f"/audit/filters/{made['id']}", {"name": "Lama", "filters": {}, "version": 1})
    removed = browser.api("DELETE", f"/audit/filters/{made['id']}").json()

    assert (renamed["name"], renamed["version"], stale.status_code, removed) == ("Semua penolakan", 2, 409, {"removed": True})
    assert browser.api("GET", "/audit/filters").json()["items"] == []
    assert trace() == {"audit": ["SAVE_FILTER", "WRITE_DENIED:FAILED", "SAVE_FILTER"]}


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"name": "", "filters": {}}, 422, "name"),
        ({"name": "x" * 81, "filters": {}}, 422, "name"),
        ({"name": "x", "filters": {"outcome": "MAYBE"}}, 422, "outcome"),
        ({"name": "x", "filters": {}, "shared_with": "ADMIN"}, 422, "shared_with"),
        ({"name": "Ditolak", "filters": {}}, 409, None),
    ],
)
def test_an_impossible_filter_is_refused_with_the_field_named(client_of, trace, body, status, field):
    browser = client_of("compliance")
    keep(browser)
    trace.start()

    answer = browser.api("POST", "/audit/filters", body)

    assert (answer.status_code, list(answer.json().get("errors") or [])) == (status, [field] if field else [])
    assert trace() == {"audit": ["WRITE_DENIED:FAILED"]}
