"""What the demonstration holds after its first start."""

from __future__ import annotations

import pytest

from simpul.cases.demonstration import complaints
from simpul.config import demonstration
from simpul.config.demonstration.tour import STORIES, story_lines
from simpul.iam.public import actor_for, people_by_username
from simpul.platform.clock import today
from simpul.platform.db import query, scope
from tests.support.database import rows
from tests.support.people import client


def seen(sql, params=()):
    with rows():
        return query(sql, params)


@pytest.fixture(scope="module")
def loaded(kept):
    """The demonstration with a tenth of its customers, and fewer cases: the same code, less waiting."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(demonstration, "CUSTOMERS", 500)
        monkeypatch.setattr(demonstration, "TRANSACTIONS", 21_500)
        monkeypatch.setattr(complaints, "MADE", 30)
        monkeypatch.setattr(complaints, "_ENDS", ())
        steps = []
        demonstration.load(lambda label, done=0, total=0: steps.append(label), kept)
        yield steps


def test_everything_is_there_and_a_second_load_adds_nothing(loaded, kept):
    tables = (
        "customers",
        "customer_identifiers",
        "customer_addresses",
        "customer_products",
        "customer_relationships",
        "customer_assignments",
        "transactions",
        "customer_search",
        "cases",
    )
    counts = {table: seen(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"] for table in tables}
    assert list(dict.fromkeys(loaded)) == [
        "Branches and users",
        "Made customers",
        "Made transactions",
        "Change requests",
        "Consents",
        "Transaction figures",
        "Message templates",
        "Tasks",
        "Activities",
        "Cases",
        "Canned replies",
        "Leads",
        "Follow-up",
        "Segments",
        "Rights requests",
        "Customer value",
        "Campaigns",
        "Advice",
        "Dashboards",
    ]
    assert (counts["customers"], counts["customer_search"], counts["customer_products"], counts["customer_addresses"]) == (500, 500, 2500, 500)
    assert counts["transactions"] >= 20_000
    assert counts.pop("cases") == 35
    assert min(counts.values()) > 50
    assert seen("SELECT count(*) AS n FROM iam.branches") == [{"n": 5}]
    assert seen(
        "SELECT count(*) AS n FROM iam.users u JOIN iam.user_roles USING (user_id) JOIN iam.roles r USING (role_id) WHERE role_key = 'AGENT' AND username ~ '^agent[0-9]'"
    ) == [{"n": 30}]

    demonstration.load(lambda label, done=0, total=0: None, kept)

    assert {table: seen(f"SELECT count(*) AS n FROM crm.{table}")[0]["n"] for table in tables} == {**counts, "cases": 35}
    meta = seen("SELECT meta FROM audit.audit_logs WHERE action = 'SYNTHESISE_DATA' ORDER BY created_at")
    assert [sum(count["added"] for count in row["meta"]["counts"].values()) > 0 for row in meta] == [True, False]


def test_every_role_can_sign_in_and_the_agent_sees_the_three_customers_of_the_tour(loaded):
    people = demonstration.logins()
    roles = [person["role"] for person in people]
    assert sorted(set(roles)) == ["ADMIN", "AGENT", "COMPLIANCE", "DATA_STEWARD", "DIRECTOR", "FIELD_OFFICER", "FINANCE", "MARKETING", "RM", "SUPERVISOR"]
    assert (roles.count("SUPERVISOR"), roles.count("COMPLIANCE"), roles.count("ADMIN"), len(roles)) == (2, 2, 2, 13)

    browser = client()
    answer = browser.post(
        "/_allauth/browser/v1/auth/login",
        data={"username": people[0]["username"], "password": people[0]["password"]},
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )
    assert answer.status_code == 200

    agent = actor_for(people_by_username(["agent"])["agent"].id)
    with scope(agent):
        names = [
            row["full_name"]
            for row in query("SELECT full_name FROM crm.customers WHERE source_key IN ('CIF00000001', 'CIF00000002', 'CIF00000003') ORDER BY source_key")
        ]
        elsewhere = query("SELECT count(*) AS n FROM crm.customers WHERE home_branch_code <> 'MDN'")
    assert names == ["Anita Rosmaida Siregar", "Budi Santoso Hutapea", "Citra Dewi Lubis"]
    assert elsewhere == [{"n": 0}]
    switched = "SELECT username::text, resource, action FROM iam.user_switches JOIN iam.users USING (user_id)"
    assert seen(switched) == [{"username": "supervisor", "resource": "case", "action": "X"}]


def test_the_three_stories_are_as_the_terminal_tells_them(loaded):
    who = {person["username"]: person["id"] for person in seen("SELECT username::text, user_id::text AS id FROM iam.users")}
    assert {username for _, username, _ in STORIES} <= {person["username"] for person in demonstration.logins()}
    assert all(name in story_lines() and f"as {username}: " in story_lines() for name, username, _ in STORIES)
    budi = "SELECT a.rm_user_id::text AS rm FROM crm.customer_assignments a JOIN crm.customers USING (customer_id) WHERE full_name = %s AND a.active"
    assert seen(budi, (STORIES[1][0],)) == [{"rm": who["rm"]}]
    case = """SELECT c.priority, c.status, assigned_to_user_id::text AS agent, needs_review FROM crm.cases c JOIN crm.case_categories USING (category_code)
              JOIN crm.customers USING (customer_id) WHERE full_name = %s"""
    assert seen(case, (STORIES[2][0],)) == [{"priority": "CRITICAL", "status": "NEW", "agent": who["agent"], "needs_review": True}]


def test_balances_follow_from_each_other_and_days_end_yesterday(loaded):
    broken = seen("""SELECT count(*) AS n FROM (SELECT lag(balance_after, 1, 0) OVER (PARTITION BY account_hash ORDER BY occurred_at, transaction_id)
                     + CASE direction WHEN 'IN' THEN amount ELSE -amount END - balance_after AS gap, balance_after FROM crm.transactions) t WHERE gap <> 0 OR balance_after < 0""")
    span = seen("SELECT max(booked_on) AS last, min(booked_on) AS first FROM crm.transactions")[0]

    assert broken == [{"n": 0}]
    assert ((today() - span["last"]).days, (today() - span["first"]).days) == (1, 365)


def test_some_customers_share_a_phone_or_a_name_with_the_same_birth_date_and_some_are_very_important(loaded):
    shared = seen("SELECT count(*) AS n FROM (SELECT phone_e164 FROM crm.customers WHERE phone_e164 IS NOT NULL GROUP BY 1 HAVING count(*) > 1) p")[0]["n"]
    kinds = {row["kind"]: row["n"] for row in seen("SELECT kind, count(*) AS n FROM crm.customers GROUP BY kind")}

    assert shared >= 5
    assert kinds["ORGANISATION"] >= 15
    assert seen("SELECT count(*) AS n FROM crm.customers WHERE is_vip")[0]["n"] >= 3
    assert seen("SELECT count(*) AS n FROM crm.customer_addresses WHERE latitude IS NOT NULL")[0]["n"] > 400
    assert seen("SELECT count(DISTINCT kind) AS n FROM crm.customer_relationships")[0]["n"] == 5
