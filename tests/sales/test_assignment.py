"""Whose new leads become: the customer's manager, else who has the fewest, else nobody; one by one and as a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from simpul.iam.models import Role
from simpul.iam.public import system_actor
from simpul.platform.clock import today
from simpul.platform.db import execute, query, scope
from simpul.sales.errors import LeadCustomerNotFound, LeadExists
from simpul.sales.models import Lead
from simpul.sales.public import LeadOrigin, lead_outcomes, leads_add
from simpul.sales.services.creating import lead_create
from tests.sales.conftest import lead_at, moved, new_lead
from tests.support import customers, people
from tests.support.database import rows
from tests.support.registries import holding

pytestmark = pytest.mark.django_db
CAMPAIGN = "01999999-0000-7000-8000-000000000001"


@pytest.fixture
def campaign() -> Iterator[str]:
    """A campaign that holds every customer."""
    with holding(LeadOrigin("CAMPAIGN", lambda key, who: key == CAMPAIGN)):
        yield CAMPAIGN


def by_rule(ids: list[UUID]) -> dict[UUID, UUID | None]:
    with scope(system_actor()):
        found = query("SELECT customer_id, assigned_to FROM crm.lead_assignments(%s, %s)", (ids, today()))
    return {row["customer_id"]: row["assigned_to"] for row in found}


def of_branch(count: int, branch: str = "MDN") -> list[UUID]:
    return sorted(customers.customer(f"Nasabah {number}", branch).id for number in range(count))


@pytest.mark.covers("US-16 AC-2")
def test_without_a_manager_the_fewest_open_leads_decide_and_the_id_breaks_a_tie(organisation):
    first, second = sorted([people.user_id("rm_mdn"), people.user_id("rm_mdn_2")])
    one, other = of_branch(2)

    assert by_rule([one]) == {one: first}
    made = new_lead("agent_mdn", customer_id=one)
    assert made.assigned_to == first
    assert by_rule([other]) == {other: second}


def test_closed_leads_do_not_count(organisation):
    first, _ = sorted([people.user_id("rm_mdn"), people.user_id("rm_mdn_2")])
    name = "rm_mdn" if first == people.user_id("rm_mdn") else "rm_mdn_2"
    lead = new_lead("agent_mdn", customer_id=of_branch(1)[0])
    moved(lead, "lose", name, closed_reason="PRICE")

    (another,) = of_branch(1)
    assert by_rule([another]) == {another: first}


def test_who_is_away_today_is_left_out_but_for_their_own_customers(organisation):
    away = people.user_id("rm_mdn")
    with rows():
        execute(
            "INSERT INTO iam.absences (absence_id, user_id, kind, first_day, last_day, created_by) VALUES (uuidv7(), %s, 'LEAVE', %s, %s, %s)",
            (away, today(), today(), away),
        )
    own = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn").id
    (other,) = of_branch(1)
    assert by_rule([own, other]) == {own: away, other: people.user_id("rm_mdn_2")}


def test_a_branch_without_managers_keeps_its_leads_in_the_queue(organisation):
    (one,) = of_branch(1, "BNJ")
    assert by_rule([one]) == {one: None}


def test_a_manager_who_left_gives_way_to_the_rule(organisation):
    own = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn").id
    with rows():
        execute("UPDATE iam.users SET status = 'SUSPENDED' WHERE username = 'rm_mdn'")
    assert by_rule([own]) == {own: people.user_id("rm_mdn_2")}


@pytest.mark.covers("US-16 AC-2")
@pytest.mark.parametrize("start", [0, 3])
def test_a_set_is_assigned_as_one_by_one_in_the_order_of_customers(organisation, start):
    with rows():
        people.add_user("rm_mdn_3", Role.objects.get(key="RM"), "MDN")
    for _ in range(start):
        new_lead("rm_mdn")
    ids = of_branch(11)

    as_set = by_rule(ids)
    one_by_one = {}
    for each in ids:
        one_by_one[each] = by_rule([each])[each]
        new_lead("agent_mdn", customer_id=each)

    assert as_set == one_by_one


@pytest.mark.covers("US-16 AC-1", "15.3.5-1")
def test_many_leads_are_added_in_one_statement_each_customer_once(organisation, campaign, trace):
    with_manager = [customers.customer(f"Nasabah {number}", "MDN", rm="rm_mdn").id for number in range(3)]
    without, queued = of_branch(4), of_branch(2, "BNJ")
    everybody = [*with_manager, *without, *queued]
    system = system_actor()
    trace.start()

    with scope(system):
        added = leads_add(actor=system, source_type="CAMPAIGN", source_id=campaign, customer_ids=[*everybody, *with_manager])
        again = leads_add(actor=system, source_type="CAMPAIGN", source_id=campaign, customer_ids=everybody)

    assert (added.added, added.assigned, added.waiting, added.skipped) == (9, 7, 2, 0)
    assert (again.added, again.skipped) == (0, 9)
    with rows():
        owners = Counter(Lead.objects.values_list("assigned_to", flat=True))
        items = query("SELECT count(*) AS n FROM crm.workflow_items WHERE subject_type = 'LEAD' AND state = 'NEW'")[0]["n"]
        stages = query("SELECT DISTINCT stage FROM crm.customer_lifecycle")
    assert owners == {people.user_id("rm_mdn"): 4, people.user_id("rm_mdn_2"): 3, None: 2}
    assert items == 9
    with rows():
        assert set(Lead.objects.values_list("source_type", "source_id")) == {("CAMPAIGN", campaign)}
    assert stages == [{"stage": "MARKETING_QUALIFIED"}]


def test_a_large_set_is_recorded_as_one(organisation, campaign, monkeypatch, trace):
    monkeypatch.setattr("simpul.sales.services.creating.ONE_BY_ONE", 2)
    ids, system = of_branch(5), system_actor()
    trace.start()

    with scope(system):
        leads_add(actor=system, source_type="CAMPAIGN", source_id=campaign, customer_ids=ids)

    assert [act for act in trace()["audit"] if act != "INSTALL_WORKFLOW"].count("CREATE_LEADS") == 1
    with rows():
        lead = Lead.objects.filter(assigned_to=people.user_id("rm_mdn")).first()
    assert lead is not None
    assert moved(lead, "contact").status == "CONTACTED"


def test_outcomes_count_how_far_leads_ever_came(organisation, campaign):
    for status, value in (("NEW", 10), ("CONTACTED", 20), ("QUALIFIED", 30), ("CLOSED_WON", 40), ("CLOSED_LOST", 50)):
        lead_at(status, source_type="CAMPAIGN", source_id=campaign, estimated_value=value)
    moved(lead_at("QUALIFIED", source_type="CAMPAIGN", source_id=campaign), "lose", closed_reason="PRICE")

    found = lead_outcomes("CAMPAIGN", campaign)

    assert (found.leads, found.contacted, found.qualified, found.won, found.lost, found.open) == (6, 4, 3, 1, 2, 3)
    assert (found.value_won, found.value_open) == (40, 60)


def test_a_customer_has_one_open_lead_of_a_campaign(organisation, campaign):
    lead = new_lead("agent_mdn", source_type="CAMPAIGN", source_id=campaign)
    with pytest.raises(LeadExists):
        new_lead("agent_mdn", customer_id=lead.customer_id, source_type="CAMPAIGN", source_id=campaign)
    new_lead("agent_mdn", customer_id=lead.customer_id)


@pytest.mark.covers("15.3.5-1")
def test_marketing_creates_from_its_campaigns_alone(organisation, campaign):
    about = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn").id
    marketing = people.actor("marketing")

    def create(**given: Any) -> Any:
        with scope(marketing):
            return lead_create(actor=marketing, values={"customer_id": about, **given})

    made = create(source_type="CAMPAIGN", source_id=campaign)
    assert set(made) == {"id", "status", "assigned_to", "branch"}
    assert made["assigned_to"]["id"] == people.user_id("rm_mdn")
    with pytest.raises(LeadCustomerNotFound):
        create()
    with pytest.raises(LeadCustomerNotFound):
        create(source_type="CAMPAIGN", source_id=str(uuid4()))
