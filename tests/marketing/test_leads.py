"""From a campaign to sales and back: who responds becomes a lead once, and the report says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from simpul.marketing.services.executing import answers_hand_on, campaign_run
from simpul.marketing.services.freezing import campaign_freeze
from simpul.platform.clock import today
from simpul.platform.db import execute, query
from tests.marketing.conftest import step
from tests.messaging.sending import at_any_hour
from tests.support import people
from tests.support.database import rows

pytestmark = pytest.mark.django_db
VIP = {"field": "is_vip", "op": "eq", "value": True}


@pytest.fixture
def written(client_of: Callable[..., Any], campaign: Callable[..., Any], segment: Callable[..., str]) -> Callable[..., dict[str, Any]]:
    """A campaign that has written to every eligible VIP."""
    at_any_hour()

    def start(**fields: Any) -> dict[str, Any]:
        marketing, supervisor = client_of("marketing"), client_of("supervisor_mdn")
        planned = campaign(segment_id=segment(VIP), **fields)
        approved = step(supervisor, step(marketing, planned, "submit").json(), "approve").json()
        made = dict(step(marketing, approved, "start").json())
        campaign_freeze(UUID(made["campaign_id"]))
        campaign_run(UUID(made["campaign_id"]))
        return made

    return start


def clicked(campaign: dict[str, Any], customer_id: UUID) -> None:
    """The customer followed the link of the campaign's message."""
    with rows():
        assert (
            execute(
                "UPDATE crm.outbound_messages SET status = 'CLICKED', handover = 'DONE', sent_at = now(), clicked_at = now() WHERE subject_id = %s AND customer_id = %s",
                (campaign["campaign_id"], customer_id),
            )
            == 1
        )


def leads_of(customer_id: UUID) -> list[dict[str, Any]]:
    with rows():
        return query("SELECT lead_id, source_type, source_id, status, assigned_to, interest FROM crm.leads WHERE customer_id = %s", (customer_id,))


@pytest.mark.covers("US-16 AC-1", "US-16 AC-2", "US-16 AC-3", "15.3.5-1")
def test_who_responds_becomes_a_lead_once_and_its_outcome_stands_in_the_report(
    client_of: Callable[..., Any], written: Callable[..., Any], willing: Callable[..., Any]
) -> None:
    budi = willing("Budi Hutapea", is_vip=True, rm="rm_mdn")
    ani = willing("Ani Lubis", is_vip=True, rm="rm_mdn")
    made = written(hand_off=True, budget="900000")
    clicked(made, budi.id)

    assert answers_hand_on(UUID(made["campaign_id"])) == 1
    assert answers_hand_on(UUID(made["campaign_id"])) == 0

    [lead] = leads_of(budi.id)
    assert (lead["source_type"], lead["source_id"], lead["status"], lead["assigned_to"]) == (
        "CAMPAIGN",
        made["campaign_id"],
        "NEW",
        people.user_id("rm_mdn"),
    )
    assert leads_of(ani.id) == []

    rm = client_of("rm_mdn")
    [mine] = rm.api("GET", "/leads?mine=true").json()["items"]
    for transition in ("contact", "qualify"):
        moved = rm.api("POST", f"/leads/{mine['id']}/move", {"transition": transition, "version": mine["version"]})
        assert moved.status_code == 200, moved.content
        mine = moved.json()
    body = {
        "version": mine["version"],
        "product_interest": "KUR",
        "estimated_value": "50000000",
        "expected_close_on": (today() + timedelta(days=14)).isoformat(),
    }
    pursued = rm.api("POST", f"/leads/{mine['id']}/convert", body).json()
    report = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}/report").json()["leads"]
    assert {name: report[name] for name in ("leads", "contacted", "qualified", "won", "open", "cost_per_won")} == {
        "leads": 1, "contacted": 1, "qualified": 1, "won": 0, "open": 1, "cost_per_won": None,
    }  # fmt: skip
    assert float(report["value_open"]) == 50_000_000
    products = rm.api("GET", "/sales/products").json()["items"]
    won = rm.api(
        "POST",
        f"/opportunities/{pursued['id']}/move",
        {"transition": "win", "version": pursued["version"], "won_product_code": products[0]["code"]},
    )
    assert won.status_code == 200, won.content
    report = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}/report").json()["leads"]
    assert (report["won"], report["open"], report["conversion"], float(report["value_won"]), float(report["cost_per_won"])) == (
        1,
        0,
        1.0,
        50_000_000.0,
        900_000.0,
    )


def test_who_answers_that_they_want_no_offers_becomes_no_lead(written: Callable[..., Any], willing: Callable[..., Any]) -> None:
    budi = willing("Budi Hutapea", is_vip=True, rm="rm_mdn")
    made = written(hand_off=True)
    clicked(made, budi.id)
    with rows():
        execute(
            """INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method)
               SELECT gen_random_uuid(), customer_id, branch_code, consent_type, 'WITHDRAWN', now(), captured_channel, captured_by, verification_method
               FROM crm.consents WHERE customer_id = %s""",
            (budi.id,),
        )

    assert answers_hand_on(UUID(made["campaign_id"])) == 0
    assert leads_of(budi.id) == []


def test_a_manager_reads_the_reports_of_campaigns_that_gave_leads_and_no_other(
    client_of: Callable[..., Any], written: Callable[..., Any], willing: Callable[..., Any]
) -> None:
    budi = willing("Budi Hutapea", is_vip=True, rm="rm_mdn")
    made = written(hand_off=True)
    clicked(made, budi.id)
    answers_hand_on(UUID(made["campaign_id"]))

    assert [row["campaign_id"] for row in client_of("rm_mdn").api("GET", "/campaigns").json()["items"]] == [made["campaign_id"]]
    assert client_of("rm_mdn").api("GET", f"/campaigns/{made['campaign_id']}/report").status_code == 200
    assert client_of("rm_mdn").api("GET", f"/campaigns/{made['campaign_id']}/customers").status_code == 403
    assert client_of("rm_mdn_2").api("GET", "/campaigns").json()["items"] == []
    assert client_of("rm_mdn_2").api("GET", f"/campaigns/{made['campaign_id']}/report").status_code == 404


def test_marketing_hands_over_a_customer_to_whom_the_campaign_writes_and_no_other(
    client_of: Callable[..., Any], written: Callable[..., Any], willing: Callable[..., Any]
) -> None:
    budi = willing("Budi Hutapea", is_vip=True, rm="rm_mdn")
    plain = willing("Dewi Sartika", rm="rm_mdn")
    made = written()
    marketing = client_of("marketing")
    body = {"source_type": "CAMPAIGN", "source_id": made["campaign_id"], "interest": "KUR Berkah"}

    given = marketing.api("POST", "/leads", body | {"customer_id": str(budi.id)})
    again = marketing.api("POST", "/leads", body | {"customer_id": str(budi.id)})
    outside = marketing.api("POST", "/leads", body | {"customer_id": str(plain.id)})

    assert given.status_code == 201
    assert set(given.json()) == {"id", "status", "assigned_to", "branch"}
    assert given.json()["assigned_to"]["full_name"] == "Rm Mdn"
    assert (again.status_code, again.json()["code"]) == (409, "lead_exists")
    assert outside.status_code == 404
