"""The audit explorer: filters, pages, one record in full, and its own trace."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.audit.public import Action, record
from simpul.customers.acts import CustomerAct
from simpul.iam.acts import IamAct
from simpul.platform.db import execute, query, scope
from simpul.platform.ids import uuid7
from tests.support import customers, people
from tests.support.database import rows


def write(username: str, *actions: str, **facts) -> None:
    who = people.actor(username)
    with scope(who):
        for action in actions:
            record(who, action, **{"object_type": "CUSTOMER", "object_id": "x", **facts})


@pytest.mark.covers("US-11 AC-1", "15.3.1-5")
def test_the_trail_is_filtered_by_action(client_of):
    write("agent_mdn", CustomerAct.VIEW_PROFILE, CustomerAct.SEARCH_CUSTOMER, CustomerAct.VIEW_PROFILE)

    page = client_of("compliance").api("GET", "/audit?action=VIEW_PROFILE").json()

    assert [item["action"] for item in page["items"]] == ["VIEW_PROFILE", "VIEW_PROFILE"]
    assert page["next_cursor"] is None


@pytest.mark.covers("US-11 AC-2")
def test_a_record_names_actor_moment_object_and_meta(client_of):
    write("agent_mdn", CustomerAct.REVEAL_FIELD, object_id="nasabah-1", branch_code="MDN", meta={"field": "phone_e164"})

    item = client_of("compliance").api("GET", "/audit?action=REVEAL_FIELD").json()["items"][0]

    assert item["actor"]["username"] == "agent_mdn"
    assert (item["object_type"], item["object_id"], item["branch_code"], item["meta"]) == ("CUSTOMER", "nasabah-1", "MDN", {"field": "phone_e164"})
    assert (item["action_label"], item["outcome"], item["actor_role_key"], item["actor_role"]) == (
        "Tampilkan data tersamar",
        "ALLOWED",
        "AGENT",
        "Petugas Layanan",
    )
    assert item["created_at"].endswith("Z")


def test_a_colleague_is_named_and_a_customer_is_not(client_of):
    agent = people.user_id("agent_mdn")
    write("agent_mdn", IamAct.SIGN_IN, object_type="USER", object_id=agent)

    items = client_of("compliance").api("GET", f"/audit?action=SIGN_IN&actor={agent}").json()["items"]

    assert [item["object_label"] for item in items] == ["Agent Mdn"]


def test_a_label_tells_an_administrator_nothing_about_a_guessed_customer(client_of):
    hidden = customers.customer("Rahmat Siregar", "MDN").id
    browser = client_of("admin")
    assert browser.api("GET", f"/customers/{hidden}/360").status_code == 404

    labels = {client: client_of(client).api("GET", f"/audit?customer_id={hidden}").json()["items"] for client in ("admin", "compliance")}

    assert {item["customer_label"] for item in labels["admin"]} <= {None}
    assert {item["customer_label"] for item in labels["compliance"] if item["action"] == "VIEW_DENIED"} == {"R*** S***"}


def test_every_filter_narrows_and_they_combine(client_of):
    customer = uuid7()
    write("agent_mdn", CustomerAct.VIEW_PROFILE, customer_id=customer, branch_code="MDN", object_id="satu")
    write("agent_bnj", CustomerAct.VIEW_PROFILE, branch_code="BNJ", object_id="dua")
    write("agent_bnj", Action.VIEW_DENIED, outcome="DENIED", object_type="OPERATION", object_id="tiga")
    browser = client_of("compliance")
    found = {
        name: sorted(item["object_id"] for item in browser.api("GET", f"/audit?{name}").json()["items"] if item["object_type"] in ("CUSTOMER", "OPERATION"))
        for name in (
            f"customer_id={customer}",
            "branch=BNJ",
            "outcome=DENIED",
            "object_type=OPERATION",
            "object_id=dua",
            f"actor={people.user_id('agent_bnj')}",
            f"actor={people.user_id('agent_bnj')}&action=VIEW_PROFILE",
            "action=VIEW_DENIED&action=VIEW_PROFILE&branch=MDN",
            "to=2020-01-01T00:00:00Z",
        )
    }

    assert list(found.values()) == [["satu"], ["dua"], ["tiga"], ["tiga"], ["dua"], ["dua", "tiga"], ["dua"], ["satu"], []]


def test_pages_follow_each_other_without_gap_or_repeat(client_of):
    write("agent_mdn", *[CustomerAct.SEARCH_CUSTOMER] * 7)
    browser, seen, cursor = client_of("compliance"), [], ""
    for _ in range(4):
        page = browser.api("GET", f"/audit?action=SEARCH_CUSTOMER&limit=2{cursor}").json()
        seen += [item["audit_id"] for item in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"

    assert page["next_cursor"] is None
    assert len(seen) == len(set(seen)) == 7


def test_one_record_shows_its_neighbours_of_the_same_request(client_of):
    agent = client_of("agent_mdn")
    agent.api("PATCH", "/me/preferences", {"theme": "dark"}, X_Request_Id="permintaan-42")
    browser = client_of("compliance")
    listed = browser.api("GET", "/audit?request_id=permintaan-42").json()["items"]

    full = browser.api("GET", f"/audit/{listed[0]['audit_id']}").json()

    assert full["record"] == listed[0]
    assert [item["action"] for item in full["same_request"]] == ["CHANGE_PREFERENCES"]


def test_opening_the_trail_is_recorded_with_its_filters_but_not_their_values(client_of, trace):
    browser = client_of("compliance")
    trace.start()

    browser.api("GET", "/audit?branch=MDN&outcome=DENIED")

    assert trace() == {"audit": ["VIEW_AUDIT"]}
    with rows():
        meta = query("SELECT meta FROM audit.audit_logs WHERE action = 'VIEW_AUDIT'")[0]["meta"]
    assert meta == {"filters": ["branch_code", "outcome"], "rows": 0}


def test_an_administrator_sees_the_own_acts_only(client_of):
    write("agent_mdn", CustomerAct.VIEW_PROFILE)
    browser = client_of("admin")

    items = browser.api("GET", "/audit").json()["items"]

    assert {item["actor"]["username"] for item in items} == {"admin"}
    with rows():
        other = query("SELECT audit_id FROM audit.audit_logs WHERE action = 'VIEW_PROFILE'")[0]["audit_id"]
    assert browser.api("GET", f"/audit/{other}").status_code == 404


@pytest.mark.parametrize("username", ["agent_mdn", "supervisor_mdn", "rm_mdn", "marketing", "steward", "director", "nobody"])
def test_others_may_not_open_the_trail_and_the_attempt_is_recorded(client_of, trace, username):
    browser = client_of(username)
    trace.start()

    answer = browser.api("GET", "/audit")

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert trace() == {"audit": ["VIEW_DENIED:DENIED"]}


@pytest.mark.parametrize(
    ("filters", "field"),
    [("limit=0", "limit"), ("limit=101", "limit"), ("outcome=MAYBE", "outcome"), ("from=kemarin", "from"), ("actor=budi", "actor"), ("cursor=zzz", "cursor")],
)
def test_an_impossible_filter_is_named(client_of, filters, field):
    answer = client_of("compliance").api("GET", f"/audit?{filters}")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])


def test_the_choices_of_a_filter_are_listed_without_words_of_another_language(client_of):
    answer = client_of("compliance").api("GET", "/audit?outcome=MAYBE")

    assert answer.json()["errors"] == {"outcome": ["Pilih salah satu: ALLOWED, DENIED, FAILED."]}


def test_a_page_takes_the_same_number_of_queries_whatever_its_size(client_of):
    write("agent_mdn", *[CustomerAct.SEARCH_CUSTOMER] * 40)
    browser = client_of("compliance")
    browser.api("GET", "/audit")
    counts = []

    for limit in (1, 30):
        with CaptureQueriesContext(connection) as captured:
            browser.api("GET", f"/audit?action=SEARCH_CUSTOMER&limit={limit}")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_record_says_whether_it_is_sealed_and_by_which_seal(client_of):
    write("agent_mdn", CustomerAct.VIEW_PROFILE)
    browser = client_of("compliance")
    before = browser.api("GET", "/audit?action=VIEW_PROFILE").json()["items"][0]
    unsealed = browser.api("GET", f"/audit/{before['audit_id']}").json()
    with rows():
        xid = int(query("SELECT xid::text AS xid FROM audit.audit_logs WHERE audit_id = %s", (before["audit_id"],))[0]["xid"])
        for number, lower, upper in ((1, 0, xid), (2, xid, xid + 1)):
            execute(
                "INSERT INTO audit.audit_seals (number, format, kind, era, lower, upper, row_count, rows_total, root, entries_hash, previous, sealed_at, key_id,"
                " details, hash, signature, entries) VALUES (%s, 1, 'ROWS', 1, %s::text::xid8, %s::text::xid8, 1, %s, sha256('r'), sha256('e'), sha256(%s),"
                " '2026-11-21T10:00:00Z', 'k', '', sha256(%s), decode(repeat('00', 64), 'hex'), decode(repeat('00', 56), 'hex'))",
                (number, str(lower), str(upper), number, f"p{number}".encode(), f"h{number}".encode()),
            )

    sealed = browser.api("GET", f"/audit/{before['audit_id']}").json()

    assert (before["sealed"], unsealed["seal"]) == (False, None)
    assert sealed["record"]["sealed"] is True
    assert {name: sealed["seal"][name] for name in ("number", "sealed_at", "rows", "key_id")} == {
        "number": 2,
        "sealed_at": "2026-11-21T10:00:00Z",
        "rows": 1,
        "key_id": "k",
    }
    assert [item["sealed"] for item in browser.api("GET", "/audit?action=VIEW_PROFILE").json()["items"]] == [True]


def test_what_can_be_filtered_by_is_worded_by_who_records_it(client_of):
    write("agent_mdn", IamAct.CHANGE_RBAC, object_type="GRANTS", outcome="DENIED")
    reader = client_of("compliance")

    facets = reader.api("GET", "/audit/facets").json()
    item = reader.api("GET", "/audit?object_type=GRANTS").json()["items"][0]

    assert facets["outcomes"] == [{"key": "ALLOWED", "label": "Diizinkan"}, {"key": "DENIED", "label": "Ditolak"}, {"key": "FAILED", "label": "Gagal"}]
    assert {"key": "GRANTS", "label": "Hak"} in facets["object_types"]
    assert {"key": "TASK", "label": "Tugas"} in facets["object_types"]
    assert (item["object_type_label"], item["outcome_label"]) == ("Hak", "Ditolak")
