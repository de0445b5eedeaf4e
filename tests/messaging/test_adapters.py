"""Adapters and the sandbox against each other, over the wire."""

from __future__ import annotations

import logging

import httpx
import pytest

from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import (
    GONE,
    ChannelTemplate,
    Outcome,
    ReceiptForged,
)
from simpul.messaging.services.adapters.whatsapp import message_body
from simpul.messaging.vocabulary import Adapter
from tests.support.sandbox import free_port, outgoing, read_reports, webhook_mailbox

WIRED = [Adapter.WHATSAPP_CLOUD, Adapter.SMS_HTTP, Adapter.SMTP, Adapter.ANYMAIL, Adapter.FCM, Adapter.WEB_PUSH]
CHANNEL = {Adapter.WHATSAPP_CLOUD: "WHATSAPP", Adapter.SMS_HTTP: "SMS", Adapter.SMTP: "EMAIL", Adapter.ANYMAIL: "EMAIL"}


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
            seen = {each.dedupe: each for each in read_reports(adapter, account, box.wait_for(number))}
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
        (receipt,) = read_reports(adapter, account, box.wait_for(1)[:1])
    assert (receipt.kind, receipt.send_key, receipt.recipient, receipt.reason) == ("BOUNCED", message.send_key, "siti@surel.example", "BOUNCED")


def test_templates_are_approved_after_a_while_and_hold_their_places(sandbox):
    account, waba = sandbox.account(Adapter.WHATSAPP_CLOUD), "200300400500"
    address, heads = f"{sandbox.address}/whatsapp/v23.0/{waba}/message_templates", {"Authorization": f"Bearer {account.secrets['access_token']}"}
    given = {"name": "kasus_selesai", "language": "id", "category": "UTILITY", "components": [{"type": "BODY", "text": "Halo {{1}}, kasus {{2}} selesai."}]}
    with webhook_mailbox(account.secrets["verify_token"]) as box:
        sandbox.behave(reports=False)
        httpx.put(f"{sandbox.address}/api/webhooks", json={"WHATSAPP": {"url": box.url}})
        assert httpx.post(address, json=given, headers=heads).json()["status"] == "PENDING"
        (receipt,) = read_reports(adapter_of(Adapter.WHATSAPP_CLOUD), account, box.wait_for(1))
        assert (receipt.kind, receipt.detail["event"], receipt.detail["message_template_name"]) == ("TEMPLATE", "APPROVED", "kasus_selesai")

    def sent(*values, name="kasus_selesai", **more):
        message = outgoing(sandbox, Adapter.WHATSAPP_CLOUD, template=ChannelTemplate(name, "id", values, **more))
        handed = adapter_of(Adapter.WHATSAPP_CLOUD).send_messages(account, [message])[0]
        return handed.outcome.value, handed.reason

    assert [sent("Siti", "KS-1"), sent("Siti"), sent("Siti", "KS-1", name="lain")] == [("ACCEPTED", ""), ("REFUSED", "TEMPLATE"), ("REFUSED", "TEMPLATE")]
    assert sandbox.messages()[0]["text"] == "Halo Siti, kasus KS-1 selesai."
    # Media go by their address, as the documents of the Cloud API show it, and a link's end by the place of its button.
    media = {"header": ("DOCUMENT", "https://bank.example/syarat.pdf"), "buttons": ((2, "KS-1"),)}
    assert sent("Siti", "KS-1", **media) == ("ACCEPTED", "")
    told = message_body(outgoing(sandbox, Adapter.WHATSAPP_CLOUD, template=ChannelTemplate("kasus_selesai", "id", ("Siti", "KS-1"), **media)), account.settings)
    assert told["template"]["components"] == [
        {"type": "header", "parameters": [{"type": "document", "document": {"link": "https://bank.example/syarat.pdf"}}]},
        {"type": "body", "parameters": [{"type": "text", "text": "Siti"}, {"type": "text", "text": "KS-1"}]},
        {"type": "button", "sub_type": "url", "index": "2", "parameters": [{"type": "text", "text": "KS-1"}]},
    ]
