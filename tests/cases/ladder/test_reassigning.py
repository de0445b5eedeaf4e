"""A ladder that hands cases on: to whom, how it is recorded, and that it happens once, also late."""

from __future__ import annotations

import pytest

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import drifted
from simpul.iam.models import Branch, Role
from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from tests.cases.ladder.conftest import HOUR, RECEIVED, at, inboxes, log, open_case, swept, with_ladder
from tests.support import cases, people
from tests.support.database import rows

DUE = RECEIVED + 72 * HOUR


@pytest.fixture
def case(actor, organisation):
    """At its due time it goes to a supervisor, a day later to the head."""
    with_ladder(actor("admin"), (80, 0, 2, "NOTIFY"), (100, 0, 2, "REASSIGN"), (100, 1, 3, "NOTIFY"))
    with at(RECEIVED):
        return cases.given_to(cases.opened("agent_mdn"), "agent_mdn")


def another(username: str, role: str = "SUPERVISOR", branch: str = "MDN") -> None:
    with rows():
        people.add_user(username, Role.objects.get(key=role), branch)


def trail() -> list[tuple[str, str, dict]]:
    with rows():
        found = query(
            "SELECT action, outcome, meta FROM audit.audit_logs WHERE action IN ('ASSIGN_CASE', 'ESCALATE_CASE', 'CLIMB_LADDER') ORDER BY created_at, audit_id"
        )
    return [(row["action"], row["outcome"], row["meta"]) for row in found]


@pytest.mark.covers("US-06 AC-3", "15.3.3-3")
def test_the_case_goes_to_the_supervisor_who_has_the_fewest_and_that_is_recorded(case):
    another("supervisor_mdn_2")
    with rows():
        Case.objects.filter(pk=cases.opened("agent_mdn").pk).update(assigned_to_user_id=people.user_id("supervisor_mdn"))

    assert swept(DUE + HOUR) > 0

    stands = cases.fresh(case)
    assert (stands.status, stands.escalation_level, stands.assigned_to_user_id) == ("ESCALATED", 2, people.user_id("supervisor_mdn_2"))
    assert log(case) == [(80, 0, RECEIVED + 0.8 * 72 * HOUR, []), (100, 0, DUE, ["supervisor_mdn_2"])]
    with rows():
        acts = list(CaseActivity.objects.filter(case=case).exclude(activity_type="SLA").order_by("created_at", "id").values_list("activity_type", flat=True))
    assert acts[1:] == ["ASSIGN", "ESCALATE"]
    assert [(action, outcome) for action, outcome, _ in trail()] == [("ASSIGN_CASE", "ALLOWED"), ("ESCALATE_CASE", "ALLOWED"), ("CLIMB_LADDER", "ALLOWED")]
    assert ("supervisor_mdn_2", "cases.assigned", case.case_no) in inboxes()
    assert not [kind for _, kind, number in inboxes() if kind.startswith("cases.ladder") and number == case.case_no]
    with scope(system_actor()):
        assert drifted(DUE + 2 * HOUR)[0] == []
    assert swept(DUE + 2 * HOUR) == 0


def test_after_an_outage_it_is_handed_on_and_only_the_head_is_told_of_the_time(case):
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("director"))

    swept(DUE + 100 * HOUR)

    assert cases.fresh(case).assigned_to_user_id == people.user_id("supervisor_mdn")
    assert [kind for who, kind, _ in inboxes() if who == "director"] == ["cases.ladder_days"]
    assert [told for *_, told in log(case)] == [[], [], ["director"]]


def test_who_supervises_and_has_it_already_keeps_it(case):
    cases.given_to(case, "supervisor_mdn")
    swept(DUE + HOUR)

    stands = cases.fresh(case)
    assert (stands.status, stands.assigned_to_user_id) == ("ESCALATED", people.user_id("supervisor_mdn"))
    assert [action for action, *_ in trail()] == ["ESCALATE_CASE", "CLIMB_LADDER"]


def test_a_head_who_handles_no_cases_is_not_given_any(actor, organisation):
    with_ladder(actor("admin"), (100, 0, 3, "REASSIGN"))
    with rows():
        Branch.objects.filter(code="MDN").update(head_user=people.user_id("director"))
    with at(RECEIVED):
        case = cases.opened("agent_mdn")

    swept(DUE + HOUR)

    stands = cases.fresh(case)
    assert (stands.status, stands.escalation_level, stands.assigned_to_user_id) == ("ESCALATED", 3, people.user_id("supervisor_mdn"))


def test_a_waiting_case_waits_no_more_when_it_is_handed_on(case):
    with at(RECEIVED + HOUR):
        cases.brought(cases.given_to(case, None), "WAITING_INFO")

    swept(DUE + 200 * HOUR)

    assert cases.fresh(case).status == "ESCALATED"
    with scope(system_actor()):
        assert drifted(DUE + 201 * HOUR)[0] == []


def test_a_case_that_cannot_be_escalated_is_recorded_and_the_level_is_told(actor, customer):
    """It never came into its workflow."""
    with_ladder(actor("admin"), (80, 0, 2, "NOTIFY"), (100, 0, 2, "REASSIGN"))
    case = open_case(actor("agent_mdn"), customer)

    swept(DUE + HOUR)

    assert (cases.fresh(case).status, [told for *_, told in log(case)]) == ("NEW", [[], ["supervisor_mdn"]])
    assert [(action, outcome) for action, outcome, _ in trail()] == [("ESCALATE_CASE", "FAILED"), ("CLIMB_LADDER", "ALLOWED")]
