"""Warnings before the first response and the law's limit are over, which the ladder does not follow: once each, to who can act."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simpul.cases.selectors.activities import activities_of, activity_rows
from simpul.cases.services.warning import cases_warn
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import query, scope
from tests.support import cases, people
from tests.support.database import rows

# A Thursday; ten working days later is Thursday, 15 July, at 17.00 in Jakarta.
RECEIVED = datetime(2027, 7, 1, 5, tzinfo=UTC)
LIMIT = datetime(2027, 7, 15, 10, tzinfo=UTC)


@pytest.fixture
def case(organisation):
    with shifted(RECEIVED - now()):
        return cases.given_to(cases.opened("agent_mdn"), "agent_mdn")


def warned(at):
    with scope(actor := system_actor()):
        return cases_warn(actor=actor, at=at)


def told():
    with rows():
        found = query("SELECT u.username::text AS name, n.kind FROM crm.notices n JOIN iam.users u USING (user_id) ORDER BY n.notice_id")
    return [(row["name"], row["kind"]) for row in found]


def test_a_first_response_is_warned_of_in_the_last_quarter_of_its_time_and_once(case):
    near = case.first_response_due_at - (case.first_response_due_at - case.created_at) / 4
    assert [warned(near - timedelta(seconds=1)), warned(near), warned(near + timedelta(minutes=5))] == [0, 1, 0]
    assert told() == [("agent_mdn", "cases.first_response_near"), ("supervisor_mdn", "cases.first_response_near")]
    with scope(people.actor("agent_mdn")):
        [line] = [row for row in activity_rows(activities_of(case, None, 10)) if row["type"] == "SLA"]
    assert line["text"] == "Waktu respons pertama hampir habis. Agent Mdn, Supervisor Mdn diberi tahu."


def test_nobody_is_warned_of_what_is_over_or_met(case):
    assert warned(case.first_response_due_at) == 0
    with rows():
        type(case).objects.filter(pk=case.pk).update(first_responded_at=case.created_at)
    assert warned(case.first_response_due_at - timedelta(seconds=1)) == 0


def test_the_law_s_limit_is_warned_of_a_working_day_before_and_again_when_it_moves(case):
    assert case.legal_due_at == LIMIT
    assert [warned(LIMIT - timedelta(days=1, seconds=1)), warned(LIMIT - timedelta(days=1)), warned(LIMIT - timedelta(hours=2))] == [0, 1, 0]
    assert told() == [("agent_mdn", "cases.legal_near"), ("supervisor_mdn", "cases.legal_near")]
    # Extended to a Monday, it is told of on the Friday before.
    monday = datetime(2027, 7, 26, 10, tzinfo=UTC)
    with rows():
        type(case).objects.filter(pk=case.pk).update(legal_due_at=monday)
    assert [warned(monday - timedelta(days=3, seconds=1)), warned(monday - timedelta(days=3)), warned(monday - timedelta(days=1))] == [0, 1, 0]


def test_an_answered_case_is_warned_of_no_more(case):
    with shifted(RECEIVED + timedelta(hours=1) - now()):
        answered = cases.brought(cases.given_to(case, None), "RESOLVED")
    assert warned(answered.legal_due_at - timedelta(hours=1)) == 0
