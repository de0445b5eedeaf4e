"""Adapters and the sandbox, held against what the providers publish."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import uuid
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from simpul.config.sandbox.webpush import Subscription, message_opened
from simpul.messaging.services.adapters import adapter_of, fcm, sms, smtp, webpush, whatsapp
from simpul.messaging.services.adapters.base import (
    Outcome,
    ProviderAccount,
    ReceiptForged,
)
from simpul.messaging.vocabulary import Adapter

PUBLISHED = {path.stem: json.loads(path.read_text()) for path in (Path(__file__).parent / "published").glob("*.json")}


def plain(receipt):
    return {
        "kind": receipt.kind.value, "at": receipt.at.isoformat(), "send_key": str(receipt.send_key) if receipt.send_key else None, "reference": receipt.reference,
        "recipient": receipt.recipient, "reason": receipt.reason, "dedupe": receipt.dedupe,
    }  # fmt: skip


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
