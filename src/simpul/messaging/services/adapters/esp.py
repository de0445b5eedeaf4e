"""Mail through a provider's HTTP API, by django-anymail: which provider, and its keys, come from the account, never from Django's settings.

Events come back by anymail's own reading of each provider's webhook; our key travels in the message's metadata.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from anymail.exceptions import AnymailAPIError, AnymailError, AnymailRecipientsRefused, AnymailRequestsAPIError
from django.core.handlers.wsgi import WSGIRequest
from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import import_string
from requests import ConnectionError as NoConnection
from requests import ConnectTimeout
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from simpul.messaging.services.adapters.base import (
    Handed,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    ReceiptKind,
    is_mail_address,
    key_read,
    problems_of,
)
from simpul.messaging.services.adapters.mail import mail_headers, plain_line, sender_of
from simpul.platform.clock import now

_AT_ONCE = 8


@dataclass(frozen=True)
class Service:
    """One mail provider: which of the account's fields its backend and its webhook take. `proof` is what must be there for a webhook to be believed."""

    module: str
    secrets: tuple[str, ...]
    settings: tuple[str, ...] = ()
    webhook: tuple[str, ...] = ()
    proof: str = "webhook_secret"
    view: str = ""


SERVICES = {
    "postmark": Service("postmark", ("server_token",), ("message_stream",), view="PostmarkTrackingWebhookView"),
    "mailgun": Service("mailgun", ("api_key",), ("sender_domain",), ("webhook_signing_key",), proof="webhook_signing_key", view="MailgunTrackingWebhookView"),
    "brevo": Service("brevo", ("api_key",), view="BrevoTrackingWebhookView"),
    "mailjet": Service("mailjet", ("api_key", "secret_key"), view="MailjetTrackingWebhookView"),
    "mailersend": Service("mailersend", ("api_token",), webhook=("signing_secret",), proof="signing_secret", view="MailerSendTrackingWebhookView"),
    "sparkpost": Service("sparkpost", ("api_key",), view="SparkPostTrackingWebhookView"),
}
# What a provider's own codes say beyond the status of its answer.
_CODES = {
    "postmark": {
        10: Outcome.STOPPED,
        400: Outcome.STOPPED,
        401: Outcome.STOPPED,
        405: Outcome.STOPPED,
        412: Outcome.STOPPED,
        413: Outcome.STOPPED,
        429: Outcome.LATER,
    }
}
_KINDS = {
    "sent": ReceiptKind.SENT,
    "delivered": ReceiptKind.DELIVERED,
    "opened": ReceiptKind.OPENED,
    "clicked": ReceiptKind.CLICKED,
    "bounced": ReceiptKind.BOUNCED,
    "rejected": ReceiptKind.FAILED,
    "failed": ReceiptKind.FAILED,
    "complained": ReceiptKind.COMPLAINED,
    "unsubscribed": ReceiptKind.UNSUBSCRIBED,
    "subscribed": ReceiptKind.RESUBSCRIBED,
}


class AnymailAdapter:
    """One account with a mail provider."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch, one call for each message, on a few connections."""
        lanes = [messages[start::_AT_ONCE] for start in range(min(_AT_ONCE, len(messages)))]
        handed: list[Handed] = [Handed(Outcome.UNKNOWN, reason="NO_ANSWER")] * len(messages)
        with ThreadPoolExecutor(max(1, len(lanes)), "mail") as pool:
            for start, outcomes in enumerate(pool.map(lambda lane: _hand_lane(account, lane), lanes)):
                handed[start::_AT_ONCE] = outcomes
        return handed

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a webhook call reports. Raises: ReceiptForged."""
        return mail_receipts(account, headers, body)

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """Mail providers ask for none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is missing for this provider, and addresses that may not be used."""
        service = SERVICES.get(str(settings.get("esp", "")))
        if service is None:
            return {"esp": "INVALID" if settings.get("esp") else "REQUIRED"}
        required = {name: secrets.get(name) for name in (*service.secrets, service.proof)} | {"from_address": settings.get("from_address")}
        found = problems_of(required=required, addresses={"base_url": settings["base_url"]} if settings.get("base_url") else {})
        if settings.get("from_address") and not is_mail_address(settings["from_address"]):
            found["from_address"] = "INVALID"
        return found


def mail_receipts(account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
    """What a mail provider reports, as anymail reads it, once its proof holds. Raises: ReceiptForged."""
    service = SERVICES.get(str(account.settings.get("esp", "")))
    if service is None:
        raise ReceiptForged("NO_WEBHOOK")
    if not account.secrets.get(service.proof):
        raise ReceiptForged("SIGNATURE")
    kind = import_string(f"anymail.webhooks.{service.module}.{service.view}")
    basic = [account.secrets["webhook_secret"]] if account.secrets.get("webhook_secret") else []
    view = kind(webhook_secret=basic, **{name: account.secrets[name] for name in service.webhook})
    request = _request_of(headers, body)
    try:
        view.run_validators(request)
    except Exception:
        raise ReceiptForged("SIGNATURE") from None
    try:
        return list(_receipts(view.parse_events(request)))
    except Exception:
        raise ReceiptForged("SHAPE") from None


def _request_of(headers: Mapping[str, str], body: bytes) -> WSGIRequest:
    environ = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    kind = headers.get("content-type", "application/json")
    return WSGIRequest(
        {**environ, "REQUEST_METHOD": "POST", "PATH_INFO": "/", "SERVER_NAME": "localhost", "SERVER_PORT": "443", "CONTENT_TYPE": kind,
         "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), "wsgi.url_scheme": "https"}
    )  # fmt: skip


def _receipts(events: Sequence[Any]) -> Iterator[Receipt]:
    for event in events:
        kind = _KINDS.get(str(event.event_type))
        if kind is None:
            continue
        key = key_read((event.metadata or {}).get("send_key"))
        # Providers give a repeated event another id, so what tells two apart is what happened to whom, and when.
        at = event.timestamp
        told = (event.event_type, event.message_id or key, event.recipient, at.isoformat() if at else "", event.click_url or "")
        reason = str(event.reject_reason).upper() if event.reject_reason else None
        detail = {"description": str(event.description)[:200]} if event.description else {}
        yield Receipt(kind, ":".join(str(part) for part in told), at or now(), key, event.message_id, event.recipient, reason, detail)


def _hand_lane(account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
    """The messages of one connection, one after the other."""
    service = SERVICES[account.settings["esp"]]
    given = {name: account.secrets[name] for name in service.secrets}
    given |= {name: account.settings[name] for name in service.settings if account.settings.get(name)}
    if account.settings.get("base_url"):
        given["api_url"] = account.settings["base_url"]
    try:
        backend = import_string(f"anymail.backends.{service.module}.EmailBackend")(
            **given, timeout=account.timeout_seconds, send_defaults={}, debug_api_requests=False, ignore_unsupported_features=False
        )
        backend.open()
        # Neither a proxy nor a password of this machine's environment, and no way elsewhere.
        backend.session.trust_env, backend.session.max_redirects = False, 0
    except AnymailError:
        return [Handed(Outcome.STOPPED, reason="SETTINGS")] * len(messages)
    try:
        return [_hand(backend, account, message) for message in messages]
    finally:
        with suppress(Exception):
            backend.close()


def _hand(backend: Any, account: ProviderAccount, message: Outgoing) -> Handed:
    if not is_mail_address(message.recipient):
        return Handed(Outcome.REFUSED, reason="ADDRESS")
    try:
        backend.send_messages([mail := _mail_of(message, account.settings)])
    except AnymailRecipientsRefused:
        return Handed(Outcome.REFUSED, reason="RECIPIENT")
    except AnymailRequestsAPIError as refused:
        return judge_refusal(str(account.settings["esp"]), refused)
    except AnymailAPIError:
        return Handed(Outcome.UNKNOWN, reason="NO_ANSWER")
    except (AnymailError, ValueError, UnicodeError):
        return Handed(Outcome.REFUSED, reason="MESSAGE")
    except Exception:
        return Handed(Outcome.UNKNOWN, reason="NO_ANSWER")
    return Handed(Outcome.ACCEPTED, str(mail.anymail_status.message_id or ""))  # type: ignore[attr-defined] # anymail adds it


def judge_refusal(esp: str, refused: AnymailRequestsAPIError) -> Handed:
    """What a refusal of the provider means; without an answer, whether the call had begun."""
    if refused.response is None:
        return Handed(Outcome.LATER, reason="NO_CONNECTION") if _never_connected(refused) else Handed(Outcome.UNKNOWN, reason="NO_ANSWER")
    status, code = int(refused.response.status_code), _code_of(refused)
    reason = f"{esp.upper()}_{code if code is not None else status}"
    if outcome := _CODES.get(esp, {}).get(code or 0):
        return Handed(outcome, reason=reason)
    # The account's own address is not one that this provider sends for.
    if esp == "postmark" and code == 300 and "'From'" in str(refused.response.text):
        return Handed(Outcome.STOPPED, reason="POSTMARK_300_FROM")
    if status in (401, 402, 403):
        return Handed(Outcome.STOPPED, reason=reason)
    if status in (429, 503):
        wait = refused.response.headers.get("Retry-After", "")
        return Handed(Outcome.LATER, reason=reason, wait_seconds=min(3_600.0, float(wait)) if wait.isascii() and wait.isdigit() else None)
    return Handed(Outcome.REFUSED if 400 <= status < 500 else Outcome.UNKNOWN, reason=reason)


def _code_of(refused: AnymailRequestsAPIError) -> int | None:
    try:
        return int(refused.response.json()["ErrorCode"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _never_connected(refused: AnymailRequestsAPIError) -> bool:
    cause = refused.__cause__
    if isinstance(cause, ConnectTimeout):
        return True
    reason = getattr(cause.args[0], "reason", None) if isinstance(cause, NoConnection) and cause.args else None
    return isinstance(reason, (NewConnectionError, ConnectTimeoutError))


def _mail_of(message: Outgoing, settings: Mapping[str, Any]) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        plain_line(message.title),
        message.body,
        sender_of(settings),
        [message.recipient],
        headers=mail_headers(message),
        reply_to=[settings["reply_to"]] if settings.get("reply_to") else None,
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    for attachment in message.attachments:
        mail.attach(plain_line(attachment.name), attachment.content, attachment.media_type)
    mail.metadata = {"send_key": str(message.send_key)}  # type: ignore[attr-defined] # anymail reads it
    return mail
