"""Looking for cases: by number or its end, by customer and by what they say; and the order of the queue by whichever clock is next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.cases.models import Case
from simpul.platform.clock import now
from simpul.platform.db import query
from tests.support import cases, customers, people
from tests.support.database import rows

HOUR = timedelta(hours=1)
STUCK = "Uang saya tertelan mesin ATM di Jalan Gatot Subroto sejak kemarin sore, saldo berkurang dua kali dan struk tidak keluar."


@pytest.fixture
def found(organisation):
    """Rahmat of MDN with an open case, an answered one and a sensitive one; Tiur of BNJ with one that says the same."""
    rahmat = customers.customer("Rahmat Siregar", "MDN", rm="rm_mdn", phone_e164="+6281234567890")
    tiur = customers.customer("Tiur Hutagalung", "BNJ")
    return {
        "stuck": cases.opened("agent_mdn", customer_id=rahmat.id, description=STUCK),
        "answered": cases.brought(cases.opened("supervisor_mdn", "CARD_ATM", customer_id=rahmat.id, description="Kartu tertelan mesin."), "RESOLVED"),
        "secret": cases.opened("supervisor_mdn", "FRAUD_SCAM", customer_id=rahmat.id, description="Penipu mengaku petugas, uang tertelan."),
        "other": cases.opened("agent_bnj", customer_id=tiur.id, branch="BNJ", description=STUCK),
    }


def sought(client, found, q, **more):
    answer = client.api("POST", "/cases/search", {"q": q, **more})
    assert answer.status_code == 200, answer.content
    names = {str(case.id): name for name, case in found.items()}
    return [names[row["id"]] for row in answer.json()["items"]]


@pytest.mark.parametrize(
    ("q", "more", "expected"),
    [
        ("rahmat", {}, ["secret", "answered", "stuck"]),
        ("siregar rahmad", {}, ["secret", "answered", "stuck"]),
        ("081234567890", {}, ["secret", "answered", "stuck"]),
        ("tiur", {}, []),
        ("{stuck}", {}, ["stuck"]),
        ("0001", {}, ["stuck"]),
        ("000002", {"scope": "resolved"}, ["answered"]),
        ("{other}", {}, []),
        # What a case says is looked for among open ones, and never in a sensitive one.
        ("tertelan", {}, []),
        ("tertelan MESIN", {"scope": "open"}, ["stuck"]),
        ("gatot", {"scope": "open", "branch": ["BNJ"]}, []),
        ("rahmat", {"scope": "open", "category": ["TRX_FAIL"]}, ["stuck"]),
        ("100%", {"scope": "open"}, []),
        ("uang{o}{}", {"scope": "open"}, []),
    ],
)
def test_a_case_is_found_by_number_customer_and_words_within_reach(found, client_of, q, more, expected):
    written = found[q[1:-1]].case_no if q[1:-1] in found else q

    assert sought(client_of("supervisor_mdn"), found, written, **more) == expected


def test_the_end_of_a_long_number_finds_it(found, client_of):
    with rows():
        query("UPDATE crm.case_numbers SET last_number = 44566 WHERE branch_code = 'MDN' RETURNING 1")
    found["long"] = cases.opened("agent_mdn", customer_id=found["stuck"].customer_id)

    assert found["long"].case_no.endswith("044567")
    assert sought(client_of("agent_mdn"), found, "4567") == ["long"]
    assert [row["case_no"] for row in client_of("agent_mdn").api("GET", "/cases?q=4567").json()["items"]] == [found["long"].case_no]


def test_of_a_frequent_name_every_open_case_is_found_although_customers_are_cut_at_a_hundred(found, client_of):
    for _ in range(103):
        customers.customer("Siti Aminah", "MDN")
    last = max((customers.customer("Siti Aminah", "MDN") for _ in range(3)), key=lambda each: each.id)
    found["last"] = cases.opened("agent_mdn", customer_id=last.id)
    far = customers.customer("Siti Aminah", "BNJ")
    found["far"] = cases.opened("agent_bnj", customer_id=far.id, branch="BNJ")

    assert sought(client_of("agent_mdn"), found, "siti aminah", scope="open") == ["last"]


def test_words_that_a_thousand_cases_say_are_found_in_the_order_of_the_queue(found, client_of):
    with rows():
        query(
            """INSERT INTO crm.cases (case_id, customer_id, branch_code, channel, kind, category_code, priority, sla_due_at, first_response_due_at, policy_version_id, description, created_by)
               SELECT uuidv7(), customer_id, branch_code, channel, kind, category_code, priority, sla_due_at + n * interval '1 minute', first_response_due_at + n * interval '1 minute',
                      policy_version_id, 'Mesin mati, uang tertelan', created_by FROM crm.cases, generate_series(1, 1001) AS n WHERE case_id = %s RETURNING 1""",
            (found["stuck"].id,),
        )
    answer = client_of("agent_mdn").api("POST", "/cases/search", {"q": "tertelan mesin", "scope": "open", "limit": 100}).json()

    assert (answer["items"][0]["id"], len(answer["items"]), answer["items"][1]["excerpt"]) == (str(found["stuck"].id), 100, "Mesin mati, uang tertelan")
    assert sought(client_of("supervisor_bnj"), found, "tertelan mesin", scope="open") == ["other"]


def test_a_search_leaves_one_row_in_the_trail_and_no_word_of_it(found, client_of, settings, trace):
    settings.SEARCH_PER_MINUTE = 2
    browser = client_of("agent_mdn")
    trace.start()
    assert browser.api("POST", "/cases/search", {"q": "rahmat", "limit": 1}).status_code == 200
    with rows():
        row = query("SELECT object_id, meta FROM audit.audit_logs WHERE action = 'SEARCH_CASE'")[0]
    assert "rahmat" not in str(row)
    assert row["meta"]["results"] == 1
    assert browser.api("POST", "/cases/search", {"q": "rahmat"}).status_code == 200
    assert browser.api("POST", "/cases/search", {"q": "rahmat"}).status_code == 429


def test_the_queue_begins_with_the_clock_that_is_next_whichever_it_is(found, client_of):
    with rows():
        Case.objects.filter(pk=found["stuck"].pk).update(
            priority="CRITICAL", sla_due_at=now() + 70 * HOUR, first_response_due_at=now() - 4 * HOUR, legal_due_at=now() + 90 * HOUR
        )
        late = cases.opened("agent_mdn", customer_id=found["stuck"].customer_id)
        calm = cases.opened("agent_mdn", customer_id=found["stuck"].customer_id)
        Case.objects.filter(pk=late.pk).update(sla_due_at=now() - HOUR, first_responded_at=now(), legal_due_at=now() + 90 * HOUR)
        Case.objects.filter(pk=calm.pk).update(sla_due_at=now() + 2 * HOUR, first_responded_at=now(), legal_due_at=now() + HOUR)
    browser = client_of("supervisor_mdn")
    named = {**found, "late": late, "calm": calm}

    first = browser.api("GET", "/cases?limit=1").json()
    second = browser.api("GET", f"/cases?limit=2&cursor={first['next_cursor']}").json()

    assert [row["id"] for row in [*first["items"], *second["items"]]] == [str(named[name].id) for name in ("stuck", "late", "calm")]
    assert [(row["next_clock"], row["next_due_at"] == row["due_at"]) for row in [*first["items"], *second["items"]]] == [
        ("FIRST_RESPONSE", False), ("RESOLUTION", True), ("LEGAL", True),
    ]  # fmt: skip


def test_a_row_says_the_first_words_of_its_case_but_not_of_a_sensitive_one(found, client_of):
    mine = {row["id"]: row["excerpt"] for row in client_of("supervisor_mdn").api("GET", "/cases").json()["items"]}

    words = mine[str(found["stuck"].id)]
    assert words == "Uang saya tertelan mesin ATM di Jalan Gatot Subroto sejak kemarin sore, saldo berkurang …"
    assert mine[str(found["secret"].id)] is None
    assert people.user_id("rm_mdn")
    assert [row["excerpt"] for row in client_of("rm_mdn").api("GET", "/cases").json()["items"]] == [None, None]
