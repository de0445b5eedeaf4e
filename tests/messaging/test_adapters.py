"""Adapters and the sandbox, each held against what the providers publish, and against each other over the wire."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import smtplib
import uuid
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from simpul.config.sandbox.webpush import Subscription, message_opened
from simpul.messaging.services.adapters import adapter_of, fcm, sms, smtp, webpush, whatsapp
from simpul.messaging.services.adapters.base import (
    GONE,
    Attachment,
    ChannelTemplate,
    Outcome,
    Outgoing,
    ProviderAccount,
    ReceiptForged,
    address_problem,
)
from simpul.messaging.vocabulary import Adapter
from tests.support.sandbox import free_port, running_sandbox, webhook_mailbox

PUBLISHED = {path.stem: json.loads(path.read_text()) for path in (Path(__file__).parent / "published").glob("*.json")}
WIRED = [Adapter.WHATSAPP_CLOUD, Adapter.SMS_HTTP, Adapter.SMTP, Adapter.ANYMAIL, Adapter.FCM, Adapter.WEB_PUSH]
CHANNEL = {Adapter.WHATSAPP_CLOUD: "WHATSAPP", Adapter.SMS_HTTP: "SMS", Adapter.SMTP: "EMAIL", Adapter.ANYMAIL: "EMAIL"}
PROTOCOL = {Adapter.WHATSAPP_CLOUD: "WHATSAPP", Adapter.SMS_HTTP: "SMS", Adapter.ANYMAIL: "POSTMARK"}


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory):
    with running_sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


def recipient_for(sandbox, protocol):
    if protocol in (Adapter.SMTP, Adapter.ANYMAIL):
        return "siti@surel.example"
    if protocol is Adapter.WEB_PUSH:
        return json.dumps(httpx.post(f"{sandbox.address}/push/subscriptions").json())
    return "token-of-a-device" if protocol is Adapter.FCM else "+6281234567890"


def outgoing(sandbox, protocol, **fields):
    given = {"title": "Halo Siti", "body": "Kasus Anda selesai 🙏", "purpose": "SERVICE", "recipient": recipient_for(sandbox, protocol)}
    return Outgoing(send_key=uuid.uuid4(), **{**given, **fields})


def read_kinds(adapter, account, calls):
    return [receipt for headers, body in calls for receipt in adapter.read_receipts(account, headers, body)]


def plain(receipt):
    return {
        "kind": receipt.kind.value, "at": receipt.at.isoformat(), "send_key": str(receipt.send_key) if receipt.send_key else None, "reference": receipt.reference,
        "recipient": receipt.recipient, "reason": receipt.reason, "dedupe": receipt.dedupe,
    }  # fmt: skip


# What providers publish


def test_published_whatsapp_reports_read_as_documented():
    account = ProviderAccount("w", {}, {"app_secret": "s"})
    for example in PUBLISHED["whatsapp"]["webhooks"]:
        body = json.dumps(example["body"]).encode()
        headers = {"X-Hub-Signature-256": "sha256=" + hmac.new(b"s", body, hashlib.sha256).hexdigest()}
        assert [plain(each) for each in adapter_of(Adapter.WHATSAPP_CLOUD).read_receipts(account, headers, body)] == example["receipts"], example["source"]
        with pytest.raises(ReceiptForged):
            adapter_of(Adapter.WHATSAPP_CLOUD).read_receipts(account, headers, body + b" ")


def test_the_published_signature_is_judged_before_anything_is_read():
    vector = PUBLISHED["whatsapp"]["signature"]
    account = ProviderAccount("w", {}, {"app_secret": vector["secret"]})
    for header, why in ((vector["header"], "SHAPE"), ("sha256=" + "0" * 64, "SIGNATURE"), ("", "SIGNATURE")):
        with pytest.raises(ReceiptForged) as forged:
            adapter_of(Adapter.WHATSAPP_CLOUD).read_receipts(account, {"x-hub-signature-256": header}, vector["body"].encode())
        assert str(forged.value) == why


def test_the_handshake_answers_with_the_challenge_for_our_token_only():
    shake, adapter = PUBLISHED["whatsapp"]["handshake"], adapter_of(Adapter.WHATSAPP_CLOUD)
    ours = ProviderAccount("w", {}, {"verify_token": shake["query"]["hub.verify_token"]})
    assert adapter.answer_handshake(ours, shake["query"]) == shake["answer"]
    assert adapter.answer_handshake(ProviderAccount("w", {}, {"verify_token": "other"}), shake["query"]) is None
    assert adapter.answer_handshake(ProviderAccount("w", {}, {}), {**shake["query"], "hub.verify_token": ""}) is None


def test_published_mail_reports_read_as_documented_by_either_way_of_sending():
    secrets = {"webhook_secret": "user:pass"}
    headers = {"Authorization": "Basic " + base64.b64encode(b"user:pass").decode(), "Content-Type": "application/json"}
    for protocol in (Adapter.ANYMAIL, Adapter.SMTP):
        account = ProviderAccount("m", {"esp": "postmark"}, secrets)
        for example in PUBLISHED["postmark"]["webhooks"]:
            body = json.dumps(example["body"]).encode()
            read = [plain(each) for each in adapter_of(protocol).read_receipts(account, headers, body)]
            assert [{name: value for name, value in each.items() if name != "dedupe"} for each in read] == example["receipts"], example["source"]
            for wrong in ({}, {"Authorization": "Basic dXNlcjp3cm9uZw=="}):
                with pytest.raises(ReceiptForged):
                    adapter_of(protocol).read_receipts(account, wrong, body)
        with pytest.raises(ReceiptForged):
            adapter_of(protocol).read_receipts(ProviderAccount("m", {"esp": "postmark"}, {}), headers, body)


def test_our_key_in_the_metadata_of_a_mail_report_is_read_first():
    key = uuid.uuid4()
    body = json.dumps({**PUBLISHED["postmark"]["webhooks"][2]["body"], "Metadata": {"send_key": str(key)}}).encode()
    headers = {"Authorization": "Basic " + base64.b64encode(b"u:p").decode(), "Content-Type": "application/json"}
    (receipt,) = adapter_of(Adapter.ANYMAIL).read_receipts(ProviderAccount("m", {"esp": "postmark"}, {"webhook_secret": "u:p"}), headers, body)
    assert receipt.send_key == key


def test_the_sandbox_opens_the_published_push_message():
    vector = PUBLISHED["webpush"]
    number = int.from_bytes(base64.urlsafe_b64decode(vector["receiver_private"] + "="))
    subscription = Subscription(ec.derive_private_key(number, ec.SECP256R1()), base64.urlsafe_b64decode(vector["auth"] + "=="))
    assert message_opened(subscription, base64.urlsafe_b64decode(vector["body"] + "==")).decode() == vector["plaintext"]


WHATSAPP_CODES = {
    Outcome.LATER: (1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004),
    Outcome.STOPPED: (0, 3, 10, 33, 190, 200, 299, 368, 131005, 131031, 131042, 131045, 131048, 133010),
    Outcome.REFUSED: (
        100, 130472, 130497, 131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052, 131053, 132000, 132001, 132005, 132007, 132012, 132015,
        132016, 132068, 132069, 135000,
    ),
}  # fmt: skip
SMTP_CODES = {
    Outcome.LATER: (421, 450, 451, 452, 454, 455),
    Outcome.REFUSED: (500, 501, 502, 503, 504, 550, 551, 552, 553, 554, 555),
    Outcome.STOPPED: (530, 534, 535, 538),
}
STATUSES = {
    sms: {
        200: "ACCEPTED",
        202: "ACCEPTED",
        400: "REFUSED",
        401: "STOPPED",
        402: "STOPPED",
        403: "STOPPED",
        404: "REFUSED",
        429: "LATER",
        500: "UNKNOWN",
        502: "UNKNOWN",
        503: "LATER",
    },
    webpush: {
        201: "ACCEPTED",
        400: "REFUSED",
        401: "STOPPED",
        403: "REFUSED",
        404: "REFUSED",
        410: "REFUSED",
        413: "REFUSED",
        429: "LATER",
        500: "UNKNOWN",
        503: "LATER",
    },
}
FCM_CODES = {
    "UNREGISTERED": "REFUSED", "INVALID_ARGUMENT": "REFUSED", "SENDER_ID_MISMATCH": "REFUSED", "QUOTA_EXCEEDED": "LATER", "UNAVAILABLE": "LATER",
    "INTERNAL": "UNKNOWN", "THIRD_PARTY_AUTH_ERROR": "STOPPED",
}  # fmt: skip
FCM_STATUS = {
    "UNREGISTERED": 404,
    "INVALID_ARGUMENT": 400,
    "SENDER_ID_MISMATCH": 403,
    "QUOTA_EXCEEDED": 429,
    "UNAVAILABLE": 503,
    "INTERNAL": 500,
    "THIRD_PARTY_AUTH_ERROR": 401,
}


def test_every_code_of_a_provider_has_its_outcome():
    for outcome, codes in WHATSAPP_CODES.items():
        for code in codes:
            assert whatsapp.judge_answer(httpx.Response(400, json={"error": {"code": code}})).outcome is outcome, code
    for outcome, codes in SMTP_CODES.items():
        assert {smtp.judge_code(code).outcome for code in codes} == {outcome}
    for module, statuses in STATUSES.items():
        assert {status: module.judge_answer(httpx.Response(status, json={"id": "1"})).outcome.value for status in statuses} == statuses
    for code, outcome in FCM_CODES.items():
        answer = httpx.Response(FCM_STATUS[code], json={"error": {"status": "X", "details": [{"errorCode": code}]}})
        assert fcm.judge_answer(answer).outcome == outcome, code
    for example in PUBLISHED["fcm"]["errors"]:
        judged = fcm.judge_answer(httpx.Response(example["status"], json=example["body"]))
        assert [judged.outcome.value, judged.reason] == example["outcome"]
    assert fcm.judge_answer(httpx.Response(200, json=PUBLISHED["fcm"]["accepted"]["body"])).reference == PUBLISHED["fcm"]["accepted"]["reference"]
    for example in PUBLISHED["whatsapp"]["answers"]:
        judged = whatsapp.judge_answer(httpx.Response(example["status"], json=example["body"]))
        assert [judged.outcome.value, judged.reference, judged.reason] == example["outcome"]
    assert whatsapp.judge_answer(httpx.Response(502, text="bad")).outcome is Outcome.UNKNOWN is whatsapp.judge_answer(httpx.Response(500, text="")).outcome
    assert sms.judge_answer(httpx.Response(429, headers={"Retry-After": "90000"})).wait_seconds == 3_600


# Over the wire


@pytest.mark.parametrize("protocol", WIRED)
def test_a_message_arrives_once_under_our_key_as_it_was_written(sandbox, protocol):
    sandbox.behave(reports=False)
    messages = [outgoing(sandbox, protocol, title=f"Halo {number}") for number in range(9)]

    handed = adapter_of(protocol).send_messages(sandbox.account(protocol), messages)

    assert {each.outcome for each in handed} == {Outcome.ACCEPTED}
    came = sandbox.messages()
    assert {(each["send_key"], each["text"].strip().splitlines()[-1]) for each in came} == {(str(each.send_key), "Kasus Anda selesai 🙏") for each in messages}
    assert all(
        f"Halo {number}" in each["title"] + each["text"] or protocol is Adapter.SMS_HTTP
        for number, each in enumerate(sorted(came, key=lambda each: each["title"] + each["text"]))
    )
    assert "repeated" not in next(iter(sandbox.counts().values()))
    if protocol not in (Adapter.SMTP, Adapter.WEB_PUSH):
        by_key = {each["send_key"]: each["reference"] for each in came}
        assert [each.reference for each in handed] == [by_key[str(each.send_key)] for each in messages]


@pytest.mark.parametrize("protocol", WIRED)
def test_what_a_provider_does_to_a_call_is_its_outcome(sandbox, protocol):
    adapter, account = adapter_of(protocol), sandbox.account(protocol)

    def send(account=account, **behaviour):
        sandbox.behave(reports=False, **behaviour)
        return adapter.send_messages(account, [outgoing(sandbox, protocol)])[0]

    assert send(busy=1.0).outcome is Outcome.LATER
    refused = send(refuse=1.0)
    assert refused.outcome is Outcome.REFUSED
    assert protocol not in (Adapter.FCM, Adapter.WEB_PUSH) or refused.reason == GONE
    lost = send(sandbox.account(protocol, timeout_seconds=0.5), lose=1.0)
    assert (lost.outcome, len(sandbox.messages())) == (Outcome.UNKNOWN, 1)


@pytest.mark.parametrize("protocol", WIRED)
def test_a_wrong_key_stops_the_account_and_nobody_listening_puts_off(sandbox, protocol, caplog):
    caplog.set_level(logging.DEBUG)
    sandbox.behave()
    port, secret = free_port(), "rahasia-sekali-8812"
    own = sandbox.accounts[protocol]["settings"]
    elsewhere = {name: str(value).replace(sandbox.address, f"http://127.0.0.1:{port}") for name, value in own.items() if sandbox.address in str(value)}
    if protocol is Adapter.SMTP:
        elsewhere = {"port": port}
    wrong = {Adapter.WHATSAPP_CLOUD: "access_token", Adapter.SMS_HTTP: "api_key", Adapter.SMTP: "password", Adapter.ANYMAIL: "server_token"}.get(protocol)
    adapter = adapter_of(protocol)

    if wrong:
        stopped = adapter.send_messages(sandbox.account(protocol, secrets={wrong: secret}), [outgoing(sandbox, protocol)])
        assert [each.outcome for each in stopped] == [Outcome.STOPPED]
        assert secret not in caplog.text + repr(stopped)
    if elsewhere:
        absent = adapter.send_messages(sandbox.account(protocol, settings=elsewhere), [outgoing(sandbox, protocol)])
        assert [each.outcome for each in absent] == [Outcome.LATER]
    assert sandbox.messages() == []


@pytest.mark.parametrize("protocol", [Adapter.WHATSAPP_CLOUD, Adapter.SMS_HTTP, Adapter.SMTP, Adapter.ANYMAIL])
def test_reports_come_signed_repeated_and_shuffled_and_name_our_key(sandbox, protocol):
    adapter, account = adapter_of(protocol), sandbox.account(protocol)
    shares = {"open": 1.0, "click": 1.0, "complain": 1.0, "opt_out": 1.0, "reply": 1.0}
    with webhook_mailbox(account.secrets.get("verify_token", "")) as box:
        sandbox.behave(reports=True, repeats=3, shuffle=True, delay_seconds=0.05, **shares)
        assert httpx.put(f"{sandbox.address}/api/webhooks", json={CHANNEL[protocol]: {"url": box.url}}).json() == {CHANNEL[protocol]: True}
        message = outgoing(sandbox, protocol)
        (handed,) = adapter.send_messages(account, [message])
        wanted = {"WHATSAPP": {"SENT", "DELIVERED", "OPENED", "REPLIED", "UNSUBSCRIBED"}, "SMS": {"SENT", "DELIVERED", "REPLIED", "UNSUBSCRIBED"}}.get(
            CHANNEL[protocol], {"DELIVERED", "OPENED", "CLICKED", "COMPLAINED", "UNSUBSCRIBED"}
        )
        seen = {}
        for number in range(1, 100):
            seen = {each.dedupe: each for each in read_kinds(adapter, account, box.wait_for(number))}
            if {each.kind.value for each in seen.values()} == wanted:
                break
        assert sorted(each.kind.value for each in seen.values()) == sorted(wanted)
        named = [each for each in seen.values() if each.send_key]
        assert {each.send_key for each in named} == {message.send_key}
        assert all(each.reference in (handed.reference, None) for each in seen.values()) or protocol is Adapter.SMTP
        with pytest.raises(ReceiptForged):
            adapter.read_receipts(sandbox.account(protocol, secrets={"app_secret": "x", "webhook_secret": "x:y"}), *box.calls[0])


def test_a_bounce_of_plain_mail_comes_as_a_providers_report(sandbox):
    adapter, account = adapter_of(Adapter.SMTP), sandbox.account(Adapter.SMTP)
    with webhook_mailbox() as box:
        sandbox.behave(reports=True, bounce=1.0)
        httpx.put(f"{sandbox.address}/api/webhooks", json={"EMAIL": {"url": box.url}})
        message = outgoing(sandbox, Adapter.SMTP)
        adapter.send_messages(account, [message])
        (receipt,) = read_kinds(adapter, account, box.wait_for(1)[:1])
    assert (receipt.kind, receipt.send_key, receipt.recipient, receipt.reason) == ("BOUNCED", message.send_key, "siti@surel.example", "BOUNCED")


def test_templates_are_approved_after_a_while_and_hold_their_places(sandbox):
    account, waba = sandbox.account(Adapter.WHATSAPP_CLOUD), "200300400500"
    address, heads = f"{sandbox.address}/whatsapp/v23.0/{waba}/message_templates", {"Authorization": f"Bearer {account.secrets['access_token']}"}
    given = {"name": "kasus_selesai", "language": "id", "category": "UTILITY", "components": [{"type": "BODY", "text": "Halo {{1}}, kasus {{2}} selesai."}]}
    with webhook_mailbox(account.secrets["verify_token"]) as box:
        sandbox.behave(reports=False)
        httpx.put(f"{sandbox.address}/api/webhooks", json={"WHATSAPP": {"url": box.url}})
        assert httpx.post(address, json=given, headers=heads).json()["status"] == "PENDING"
        (receipt,) = read_kinds(adapter_of(Adapter.WHATSAPP_CLOUD), account, box.wait_for(1))
        assert (receipt.kind, receipt.detail["event"], receipt.detail["message_template_name"]) == ("TEMPLATE", "APPROVED", "kasus_selesai")

    def sent(*values, name="kasus_selesai"):
        message = outgoing(sandbox, Adapter.WHATSAPP_CLOUD, template=ChannelTemplate(name, "id", values))
        handed = adapter_of(Adapter.WHATSAPP_CLOUD).send_messages(account, [message])[0]
        return handed.outcome.value, handed.reason

    assert [sent("Siti", "KS-1"), sent("Siti"), sent("Siti", "KS-1", name="lain")] == [("ACCEPTED", ""), ("REFUSED", "TEMPLATE"), ("REFUSED", "TEMPLATE")]
    assert sandbox.messages()[0]["text"] == "Halo Siti, kasus KS-1 selesai."


# What must never happen


def test_nothing_in_a_message_or_its_address_begins_another_header(sandbox):
    sandbox.behave(reports=False)
    evil = "Halo\r\nBcc: lain@surel.example\r\n\r\nisi lain"
    for protocol in (Adapter.SMTP, Adapter.ANYMAIL):
        adapter, account = adapter_of(protocol), sandbox.account(protocol)
        addresses = ["a@b.example\r\nRCPT TO:<x@y.example>", "a@b.example, x@y.example", "A <a@b.example>", "a b@c.example", "", "x" * 300 + "@b.example"]
        refused = adapter.send_messages(account, [outgoing(sandbox, protocol, recipient=address) for address in addresses])
        assert [each.outcome for each in refused] == [Outcome.REFUSED] * len(addresses)
        attached = Attachment(f"surat.pdf{evil}", "application/pdf", b"%PDF-1.7")
        told = adapter.send_messages(account, [outgoing(sandbox, protocol, title=evil, html="<p>Halo</p>", attachments=(attached,))])
        assert [each.outcome for each in told] == [Outcome.ACCEPTED]
    assert [each["title"] for each in sandbox.messages()] == ["Halo Bcc: lain@surel.example isi lain"] * 2
    assert {each["recipient"] for each in sandbox.messages()} == {"siti@surel.example"}


def test_an_offer_by_mail_carries_the_way_to_unsubscribe_with_one_click(sandbox):
    url = "https://bank.example/u/abc123"
    mail = smtp.mail_of(outgoing(sandbox, Adapter.SMTP, unsubscribe_url=url), sandbox.accounts["SMTP"]["settings"])
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (f"<{url}>", "List-Unsubscribe=One-Click")
    sandbox.behave(reports=False)
    adapter_of(Adapter.ANYMAIL).send_messages(sandbox.account(Adapter.ANYMAIL), [outgoing(sandbox, Adapter.ANYMAIL, unsubscribe_url=url)])
    page = httpx.get(f"{sandbox.address}/messages", params={"reference": sandbox.messages()[0]["reference"]}).text
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in page
    assert "List-Unsubscribe" not in smtp.mail_of(outgoing(sandbox, Adapter.SMTP), sandbox.accounts["SMTP"]["settings"])


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://graph.facebook.com", None),
        ("http://127.0.0.1:8140/x", None),
        ("http://localhost:1", None),
        ("http://[::1]:1", None),
        ("", "REQUIRED"),
        ("http://10.0.0.8/", "INSECURE"),
        ("http://127.0.0.1.evil.example/", "INSECURE"),
        ("http://graph.facebook.com", "INSECURE"),
        ("file:///etc/passwd", "INVALID"),
        ("ftp://host.example/", "INSECURE"),
        ("https://user:pass@host.example", "INVALID"),
        ("https://host.example:99999", "INVALID"),
        ("https://host .example", "INVALID"),
    ],
)
def test_a_provider_is_called_over_https_or_on_this_machine_only(url, problem):
    assert address_problem(url) == problem
    account = ProviderAccount("s", {"url": url}, {"api_key": "k", "webhook_secret": "w"}, 0.2)
    if problem:
        assert adapter_of(Adapter.SMS_HTTP).send_messages(account, [Outgoing(uuid.uuid4(), "+6281", "", "b", "SERVICE")])[0].outcome is Outcome.STOPPED


def test_a_browsers_endpoint_is_called_only_at_a_push_service_that_is_known():
    known = (
        "https://fcm.googleapis.com/fcm/send/x",
        "https://updates.push.services.mozilla.com/wpush/v2/x",
        "https://web.push.apple.com/x",
        "https://wns2-sg2p.notify.windows.com/w/",
    )
    unknown = (
        "https://evil.example/",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com.evil.example/",
        "http://127.0.0.1:5432/",
        "https://evilnotify.windows.com/",
        "https://fcm.googleapis.com:8443/",
    )
    assert all(webpush.endpoint_known(url) for url in known)
    assert not any(webpush.endpoint_known(url) for url in unknown)
    assert webpush.endpoint_known("http://127.0.0.1:8140/push/x", ["127.0.0.1:8140"])


@pytest.mark.parametrize("protocol", list(Adapter))
def test_an_account_that_is_not_whole_sends_nothing_and_raises_nothing(protocol):
    message = Outgoing(uuid.uuid4(), "", "", "", "SERVICE")
    broken = [
        ({}, {}),
        (
            {"base_url": 5, "url": [], "port": "x", "esp": 1, "security": None, "endpoint_hosts": 3, "subject": 1},
            {"service_account": "[]", "vapid_private_key": "?"},
        ),
    ]
    for settings, secrets in broken:
        (handed,) = adapter_of(protocol).send_messages(ProviderAccount("x", settings, secrets, 0.2), [message])
        assert handed.outcome is (Outcome.ACCEPTED if protocol is Adapter.IN_APP else Outcome.STOPPED)
        for body in (b"", b"null", b"[]", b'{"entry": 3}', b"\xff" * 50):
            with pytest.raises(ReceiptForged):
                adapter_of(protocol).read_receipts(ProviderAccount("x", settings, secrets), {"X-Signature": "x", "Authorization": "Basic !"}, body)


# The sandbox itself


def test_the_sandbox_answers_this_machine_only_and_says_that_it_is_simulated(sandbox):
    sandbox.behave(reports=False)
    assert httpx.get(sandbox.address, headers={"Host": "evil.example"}).status_code == 421
    assert httpx.put(f"{sandbox.address}/api/behaviour", json={}, headers={"Origin": "https://evil.example"}).status_code == 403
    assert httpx.put(f"{sandbox.address}/api/webhooks", json={"SMS": {"url": "https://elsewhere.example/"}}).status_code == 422
    adapter_of(Adapter.ANYMAIL).send_messages(
        sandbox.account(Adapter.ANYMAIL), [outgoing(sandbox, Adapter.ANYMAIL, html="<script>alert(1)</script><b>Halo</b>")]
    )
    (message,) = sandbox.messages()
    page = httpx.get(f"{sandbox.address}/messages", params={"reference": message["reference"]})
    assert "Simulasi" in page.text
    assert 'iframe sandbox=""' in page.text
    assert "<script" not in page.text
    assert httpx.get(f"{sandbox.address}/messages/html", params={"reference": message["reference"]}).headers["content-security-policy"].startswith("sandbox;")
    assert {httpx.get(f"{sandbox.address}{path}").headers["x-simulated"] for path in ("/", "/behaviour", "/api/counts", "/nothing")} == {"simpul-sandbox"}
    assert "Halo Siti" not in httpx.get(sandbox.address, params={"channel": "SMS"}).text


def test_a_button_of_the_inbox_reports_what_it_says(sandbox):
    with webhook_mailbox() as box:
        sandbox.behave(reports=False)
        httpx.put(f"{sandbox.address}/api/webhooks", json={"EMAIL": {"url": box.url}})
        message, account = outgoing(sandbox, Adapter.ANYMAIL), sandbox.account(Adapter.ANYMAIL)
        adapter_of(Adapter.ANYMAIL).send_messages(account, [message])
        reference = sandbox.messages()[0]["reference"]
        answer = httpx.post(f"{sandbox.address}/messages", params={"reference": reference}, data={"event": "complain"}, headers={"Origin": sandbox.address})
        (receipt,) = read_kinds(adapter_of(Adapter.ANYMAIL), account, box.wait_for(1))
    assert (answer.status_code, receipt.kind, receipt.send_key) == (303, "COMPLAINED", message.send_key)
    assert [name for _, name in sandbox.messages()[0]["events"]] == ["complain"]


def test_settings_that_make_no_sense_are_refused_and_change_nothing(sandbox):
    sandbox.behave()
    before = httpx.get(f"{sandbox.address}/api/behaviour").json()
    for given in ({"bounce": 2}, {"bounce": "x"}, {"nothing": 1}, {"repeats": 0}, {"delay_seconds": -1}, [], 5):
        assert httpx.put(f"{sandbox.address}/api/behaviour", json=given).status_code == 422
    assert httpx.get(f"{sandbox.address}/api/behaviour").json() == before


def test_the_mail_server_wants_the_password_and_reads_mail_of_any_shape(sandbox):
    sandbox.behave(reports=False)
    with smtplib.SMTP("127.0.0.1", sandbox.smtp_port) as server:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            server.login("sandbox", "wrong")
        server.sendmail(
            "a@b.example",
            ["c@d.example"],
            b"Subject: =?utf-8?q?Halo=21?=\r\nMessage-ID: <k1@b.example>\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\xff\xfe",
        )
    (message,) = sandbox.messages()
    assert (message["title"], message["send_key"], datetime.fromisoformat(message["at"]).tzinfo is not None) == ("Halo!", "k1", True)
