"""What a provider, its account or its administrator may not do: move messages of others, stop reports, take secrets elsewhere, send more than was agreed."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from uuid import uuid4

import pytest

from simpul.iam.public import system_actor
from simpul.messaging.models import MessageTemplateVersion, OutboundMessage, SuppressedAddress
from simpul.messaging.public import Purpose, message_queue_template
from simpul.messaging.selectors.customer_app import waiting_in_app
from simpul.messaging.services.adapters.base import Handed, Outcome
from simpul.messaging.services.receiving import receipts_apply, receipts_take
from simpul.messaging.services.sending import change_after, send_due
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from tests.messaging.sending import agreeing, at_any_hour, provider, said, standing, written
from tests.messaging.templates import SMS
from tests.support import customers
from tests.support.database import rows
from tests.support.sandbox import Sandbox

pytestmark = pytest.mark.django_db

PHONE = "+6281234567678"


def told(sandbox: Sandbox, key: str, **document: Any) -> None:
    """What an SMS gateway reports, signed as its own."""
    body = json.dumps(document).encode()
    secret = sandbox.accounts[Adapter.SMS_HTTP]["secrets"]["webhook_secret"]
    receipts_take(provider_key=key, headers={"x-signature": hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}, body=body)


def state(message: Any, status: str, at: str = "2026-11-23T03:00:00Z", **fields: Any) -> dict[str, Any]:
    return {"id": f"r-{uuid4()}", "client_ref": str(message), "to": PHONE, "status": status, "at": at, **fields}


def claimed(key: str) -> Any:
    """A message whose answer from this provider was lost."""
    message = written(customers.customer(f"Nasabah {uuid4().hex[:6]}").id, "SMS")
    with rows():
        execute("UPDATE crm.outbound_messages SET handover = 'CLAIMED', provider_key = %s, claimed_at = now() WHERE message_id = %s", (key, message))
        execute("UPDATE crm.outbound_messages SET handover = 'UNKNOWN' WHERE message_id = %s", (message,))
    return message


def test_a_provider_reports_of_what_it_was_given_alone_and_of_no_other_time(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMS_HTTP, "satu"), provider(sandbox, Adapter.SMS_HTTP, "dua")
    mine, other, waiting = claimed("satu"), claimed("dua"), written(customers.customer("Siti Lubis").id, "SMS")
    earliest, latest = claimed("satu"), claimed("satu")

    told(sandbox, "satu", reports=[state(each, "UNDELIVERED") for each in (other, waiting)])
    told(sandbox, "satu", reports=[state(mine, "SENT"), state(earliest, "SENT", "1970-01-01T00:00:00Z"), state(latest, "SENT", "9998-01-01T00:00:00Z")])
    receipts_apply()

    assert standing(mine, other, waiting) == [("SENT", "DONE", None), ("QUEUED", "UNKNOWN", None), ("QUEUED", "WAITING", None)]
    with rows():
        found = {row.id: row for row in OutboundMessage.objects.all()}
    assert found[earliest].sent_at == found[earliest].queued_at
    assert found[latest].queued_at <= found[latest].sent_at <= now()  # type: ignore[operator]


def test_no_report_stops_those_that_come_after_it(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMS_HTTP, "satu")
    odd, plain = claimed("satu"), claimed("satu")
    with rows():
        execute(
            "INSERT INTO crm.provider_receipts (provider_key, dedupe_hash, kind, message_id, occurred_at, detail) "
            "SELECT 'satu', sha256(n::text::bytea), 'SENT', gen_random_uuid(), now(), '{}' FROM generate_series(1, 5001) n"
        )

    told(sandbox, "satu", reports=[state(odd, "FAILED", error="absent subscriber \x00 (31)", id="r\x00\ud800-1"), state(plain, "SENT")])
    receipts_apply()

    assert standing(odd, plain) == [("FAILED", "DONE", "ABSENT_SUBSCRIBER_31"), ("SENT", "DONE", None)]
    with rows():
        assert query("SELECT count(*) AS waiting FROM crm.provider_receipts WHERE applied_at IS NULL")[0]["waiting"] == 5001


def test_a_stop_counts_for_its_address_when_its_message_is_not_found(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMS_HTTP, "satu")
    customer = agreeing()
    written(customer.id, "SMS", recipient=PHONE)

    told(sandbox, "satu", messages=[{"id": "1", "text": "Stop", "from": "0812-3456-7678", "at": "2026-11-23T03:00:00Z", "in_reply_to": "never-told"}])
    receipts_apply()
    with rows():
        assert SuppressedAddress.objects.count() == 0  # its message may still become known
        execute("UPDATE crm.provider_receipts SET received_at = now() - interval '11 minutes'")
    receipts_apply()

    with rows():
        assert list(SuppressedAddress.objects.values_list("customer_id", "reason")) == [(customer.id, "OPT_OUT")]
        assert [row["channel"] for row in query("SELECT channel FROM crm.consents WHERE status = 'WITHDRAWN'")] == ["SMS"]


def test_one_answer_that_is_garbage_spoils_no_other_of_its_batch(organisation: None, sandbox: Sandbox) -> None:
    answers = iter(["r" * 9_000, "\x00r", "well"])

    class Gateway(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps({"id": next(answers)}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Gateway) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        provider(sandbox, Adapter.SMS_HTTP, "satu", settings={"url": f"http://127.0.0.1:{server.server_port}/"})
        messages = [written(customers.customer(f"Nasabah {number}").id, "SMS") for number in range(3)]
        send_due(Channel.SMS)
        server.shutdown()

    assert standing(*messages) == [("SENT", "DONE", None)] * 3
    with rows():
        assert sorted(OutboundMessage.objects.values_list("provider_reference", flat=True)) == ["r", "r" * 500, "well"]


@pytest.mark.parametrize(
    ("attempts", "asked", "waits"), [(1, None, 15), (1, 0.0, 15), (1, 90.0, 90), (3, 1.0, 240), (7, 1.0, 3_600), (1, 3_600.0, 3_600), (8, 1.0, None)]
)
def test_each_attempt_waits_longer_however_little_the_provider_asks_for(attempts: int, asked: float | None, waits: int | None) -> None:
    at = datetime(2026, 11, 23, 3, tzinfo=UTC)
    change = change_after(uuid4(), attempts, Handed(Outcome.LATER, reason="SMS_429", wait_seconds=asked), at)
    assert change.not_before == (at + timedelta(seconds=waits) if waits is not None else None)


def test_an_offer_whose_answer_was_lost_counts_among_those_that_were_sent(organisation: None, sandbox: Sandbox) -> None:
    at_any_hour()
    with rows():
        execute("UPDATE iam.settings SET value = '1' WHERE key = 'messages.marketing_per_day'")
    provider(sandbox, Adapter.WHATSAPP_CLOUD)
    customer = agreeing()
    sandbox.behave(lose=1)
    lost = written(customer.id, purpose="MARKETING")
    send_due(Channel.WHATSAPP)
    sandbox.behave()
    second = written(customer.id, purpose="MARKETING")
    send_due(Channel.WHATSAPP)
    assert standing(lost, second) == [("QUEUED", "UNKNOWN", None), ("FAILED", "DONE", "FREQUENCY_CAP")]


def test_the_app_shows_no_offer_after_consent_was_withdrawn(organisation: None, sandbox: Sandbox) -> None:
    at_any_hour()
    with rows():
        execute(
            "INSERT INTO crm.message_providers (provider_key, name, channel, adapter, settings, updated_by) VALUES ('aplikasi', 'Aplikasi', 'IN_APP', 'IN_APP', '{}', %s)",
            (system_actor().id,),
        )
    customer = agreeing()
    offer, service = (written(customer.id, "IN_APP", purpose, str(customer.id)) for purpose in ("MARKETING", "SERVICE"))
    send_due(Channel.IN_APP)

    def shown() -> set[Any]:
        with scope(system_actor()):
            return {message.id for message in waiting_in_app(customer.id, now())}

    assert shown() == {offer, service}
    said(customer.id, "WITHDRAWN")
    assert shown() == {service}


def test_secrets_go_to_no_other_address_than_they_were_given_for(organisation: None, client_of: Any) -> None:
    admin = client_of("admin")
    account = {
        "name": "Gerbang SMS", "channel": "SMS", "adapter": "SMS_HTTP", "settings": {"url": "https://sms.example/send"},
        "secrets": {"api_key": "kunci-rahasia", "webhook_secret": "rahasia-lain"},
    }  # fmt: skip
    assert admin.api("POST", "/message-providers", {**account, "key": "links"}).status_code == 409
    assert admin.api("POST", "/message-providers", {**account, "key": "gerbang"}).status_code == 201

    def moved(secrets: dict[str, str]) -> Any:
        return admin.api(
            "PATCH", "/message-providers/gerbang", {**account, "settings": {"url": "https://elsewhere.example/send"}, "secrets": secrets, "version": 1}
        )

    refused = moved({"webhook_secret": "rahasia-lain"})
    assert (refused.status_code, set(refused.json()["errors"])) == (422, {"api_key"})
    assert moved(account["secrets"]).json()["settings"] == {"url": "https://elsewhere.example/send"}  # type: ignore[arg-type]


def test_what_was_put_off_is_not_sent_by_a_template_that_was_retired_since(organisation: None, sandbox: Sandbox, approved: Any, client_of: Any) -> None:
    provider(sandbox, Adapter.SMS_HTTP, "satu")
    customer = agreeing()
    _, version = approved(SMS)
    with scope(system_actor()):
        message = message_queue_template(
            actor=system_actor(), customer_id=customer.id, branch_code="MDN", channel=Channel.SMS, purpose=Purpose.SERVICE, subject_type="CUSTOMER", subject_id=str(customer.id),
            resource="customer", tier=1, template_version_id=version, values={"value.amount": "Rp10.000", "value.due_on": "1 Desember"},
        )  # fmt: skip
    sandbox.behave(busy=1)
    send_due(Channel.SMS)
    assert standing(message) == [("QUEUED", "WAITING", None)]
    sandbox.behave()
    with rows():
        [template] = MessageTemplateVersion.objects.filter(pk=version).values_list("template_id", flat=True)
        execute("UPDATE crm.outbound_messages SET not_before = now() WHERE message_id = %s", (message,))
    assert client_of("marketing").api("POST", f"/message-templates/{template}/versions/{version}/retire", {}).status_code == 200

    send_due(Channel.SMS)

    assert (standing(message), sandbox.messages()) == ([("FAILED", "DONE", "TEMPLATE")], [])


@pytest.mark.parametrize(("ahead", "sent"), [("5 minutes", 0), ("1 day", 1)])
def test_a_pause_holds_no_worker_and_one_that_a_wrong_clock_wrote_holds_nothing(organisation: None, sandbox: Sandbox, ahead: str, sent: int) -> None:
    key = provider(sandbox, Adapter.SMS_HTTP)
    written(customers.customer().id, "SMS")
    with rows():
        execute("UPDATE crm.message_providers SET paced_until = now() + %s::interval WHERE provider_key = %s", (ahead, key))
    assert send_due(Channel.SMS, wait=lambda seconds: pytest.fail("nobody waits so long")) == sent


def test_a_test_message_that_fails_counts_as_well(organisation: None, client_of: Any, sandbox: Sandbox) -> None:
    key = provider(sandbox, Adapter.SMS_HTTP, settings={"url": "http://127.0.0.1:9/"})
    admin = client_of("admin")
    answers = [admin.api("POST", f"/message-providers/{key}/test", {"recipient": PHONE}).status_code for _ in range(21)]
    assert answers == [409] * 20 + [429]
