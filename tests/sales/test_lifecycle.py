"""Lifecycle stages against a naive reading of the rules; their history; segments that select by them."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest

from simpul.customers.models import CustomerFacts
from simpul.iam.public import system_actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import execute, query, scope
from simpul.sales.models import CustomerLifecycle, Lead, LifecycleChange, Opportunity
from simpul.sales.selectors.customer import lifecycle_of
from simpul.sales.services.lifecycle import lifecycle_compute
from tests.sales.conftest import lead_at, moved
from tests.sales.contract import lead_of, opportunity_of
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
OPEN = ("NEW", "CONTACTED", "QUALIFIED")


def naive(customer: Any, leads: list[Lead], pursued: list[Opportunity], held: bool, last: Any) -> str:
    """The stage as the product chapter words it, one customer at a time."""
    if any(each.stage not in ("CLOSED_WON", "CLOSED_LOST") for each in pursued):
        return "OPPORTUNITY"
    if any(lead.status == "QUALIFIED" for lead in leads):
        return "SALES_QUALIFIED"
    if any(lead.status in OPEN and lead.source_type in ("CAMPAIGN", "JOURNEY") for lead in leads):
        return "MARKETING_QUALIFIED"
    if customer.status == "DORMANT" or (last is not None and last < now() - timedelta(days=180)):
        return "DORMANT"
    return "CUSTOMER" if held else "PROSPECT"


@pytest.mark.parametrize("seed", [1, 2])
def test_stages_are_those_of_a_naive_reading_for_some_and_for_all(organisation, seed):
    chance = random.Random(seed)
    expected = {}
    for number in range(40):
        one = customers.customer(f"Nasabah {number}", "MDN", status=chance.choice(["ACTIVE", "ACTIVE", "DORMANT"]))
        leads = [
            lead_of(
                one.id,
                chance.choice(["NEW", "CONTACTED", "QUALIFIED", "CLOSED_LOST"]),
                source_type=kind,
                source_id=f"{kind}-{turn}",
            )
            for turn in range(chance.choice([0, 0, 1, 2]))
            for kind in [chance.choice(["MANUAL", "CAMPAIGN", "JOURNEY"])]
        ]
        pursued = [opportunity_of(one.id, chance.choice(["NEW", "PROPOSAL", "CLOSED_LOST"])) for _ in range(chance.choice([0, 0, 0, 1]))]
        held, last = chance.random() < 0.5, chance.choice([None, now() - timedelta(days=200), now() - timedelta(days=20)])
        with rows():
            if held:
                execute("INSERT INTO crm.customer_products (customer_id, product, held, as_of) VALUES (%s, 'SAVINGS', true, now())", (one.id,))
            if last:
                execute(
                    "INSERT INTO crm.transaction_sums (customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at, counted_at) VALUES (%s, 0, 0, 0, 0, 0, %s, now())",
                    (one.id, last),
                )
        expected[one.id] = naive(one, leads, pursued, held, last)

    lifecycle_compute(list(expected)[:10])
    lifecycle_compute()

    with rows():
        found = dict(CustomerLifecycle.objects.filter(pk__in=expected).values_list("pk", "stage"))
        facts = dict(CustomerFacts.objects.filter(pk__in=expected).values_list("pk", "lifecycle_stage"))
        changes = LifecycleChange.objects.filter(customer_id__in=expected).count()
    assert found == expected
    assert facts == expected
    assert changes == len(expected)
    assert lifecycle_compute() == 0


def test_every_change_stays_in_the_history(organisation):
    lead = lead_at("NEW")
    with shifted(timedelta(seconds=1)):
        moved(lead, "contact")
        moved(lead, "qualify")
    with shifted(timedelta(seconds=2)):
        moved(lead, "lose", closed_reason="PRICE")

    actor = people.actor("rm_mdn")
    with scope(actor):
        shown = lifecycle_of(lead.customer_id)
    assert shown is not None
    assert [change["stage"] for change in shown["history"]] == ["PROSPECT", "SALES_QUALIFIED", "PROSPECT"]
    for change in ("UPDATE crm.lifecycle_changes SET reason = ''", "DELETE FROM crm.lifecycle_changes"):
        with pytest.raises(Exception, match="permission denied"), scope(system_actor()):
            execute(change)


def test_the_fact_names_the_furthest_open_lead_else_the_last_closed(organisation):
    def fact() -> str | None:
        with rows():
            found: str | None = CustomerFacts.objects.values_list("lead_status", flat=True).get(pk=first.customer_id)
        return found

    first = lead_at("CONTACTED")
    assert fact() == "CONTACTED"
    second = lead_at("QUALIFIED", customer_id=first.customer_id)
    assert fact() == "QUALIFIED"
    moved(second, "win", closed_reason="NEED_MET")
    assert fact() == "CONTACTED"
    moved(first, "lose", closed_reason="PRICE")
    assert fact() == "CLOSED_LOST"


def test_only_who_reaches_the_customer_reads_the_stage(organisation):
    lead = lead_at("NEW")
    seen = {}
    for who in ("rm_mdn", "agent_mdn", "supervisor_bnj", "director", "marketing"):
        with scope(people.actor(who)):
            seen[who] = CustomerLifecycle.objects.filter(pk=lead.customer_id).exists()
    assert seen == {"rm_mdn": True, "agent_mdn": True, "supervisor_bnj": False, "director": False, "marketing": False}


def test_segments_read_stage_and_status_past_row_policies_as_the_product_alone(organisation):
    lead = lead_at("QUALIFIED")
    asked = "SELECT lead_status, lifecycle_stage FROM crm.segment_sales WHERE customer_id = %s"
    with scope(system_actor()):
        assert query(asked, (lead.customer_id,)) == [{"lead_status": "QUALIFIED", "lifecycle_stage": "SALES_QUALIFIED"}]
    with scope(people.actor("rm_mdn")):
        assert query(asked, (lead.customer_id,)) == []
