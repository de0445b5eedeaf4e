"""What may be done with a case is stated once: in its workflow, by the guards that the workflow names, and by the database alike."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from types import CodeType, FrameType
from typing import Any

import pytest

from simpul.cases.facts import CaseFacts
from simpul.cases.policies import ACTS, GUARDS, may_ever
from simpul.cases.vocabulary import SHIPPED
from simpul.iam.models import Role, UserRole
from simpul.platform.actor import Act
from simpul.platform.db import query, scope
from tests.cases.test_steps import ACTS as STEPS
from tests.cases.test_steps import at
from tests.support import cases, people
from tests.support.database import rows

ROLES = ("AGENT", "SUPERVISOR", "RM", "COMPLIANCE", "DIRECTOR", "ADMIN")


@pytest.mark.parametrize("roles", [*combinations(ROLES, 1), *combinations(ROLES, 2)], ids="+".join)
def test_an_actor_reaches_whole_cases_as_far_as_the_database_says(organisation, roles):
    with rows():
        person = people.user_id("agent_mdn")
        UserRole.objects.filter(user_id=person).delete()
        for role in roles:
            UserRole.objects.create(user_id=person, role=Role.objects.get(key=role))
    who = people.actor("agent_mdn")
    with scope(who):
        said = {act: query("SELECT crm.case_reach(%s) AS reach", (act.value,))[0]["reach"] for act in Act}
    assert {act: who.reach_whole("case", act).value for act in Act} == said


def guards_asked(call: Any) -> Counter[str]:
    """How often each guard ran while something was done."""
    of: dict[CodeType, str] = {right.__code__: right.__name__ for _, right in GUARDS.values()}
    ran: Counter[str] = Counter()

    def seen(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call" and frame.f_code in of:
            ran[of[frame.f_code]] += 1

    sys.setprofile(seen)
    try:
        call()
    finally:
        sys.setprofile(None)
    return ran


@pytest.mark.parametrize(
    ("act", "status", "guard"),
    [
        ("close", "RESOLVED", "can_update"), ("reopen", "RESOLVED", "can_reopen"), ("reopen", "CLOSED", "can_reopen"), ("take", "NEW", "can_take"),
        ("take", "ESCALATED", "can_receive"), ("wait", "IN_PROGRESS", "can_wait"), ("resume", "WAITING_INFO", "can_wait"), ("escalate", "NEW", "can_assign"),
        ("respond", "IN_PROGRESS", "can_update"),
    ],
)  # fmt: skip
def test_who_may_make_a_step_is_asked_once(organisation, act, status, guard):
    case, who = at(status), people.actor("supervisor_mdn")
    service, given, _ = STEPS[act]
    with scope(who):
        assert guards_asked(lambda: service(actor=who, case_id=case.id, version=case.version, **given)) == {guard: 1}


def test_closing_through_the_public_door_asks_who_may_once_and_once_more_for_the_answer_that_shows_the_case(client_of, organisation):
    case, client = at("RESOLVED"), client_of("supervisor_mdn")
    shown = guards_asked(lambda: client.api("GET", f"/cases/{case.id}"))
    closed = guards_asked(lambda: client.api("POST", f"/cases/{case.id}/close", {"resolution_code": "SOLVED", "version": case.version}))
    again = guards_asked(lambda: client.api("GET", f"/cases/{case.id}"))
    # What the page may offer is asked of each act whenever the case is shown: the rest is the one question of the act itself.
    assert {name: count - again[name] for name, count in closed.items() if count != again[name]} == {"can_update": 1}
    assert shown["can_update"] > 0


def test_every_act_that_is_a_step_has_its_states_and_its_guards_from_the_shipped_workflow():
    stated = {
        act: (set(rule.fitting - rule.states), {key for step in rule.steps for key in SHIPPED.transition_of[step].checks})
        for act, rule in ACTS.items()
        if rule.steps
    }
    assert stated == {
        "take": ({"NEW", "ESCALATED"}, {"case.by_assignee", "case.by_receiver"}),
        "escalate": ({"NEW", "IN_PROGRESS", "WAITING_INFO"}, {"case.by_assigner"}),
        "wait": ({"IN_PROGRESS"}, {"case.by_handler"}),
        "resume": ({"WAITING_INFO"}, {"case.by_handler"}),
        "close": ({"RESOLVED"}, {"case.may_close"}),
        "reopen": ({"RESOLVED", "CLOSED"}, {"case.may_reopen"}),
    }
    assert {key for _, keys in stated.values() for key in keys} == set(GUARDS)


def test_who_has_a_case_of_another_branch_works_on_it_and_assigns_it_not(organisation):
    case = cases.given_to(cases.opened("agent_bnj", branch="BNJ"), "supervisor_mdn")
    supervisor = people.actor("supervisor_mdn")

    with scope(supervisor):
        allowed = {act for act in ("note", "take", "assign", "escalate") if may_ever(act, supervisor, CaseFacts.of(case))}

    assert allowed == {"note", "take"}


@pytest.mark.parametrize(("category", "claims"), [("TRX_FAIL", True), ("FRAUD_SCAM", False)])
def test_who_may_not_know_a_sensitive_case_of_the_own_branch_claims_it_not(organisation, category, claims):
    case = cases.opened("supervisor_mdn", category)
    agent = people.actor("agent_mdn")

    with scope(agent):
        assert bool(may_ever("claim", agent, CaseFacts.of(case))) is claims
