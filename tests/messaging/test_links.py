"""Sets by templates: rendered when they leave, with links that customers follow and programs do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import pytest

from simpul.iam.public import system_actor
from simpul.messaging.models import OutboundMessage
from simpul.messaging.public import Channel, Purpose, messages_queue
from simpul.messaging.services.receiving import receipts_apply
from simpul.messaging.services.sending import send_due
from simpul.messaging.vocabulary import Adapter
from simpul.platform.db import execute, query, scope
from tests.messaging.sending import agreeing, at_any_hour, provider, standing
from tests.messaging.templates import OFFER, SMS
from tests.support import customers
from tests.support.database import rows
from tests.support.sandbox import Sandbox

BROWSER = {"user-agent": "Mozilla/5.0 (Linux; Android 16) Chrome/145.0"}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def _address(settings: Any) -> None:
    settings.PUBLIC_URL = "https://pesan.bank.example"


def queued(version: UUID, given: list[tuple[UUID, str, dict[str, str] | None]], channel: Channel, purpose: Purpose, subject: str = "") -> dict[UUID, UUID]:
    with scope(system_actor()):
        return messages_queue(
            actor=system_actor(), customers=given, channel=channel, purpose=purpose, subject_type="CAMPAIGN", subject_id=subject or str(uuid4()), resource="customer", tier=1,
            template_version_id=version,
        )  # fmt: skip


def offered(sandbox: Sandbox, approved: Callable[..., tuple[str, UUID]]) -> tuple[Any, UUID, str]:
    """One customer with an offer by mail that left a while ago: the customer, the message, and the mail's markup."""
    at_any_hour()
    provider(sandbox, Adapter.SMTP)
    customer = agreeing("Siti Hasibuan", email="siti@surel.example")
    _, version = approved(OFFER, purpose="MARKETING")
    message = queued(version, [(customer.id, "MDN", {"promo.code": "KUR1"})], Channel.EMAIL, Purpose.MARKETING)[customer.id]
    assert send_due(Channel.EMAIL) == 1
    with rows():
        execute("UPDATE crm.outbound_messages SET sent_at = sent_at - interval '1 minute' WHERE message_id = %s", (message,))
    [mail] = sandbox.messages()
    page = httpx.get(f"{sandbox.address}/messages/html", params={"reference": mail["reference"]}).text
    return customer, message, page


def paths(page: str, kind: str) -> list[str]:
    found = re.findall(rf'(?:href|src)="https://pesan\.bank\.example(/m/{kind}/[^"]+)"', page)
    return [unescape(each) for each in found]


def facts(message: UUID) -> tuple[str, bool, bool]:
    receipts_apply()
    with rows():
        row = OutboundMessage.objects.get(pk=message)
    return row.status, row.opened_at is not None, row.clicked_at is not None


def said() -> list[tuple[str | None, str, str]]:
    with rows():
        found = query("SELECT channel, status, verification_method FROM crm.consents ORDER BY effective_at DESC")
    return [(row["channel"], row["status"], row["verification_method"]) for row in found]


def test_a_set_is_written_once_and_each_gets_its_own_words(organisation: None, sandbox: Sandbox, approved: Any) -> None:
    provider(sandbox, Adapter.SMS_HTTP)
    _, version = approved(SMS)
    with_phone = [customers.customer(f"Nasabah {number}", "MDN", phone_e164=f"+62812000{number:04}") for number in range(5)]
    without = customers.customer("Tanpa Telepon", "MDN", phone_e164=None)
    unfilled = customers.customer("Tanpa Nilai", "MDN")
    values = {"value.amount": "Rp1.000", "value.due_on": "1 Desember 2026"}
    given = [
        *((each.id, "MDN", {**values, "value.amount": f"Rp{number}.000"}) for number, each in enumerate(with_phone)),
        (without.id, "MDN", values),
        (unfilled.id, "MDN", None),
    ]

    made = queued(version, given, Channel.SMS, Purpose.SERVICE, "set-1")
    assert (len(made), queued(version, given, Channel.SMS, Purpose.SERVICE, "set-1")) == (7, {})
    send_due(Channel.SMS)

    came = {message["send_key"]: (message["recipient"], message["text"]) for message in sandbox.messages()}
    assert came == {
        str(made[each.id]): (f"+62812000{number:04}", f"Angsuran Rp{number}.000 jatuh tempo 1 Desember 2026.") for number, each in enumerate(with_phone)
    }
    assert standing(made[without.id], made[unfilled.id]) == [("FAILED", "DONE", "NO_ADDRESS"), ("FAILED", "DONE", "TEMPLATE")]


def test_a_person_opens_and_clicks_and_a_scanner_does_not(organisation: None, sandbox: Sandbox, approved: Any, client: Any) -> None:
    _, message, page = offered(sandbox, approved)
    [pixel], [click] = paths(page, "o"), paths(page, "c")

    for agent in ("", "Mozilla/5.0 (compatible; Barracuda Link Scan)", "python-requests/2.32"):
        assert client.get(click, headers={"user-agent": agent}).status_code == 302
        assert client.get(pixel, headers={"user-agent": agent}).status_code == 200
    assert client.head(click, headers=BROWSER).status_code == 302
    assert client.get(click, headers={**BROWSER, "sec-purpose": "prefetch"}).status_code == 302
    assert facts(message) == ("SENT", False, False)

    assert client.get(pixel, headers=BROWSER)["Content-Type"] == "image/gif"
    assert facts(message) == ("OPENED", True, False)
    for _ in range(3):
        assert client.get(click, headers=BROWSER)["Location"] == "https://bank.example/kur?kode=KUR1"
    assert facts(message) == ("CLICKED", True, True)
    with rows():
        assert query("SELECT count(*) AS kept FROM crm.provider_receipts")[0]["kept"] == 2


def test_a_link_that_was_altered_leads_nowhere_and_changes_nothing(organisation: None, sandbox: Sandbox, approved: Any, client: Any) -> None:
    _, message, page = offered(sandbox, approved)
    [click], [stop, *_] = paths(page, "c"), paths(page, "u")
    before, token = said(), stop.rsplit("/", 1)[1]
    flipped = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    others = token[:10] + ("A" if token[10] != "A" else "B") + token[11:]

    assert client.get(click.replace("bank.example", "evil.example"), headers=BROWSER).status_code == 404
    for wrong in (flipped, others, "", "x" * 4000, token + "AAAA", urlsplit(click).path.rsplit("/", 1)[1]):
        assert client.post(f"/m/u/{wrong}", ONE_CLICK).status_code == 404
    assert (said(), facts(message)[0]) == (before, "SENT")


def test_looking_stops_nothing_and_one_click_withdraws_with_its_proof(organisation: None, sandbox: Sandbox, approved: Any, client: Any) -> None:
    customer, message, page = offered(sandbox, approved)
    [stop, *_] = paths(page, "u")

    looked = client.get(stop, headers=BROWSER)
    assert (looked.status_code, client.head(stop).status_code, [word for _, word, _ in said()]) == (200, 200, ["GRANTED"])
    assert "siti" not in looked.content.decode().lower()
    assert client.post(stop, {}).status_code == 400
    assert client.post(stop, {"SMS": "on", "EMAIL": "on", "keep": "1"}).status_code == 200
    with rows():
        wanted = {
            row["channel"]: row["is_wanted"] for row in query("SELECT channel, is_wanted FROM crm.contact_preferences WHERE customer_id = %s", (customer.id,))
        }
    assert wanted == {"WHATSAPP": False, "EMAIL": True, "SMS": True, "PUSH": False, "IN_APP": False}
    assert [client.post(stop, ONE_CLICK).status_code for _ in range(2)] == [200, 200]
    assert said()[0] == (None, "WITHDRAWN", "SIGNED_LINK")
    assert len([each for each in said() if each[1] == "WITHDRAWN"]) == 1
    with rows():
        [row] = query("SELECT source_reference FROM crm.consents WHERE status = 'WITHDRAWN'")
    assert row["source_reference"] == f"message {message}"


def test_the_mail_carries_the_head_of_one_click_and_its_history_no_link_of_the_customer(
    organisation: None, sandbox: Sandbox, approved: Any, client_of: Callable[..., Any]
) -> None:
    customer, message, page = offered(sandbox, approved)
    [stop, *_] = paths(page, "u")
    [mail] = sandbox.messages()
    heads = {name.lower(): value for name, value in mail["headers"].items()}
    assert heads["list-unsubscribe"].strip() == f"<https://pesan.bank.example{stop}>"
    assert heads["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"

    shown = client_of("agent_mdn").api("GET", f"/customers/{customer.id}/messages/{message}").json()
    assert (shown["title"], "KUR Berkah" in shown["html"], "/m/" in shown["html"] + shown["body"]) == ("Tawaran untuk Siti Hasibuan", True, False)
    assert shown["recipient"] == "s***@surel.example"
    listed = client_of("agent_mdn").api("GET", f"/customers/{customer.id}/messages").json()["items"]
    assert [(row["channel"], row["purpose"], row["status"]) for row in listed] == [("EMAIL", "MARKETING", "SENT")]
