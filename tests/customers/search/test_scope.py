"""Search tells nobody of a customer outside their reach."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.customers.search.find import Filters, find
from simpul.customers.search.query import read
from simpul.platform.actor import Actor
from simpul.platform.db import execute, query, scope
from tests.support import customers as make
from tests.support.database import rows

pytestmark = pytest.mark.django_db

QUERIES = ["siti aminah", "sity aminah", "aminah", "siti ami", "siti lubis aminah", "081234567678", make.CIF, make.NIK, make.ACCOUNT]


def answers(actor: Actor) -> list[Any]:
    """Everything that search says to the actor."""
    with scope(actor):
        return [find(read(written), filters) for written in QUERIES for filters in (None, Filters(branch="MDN"), Filters(branch="BNJ"), Filters(vip=False))]


@pytest.mark.parametrize("username", ["agent_bnj", "rm_mdn_2", "field_mdn", "nobody", "marketing", "compliance", "admin"])
def test_a_customer_outside_the_reach_changes_no_answer(actor: Any, username: str) -> None:
    make.customer("Siti Aminah", "BNJ", rm="rm_mdn_2", phone_e164="+6281234567678")
    before = answers(actor(username))
    outside = make.customer("Siti Aminah", "MDN", rm="rm_mdn", phone_e164="+6281234567678")
    make.identifiers(outside.id)
    make.customer("Siti Aminah Lubis", "PMS")

    assert answers(actor(username)) == before


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("agent_mdn", {"MDN"}),
        ("call_agent", {"MDN", "BNJ"}),
        ("steward", {"MDN", "BNJ", "PMS"}),
        ("finance_mdn", {"MDN"}),
        ("rm_mdn", {"PMS"}),
        ("director", set()),
    ],
)
def test_each_reach_finds_its_own(actor: Any, username: str, seen: set[str]) -> None:
    for branch in ("MDN", "BNJ", "PMS"):
        make.customer("Siti Aminah", branch, rm="rm_mdn" if branch == "PMS" else None)

    for written in ("siti aminah", "sity aminah", "aminah siti", "sit amin", "081234567678"):
        with scope(actor(username)):
            ids = [hit.customer_id for hit in find(read(written)).hits]
        with rows():
            found = query("SELECT home_branch_code FROM crm.customers WHERE customer_id = ANY (%s)", (ids,))
        assert {row["home_branch_code"] for row in found} == seen, written


def test_likeness_to_a_customer_outside_the_reach_stays_unsaid(actor: Any) -> None:
    make.customer("Siti Aminah", "MDN")
    make.customer("Siti Aminah", "BNJ")

    said = {}
    for username in ("agent_mdn", "call_agent"):
        with scope(actor(username)):
            said[username] = [hit.reason for hit in find(read("siti aminah")).hits]
    assert said == {"agent_mdn": ["NAME_EQUAL"], "call_agent": ["SHARES_PHONE", "SHARES_PHONE"]}


def test_an_opened_profile_is_found_while_it_is_open(actor: Any) -> None:
    opened = make.customer("Siti Aminah", "PMS")
    make.elevation("compliance", opened.id, tier=2)
    compliance = actor("compliance")
    with scope(compliance):
        assert [hit.customer_id for hit in find(read("siti aminah")).hits] == [opened.id]
    with rows():
        execute("UPDATE iam.elevations SET ends_at = statement_timestamp()")
    with scope(compliance):
        assert find(read("siti aminah")).hits == ()


def test_nobody_is_found_without_a_session_user(actor: Any) -> None:
    make.customer("Siti Aminah")

    with transaction.atomic():
        assert find(read("siti aminah")).hits == ()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM crm.customer_search",
        "SELECT * FROM crm.search_tokens",
        "SELECT * FROM crm.search_token_keys",
        "SELECT crm.search_statement('crm.customers', false)",
        "SELECT crm.search_rebuild()",
        "SELECT crm.search_recount()",
        "SELECT * FROM crm.search_branch_tokens",
        "SELECT crm.search_resound()",
        "SELECT * FROM crm.search_alternatives('{siti}', '{siti}', NULL, NULL)",
        "SELECT crm.search_wider(NULL, 'true', NULL, 'true', 'siti', '{siti}', '{1}', '{siti}', '{0}', '{}', 20, false)",
        "SELECT crm.search_rank('SELECT * FROM crm.customer_search', 'siti', 1, '{1}', '{siti}', '{0}', 10)",
        "DELETE FROM crm.customer_search",
    ],
)
def test_the_index_itself_is_closed_to_the_application(actor: Any, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), scope(actor("steward")):
        execute(statement)


BRANCH = st.sampled_from(["MDN", "BNJ", "PMS"])
NAME = st.sampled_from(["Siti Aminah", "Siti Aminah Lubis", "Sitti Aminah", "Aminah Siti", "Budi Santoso", "Siti"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(NAME, BRANCH, st.sampled_from([None, "rm_mdn", "rm_mdn_2"])), max_size=12),
    st.sampled_from(["agent_mdn", "call_agent", "rm_mdn", "steward", "nobody"]),
)
def test_search_finds_exactly_the_visible_ones_of_all_that_fit(actor: Any, placed: list[tuple[str, str, str | None]], username: str) -> None:
    sid = transaction.savepoint()
    try:
        for name, branch, rm in placed:
            make.customer(name, branch, rm=rm)
        with scope(actor(username)):
            visible = {
                row["customer_id"] for row in query("SELECT customer_id FROM crm.customers WHERE sort_name LIKE '%%siti%%' OR sort_name LIKE '%%aminah%%'")
            }
            found = {hit.customer_id for hit in find(read("siti")).hits}
            named = {row["customer_id"] for row in query("SELECT customer_id FROM crm.customers WHERE sort_name ~ '\\msitt?i\\M'")}
        assert found <= visible
        assert found == named
    finally:
        transaction.savepoint_rollback(sid)
