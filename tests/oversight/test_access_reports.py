"""Reports of access: who could open a customer on a day, by which ways and when, who did, and that nobody else can ask or rewrite it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from simpul.audit.public import record
from simpul.customers.acts import CustomerAct
from simpul.iam.models import Scope, UnitBranch, User, UserRole, UserSwitch
from simpul.platform import clock
from simpul.platform.db import execute, query, scope
from tests.oversight.test_exports import content, ended, run, table
from tests.support import access, customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def today() -> str:
    return clock.today().isoformat()


def viewers(browser: Any, customer_id: UUID, day: str | None = None, **filters: Any) -> Any:
    given = "&".join(f"{name}={value}" for name, value in filters.items())
    return browser.api("GET", f"/audit/customers/{customer_id}/viewers?day={day or today()}&{given}")


def ways(answer: Any) -> dict[str, list[tuple[str, str | None, str | None, bool]]]:
    """Each person's ways: which, by what role, at what place, and whether it lasts."""
    return {item["person"]["username"]: [(way["way"], way["role"], way["place"], way["still"]) for way in item["ways"]] for item in answer.json()["items"]}


def opened(username: str, customer_id: UUID, act: CustomerAct = CustomerAct.VIEW_PROFILE) -> None:
    with scope(who := people.actor(username)):
        record(who, act, object_type="CUSTOMER", object_id=customer_id, customer_id=customer_id, branch_code="MDN")


def test_everybody_is_named_by_every_way_that_was_open_to_them(client_of, actor):
    budi = customers.customer(rm="rm_mdn").id
    grant = access.opened(budi)

    told = viewers(client_of("compliance"), budi)

    assert ways(told) == {
        "agent_mdn": [("BRANCH", "AGENT", "MDN", True)],
        "call_agent": [("UNIT", "AGENT", "CALL", True)],
        "compliance_2": [("EMERGENCY", None, None, True)],
        "finance_mdn": [("BRANCH", "FINANCE", "MDN", True)],
        "rm_mdn": [("PORTFOLIO", "RM", None, True)],
        "steward": [("EVERYWHERE", "DATA_STEWARD", None, True)],
        "supervisor_mdn": [("BRANCH", "SUPERVISOR", "MDN", True)],
    }
    emergency = next(item for item in told.json()["items"] if item["person"]["username"] == "compliance_2")["ways"][0]
    to_the_millisecond = grant.starts_at.replace(microsecond=grant.starts_at.microsecond // 1000 * 1000)
    assert (emergency["elevation_id"], datetime.fromisoformat(emergency["opened_at"])) == (str(grant.id), to_the_millisecond)
    facets = told.json()["facets"]
    assert [(facet["key"], facet["count"]) for facet in facets["ways"]] == [("EVERYWHERE", 1), ("BRANCH", 3), ("UNIT", 1), ("PORTFOLIO", 1), ("EMERGENCY", 1)]
    assert [(facet["key"], facet["label"]) for facet in facets["places"]] == [("CALL", "Contact Center"), ("MDN", "Medan Utama")]


def test_what_was_taken_away_in_the_day_is_told_until_the_moment_it_was(client_of, actor):
    budi = customers.customer(rm="rm_mdn").id
    with rows():
        UserRole.objects.filter(user__username="agent_mdn").delete()
        User.objects.filter(username="supervisor_mdn").update(status="SUSPENDED")
        Scope.objects.filter(user__username="finance_mdn").delete()
        UnitBranch.objects.filter(unit_id="CALL", branch_id="MDN").delete()
        execute(
            "UPDATE iam.grants SET reach = 3 WHERE resource = 'customer' AND action = 'R' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'DATA_STEWARD')"
        )
        execute("UPDATE crm.customers SET rm_user_id = %s WHERE customer_id = %s", (people.user_id("rm_mdn_2"), budi))

    assert ways(viewers(client_of("compliance"), budi)) == {
        "agent_mdn": [("BRANCH", "AGENT", "MDN", False)],
        "call_agent": [("UNIT", "AGENT", "CALL", False)],
        "finance_mdn": [("BRANCH", "FINANCE", "MDN", False)],
        "rm_mdn": [("PORTFOLIO", "RM", None, False)],
        "rm_mdn_2": [("PORTFOLIO", "RM", None, True)],
        "steward": [("EVERYWHERE", "DATA_STEWARD", None, False), ("BRANCH", "DATA_STEWARD", "MDN", True)],
        "supervisor_mdn": [("BRANCH", "SUPERVISOR", "MDN", False)],
    }


def test_a_grant_by_name_is_told_as_that(client_of, actor):
    with rows():
        execute(
            "UPDATE iam.grants SET per_user = true WHERE resource = 'customer' AND action = 'R' AND role_id = (SELECT role_id FROM iam.roles WHERE role_key = 'DATA_STEWARD')"
        )
        UserSwitch.objects.create(user_id=people.user_id("steward"), resource="customer", action="R", switched_by_id=people.user_id("admin"))
    budi = customers.customer(branch="PMS").id

    told = viewers(client_of("compliance"), budi, way="EVERYWHERE").json()["items"]

    assert [(item["person"]["username"], [way["named"] for way in item["ways"]]) for item in told] == [("steward", [True])]


def test_who_opened_the_customer_is_told_with_moments_also_without_a_known_right(client_of, actor):
    budi = customers.customer().id
    opened("agent_mdn", budi)
    opened("agent_mdn", budi, CustomerAct.REVEAL_FIELD)
    opened("agent_bnj", budi)
    opened("call_agent", customers.customer().id)

    told = viewers(client_of("compliance"), budi, did="true").json()

    assert [
        (item["person"]["username"], item["deeds"]["opened"], item["deeds"]["revealed"], item["deeds"]["taken_out"], [way["way"] for way in item["ways"]])
        for item in told["items"]
    ] == [("agent_bnj", 1, 0, 0, []), ("agent_mdn", 1, 1, 0, ["BRANCH"])]
    assert (told["could"], told["did"], told["found"]) == (5, 2, 2)
    assert sorted(deed["action"] for deed in told["items"][1]["deeds"]["latest"]) == ["REVEAL_FIELD", "VIEW_PROFILE"]


def test_filters_narrow_the_people_and_pages_follow_one_another(client_of, actor):
    budi = customers.customer(rm="rm_mdn").id
    browser = client_of("compliance")

    assert list(ways(viewers(browser, budi, role="AGENT"))) == ["agent_mdn", "call_agent"]
    assert list(ways(viewers(browser, budi, place="CALL"))) == ["call_agent"]
    assert ways(viewers(browser, budi, at="00:00")) == {}
    seen: list[str] = []
    cursor = ""
    while True:
        page = viewers(browser, budi, limit=2, cursor=cursor).json()
        seen += [item["person"]["username"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["agent_mdn", "call_agent", "finance_mdn", "rm_mdn", "steward", "supervisor_mdn"]


def test_a_day_before_the_history_is_said_to_be_incomplete_only_for_customers_of_then(client_of, actor):
    budi = customers.customer().id
    old = customers.customer()
    with rows():
        execute("UPDATE crm.customers SET created_at = '2020-01-01' WHERE customer_id = %s", (old.id,))
    browser = client_of("compliance")

    before = viewers(browser, old.id, "2021-03-04").json()

    assert (before["is_whole"], viewers(browser, budi, "2021-03-04").json()["is_whole"], viewers(browser, budi).json()["is_whole"]) == (False, True, True)
    assert viewers(browser, budi, "2021-03-04").json()["items"] == []
    assert (before["since"], before["until"], before["time_zone"]) == ("2021-03-03T17:00:00Z", "2021-03-04T17:00:00Z", "Asia/Jakarta")


def test_a_day_or_a_time_that_has_not_come_is_refused_by_its_field(client_of, actor):
    budi = customers.customer().id
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    refused = viewers(client_of("compliance"), budi, tomorrow)

    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["day"])


def test_each_asking_is_recorded_with_customer_and_day_and_a_refused_one_leaves_only_that(client_of, trace):
    budi = customers.customer().id
    compliance, admin = client_of("compliance"), client_of("admin")
    trace.start()

    assert (viewers(compliance, budi, role="AGENT").status_code, viewers(admin, budi).status_code) == (200, 403)

    with rows():
        told = query(
            "SELECT outcome, customer_id, branch_code, meta - 'code' - 'operation' AS meta FROM audit.audit_logs WHERE action = 'VIEW_ACCESS_REPORT' ORDER BY created_at, audit_id"
        )
    assert [(row["outcome"], row["customer_id"], row["branch_code"]) for row in told] == [("ALLOWED", budi, "MDN"), ("DENIED", budi, "MDN")]
    assert told[0]["meta"] == {"day": today(), "role": "AGENT", "rows": 2}
    assert told[1]["meta"]["day"] == today()
    assert trace() == {"audit": ["VIEW_ACCESS_REPORT", "VIEW_ACCESS_REPORT:DENIED"]}


def test_a_customer_that_is_not_there_is_not_found(client_of):
    assert viewers(client_of("compliance"), people.user_id("admin")).status_code == 404


def test_the_report_leaves_as_a_file_with_a_row_for_each_way(client_of):
    budi = customers.customer(rm="rm_mdn").id
    opened("agent_mdn", budi)

    told = table(content(run(client_of("compliance"), data_set="access_report", customer_id=str(budi), day=today(), role="AGENT")))

    assert [(row["username"], row["way"], row["place"], row["opened"]) for row in told] == [
        ("agent_mdn", "Cabang tempat bertugas", "Medan Utama", "1"),
        ("call_agent", "Unit yang melayani cabang", "Contact Center", "0"),
    ]
    assert [(row["outcome"], row["meta"]["filter"]) for row in ended("EXPORT_ACCESS_REPORT")] == [("ALLOWED", {"day": today(), "role": "AGENT"})] * 2
    assert run(client_of("supervisor_mdn"), data_set="access_report", customer_id=str(budi), day=today()).status_code == 403
    assert run(client_of("compliance"), data_set="access_report", day=today()).status_code == 422


def test_a_page_takes_as_many_queries_for_many_people_as_for_few(client_of):
    budi, other = customers.customer().id, customers.customer(branch="PMS").id
    browser = client_of("compliance")
    viewers(browser, budi)
    counts = []
    for one in (other, budi):
        with CaptureQueriesContext(connection) as taken:
            assert viewers(browser, one).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO iam.former_rights (source, row_id, state, during) VALUES ('users', uuidv7(), '{}', '[2026-01-01, 2026-01-02)')",
        "INSERT INTO iam.former_customer_reach (customer_id, branch_code, during) VALUES (uuidv7(), 'MDN', '[2026-01-01, 2026-01-02)')",
        "UPDATE iam.former_rights SET state = '{}'",
        "DELETE FROM iam.former_rights",
        "DELETE FROM iam.former_customer_reach",
        "UPDATE iam.rights_history SET whole_since = '2020-01-01'",
        "TRUNCATE iam.former_rights",
    ],
)
def test_the_application_cannot_write_the_history_itself(actor, statement):
    with scope(actor("admin")), pytest.raises(Exception, match=r"permission denied|row-level security|never changed"), transaction.atomic():
        execute(statement)


def test_whoever_may_bypass_row_policies_cannot_rewrite_the_history_either(actor):
    with rows():
        UserRole.objects.filter(user__username="agent_mdn").delete()
        for statement in ("UPDATE iam.former_rights SET state = '{}'", "DELETE FROM iam.former_rights"):
            with pytest.raises(Exception, match=r"permission denied|never changed"), transaction.atomic():
                execute(statement)
        assert query("SELECT source FROM iam.former_rights WHERE source = 'user_roles'") == [{"source": "user_roles"}]


def test_nobody_dates_a_right_back(actor):
    with scope(actor("admin")):
        execute("UPDATE iam.users SET since = '2020-01-01' WHERE username = 'agent_mdn'")
        assert query("SELECT since > now() - interval '1 hour' AS fresh FROM iam.users WHERE username = 'agent_mdn'") == [{"fresh": True}]


def test_the_history_shows_to_readers_of_the_whole_trail_alone(actor):
    with rows():
        UserRole.objects.filter(user__username="agent_mdn").delete()
    budi = customers.customer().id
    seen = {}
    for username in ("compliance", "admin", "supervisor_mdn"):
        with scope(actor(username)):
            found = query("SELECT count(*) AS n FROM iam.former_rights WHERE source = 'user_roles'")[0]["n"]
            seen[username] = (found, len(query("SELECT * FROM crm.customer_viewers(%s, now() - interval '1 day', now() + interval '1 day')", (budi,))) > 0)
    assert seen == {"compliance": (1, True), "admin": (0, False), "supervisor_mdn": (0, False)}
