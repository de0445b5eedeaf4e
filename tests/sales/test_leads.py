"""Leads: who creates, sees and follows them, and how they move."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from simpul.platform.clock import shifted
from simpul.platform.db import query, scope
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.sales.errors import LeadCustomerNotFound, LeadForbidsThis, LeadNotFound
from simpul.sales.models import CustomerLifecycle, Lead
from simpul.sales.policies import visible_leads
from simpul.sales.selectors.boards import lead_board
from simpul.sales.selectors.leads import LeadFilter, LeadSort, lead_get, lead_page, lead_rows
from simpul.sales.services.assigning import lead_assign, leads_assign
from simpul.sales.services.moving import lead_move, lead_undo, lead_update
from tests.sales.conftest import REASON, converted, lead_at, moved, new_lead, stored
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db


def acting(who: str, act: Any, **given: Any) -> Any:
    actor = people.actor(who)
    with scope(actor):
        return act(actor=actor, **given)


def seen_by(who: str) -> set[Any]:
    actor = people.actor(who)
    with scope(actor):
        by_policy = set(visible_leads(actor).values_list("pk", flat=True))
        by_rows = set(Lead.objects.values_list("pk", flat=True))
    assert by_policy == by_rows
    return by_policy


@pytest.mark.covers("US-16 AC-3", "15.3.5-2")
def test_a_lead_goes_to_the_customers_manager_and_nobody_else_of_the_branch_sees_it(organisation):
    lead = new_lead("agent_mdn")

    assert lead.assigned_to == people.user_id("rm_mdn")
    assert seen_by("rm_mdn") == {lead.id}
    assert seen_by("supervisor_mdn") == {lead.id}
    for other in ("rm_mdn_2", "agent_mdn", "supervisor_bnj", "director", "marketing", "compliance", "admin", "steward"):
        assert seen_by(other) == set(), other


def test_who_created_a_lead_does_not_see_it_once_it_is_somebody_elses(organisation):
    lead = new_lead("rm_mdn")
    acting("supervisor_mdn", lead_assign, lead_id=lead.id, version=1, assigned_to=people.user_id("rm_mdn_2"))

    assert seen_by("rm_mdn") == set()
    assert seen_by("rm_mdn_2") == {lead.id}
    with pytest.raises(LeadNotFound):
        acting("rm_mdn", lead_get, lead_id=lead.id)


def test_the_answer_to_a_creation_names_nothing_about_the_customer(api, organisation):
    about = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn")

    status, made = api("agent_mdn", "POST", "/leads", {"customer_id": str(about.id), "interest": "Deposito"})

    assert status == 201
    assert made == {
        "id": made["id"],
        "status": "NEW",
        "assigned_to": {"id": str(people.user_id("rm_mdn")), "full_name": "Rm Mdn"},
        "branch": {"code": "MDN", "name": "Medan Utama"},
    }
    assert api("agent_mdn", "GET", f"/leads/{made['id']}")[0] == 403


def test_the_manager_creates_for_the_own_portfolio_alone(organisation):
    with pytest.raises(LeadCustomerNotFound):
        new_lead("rm_mdn", rm="rm_mdn_2")


@pytest.mark.covers("15.3.5-2")
def test_a_lead_moves_step_by_step_and_every_step_is_told(organisation, trace):
    lead = new_lead()
    trace.start()

    moved(lead, "contact")
    moved(lead, "qualify")
    done = moved(lead, "win", closed_reason="NEED_MET", note="Akad kredit pekan depan.")

    assert (done.status, done.closed_reason, done.closed_note) == ("CLOSED_WON", "NEED_MET", "Akad kredit pekan depan.")
    assert done.version == 4
    assert trace() == {"events": ["LeadMoved"] * 3, "audit": ["MOVE_LEAD", "MOVE_LEAD", "CLOSE_LEAD"]}


@pytest.mark.parametrize("given", [{}, {"closed_reason": "PRICE"}, {"closed_reason": "NO_SUCH_REASON"}])
def test_a_lead_is_not_won_without_a_reason_of_winning(organisation, given):
    lead = lead_at("QUALIFIED")

    with pytest.raises(Invalid) as refusal:
        moved(lead, "win", **given)

    assert list(refusal.value.fields) == ["closed_reason"]
    assert stored(lead).status == "QUALIFIED"


@pytest.mark.parametrize(
    ("status", "transition"),
    [("NEW", "qualify"), ("NEW", "win"), ("CONTACTED", "win"), ("CONTACTED", "contact"), ("CLOSED_LOST", "contact"), ("CLOSED_WON", "lose")],
)
def test_what_the_definition_lacks_is_refused_and_leaves_no_trace(organisation, trace, status, transition):
    lead = lead_at(status)
    trace.start()

    with pytest.raises(LeadForbidsThis):
        moved(lead, transition, closed_reason="PRICE")

    assert stored(lead).status == status
    assert trace() == {}


def test_back_one_step_asks_for_a_reason(organisation):
    lead = lead_at("QUALIFIED")

    with pytest.raises(Invalid) as refusal:
        moved(lead, "return_to_contacted")
    assert list(refusal.value.fields) == ["reason"]
    assert moved(lead, "return_to_contacted", reason=REASON).status == "CONTACTED"


def test_only_a_supervisor_of_the_branch_reopens(organisation):
    lead = lead_at("CLOSED_LOST")

    with pytest.raises(Forbidden):
        moved(lead, "reopen", reason=REASON)
    with pytest.raises(LeadNotFound):
        moved(lead, "reopen", "supervisor_bnj", reason=REASON)
    opened = moved(lead, "reopen", "supervisor_mdn", reason=REASON)

    assert (opened.status, opened.closed_reason, opened.closed_at) == ("CONTACTED", None, None)


def test_a_supervisor_makes_no_other_step(organisation):
    with pytest.raises(Forbidden):
        moved(lead_at("NEW"), "contact", "supervisor_mdn")


def test_two_people_moving_one_card_are_compared(organisation):
    lead = lead_at("NEW")
    acting("rm_mdn", lead_move, lead_id=lead.id, version=1, transition="contact")

    with pytest.raises(StaleVersion) as refusal:
        acting("rm_mdn", lead_move, lead_id=lead.id, version=1, transition="lose", closed_reason="PRICE")

    current = refusal.value.extra["current"]
    assert (current["version"], current["status"], current["id"]) == (2, "CONTACTED", lead.id)


def test_the_own_last_step_is_undone_with_the_time_since_when(organisation):
    lead = lead_at("CONTACTED")
    before = stored(lead)
    moved(lead, "lose", closed_reason="PRICE")

    undone = acting("rm_mdn", lead_undo, lead_id=lead.id, version=None)

    assert (undone.status, undone.status_since, undone.closed_reason) == ("CONTACTED", before.status_since, None)
    assert undone.version == before.version + 2


def test_rows_offer_what_the_definition_allows(organisation):
    lead = lead_at("CONTACTED")
    actor = people.actor("rm_mdn")
    with scope(actor):
        row = lead_rows(actor, [lead])[0]

    assert [(step["transition"], step["needs"], step["outcome"]) for step in row["moves"]] == [
        ("qualify", [], None),
        ("lose", ["CLOSED_REASON"], "LOST"),
        ("return_to_new", ["REASON"], None),
    ]
    assert row["can"] == {"move": True, "update": True, "assign": False, "convert": False, "undo": True}


def test_a_note_is_changed_by_whoever_follows_the_lead_up(organisation):
    lead = new_lead()
    values = {"product_code": None, "interest": "KPR", "note": "Telepon sore.", "estimated_value": 350_000_000}

    changed = acting("rm_mdn", lead_update, lead_id=lead.id, version=1, values=values)
    assert (changed.interest, changed.note, changed.version) == ("KPR", "Telepon sore.", 2)
    with pytest.raises(Forbidden):
        acting("supervisor_mdn", lead_update, lead_id=lead.id, version=2, values=values)


def test_the_queue_of_a_branch_is_assigned_by_its_supervisor(organisation):
    about = customers.customer("Rina Sitorus", "BNJ")
    lead = new_lead("agent_bnj", customer_id=about.id)

    assert lead.assigned_to is None
    assert seen_by("supervisor_bnj") == {lead.id}
    with rows():
        told = query("SELECT kind FROM crm.notices WHERE user_id = %s", (people.user_id("supervisor_bnj"),))
    assert [row["kind"] for row in told] == ["sales.lead_waits"]


def test_several_leads_are_assigned_each_with_its_result(organisation):
    one, closed = lead_at("NEW"), lead_at("CLOSED_LOST")
    elsewhere = new_lead("agent_bnj", customer_id=customers.customer("Rina Sitorus", "BNJ").id)

    results = acting("supervisor_mdn", leads_assign, lead_ids=[one.id, closed.id, elsewhere.id], assigned_to=people.user_id("rm_mdn_2"))

    assert {row["id"]: row["ok"] for row in results} == {one.id: True, closed.id: False, elsewhere.id: False}
    assert all(row["reason"] for row in results if not row["ok"])
    assert stored(one).assigned_to == people.user_id("rm_mdn_2")
    with pytest.raises(Forbidden):
        acting("rm_mdn", leads_assign, lead_ids=[one.id], assigned_to=None)


def test_a_lead_is_assigned_to_who_follows_leads_up_there(organisation):
    lead = new_lead()
    for stranger in ("agent_mdn", "supervisor_mdn", "marketing"):
        with pytest.raises(Invalid):
            acting("supervisor_mdn", lead_assign, lead_id=lead.id, version=1, assigned_to=people.user_id(stranger))


def test_the_lifecycle_stage_follows_at_once(organisation):
    lead = lead_at("QUALIFIED")

    def stage() -> str:
        with rows():
            return str(CustomerLifecycle.objects.get(pk=lead.customer_id).stage)

    assert stage() == "SALES_QUALIFIED"
    converted(stored(lead))
    assert stage() == "OPPORTUNITY"


def test_lists_and_boards_take_as_many_queries_for_many_leads_as_for_few(organisation):
    actor = people.actor("rm_mdn")

    def taken() -> tuple[int, int]:
        counted = []
        for look in (
            lambda: lead_page(actor=actor, lead_filter=LeadFilter(closed="all"), sort=LeadSort.VALUE, cursor=None, limit=50),
            lambda: lead_board(actor=actor, lead_filter=LeadFilter()),
        ):
            with scope(actor), CaptureQueriesContext(connection) as queries:
                look()
            counted.append(len(queries))
        return counted[0], counted[1]

    for status in ("NEW", "CONTACTED", "QUALIFIED", "CLOSED_WON", "CLOSED_LOST"):
        lead_at(status, estimated_value=1_000_000)
    few = taken()
    for _ in range(4):
        lead_at("CONTACTED", estimated_value=2_000_000)

    assert taken() == few
    assert max(few) < 40


def test_the_board_counts_and_sums_each_column_the_longest_waiting_first(organisation):
    first = lead_at("NEW", estimated_value=100)
    second = lead_at("NEW", estimated_value=250)
    lead_at("CLOSED_LOST")
    actor = people.actor("supervisor_mdn")
    with scope(actor):
        columns = {column["status"]: column for column in lead_board(actor=actor, lead_filter=LeadFilter())["columns"]}

    assert [row["id"] for row in columns["NEW"]["items"]] == [first.id, second.id]
    assert (columns["NEW"]["count"], columns["NEW"]["value"], columns["NEW"]["count_capped"]) == (2, 350, False)
    assert columns["CLOSED_LOST"]["count"] == 1
    assert columns["QUALIFIED"]["items"] == []


def test_aging_is_told_by_the_days_in_the_status(organisation):
    lead = new_lead()
    actor = people.actor("rm_mdn")
    told = {}
    for days in (0, 2, 3, 6, 7, 30):
        with shifted(timedelta(days=days, minutes=1)), scope(actor):
            row = lead_rows(actor, [lead])[0]
            found = {
                aging: lead_page(actor=actor, lead_filter=LeadFilter(aging=aging), sort=LeadSort.SINCE, cursor=None, limit=5)["items"] != []
                for aging in ("FRESH", "WAITING", "LATE")
            }
        assert found == {aging: aging == row["aging"] for aging in found}
        told[days] = (row["age_days"], str(row["aging"]))
    assert told == {0: (0, "FRESH"), 2: (2, "FRESH"), 3: (3, "WAITING"), 6: (6, "WAITING"), 7: (7, "LATE"), 30: (30, "LATE")}


def test_a_step_is_undone_for_five_minutes(organisation):
    lead = lead_at("CONTACTED")
    with shifted(timedelta(minutes=5, seconds=5)), pytest.raises(LeadForbidsThis):
        acting("rm_mdn", lead_undo, lead_id=lead.id, version=None)


def test_words_find_leads_by_customer_and_by_interest(api, organisation):
    by_name = new_lead("rm_mdn", customer_id=customers.customer("Tiurma Panggabean", "MDN", rm="rm_mdn").id, interest="Deposito")
    by_interest = new_lead("rm_mdn", interest="Kredit kendaraan listrik")

    def found(words: str, who: str = "rm_mdn") -> list[str]:
        status, page = api(who, "POST", "/leads/search", {"q": words})
        assert status == 200
        return [row["id"] for row in page["items"]]

    assert found("Tiurma Panggabean") == [str(by_name.id)]
    assert found("kendaraan listrik") == [str(by_interest.id)]
    assert found("kendaraan listrik", "supervisor_bnj") == []
