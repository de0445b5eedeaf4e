"""The shipped workflows of leads and opportunities: equal to the triggers, and played at random against a naive model."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.platform.db import execute, query, scope
from simpul.platform.errors import DomainError
from simpul.sales.models import Lead
from simpul.sales.services.moving import lead_move, lead_undo
from simpul.sales.services.opportunities import opportunity_move, opportunity_undo
from simpul.sales.vocabulary import SHIPPED_LEAD, SHIPPED_OPPORTUNITY, pairs_of
from tests.sales.conftest import REASON, converted, lead_at, new_lead, stored
from tests.support import people
from tests.support.database import rows, undone

pytestmark = pytest.mark.django_db
PAIR = re.compile(r"'([A-Z_]+) ([A-Z_]+)'")
LEAD_STEPS = {
    "contact": ({"NEW"}, "CONTACTED"),
    "qualify": ({"CONTACTED"}, "QUALIFIED"),
    "win": ({"QUALIFIED"}, "CLOSED_WON"),
    "lose": ({"NEW", "CONTACTED", "QUALIFIED"}, "CLOSED_LOST"),
    "return_to_new": ({"CONTACTED"}, "NEW"),
    "return_to_contacted": ({"QUALIFIED"}, "CONTACTED"),
    "reopen": ({"CLOSED_WON", "CLOSED_LOST"}, "CONTACTED"),
}
OPEN = ["NEW", "QUALIFIED", "PROPOSAL", "NEGOTIATION"]
STAGE_STEPS = {
    "qualify": ({"NEW"}, "QUALIFIED"),
    "propose": (set(OPEN[:2]), "PROPOSAL"),
    "negotiate": (set(OPEN[:3]), "NEGOTIATION"),
    "return_to_new": (set(OPEN[1:]), "NEW"),
    "return_to_qualified": (set(OPEN[2:]), "QUALIFIED"),
    "return_to_proposal": ({"NEGOTIATION"}, "PROPOSAL"),
    "win": (set(OPEN), "CLOSED_WON"),
    "lose": (set(OPEN), "CLOSED_LOST"),
    "reopen": ({"CLOSED_WON", "CLOSED_LOST"}, "NEGOTIATION"),
}


@pytest.mark.parametrize(("function", "definition"), [("crm.judge_lead()", SHIPPED_LEAD), ("crm.judge_opportunity()", SHIPPED_OPPORTUNITY)])
def test_the_trigger_knows_the_pairs_of_the_definition(organisation, function, definition):
    with rows():
        written = query("SELECT pg_get_functiondef(%s::regprocedure) AS text", (function,))[0]["text"]
    listed = written[written.index("steps constant") : written.index("];")]

    assert set(PAIR.findall(listed)) == pairs_of(definition)


@pytest.mark.parametrize("change", ["status = 'QUALIFIED'", "status = 'CLOSED_WON', closed_reason = 'NEED_MET', closed_at = now()"])
def test_the_database_refuses_what_the_definition_lacks(organisation, change):
    lead = new_lead()
    with pytest.raises(Exception, match="never"), scope(people.actor("rm_mdn")):
        execute(f"UPDATE crm.leads SET {change} WHERE lead_id = %s", (lead.id,))


@pytest.mark.parametrize(
    "change",
    ["status = 'CLOSED_LOST'", "status = 'CLOSED_LOST', closed_at = now()", "status = 'CLOSED_LOST', closed_at = now(), closed_reason = 'NEED_MET'"],
)
def test_the_database_asks_for_a_reason_of_the_outcome(organisation, change):
    lead = new_lead()
    with pytest.raises(Exception, match=r"leads_closed_for_a_reason|reason of its outcome"), scope(people.actor("rm_mdn")):
        execute(f"UPDATE crm.leads SET {change} WHERE lead_id = %s", (lead.id,))


@pytest.mark.parametrize("who", ["rm_mdn", "supervisor_mdn"])
def test_the_database_lets_only_who_assigns_there_give_a_lead_to_who_follows_leads_up(organisation, who):
    lead = new_lead()
    for to, allowed in (("rm_mdn_2", who == "supervisor_mdn"), ("agent_mdn", False)):
        with undone():
            if allowed:
                with scope(people.actor(who)):
                    assert execute("UPDATE crm.leads SET assigned_to = %s WHERE lead_id = %s", (people.user_id(to), lead.id)) == 1
            else:
                with pytest.raises(Exception, match=r"assign|follow"), scope(people.actor(who)):
                    execute("UPDATE crm.leads SET assigned_to = %s WHERE lead_id = %s", (people.user_id(to), lead.id))


def allowed_by(step: str, status: str, who: str, steps: dict[str, tuple[set[str], str]]) -> bool:
    sources, _ = steps[step]
    return status in sources and who == ("supervisor_mdn" if step == "reopen" else "rm_mdn")


MOVES = st.lists(st.tuples(st.sampled_from([*LEAD_STEPS, "undo"]), st.sampled_from(["rm_mdn", "rm_mdn", "rm_mdn", "supervisor_mdn"])), max_size=10)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_leads_move_as_a_naive_model_says(organisation, moves):
    with undone():
        lead = new_lead()
        model: list[tuple[str, str, bool]] = []  # what stood before each step that stands, who made it, and whether it is undoable
        status = "NEW"
        for step, who in moves:
            actor, before = people.actor(who), stored(lead)
            given_then: dict[str, Any] = {"closed_reason": "NEED_MET" if step == "win" else "PRICE"} if step in ("win", "lose") else {}
            if step in ("reopen", "return_to_new", "return_to_contacted"):
                given_then["reason"] = REASON
            fine = bool(model) and model[-1][1] == who and model[-1][2] if step == "undo" else allowed_by(step, status, who, LEAD_STEPS)
            try:
                with scope(actor):
                    if step == "undo":
                        lead_undo(actor=actor, lead_id=lead.id, version=None)
                    else:
                        lead_move(actor=actor, lead_id=lead.id, version=None, transition=step, **given_then)
                moved = True
            except DomainError:
                moved = False
            assert moved == fine, (step, who, status)
            after = stored(lead)
            if not moved:
                assert after.version == before.version
            elif step == "undo":
                status = model.pop()[0]
            else:
                model.append((status, who, step != "reopen"))
                status = LEAD_STEPS[step][1]
            assert after.status == status
            assert (after.closed_at is not None) == status.startswith("CLOSED")
            with rows():
                state = query("SELECT state FROM crm.workflow_items WHERE subject_id = %s", (str(lead.id),))
            assert [row["state"] for row in state] == [status]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from([*STAGE_STEPS, "undo"]), st.sampled_from(["rm_mdn", "rm_mdn", "rm_mdn", "supervisor_mdn"])), max_size=9))
def test_opportunities_move_as_a_naive_model_says_and_their_lead_with_them(organisation, moves):
    with undone():
        opportunity = converted(lead_at("QUALIFIED"))
        model: list[tuple[str, str, bool]] = []
        stage = "NEW"
        for step, who in moves:
            actor = people.actor(who)
            given_then: dict[str, Any] = {}
            if step == "win":
                given_then["won_product_code"] = "LOAN"
            elif step == "lose":
                given_then["lost_reason"] = "PRICE"
            elif step != "undo" and (step.startswith("return") or step == "reopen"):
                given_then["reason"] = REASON
            fine = bool(model) and model[-1][1] == who and model[-1][2] if step == "undo" else allowed_by(step, stage, who, STAGE_STEPS)
            try:
                with scope(actor):
                    if step == "undo":
                        opportunity_undo(actor=actor, opportunity_id=opportunity.id, version=None)
                    else:
                        opportunity_move(actor=actor, opportunity_id=opportunity.id, version=None, transition=step, **given_then)
                moved = True
            except DomainError:
                moved = False
            assert moved == fine, (step, who, stage)
            if moved and step == "undo":
                stage = model.pop()[0]
            elif moved:
                model.append((stage, who, step != "reopen"))
                stage = STAGE_STEPS[step][1]
            after = stored(opportunity)
            assert after.stage == stage
            with rows():
                lead = Lead.objects.get(pk=opportunity.lead_id)
            assert lead.status == (stage if stage.startswith("CLOSED") else "QUALIFIED")
