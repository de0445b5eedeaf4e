"""The cases of a unit, and what is seen of a case while it moves."""

from __future__ import annotations

from simpul.cases.selectors.rows import case_detail
from simpul.cases.services import handling
from simpul.iam.models import Role, Unit
from simpul.platform.db import scope
from tests.cases.test_handling import versioned
from tests.support import cases, people
from tests.support.database import rows


def test_a_supervisor_of_a_unit_gives_its_case_to_another_unit_and_has_it_no_more(organisation, client_of, trace):
    with rows():
        people.add_user("call_supervisor", Role.objects.get(key="SUPERVISOR"), "CALL")
        Unit.objects.create(code="CARD", name="Unit Kartu")
    case = cases.given_to(cases.opened("supervisor_mdn"), "call_agent", "CALL")
    browser = client_of("call_supervisor")
    trace.start()

    answer = browser.api("POST", f"/cases/{case.id}/assign", {"unit_code": "CARD", "version": case.version})

    assert answer.status_code == 200, answer.content
    assert (answer.json()["unit"]["code"], answer.json()["assignee"]) == ("CARD", None)
    assert trace() == {"events": ["CaseAssigned"], "audit": ["ASSIGN_CASE"]}
    assert (cases.fresh(case).assigned_unit_code, browser.api("GET", f"/cases/{case.id}").status_code) == ("CARD", 404)


def test_a_page_that_was_read_while_the_case_moved_offers_none_of_the_steps_of_either_state(organisation):
    """The row of before the move, and the place in the workflow of after it."""
    read_before = cases.given_to(cases.opened("supervisor_mdn"), "agent_mdn")
    versioned("agent_mdn", handling.case_take, read_before)
    agent = people.actor("agent_mdn")

    with scope(agent):
        torn, whole = case_detail(agent, read_before), case_detail(agent, cases.fresh(read_before))

    moving = {"take", "wait", "resume", "respond", "close", "reopen"}
    assert (torn["status"], torn["moves"], {act for act in moving if torn["can"][act]}) == ("NEW", [], set())
    assert torn["reasons"]["take"] == "Kasus ini baru saja berpindah status; muat ulang halamannya."
    assert (whole["status"], whole["can"]["wait"], whole["moves"] != []) == ("IN_PROGRESS", True, True)
