"""Handing messages over: the gates at the moment of sending, what a provider's answer means, and that nothing goes out twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import permutations
from typing import Any

import pytest

from simpul.iam.public import system_actor
from simpul.messaging.models import MessageProvider, OutboundMessage, SuppressedAddress
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.selectors.hours import Window, next_opening
from simpul.messaging.services.receiving import receipts_apply, receipts_take, suppress_address
from simpul.messaging.services.sending import send_due, settle_stale
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.clock import now, shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DayKind, NamedDay, WorkingTime
from tests.messaging.sending import agreeing, at_any_hour, provider, said, standing, written
from tests.support import customers, documents
from tests.support.database import rows
from tests.support.sandbox import Mailbox, Sandbox

pytestmark = pytest.mark.django_db

PHONE, MAIL = "+6281234567678", "siti@surel.example"


def sent(channel: str = "WHATSAPP") -> int:
    return send_due(Channel(channel), wait=lambda seconds: pytest.fail("nothing is paced here"))


def keys(sandbox: Sandbox) -> list[str]:
    return [message["send_key"] for message in sandbox.messages()]


@pytest.mark.parametrize("adapter", [Adapter.WHATSAPP_CLOUD, Adapter.SMS_HTTP, Adapter.SMTP, Adapter.ANYMAIL])
def test_a_message_goes_out_once_with_our_key_and_reports_find_it(organisation: None, sandbox: Sandbox, adapter: Adapter) -> None:
    channel = "EMAIL" if adapter in (Adapter.SMTP, Adapter.ANYMAIL) else "SMS" if adapter is Adapter.SMS_HTTP else "WHATSAPP"
    key = provider(sandbox, adapter)
    message = written(customers.customer().id, channel, recipient=MAIL if channel == "EMAIL" else PHONE)

    assert (sent(channel), sent(channel)) == (1, 0)

    [came] = sandbox.messages()
    assert (came["send_key"], "diperbarui" in came["text"]) == (str(message), True)
    assert standing(message) == [("SENT", "DONE", None)]
    with rows():
        assert MessageProvider.objects.get(pk=key).last_success_at is not None


def test_reports_come_by_the_provider_s_signed_address_forged_ones_do_not(organisation: None, sandbox: Sandbox, mailbox: Mailbox, client: Any) -> None:
    key = provider(sandbox, Adapter.WHATSAPP_CLOUD)
    message = written(customers.customer().id)
    before = len(mailbox.calls)
    sent()
    headers, body = mailbox.wait_for(before + 1)[before]
    signature = {"X-Hub-Signature-256": headers["x-hub-signature-256"]}

    def post(body: bytes, headers: dict[str, str], to: str = key) -> int:
        return int(client.post(f"/hooks/messages/{to}", body, content_type="application/json", headers=headers).status_code)

    assert post(body.replace(b"sent", b"read"), signature) == 403
    assert post(body, {}) == 403
    assert post(body, signature, "nobody") == 403
    assert [post(body, signature) for _ in range(3)] == [200, 200, 200]
    with rows():
        assert query("SELECT count(*) AS kept FROM crm.provider_receipts")[0]["kept"] == body.count(b'"status"')
    handshake = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
    token = sandbox.accounts[Adapter.WHATSAPP_CLOUD]["secrets"]["verify_token"]
    assert client.get(f"/hooks/messages/{key}", {**handshake, "hub.verify_token": token}).content == b"1158201444"
    assert client.get(f"/hooks/messages/{key}", {**handshake, "hub.verify_token": "guessed"}).status_code == 403
    receipts_apply()
    assert standing(message)[0][0] in ("SENT", "DELIVERED")


def _facts(customer_id: Any) -> None:
    customers.facts(customer_id, has_open_sensitive_case=True)


def _unwanted(customer_id: Any) -> None:
    with rows():
        execute("INSERT INTO crm.contact_preferences VALUES (%s, 'WHATSAPP', false, now(), %s)", (customer_id, system_actor().id))


def _suppressed(customer_id: Any, reason: str = "OPT_OUT") -> None:
    with scope(system_actor()):
        suppress_address("WHATSAPP", address_hash("WHATSAPP", PHONE), reason, customer_id, None)


@pytest.mark.parametrize(
    ("arranged", "offer", "service"),
    [
        (lambda customer_id: None, None, None),
        (lambda customer_id: said(customer_id, "WITHDRAWN"), "CONSENT", None),
        (lambda customer_id: said(customer_id, "WITHDRAWN", "WHATSAPP"), "CONSENT", None),
        (lambda customer_id: said(customer_id, "WITHDRAWN", "EMAIL"), None, None),
        (_facts, "CASE_ACTIVE", None),
        (_unwanted, "PREFERENCE", None),
        (_suppressed, "SUPPRESSED", None),
        (lambda customer_id: _suppressed(customer_id, "BOUNCE"), "SUPPRESSED", "SUPPRESSED"),
    ],
)
def test_an_offer_passes_every_gate_and_a_message_of_service_its_own(
    organisation: None, sandbox: Sandbox, arranged: Callable[[Any], None], offer: str | None, service: str | None
) -> None:
    at_any_hour()
    provider(sandbox, Adapter.WHATSAPP_CLOUD)
    customer = agreeing()
    one, other = written(customer.id, purpose="MARKETING"), written(customer.id)

    # Queued while all was well: what counts is the moment of sending.
    arranged(customer.id)
    sent()

    outcome = [("FAILED", "DONE", reason) if reason else ("SENT", "DONE", None) for reason in (offer, service)]
    assert standing(one, other) == outcome
    assert sorted(keys(sandbox)) == sorted(str(each) for each, reason in ((one, offer), (other, service)) if reason is None)


def test_without_a_word_there_is_no_offer_and_enough_is_enough(organisation: None, sandbox: Sandbox) -> None:
    at_any_hour()
    with rows():
        execute("UPDATE iam.settings SET value = '2' WHERE key = 'messages.marketing_per_day'")
    provider(sandbox, Adapter.WHATSAPP_CLOUD)
    silent, eager = customers.customer(), agreeing("Siti Hasibuan")
    never = written(silent.id, purpose="MARKETING")
    offers = [written(eager.id, purpose="MARKETING") for _ in range(4)]

    sent()

    assert standing(never) == [("FAILED", "DONE", "CONSENT")]
    assert [state[2] for state in standing(*offers)] == [None, None, "FREQUENCY_CAP", "FREQUENCY_CAP"]
    assert len(keys(sandbox)) == 2


@pytest.mark.parametrize(
    ("local", "opens"),
    [
        ("2026-11-23T09:00", "2026-11-23T09:00"),  # Monday, within
        ("2026-11-23T07:59", "2026-11-23T08:00"),
        ("2026-11-23T18:00", "2026-11-24T08:00"),
        ("2026-11-28T18:01", "2026-11-30T08:00"),  # Saturday evening
        ("2026-12-25T10:00", "2026-12-26T08:00"),  # Christmas is a Friday
        ("2026-08-16T10:00", "2026-08-18T08:00"),  # Sunday, and Independence Day on Monday
    ],
)
@pytest.mark.parametrize(("zone", "hours"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)])
def test_offers_are_written_in_the_customer_s_own_working_hours(local: str, opens: str, zone: str, hours: int) -> None:
    def instant(written_time: str) -> datetime:
        return datetime.fromisoformat(written_time).replace(tzinfo=UTC) - timedelta(hours=hours)

    window = Window(frozenset({1, 2, 3, 4, 5, 6}), time(8), time(18))
    named = {day: NamedDay(DayKind.HOLIDAY, Text(id="Libur", en="Holiday")) for day in (date(2026, 12, 25), date(2026, 8, 17))}
    closed = WorkingTime(zone, [()] * 7, named)
    assert next_opening(window, instant(local), zone, closed) == instant(opens)
    assert next_opening(None, instant(local), zone, None) == instant(local)


def test_a_busy_provider_is_asked_again_and_a_lost_answer_never(organisation: None, sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.WHATSAPP_CLOUD)
    customer = customers.customer()
    sandbox.behave(busy=1)
    message = written(customer.id)
    assert (sent(), standing(message)) == (1, [("QUEUED", "WAITING", None)])
    assert sent() == 0  # not yet
    sandbox.behave()
    with shifted(timedelta(hours=1)):
        assert (sent(), standing(message)) == (1, [("SENT", "DONE", None)])

    sandbox.behave(lose=1)
    with shifted(timedelta(hours=2)):
        lost = written(customer.id)
        sent()
    assert (standing(lost), len(keys(sandbox))) == ([("QUEUED", "UNKNOWN", None)], 1)
    sandbox.behave()
    with shifted(timedelta(hours=4)):
        settle_stale()
        assert (sent(), keys(sandbox)) == (0, [])
    with shifted(timedelta(days=4)):
        settle_stale()
    assert standing(lost) == [("FAILED", "DONE", "NOT_CONFIRMED")]


def test_what_was_claimed_before_a_crash_is_told_as_unknown_and_settled_by_its_report(organisation: None, sandbox: Sandbox) -> None:
    from simpul.messaging.services.sending import claim_batch, hand_over

    provider(sandbox, Adapter.SMS_HTTP)
    message = written(customers.customer().id, "SMS")
    batch = claim_batch(Channel.SMS)
    assert standing(message) == [("QUEUED", "CLAIMED", None)]
    settle_stale()
    assert standing(message) == [("QUEUED", "CLAIMED", None)]  # somebody may be handing it over right now
    with shifted(timedelta(minutes=3)):
        settle_stale()
        assert standing(message) == [("QUEUED", "UNKNOWN", None)]
        # Whoever wakes up with an old claim finds nothing to hand over.
        assert (hand_over(batch), keys(sandbox)) == (0, [])  # type: ignore[arg-type]
    report("sms_http", sandbox, message, "DELIVERED")
    assert standing(message) == [("DELIVERED", "DONE", None)]


def test_a_provider_that_refuses_our_account_stops_and_the_second_one_takes_over(organisation: None, sandbox: Sandbox) -> None:
    first = provider(sandbox, Adapter.SMS_HTTP, "satu", secrets=None, position=0)
    provider(sandbox, Adapter.SMS_HTTP, "dua", position=1)
    message = written(customers.customer().id, "SMS")

    sent("SMS")
    with shifted(timedelta(minutes=2)):
        sent("SMS")

    with rows():
        stopped = MessageProvider.objects.get(pk=first)
        assert (stopped.stopped_reason is not None, OutboundMessage.objects.get(pk=message).provider_key) == (True, "dua")
    assert (standing(message), len(keys(sandbox))) == ([("SENT", "DONE", None)], 1)


def test_five_batches_that_fail_rest_a_provider_for_a_while(organisation: None, sandbox: Sandbox) -> None:
    key = provider(sandbox, Adapter.SMS_HTTP, batch_size=1)
    sandbox.behave(busy=1)
    waiting = [written(customers.customer(f"Nasabah {number}").id, "SMS") for number in range(7)]

    sent("SMS")

    with rows():
        resting = MessageProvider.objects.get(pk=key)
    assert (resting.failures, resting.resumes_at is not None and resting.resumes_at > now()) == (5, True)
    assert [state[1] for state in standing(*waiting)] == ["WAITING"] * 7
    sandbox.behave()
    with shifted(timedelta(hours=1)):
        assert sent("SMS") == 7
    with rows():
        assert MessageProvider.objects.get(pk=key).failures == 0


def report(key: str, sandbox: Sandbox, message: Any, *statuses: str) -> None:
    """What the SMS gateway reports of a message, in this order."""
    import hashlib
    import hmac
    import json

    secret = sandbox.accounts[Adapter.SMS_HTTP]["secrets"]["webhook_secret"]
    for number, status in enumerate(statuses):
        at = (datetime(2026, 11, 23, 3, 0, tzinfo=UTC) + timedelta(seconds=number)).isoformat()
        body = json.dumps({"reports": [{"id": f"r-{message}", "client_ref": str(message), "to": PHONE, "status": status, "at": at}]}).encode()
        receipts_take(provider_key=key, headers={"x-signature": hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}, body=body)
    receipts_apply()


def test_in_whatever_order_reports_come_the_same_is_known_in_the_end(organisation: None, sandbox: Sandbox) -> None:
    key = provider(sandbox, Adapter.SMS_HTTP)
    customer = customers.customer()
    found = set()
    for order in permutations(["SENT", "DELIVERED", "FAILED", "DELIVERED"]):
        message = written(customer.id, "SMS")
        with rows():
            execute("UPDATE crm.outbound_messages SET handover = 'CLAIMED', provider_key = %s, claimed_at = now() WHERE message_id = %s", (key, message))
        report(key, sandbox, message, *order)
        found.add(standing(message)[0])
    assert found == {("DELIVERED", "DONE", None)}
    ended = written(customer.id, "SMS")
    with rows():
        execute("UPDATE crm.outbound_messages SET handover = 'CLAIMED', provider_key = %s, claimed_at = now() WHERE message_id = %s", (key, ended))
    report(key, sandbox, ended, "FAILED")
    report(key, sandbox, ended, "SENT")
    assert standing(ended)[0][:2] == ("FAILED", "DONE")


def test_an_opt_out_at_whatsapp_withdraws_consent_with_its_proof(organisation: None, sandbox: Sandbox) -> None:
    import hashlib
    import hmac
    import json

    key = provider(sandbox, Adapter.WHATSAPP_CLOUD)
    customer = agreeing()
    written(customer.id)
    sent()
    secret = sandbox.accounts[Adapter.WHATSAPP_CLOUD]["secrets"]["app_secret"]
    preference = {
        "wa_id": PHONE.lstrip("+"),
        "detail": "User requested to stop marketing messages",
        "category": "marketing_messages",
        "value": "stop",
        "timestamp": 1764000000,
    }
    value = {"messaging_product": "whatsapp", "metadata": {}, "user_preferences": [preference]}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "user_preferences", "value": value}]}]}).encode()
    for _ in range(2):
        receipts_take(provider_key=key, headers={"x-hub-signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}, body=body)
        receipts_apply()

    with rows():
        [row] = query("SELECT status, channel, verification_method, source_reference FROM crm.consents WHERE status = 'WITHDRAWN'")
        assert (row["channel"], row["verification_method"], row["source_reference"].split()[0]) == ("WHATSAPP", "PROVIDER_SIGNAL", "receipt")
        assert SuppressedAddress.objects.filter(customer_id=customer.id, reason="OPT_OUT").count() == 1


@pytest.mark.parametrize("category", ["TRX_FAIL", "FRAUD_SCAM"])
def test_the_receipt_of_a_complaint_goes_with_its_mail_unless_the_case_is_sensitive(
    organisation: None, sandbox: Sandbox, client_of: Callable[..., Any], category: str
) -> None:
    provider(sandbox, Adapter.SMTP)
    customer = customers.customer("Rahmat Siregar", "MDN", email=MAIL, preferred_channel="EMAIL")
    body = {"customer_id": str(customer.id), "channel": "CALL_CENTER", "category_code": category, "priority": "HIGH", "description": "Dana keluar dua kali."}
    case = client_of("agent_mdn").api("POST", "/cases", body).json()

    assert sent("EMAIL") == 1

    [came] = sandbox.messages()
    assert case["case_no"] in came["title"]
    if category == "FRAUD_SCAM":
        assert came["attachments"] == []
    else:
        receipt = case["content"]["receipt"]["document_id"]
        printed = documents.body(client_of("agent_mdn").get(f"/api/v1/documents/{receipt}/content"))
        [file] = came["attachments"]
        assert (file["size"], file["sha256"]) == (len(printed), sha256(printed).hexdigest())
        assert file["name"].endswith(".pdf")
