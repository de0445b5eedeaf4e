"""Automatic assignment: to the colleague at work who has least to do, and why."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from simpul.cases.models import CaseActivity, CaseCategory
from simpul.cases.receiving import ROUTED, route_wording
from simpul.cases.services.routing import route
from simpul.cases.settings import AUTOMATIC, HOURS
from simpul.iam.models import Role
from simpul.platform.clock import now, today
from simpul.platform.db import execute, query, scope
from tests.cases.test_intake import body
from tests.support import cases, customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleagues(organisation: None) -> None:
    """Three more agents of MDN."""
    with rows():
        agent = Role.objects.get(key="AGENT")
        for name in ("agent_mdn_2", "agent_mdn_3"):
            people.add_user(name, agent, "MDN")


def at_work(*usernames: str) -> None:
    for name in usernames:
        people.client(name).api("GET", "/me")


def routed(category: str = "TRX_FAIL", branch: str = "MDN", *, by: str = "supervisor_mdn", keep: str | None = None) -> tuple[str | None, str]:
    """Who would get a case of the category there now, by user name, and why."""
    names = {people.user_id(row["username"]): row["username"] for row in query("SELECT username::text AS username FROM iam.users WHERE kind = 'USER'")}
    with scope(people.actor(by)):
        found = route(category=CaseCategory.objects.select_related("parent").get(pk=category), branch_code=branch, keep=people.user_id(keep) if keep else None)
    return (names[found.assignee_id] if found.assignee_id else None), found.why


def setting(key: str, value: Any) -> None:
    import json

    with rows():
        execute("INSERT INTO iam.settings (key, value, changed_by) VALUES (%s, %s, %s)", (key, json.dumps(value), people.user_id("admin")))


def away(username: str) -> None:
    with rows():
        columns = [row["column_name"] for row in query("SELECT column_name FROM information_schema.columns WHERE table_name = 'absences'")]
        assert columns, "absences are kept in iam.absences"
        execute(
            "INSERT INTO iam.absences (absence_id, user_id, kind, first_day, last_day, created_by) VALUES (uuidv7(), %s, 'LEAVE', %s, %s, %s)",
            (people.user_id(username), today(), today() + timedelta(days=2), people.user_id("supervisor_mdn")),
        )


def test_who_is_at_work_and_has_fewest_open_cases_gets_it(colleagues):
    at_work("agent_mdn", "agent_mdn_2")
    cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")

    assert routed() == ("agent_mdn_2", "LEAST_LOAD")

    cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn_2")
    cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn_2")
    assert routed() == ("agent_mdn", "LEAST_LOAD")


def test_of_equals_the_one_who_got_a_case_longest_ago(colleagues):
    at_work("agent_mdn", "agent_mdn_2")
    cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn_2")
    cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")

    assert routed() == ("agent_mdn_2", "LEAST_LOAD")


def test_nobody_gets_it_who_is_not_signed_in_on_leave_of_another_branch_or_a_supervisor(colleagues):
    at_work("agent_bnj", "supervisor_mdn", "rm_mdn", "finance_mdn", "agent_mdn_3")
    away("agent_mdn_3")

    assert routed() == (None, "NOBODY_PRESENT")


def test_a_category_of_a_unit_goes_to_the_unit_and_to_who_works_there(colleagues):
    with rows():
        CaseCategory.objects.filter(pk="CARD_ATM").update(unit_code="CALL")
    at_work("agent_mdn", "call_agent")

    assert routed("CARD_ATM") == ("call_agent", "LEAST_LOAD")
    with scope(people.actor("supervisor_mdn")):
        assert route(category=CaseCategory.objects.select_related("parent").get(pk="CARD_ATM"), branch_code="MDN").unit_code == "CALL"


def test_a_sensitive_case_is_given_by_a_person_only(colleagues):
    at_work("agent_mdn")

    assert routed("FRAUD_SCAM") == (None, "SENSITIVE")


def test_a_reopened_case_goes_back_to_who_had_it_unless_they_are_away(colleagues):
    at_work("agent_mdn")

    assert routed(keep="agent_mdn_2") == ("agent_mdn_2", "STICKY")
    away("agent_mdn_2")
    assert routed(keep="agent_mdn_2") == ("agent_mdn", "LEAST_LOAD")
    assert routed(keep="agent_bnj") == ("agent_mdn", "LEAST_LOAD")


def test_it_can_be_switched_off(colleagues):
    at_work("agent_mdn")
    setting(AUTOMATIC, False)

    assert routed() == (None, "OFF")


def test_outside_the_hours_new_cases_wait(colleagues):
    at_work("agent_mdn")
    local: datetime = now().astimezone(ZoneInfo("Asia/Jakarta"))
    setting(HOURS, {"days": [local.isoweekday() % 7 + 1], "opens": "00:00", "closes": "24:00"})

    assert routed() == (None, "OUTSIDE_HOURS")


def test_the_log_says_who_got_it_and_why(client_of, colleagues):
    agent = client_of("agent_mdn")
    made = agent.api("POST", "/cases", body(customers.customer("Rahmat Siregar", "MDN"))).json()

    with rows():
        line = CaseActivity.objects.get(case_id=made["id"], activity_type="ASSIGN")
    assert made["assignee"]["full_name"] == "Agent Mdn"
    assert line.data == {"automatic": True, "to": str(people.user_id("agent_mdn")), "why": "LEAST_LOAD", "open": 0, "present": 1}
    assert route_wording(line.data["why"], line.data) == "Paling sedikit kasus terbuka (0) di antara 1 petugas yang sedang bekerja."


def test_numbers_of_colleagues_are_for_who_opens_or_assigns_cases(colleagues):
    at_work("agent_mdn")

    told = {}
    for name in ("agent_mdn", "supervisor_mdn", "rm_mdn", "compliance", "marketing", "nobody"):
        with scope(people.actor(name)):
            told[name] = len(query("SELECT * FROM crm.case_handlers(NULL, 'MDN')"))

    assert told == {"agent_mdn": 3, "supervisor_mdn": 3, "rm_mdn": 0, "compliance": 0, "marketing": 0, "nobody": 0}


def test_every_reason_has_its_words():
    assert {key: route_wording(key, {"open": 1, "present": 2}) != key for key in ROUTED} == dict.fromkeys(ROUTED, True)
    assert route_wording("NEWER", {}) == "NEWER"
