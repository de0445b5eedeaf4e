"""Leads and opportunities as files: what goes out as the list shows it, and what comes in by key, once."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from simpul.iam.public import system_actor
from simpul.imports.public import Setting
from simpul.imports.targets import Merged, targets
from simpul.platform.actor import Act
from simpul.platform.clock import today
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.exports import find
from simpul.sales.errors import LeadExists
from simpul.sales.models import Lead, Opportunity
from simpul.sales.public import LeadOrigin, leads_add
from simpul.sales.services.creating import lead_create
from tests.sales.conftest import converted, lead_at, new_lead, stored
from tests.support import customers, people
from tests.support.database import rows
from tests.support.registries import holding

CAMPAIGN = "01999999-0000-7000-8000-000000000001"


@pytest.mark.django_db
def test_the_files_hold_the_rows_that_the_reader_lists(organisation):
    lead = lead_at("QUALIFIED", estimated_value=350_000_000)
    opportunity = converted(lead)
    closed = lead_at("CLOSED_LOST")
    found = {}
    for who in ("supervisor_mdn", "supervisor_bnj"):
        actor = people.actor(who)
        with scope(actor):
            leads, pursued = find("leads"), find("opportunities")
            everything = leads.accept({"closed": "all"})
            found[who] = (
                leads.count(actor, everything, 10),
                leads.page(actor, leads.accept({}), None, 10).rows,
                pursued.page(actor, pursued.accept({}), None, 10).rows,
            )
    assert found["supervisor_bnj"] == (0, [], [])
    count, leads_out, pursued_out = found["supervisor_mdn"]
    assert count == 2
    keys = [column.key for column in find("leads").columns]
    assert [dict(zip(keys, row, strict=True))["status"] for row in leads_out] == ["QUALIFIED"]
    row = dict(zip((column.key for column in find("opportunities").columns), pursued_out[0], strict=True))
    assert (row["customer"], row["stage"], row["probability"]) == ("Budi Hutapea", "NEW", 10)
    assert (opportunity.lead_id, closed.status) == (lead.id, "CLOSED_LOST")
    with pytest.raises(Invalid) as refusal:
        find("leads").accept({"status": "SOLD"})
    assert list(refusal.value.fields) == ["filter.status"]


@pytest.mark.django_db
def test_nobody_exports_leads_unless_it_is_switched_on_by_name(organisation):
    assert not any(people.actor(who).may("lead", Act.EXPORT) for who in ("supervisor_mdn", "rm_mdn", "agent_mdn", "marketing", "director"))


def brought_in(columns: dict[str, list[Any]], target: str = "leads") -> Merged:
    """What an import makes of these columns."""
    system = system_actor()
    setting = Setting(system, "CORE", today(), frozenset(columns), {}, None, lambda text: None)
    with scope(system):
        loader = targets[target].open(setting)
        return loader.merge(loader.stage(range(len(columns["customer_key"])), columns))


@pytest.mark.django_db
def test_imported_leads_are_new_assigned_by_rule_and_there_once(organisation):
    own = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn", source_system="CORE", source_key="K1")
    queued = customers.customer("Rina Sitorus", "BNJ", source_system="CORE", source_key="K2")
    columns: dict[str, list[Any]] = {
        "customer_key": ["K1", "K2", "K9", "K1"],
        "lead_key": ["L1", "L2", "L3", "L1"],
        "source_type": ["MANUAL", "INTAKE_API", "MANUAL", "MANUAL"],
        "interest": ["KPR", "Deposito", "KUR", "KPR"],
    }

    first, again = brought_in(columns), brought_in(columns)

    assert (first.added, first.unchanged, sorted(first.problems)) == (2, 0, [2, 3])
    assert (again.added, again.unchanged) == (0, 2)
    with rows():
        found = set(Lead.objects.values_list("customer_id", "source_id", "assigned_to", "status"))
    assert found == {(own.id, "CORE:L1", people.user_id("rm_mdn"), "NEW"), (queued.id, "CORE:L2", None, "NEW")}


@pytest.mark.django_db
def test_imported_opportunities_are_new_of_whoever_the_rule_names(organisation):
    own = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn", source_system="CORE", source_key="K1")
    customers.customer("Rina Sitorus", "BNJ", source_system="CORE", source_key="K2")
    columns: dict[str, list[Any]] = {
        "customer_key": ["K1", "K2", "K1"],
        "opportunity_key": ["O1", "O2", "O3"],
        "product_interest": ["KPR", "Deposito", "KUR"],
        "product_code": ["LOAN", None, "NO_SUCH"],
        "estimated_value": [350_000_000, 10_000_000, 5_000_000],
        "expected_close_on": [today(), today(), today()],
    }

    first, again = brought_in(columns, "opportunities"), brought_in(columns, "opportunities")

    assert (first.added, sorted(first.problems)) == (1, [1])
    assert (again.added, again.unchanged) == (0, 1)
    with rows():
        found = list(Opportunity.objects.values_list("customer_id", "source_key", "assigned_to", "stage", "probability"))
    assert found == [(own.id, "CORE:O1", people.user_id("rm_mdn"), "NEW", 10)]


def test_of_two_hand_offs_at_once_one_lead_comes(committed):
    people.organisation()
    about: UUID = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn").id
    start, results = threading.Barrier(3), []

    def as_set() -> None:
        from django.db import connection

        system = system_actor()
        start.wait()
        with scope(system):
            results.append(leads_add(actor=system, source_type="CAMPAIGN", source_id=CAMPAIGN, customer_ids=[about]).added)
        connection.close()

    def by_hand() -> None:
        from django.db import connection

        actor = people.actor("agent_mdn")
        start.wait()
        try:
            with scope(actor):
                lead_create(actor=actor, values={"customer_id": about, "source_type": "CAMPAIGN", "source_id": CAMPAIGN})
            results.append(1)
        except LeadExists:
            results.append(0)
        connection.close()

    with holding(LeadOrigin("CAMPAIGN", lambda key, who: True)):
        workers = [threading.Thread(target=act) for act in (as_set, as_set, by_hand)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(30)

    assert sorted(results) == [0, 0, 1]
    with rows():
        assert Lead.objects.filter(customer_id=about).count() == 1


@pytest.mark.django_db
def test_a_new_lead_shows_in_the_timeline_and_as_an_alert_to_who_sees_it(organisation, api):
    lead = new_lead("agent_bnj", customer_id=customers.customer("Rina Sitorus", "BNJ").id)

    def seen(who: str) -> tuple[list[str], list[str]]:
        _, timeline = api(who, "GET", f"/customers/{lead.customer_id}/timeline?kind=Lead")
        _, page = api(who, "GET", f"/customers/{lead.customer_id}/360")
        return [event["title"] for event in timeline["items"]], [alert["code"] for alert in page["alerts"]]

    titles, codes = seen("supervisor_bnj")
    assert titles == ["Prospek baru"]
    assert "LEAD_UNASSIGNED" in codes
    titles, codes = seen("agent_bnj")
    assert titles == []
    assert "LEAD_UNASSIGNED" not in codes


@pytest.mark.django_db
@pytest.mark.covers("15.3.5-2")
def test_every_change_of_owner_stands_in_the_timeline_of_the_lead_and_of_its_customer(organisation, api):
    lead = new_lead()

    def assign(to: str | None) -> int:
        whose = None if to is None else str(people.user_id(to))
        return api("supervisor_mdn", "POST", f"/leads/{lead.id}/assign", {"version": stored(lead).version, "assigned_to": whose})[0]

    # The owner who stands is no change, and a refusal leaves nothing.
    assert [assign(to) for to in ("rm_mdn_2", "rm_mdn_2", "agent_mdn", None, "rm_mdn")] == [200, 200, 422, 200, 200]

    _, history = api("rm_mdn", "GET", f"/leads/{lead.id}/history")
    assert [(step["title"], step["from_label"], step["to_label"], step["by"]["full_name"]) for step in history["items"]] == [
        ("Ditugaskan", "Antrean cabang", "Rm Mdn", "Supervisor Mdn"),
        ("Dikembalikan ke antrean", "Rm Mdn 2", "Antrean cabang", "Supervisor Mdn"),
        ("Ditugaskan", "Rm Mdn", "Rm Mdn 2", "Supervisor Mdn"),
        ("Dibuat", None, "Baru", "Rm Mdn"),
    ]
    assert [step["at"] for step in history["items"]] == sorted((step["at"] for step in history["items"]), reverse=True)
    titles: list[str] = []
    cursor = ""
    while cursor is not None:
        _, page = api("rm_mdn", "GET", f"/customers/{lead.customer_id}/timeline?kind=Lead&limit=2{cursor and '&cursor='}{cursor}")
        titles += [event["title"] for event in page["items"]]
        cursor = page["next_cursor"]
    assert titles == [
        "Prospek berpindah dari antrean cabang ke Rm Mdn",
        "Prospek berpindah dari Rm Mdn 2 ke antrean cabang",
        "Prospek berpindah dari Rm Mdn ke Rm Mdn 2",
        "Prospek baru",
    ]
    assert api("rm_mdn_2", "GET", f"/leads/{lead.id}/history")[0] == 404


@pytest.mark.django_db
@pytest.mark.covers("15.3.5-2")
def test_every_change_of_a_lead_s_fields_stands_in_the_timeline_of_the_lead_and_of_its_customer(organisation, api):
    lead = new_lead(estimated_value=Decimal(10_000_000), interest="", note="")
    given = {"product_code": None, "interest": "", "note": "", "estimated_value": "10000000"}

    def update(**fields: str | None) -> int:
        return api("rm_mdn", "PATCH", f"/leads/{lead.id}", {"version": stored(lead).version, **given, **fields})[0]

    # What stands already is no change, and a refusal leaves nothing.
    assert [update(), update(product_code="NO_SUCH"), update(estimated_value="25000000"), update(estimated_value="25000000", note="Telepon pagi")] == [
        200, 422, 200, 200,
    ]  # fmt: skip
    _, history = api("rm_mdn", "GET", f"/leads/{lead.id}/history")
    assert [(step["title"], step["from_label"], step["to_label"], step["by"]["full_name"]) for step in history["items"]] == [
        ("Catatan diubah", "kosong", "Telepon pagi", "Rm Mdn"),
        ("Perkiraan nilai diubah", "Rp 10.000.000", "Rp 25.000.000", "Rm Mdn"),
        ("Dibuat", None, "Baru", "Rm Mdn"),
    ]
    _, page = api("rm_mdn", "GET", f"/customers/{lead.customer_id}/timeline?kind=Lead")
    assert [event["title"] for event in page["items"]] == [
        "Prospek: Catatan diubah, kosong → Telepon pagi",
        "Prospek: Perkiraan nilai diubah, Rp 10.000.000 → Rp 25.000.000",
        "Prospek baru",
    ]
