"""What the providers report, in their own words: WhatsApp Cloud API, an SMS gateway, and Postmark's modular webhooks for mail.

Sources: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference (messages, status, user_preferences,
message_template_status_update); postmarkapp.com/developer/webhooks (delivery, bounce, open, click, spam-complaint, subscription-change).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simpul.config.sandbox.accounts import BUSINESS_ID, NUMBER_ID
from simpul.config.sandbox.state import Document, Taken, Template
from simpul.config.sandbox.wire import basic_header

STEPS = ("sent", "delivered", "open", "click", "reply", "complain", "opt_out", "bounce")
# What each way of sending can report: a text message has no opens, and a mail says nothing when it leaves.
REPORTED = {
    "WHATSAPP": frozenset({"sent", "delivered", "open", "reply", "opt_out", "bounce"}),
    "SMS": frozenset({"sent", "delivered", "reply", "opt_out", "bounce"}),
    "EMAIL": frozenset({"delivered", "open", "click", "complain", "opt_out", "bounce"}),
    "PUSH": frozenset[str](),
}
_WHATSAPP_STATUSES = {"sent": "sent", "delivered": "delivered", "open": "read", "bounce": "failed"}
_SMS_STATUSES = {"sent": "SENT", "delivered": "DELIVERED", "bounce": "UNDELIVERED"}
_SMS_WORDS = {"reply": "Terima kasih.", "opt_out": "STOP"}


@dataclass(frozen=True)
class Report:
    """One thing that happened to a message. `code` says why it failed."""

    message: Taken
    step: str
    at: datetime
    code: int = 0


def report_bodies(channel: str, reports: Sequence[Report]) -> list[bytes]:
    """The bodies of the calls that tell it: WhatsApp and SMS put many into one, Postmark one into each. The bytes are what is signed."""
    if channel == "WHATSAPP":
        return [json.dumps(whatsapp_report(reports), ensure_ascii=True).encode()]
    if channel == "SMS":
        return [json.dumps(sms_report(reports)).encode()]
    return [json.dumps(mail_report(each)).encode() for each in reports]


def signed_headers(channel: str, secret: str, body: bytes) -> dict[str, str]:
    """The heads by which the receiver knows that a report is the provider's."""
    common = {"Content-Type": "application/json", "X-Simulated": "simpul-sandbox"}
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    if channel == "WHATSAPP":
        return {**common, "X-Hub-Signature-256": f"sha256={digest}"}
    return {**common, "X-Signature": digest} if channel == "SMS" else {**common, "Authorization": basic_header(f"sandbox:{secret}")}


def _envelope(changes: Sequence[Document], at: datetime) -> Document:
    return {"object": "whatsapp_business_account", "entry": [{"id": BUSINESS_ID, "time": int(at.timestamp()), "changes": changes}]}


def whatsapp_report(reports: Sequence[Report]) -> Document:
    """Statuses, replies and preferences as the Cloud API posts them."""
    found: dict[str, list[Document]] = {}
    for report in reports:
        number, at = report.message.recipient.lstrip("+"), str(int(report.at.timestamp()))
        if report.step in _WHATSAPP_STATUSES:
            found.setdefault("statuses", []).append(_whatsapp_status(report, number, at))
        elif report.step == "reply":
            text = {"from": number, "id": f"wamid.reply.{report.message.reference[6:]}", "timestamp": at, "type": "text", "text": {"body": "Terima kasih 🙏"}}
            found.setdefault("contacts", []).append({"profile": {"name": "Nasabah Simulasi"}, "wa_id": number})
            found.setdefault("messages", []).append({**text, "context": {"from": "6261000000", "id": report.message.reference}})
        elif report.step == "opt_out":
            preference = {
                "wa_id": number,
                "detail": "User requested to stop marketing messages",
                "category": "marketing_messages",
                "value": "stop",
                "timestamp": int(at),
            }
            found.setdefault("user_preferences", []).append(preference)
    common = {"messaging_product": "whatsapp", "metadata": {"display_phone_number": "6261000000", "phone_number_id": NUMBER_ID}}
    preferences = found.pop("user_preferences", [])
    changes: list[Document] = [{"value": {**common, **found}, "field": "messages"}] if found else []
    if preferences:
        people = [{"profile": {"name": "Nasabah Simulasi"}, "wa_id": each["wa_id"]} for each in preferences]
        changes.append({"value": {**common, "contacts": people, "user_preferences": preferences}, "field": "user_preferences"})
    return _envelope(changes, reports[-1].at)


def _whatsapp_status(report: Report, number: str, at: str) -> Document:
    status: dict[str, object] = {"id": report.message.reference, "status": _WHATSAPP_STATUSES[report.step], "timestamp": at, "recipient_id": number}
    if report.message.key:
        status["biz_opaque_callback_data"] = report.message.key
    if report.step == "bounce":
        told = "Message undeliverable"
        status["errors"] = [
            {
                "code": report.code,
                "title": told,
                "message": told,
                "error_data": {"details": "Simulated."},
                "href": "/documentation/business-messaging/whatsapp/support/error-codes",
            }
        ]
    else:
        status["pricing"] = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "utility"}
    return status


def template_report(template: Template, at: datetime) -> bytes:
    """A template's new state as the Cloud API posts it."""
    value = {
        "event": template.status, "message_template_id": template.number, "message_template_name": template.name, "message_template_language": template.language,
        "message_template_category": template.category, "reason": template.reason,
    }  # fmt: skip
    return json.dumps(_envelope([{"value": value, "field": "message_template_status_update"}], at), ensure_ascii=True).encode()


def sms_report(reports: Sequence[Report]) -> Document:
    """Delivery reports and answers as the gateway posts them."""
    states = [
        {
            "id": each.message.reference, "client_ref": each.message.key, "to": each.message.recipient, "status": _SMS_STATUSES[each.step], "at": each.at.isoformat(),
            **({"error": "ABSENT_SUBSCRIBER"} if each.step == "bounce" else {}),
        }
        for each in reports
        if each.step in _SMS_STATUSES
    ]  # fmt: skip
    texts = [
        {
            "id": f"{each.message.reference}-{each.step}",
            "in_reply_to": each.message.reference,
            "from": each.message.recipient,
            "text": _SMS_WORDS[each.step],
            "at": each.at.isoformat(),
        }
        for each in reports
        if each.step in _SMS_WORDS
    ]
    return {"reports": states, **({"messages": texts} if texts else {})}


def mail_report(report: Report) -> Document:
    """One event as Postmark posts it."""
    message, at = report.message, report.at.strftime("%Y-%m-%dT%H:%M:%S.%f0Z")
    common = {
        "MessageID": message.reference,
        "MessageStream": "outbound",
        "ServerID": 1,
        "Metadata": {"send_key": message.key} if message.key else {},
        "Tag": "",
    }
    agent: Document = {
        "Client": {"Name": "Simulated", "Company": "Simpul", "Family": "Simulated"}, "OS": {"Name": "Linux", "Company": "", "Family": "Linux"}, "Platform": "WebMail",
        "UserAgent": "Simulated/1.0", "Geo": {}, "ReceivedAt": at, "Recipient": message.recipient,
    }  # fmt: skip
    match report.step:
        case "delivered":
            return {"RecordType": "Delivery", **common, "Recipient": message.recipient, "DeliveredAt": at, "Details": "smtp;250 2.0.0 OK (simulated)"}
        case "open":
            return {"RecordType": "Open", **common, **agent, "FirstOpen": True, "ReadSeconds": 5}
        case "click":
            return {"RecordType": "Click", **common, **agent, "ClickLocation": "HTML", "OriginalLink": "https://bank.example/"}
        case "opt_out":
            return {
                "RecordType": "SubscriptionChange", **common, "Recipient": message.recipient, "ChangedAt": at, "Origin": "Recipient", "SuppressSending": True,
                "SuppressionReason": "ManualSuppression",
            }  # fmt: skip
        case "complain":
            kind = {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "TypeCode": 512, "Name": "Spam complaint", "Details": "Simulated complaint."}
        case _:
            told = "The server was unable to deliver your message (ex: unknown user, mailbox not found)."
            kind = {
                "RecordType": "Bounce",
                "Type": "HardBounce",
                "TypeCode": 1,
                "Name": "Hard bounce",
                "Description": told,
                "Details": "smtp;550 5.1.1 No such user (simulated).",
            }
    number = int.from_bytes(hashlib.sha256(f"{message.reference}:{report.step}".encode()).digest()[:6])
    return {
        **kind, "ID": number, **common, "Email": message.recipient, "From": message.headers.get("From", ""), "BouncedAt": at, "DumpAvailable": False, "Inactive": True,
        "CanActivate": report.step == "bounce", "Subject": message.title,
    }  # fmt: skip
