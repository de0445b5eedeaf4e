"""What the copilot says about a customer in half a minute."""

from __future__ import annotations

from datetime import timedelta

from simpul.platform.clock import JAKARTA, now, today
from tests.advice import world
from tests.support import customers


def test_each_line_says_what_holds_and_why_in_masked_values(client_of, trace):
    customer = customers.customer("Budi Hutapea", "MDN", rm="rm_mdn")
    customers.identifier(customer.id, "CIF", customers.CIF)
    world.say(customer.id, "MARKETING", "GRANTED", 2)
    due = now() - timedelta(days=1)
    world.case_of(customer.id, due=due)
    client = client_of("rm_mdn")
    trace.start()

    found = client.api("GET", f"/customers/{customer.id}/copilot").json()

    moment = f"{due.astimezone(JAKARTA):%d-%m-%Y %H:%M}"
    assert [(line["key"], line["text"], line["why"], line["tone"]) for line in found["lines"]] == [
        ("identity", "Budi Hutapea, CIF CIF****123, Massal", "Dari data induk nasabah; nomor disamarkan.", "neutral"),
        ("case", f"1 kasus terbuka, lewat tenggat sejak {moment}.", "Kasus terbuka dengan tenggat paling dekat.", "critical"),
        ("consent", f"Menyetujui pemasaran sejak {today() - timedelta(days=2):%d-%m-%Y}.", "Penawaran boleh disampaikan.", "success"),
        ("value", "Belum ada skor RFM.", "Skor belum dihitung atau tidak boleh ditampilkan.", "neutral"),
        ("advice", "Dahulukan kasus nasabah", f"Kasus terbuka lewat tenggat sejak {moment}.", "warning"),
    ]
    assert len(found["events"]) <= 3
    assert found == client.api("GET", f"/customers/{customer.id}/copilot").json()
    assert trace()["audit"] == ["VIEW_TIMELINE", "VIEW_TIMELINE"]
    assert client_of("finance_mdn").api("GET", f"/customers/{customer.id}/copilot").status_code == 403
    assert client_of("agent_bnj").api("GET", f"/customers/{customer.id}/copilot").status_code == 404
