"""What goes out: judged for everybody at the start, judged again at the moment, stopped at once, and never twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from simpul.marketing.services.executing import campaign_batch, campaign_run
from simpul.marketing.services.freezing import campaign_freeze
from simpul.messaging.services.sending import send_due
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.db import query
from tests.marketing.conftest import agreed, step
from tests.messaging.sending import at_any_hour, provider
from tests.support import customers
from tests.support.database import rows
from tests.support.sandbox import Sandbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(client_of: Callable[..., Any], campaign: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """A campaign that was approved and started at whatever hour; its job has not run yet."""
    at_any_hour()

    def start(**fields: Any) -> dict[str, Any]:
        marketing, supervisor = client_of("marketing"), client_of("supervisor_mdn")
        submitted = step(marketing, campaign(**fields), "submit")
        assert submitted.status_code == 200, submitted.content
        return dict(step(marketing, step(supervisor, submitted.json(), "approve").json(), "start").json())

    return start


def eligibility(campaign: dict[str, Any]) -> dict[UUID, dict[str, Any]]:
    """What was written down for each customer."""
    with rows():
        found = query(
            "SELECT customer_id, is_eligible, reason, reasons, is_holdout, message_id, dropped_reason FROM crm.campaign_eligibility WHERE campaign_id = %s",
            (campaign["campaign_id"],),
        )
    return {row.pop("customer_id"): row for row in found}


def messages(campaign: dict[str, Any]) -> list[tuple[UUID, str, str | None]]:
    """Whom the outbox has a message for, how far it has come, and why it failed."""
    with rows():
        found = query(
            "SELECT customer_id, status, failed_reason FROM crm.outbound_messages WHERE subject_id = %s ORDER BY customer_id", (campaign["campaign_id"],)
        )
    return [(row["customer_id"], row["status"], row["failed_reason"]) for row in found]


@pytest.mark.covers("US-15 AC-1", "US-15 AC-2", "US-14 AC-3", "15.3.4-3", "15.3.4-4")
def test_the_freeze_keeps_one_row_for_every_active_customer_with_all_reasons(
    client_of: Callable[..., Any], running: Callable[..., Any], segment: Callable[..., str], willing: Callable[..., Any]
) -> None:
    budi = willing("Budi Hutapea", is_vip=True)
    andi = customers.customer("Andi Lubis", "MDN", is_vip=True, phone_e164="+628121110001")
    agreed(andi.id, status="WITHDRAWN")
    citra = willing("Citra Dewi", is_vip=True)
    customers.facts(citra.id, has_open_sensitive_case=True)
    plain = willing("Dewi Sartika")
    silent = willing("Eko Siregar", is_vip=True, phone_e164=None)
    gone = willing("Fajar Nasution", is_vip=True, status="CLOSED")
    made = running(segment_id=segment({"field": "is_vip", "op": "eq", "value": True}))

    assert campaign_freeze(UUID(made["campaign_id"])) == 5
    assert campaign_freeze(UUID(made["campaign_id"])) == 0

    found = eligibility(made)
    assert {key: (row["is_eligible"], row["reason"], row["reasons"] or []) for key, row in found.items()} == {
        budi.id: (True, None, []),
        andi.id: (False, "CONSENT", ["CONSENT"]),
        citra.id: (False, "CASE_ACTIVE", ["CASE_ACTIVE"]),
        plain.id: (False, "NOT_IN_RULE", ["NOT_IN_RULE"]),
        silent.id: (False, "NO_CHANNEL", ["NO_CHANNEL"]),
    }
    assert gone.id not in found
    report = client_of("director").api("GET", f"/campaigns/{made['campaign_id']}/report").json()
    assert {name: report[name] for name in ("total", "audience", "eligible", "eligible_rate", "holdout")} == {
        "total": 5, "audience": 4, "eligible": 1, "eligible_rate": 0.25, "holdout": 0,
    }  # fmt: skip
    assert [(row["reason"], row["first"], row["all"]) for row in report["reasons"]] == [
        ("CONSENT", 1, 1),
        ("CASE_ACTIVE", 1, 1),
        ("NOT_IN_RULE", 1, 1),
        ("NO_CHANNEL", 1, 1),
    ]
    # The reason stands on the customer's page for whoever serves the customer, and is found by who runs the campaign.
    tab = client_of("agent_mdn").api("GET", f"/customers/{andi.id}/campaigns").json()
    assert [(item["is_eligible"], item["reason"], item["campaign"]["number"]) for item in tab["items"]] == [(False, "CONSENT", made["number"])]
    why = client_of("agent_mdn").api("GET", f"/campaigns/{made['campaign_id']}/customers/{citra.id}").json()
    assert (why["reason"], why["customer"]["name"], why["rule"]["parts"]) == ("CASE_ACTIVE", "Citra Dewi", [{"sentence": "VIP sama dengan ya", "holds": True}])
    seen = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}/customers/{plain.id}").json()
    assert (seen["reason"], seen["rule"]["parts"][0]["holds"], seen["customer"]) == (
        "NOT_IN_RULE",
        False,
        {"id": str(plain.id), "name": "D*** S***", "reached": False},
    )
    for username, status in (("agent_bnj", 404), ("director", 404), ("admin", 404), ("compliance", 200)):
        assert client_of(username).api("GET", f"/campaigns/{made['campaign_id']}/customers/{plain.id}").status_code == status, username
    assert client_of("director").api("GET", f"/campaigns/{made['campaign_id']}/customers").status_code == 403
    listed = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}/customers?reason=CONSENT").json()["items"]
    assert [(row["customer"]["name"], row["reason"]) for row in listed] == [("A*** L***", "CONSENT")]


def test_who_became_ineligible_since_the_freeze_gets_nothing(running: Callable[..., Any], willing: Callable[..., Any], sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMS_HTTP)
    budi, withdrew, complained, later = willing("Budi Hutapea"), willing("Andi Lubis"), willing("Citra Dewi"), willing("Dewi Sartika")
    made = running()
    campaign_freeze(UUID(made["campaign_id"]))
    agreed(withdrew.id, status="WITHDRAWN")
    customers.facts(complained.id, has_open_sensitive_case=True)

    assert campaign_batch(UUID(made["campaign_id"])) == 4
    # Queued already, and withdrawn before it is handed over.
    agreed(later.id, status="WITHDRAWN")
    send_due(Channel.SMS)

    found = eligibility(made)
    assert {key: row["dropped_reason"] for key, row in found.items()} == {budi.id: None, withdrew.id: "CONSENT", complained.id: "CASE_ACTIVE", later.id: None}
    assert {(key, reason) for key, _, reason in messages(made)} == {(budi.id, None), (later.id, "CONSENT")}
    assert [message["recipient"] for message in sandbox.messages()] == [budi.phone_e164]


def test_what_the_message_says_of_the_offer_is_asked_for_and_goes_with_every_message(
    client_of: Callable[..., Any],
    campaign: Callable[..., Any],
    running: Callable[..., Any],
    willing: Callable[..., Any],
    offer_template: Callable[..., str],
    sandbox: Sandbox,
) -> None:
    provider(sandbox, Adapter.SMS_HTTP)
    willing("Budi Hutapea")
    template = offer_template(words='{{promo.name}} dengan kode {{promo.code|"KUR"}}: {{promo.link}}')
    draft = campaign(template_id=template, message_values={"promo.name": " KUR Berkah ", "promo.ends_on": "31 Desember 2026"})
    assert [(each["name"], each["is_required"]) for each in draft["tokens"]] == [("promo.name", True), ("promo.code", False), ("promo.link", True)]
    assert draft["problems"] == [{"field": "message_values", "message": "Isi yang disebut pesannya: Tautan promo."}]
    assert step(client_of("marketing"), draft, "submit").json()["errors"] == {"message_values": ["Isi yang disebut pesannya: Tautan promo."]}
    for values, said in (
        ({"promo.link": "javascript:alert(1)"}, "promo.link: Tulis alamat lengkap, misalnya https://bank.example/promo."),
        ({"customer.name": "Budi"}, "customer.name: Token ini tidak ada."),
    ):
        refused = client_of("marketing").api("PATCH", f"/campaigns/{draft['campaign_id']}", {"version": 1, "message_values": values})
        assert (refused.status_code, refused.json()["errors"]) == (422, {"message_values": [said]})

    made = running(template_id=template, message_values={"promo.name": "KUR Berkah", "promo.link": "https://bank.example/kur"})
    campaign_freeze(UUID(made["campaign_id"]))
    campaign_batch(UUID(made["campaign_id"]))
    send_due(Channel.SMS)
    assert [message["text"] for message in sandbox.messages()] == ["KUR Berkah dengan kode KUR: https://bank.example/kur"]


def test_a_paused_campaign_hands_nothing_over_and_goes_on_where_it_was(
    client_of: Callable[..., Any], running: Callable[..., Any], willing: Callable[..., Any], sandbox: Sandbox
) -> None:
    provider(sandbox, Adapter.SMS_HTTP)
    everybody = [willing(f"Nasabah {number}") for number in range(6)]
    made = running()
    campaign_freeze(UUID(made["campaign_id"]))
    assert campaign_batch(UUID(made["campaign_id"]), size=4) == 4

    paused = step(client_of("marketing"), client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}").json(), "pause").json()
    send_due(Channel.SMS)
    assert (sandbox.messages(), campaign_batch(UUID(made["campaign_id"]))) == ([], None)

    resumed = step(client_of("marketing"), paused, "resume").json()
    assert campaign_run(UUID(made["campaign_id"])).is_open  # what waits is not sent yet
    send_due(Channel.SMS)
    assert not campaign_run(UUID(made["campaign_id"])).is_open
    assert sorted(message["recipient"] for message in sandbox.messages()) == sorted(each.phone_e164 for each in everybody)
    done = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}").json()
    assert (resumed["status"], done["status"], done["progress"]["written"], done["progress"]["left"]) == ("RUNNING", "DONE", 6, 0)
    report = client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}/report").json()
    assert (report["funnel"]["written"], report["funnel"]["sent"], report["simulated"], report["holdout_compare"]) == (6, 6, True, None)


def test_a_cancelled_campaign_takes_back_what_waits(
    client_of: Callable[..., Any], running: Callable[..., Any], willing: Callable[..., Any], sandbox: Sandbox
) -> None:
    provider(sandbox, Adapter.SMS_HTTP)
    for number in range(3):
        willing(f"Nasabah {number}")
    made = running()
    campaign_freeze(UUID(made["campaign_id"]))
    campaign_batch(UUID(made["campaign_id"]), size=2)

    step(client_of("marketing"), client_of("marketing").api("GET", f"/campaigns/{made['campaign_id']}").json(), "cancel", note="Produknya ditarik dari pasar.")
    send_due(Channel.SMS)

    assert (sandbox.messages(), {reason for _, _, reason in messages(made)}, campaign_batch(UUID(made["campaign_id"]))) == ([], {"WITHDRAWN"}, None)


def test_the_hold_out_group_is_never_written_to(running: Callable[..., Any], willing: Callable[..., Any]) -> None:
    for number in range(60):
        willing(f"Nasabah {number}")
    made = running(holdout_percent=50)
    campaign_freeze(UUID(made["campaign_id"]))
    campaign_run(UUID(made["campaign_id"]))

    found = eligibility(made)
    held = {key for key, row in found.items() if row["is_holdout"]}
    assert 15 <= len(held) <= 45
    assert {key for key, _, _ in messages(made)} == found.keys() - held
