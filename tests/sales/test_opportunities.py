"""Opportunities: made of qualified leads, moved through stages, and closed together with their lead."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from simpul.platform.clock import today
from simpul.platform.db import scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.sales.errors import LeadForbidsThis, OpportunityForbidsThis, OpportunityNotFound
from simpul.sales.models import Lead, Opportunity
from simpul.sales.policies import visible_opportunities
from simpul.sales.selectors.boards import opportunity_board
from simpul.sales.selectors.opportunities import OpportunityFilter, opportunity_row
from simpul.sales.services.assigning import lead_assign
from simpul.sales.services.catalogue import stage_update
from simpul.sales.services.moving import lead_undo
from simpul.sales.services.opportunities import opportunity_create, opportunity_move, opportunity_undo
from tests.sales.conftest import REASON, converted, lead_at, moved, new_lead, stored
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def acting(who: str, act: Any, **given: Any) -> Any:
    actor = people.actor(who)
    with scope(actor):
        return act(actor=actor, **given)


def pursued(opportunity: Opportunity, transition: str, by: str = "rm_mdn", **given: str) -> Opportunity:
    return acting(by, opportunity_move, opportunity_id=opportunity.id, version=None, transition=transition, **given)


@pytest.fixture
def opportunity(organisation: None) -> Opportunity:
    return converted(lead_at("QUALIFIED"))


def test_a_qualified_lead_becomes_an_opportunity_of_whoever_follows_it_up(opportunity):
    assert (opportunity.stage, opportunity.probability, opportunity.assigned_to) == ("NEW", 10, people.user_id("rm_mdn"))
    assert opportunity.lead_id is not None


def test_only_a_qualified_lead_becomes_one_and_only_once(organisation):
    with pytest.raises(LeadForbidsThis):
        converted(lead_at("CONTACTED"))
    lead = lead_at("QUALIFIED")
    converted(lead)
    with pytest.raises(LeadForbidsThis):
        converted(lead)


def test_the_opportunity_closes_the_lead(opportunity):
    won = pursued(opportunity, "win", won_product_code="LOAN")

    assert (won.stage, won.probability, won.won_product_code) == ("CLOSED_WON", 100, "LOAN")
    closed = lead_of(opportunity)
    assert (closed.status, closed.closed_reason) == ("CLOSED_WON", "PRODUCT_TAKEN")


def test_a_lost_opportunity_gives_the_lead_its_reason(opportunity):
    pursued(opportunity, "lose", lost_reason="COMPETITOR", note="Bunga di tempat lain lebih rendah.")

    closed = lead_of(opportunity)
    assert (closed.status, closed.closed_reason, closed.closed_note) == (
        "CLOSED_LOST",
        "COMPETITOR",
        "Bunga di tempat lain lebih rendah.",
    )


def lead_of(opportunity: Opportunity) -> Any:

    with rows():
        return Lead.objects.get(pk=opportunity.lead_id)


@pytest.mark.parametrize(("transition", "given"), [("win", {"closed_reason": "NEED_MET"}), ("lose", {"closed_reason": "PRICE"})])
def test_a_lead_with_an_open_opportunity_closes_by_it_alone(opportunity, transition, given):
    with pytest.raises(LeadForbidsThis):
        moved(lead_of(opportunity), transition, **given)
    with pytest.raises(LeadForbidsThis):
        moved(lead_of(opportunity), "return_to_contacted", reason=REASON)
    with pytest.raises(LeadForbidsThis):
        acting("rm_mdn", lead_undo, lead_id=opportunity.lead_id, version=None)


def test_stages_go_forward_freely_and_back_with_a_reason(opportunity):
    assert pursued(opportunity, "negotiate").probability == 75
    with pytest.raises(Invalid):
        pursued(opportunity, "return_to_qualified")
    back = pursued(opportunity, "return_to_qualified", reason=REASON)
    assert (back.stage, back.probability) == ("QUALIFIED", 25)


@pytest.mark.parametrize(
    ("transition", "given", "field"),
    [
        ("win", {}, "won_product_code"),
        ("win", {"won_product_code": "NO_SUCH"}, "won_product_code"),
        ("lose", {}, "lost_reason"),
        ("lose", {"lost_reason": "NEED_MET"}, "lost_reason"),
    ],
)
def test_closing_asks_for_product_or_reason(opportunity, transition, given, field):
    with pytest.raises(Invalid) as refusal:
        pursued(opportunity, transition, **given)
    assert list(refusal.value.fields) == [field]
    assert stored(opportunity).stage == "NEW"


def test_undoing_opens_the_lead_as_well(opportunity):
    pursued(opportunity, "propose")
    before, lead_before = stored(opportunity), lead_of(opportunity)
    pursued(opportunity, "lose", lost_reason="PRICE")

    undone = acting("rm_mdn", opportunity_undo, opportunity_id=opportunity.id, version=None)

    assert (undone.stage, undone.stage_since, undone.probability) == ("PROPOSAL", before.stage_since, 50)
    lead = lead_of(opportunity)
    assert (lead.status, lead.status_since, lead.closed_reason) == ("QUALIFIED", lead_before.status_since, None)


def test_a_supervisor_reopens_it_together_with_its_lead(opportunity):
    pursued(opportunity, "win", won_product_code="LOAN")

    with pytest.raises(Forbidden):
        pursued(opportunity, "reopen", reason=REASON)
    opened = pursued(opportunity, "reopen", "supervisor_mdn", reason=REASON)

    assert (opened.stage, opened.won_product_code, opened.closed_at) == ("NEGOTIATION", None, None)
    assert lead_of(opportunity).status == "QUALIFIED"


def test_it_goes_with_its_lead_to_another_manager(opportunity):
    acting("supervisor_mdn", lead_assign, lead_id=opportunity.lead_id, version=None, assigned_to=people.user_id("rm_mdn_2"))

    assert stored(opportunity).assigned_to == people.user_id("rm_mdn_2")
    with pytest.raises(OpportunityNotFound):
        pursued(opportunity, "qualify")
    assert pursued(opportunity, "qualify", "rm_mdn_2").stage == "QUALIFIED"
    with pytest.raises(LeadForbidsThis):
        acting("supervisor_mdn", lead_assign, lead_id=opportunity.lead_id, version=None, assigned_to=None)


def test_two_people_moving_one_card_are_compared(opportunity):
    pursued(opportunity, "qualify")
    with pytest.raises(StaleVersion) as refusal:
        acting("rm_mdn", opportunity_move, opportunity_id=opportunity.id, version=1, transition="propose")
    assert (refusal.value.extra["current"]["version"], refusal.value.extra["current"]["stage"]) == (2, "QUALIFIED")


def test_everybody_sees_what_the_rows_and_the_policy_say(opportunity):
    seen = {}
    for who in ("rm_mdn", "rm_mdn_2", "supervisor_mdn", "supervisor_bnj", "director", "agent_mdn", "marketing"):
        actor = people.actor(who)
        with scope(actor):
            by_policy = set(visible_opportunities(actor).values_list("pk", flat=True))
            assert by_policy == set(Opportunity.objects.values_list("pk", flat=True))
        seen[who] = by_policy == {opportunity.id}
    assert seen == {
        "rm_mdn": True,
        "rm_mdn_2": False,
        "supervisor_mdn": True,
        "supervisor_bnj": False,
        "director": False,
        "agent_mdn": False,
        "marketing": False,
    }


def test_a_manager_creates_one_for_the_own_portfolio(organisation):
    own = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn")
    values = {
        "customer_id": own.id,
        "product_interest": "Deposito",
        "product_code": "DEPOSIT",
        "estimated_value": 100_000_000,
        "expected_close_on": today() + timedelta(days=10),
    }
    assert acting("rm_mdn", opportunity_create, values=values).lead_id is None
    with pytest.raises(Forbidden):
        acting("agent_mdn", opportunity_create, values=values)
    with pytest.raises(Invalid):
        acting("rm_mdn", opportunity_create, values={**values, "expected_close_on": today() - timedelta(days=1)})


def test_a_stage_that_is_edited_changes_what_is_open_in_it(opportunity):
    pursued(opportunity, "propose")
    values = {"name_id": "Penawaran", "name_en": "Proposal", "probability": 55, "position": 30, "is_active": True}
    acting("admin", stage_update, stage="PROPOSAL", version=1, values=values)

    assert stored(opportunity).probability == 55
    with pytest.raises(Forbidden):
        acting("supervisor_mdn", stage_update, stage="PROPOSAL", version=2, values=values)
    with pytest.raises(Invalid):
        acting("admin", stage_update, stage="CLOSED_WON", version=1, values={**values, "probability": 90})


def test_a_stage_out_of_use_is_not_entered(opportunity):
    values = {"name_id": "Penawaran", "name_en": "Proposal", "probability": 50, "position": 30, "is_active": False}
    acting("admin", stage_update, stage="PROPOSAL", version=1, values=values)

    with pytest.raises(OpportunityForbidsThis):
        pursued(opportunity, "propose")
    actor = people.actor("rm_mdn")
    with scope(actor):
        assert "propose" not in [step["transition"] for step in opportunity_row(actor, stored(opportunity))["moves"]]


def test_the_board_sums_by_stage_and_probability(opportunity):
    second = converted(lead_at("QUALIFIED"), estimated_value=100_000_000)
    pursued(second, "negotiate")
    actor = people.actor("rm_mdn")
    with scope(actor):
        board = opportunity_board(actor=actor, opportunity_filter=OpportunityFilter())

    columns = {column["stage"]: (column["count"], column["value"], column["weighted"]) for column in board["columns"]}
    assert columns["NEW"] == (1, 350_000_000, 35_000_000)
    assert columns["NEGOTIATION"] == (1, 100_000_000, 75_000_000)
    assert board["totals"] == {"count": 2, "value": 450_000_000, "weighted": 110_000_000}


def test_what_the_definition_lacks_is_refused(opportunity):
    with pytest.raises(OpportunityForbidsThis):
        pursued(opportunity, "return_to_proposal", reason=REASON)
    with pytest.raises(OpportunityForbidsThis):
        pursued(opportunity, "reopen", "supervisor_mdn", reason=REASON)


def test_a_new_lead_of_a_customer_is_no_opportunity(organisation):
    new_lead()
    with rows():
        assert not Opportunity.objects.exists()
