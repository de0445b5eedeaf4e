"""Mail by SMTP: one connection for a batch, our key in the Message-ID, one-click unsubscribe in the head (RFC 8058)."""

from __future__ import annotations

import re
import smtplib
import ssl
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from simpul.messaging.services.adapters.base import (
    Handed,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    is_loopback,
    is_mail_address,
    problems_of,
)
from simpul.messaging.services.adapters.esp import SERVICES, mail_receipts
from simpul.messaging.services.adapters.mail import mail_headers, plain_line, sender_of
from simpul.platform.clock import now

# The answers that say more than their first digit: signing in is wanted, or was refused.
_BY_CODE = {454: Outcome.LATER, 530: Outcome.STOPPED, 534: Outcome.STOPPED, 535: Outcome.STOPPED, 538: Outcome.STOPPED}
_SECURITY = ("STARTTLS", "TLS", "NONE")
_HEADER = re.compile(r"X-[A-Za-z0-9_-]{1,60}")
_BATCH_SECONDS = 60.0


class SmtpAdapter:
    """One SMTP server. A provider behind it that has webhooks is named in `esp`; our key then goes out in its `key_header` as well."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch on one connection; when it breaks, or takes too long, what was not begun may be tried again."""
        try:
            server = _connected(account)
        except smtplib.SMTPAuthenticationError as refused:
            return [Handed(Outcome.LATER if refused.smtp_code < 500 else Outcome.STOPPED, reason=f"SMTP_{refused.smtp_code}")] * len(messages)
        except ssl.SSLCertVerificationError:
            return [Handed(Outcome.STOPPED, reason="CERTIFICATE")] * len(messages)
        except smtplib.SMTPNotSupportedError:
            return [Handed(Outcome.STOPPED, reason="NOT_SUPPORTED")] * len(messages)
        except (OSError, smtplib.SMTPException):
            return [Handed(Outcome.LATER, reason="NO_CONNECTION")] * len(messages)
        handed: list[Handed] = []
        ends = time.monotonic() + _BATCH_SECONDS
        try:
            for message in messages:
                # The server hangs up after some refusals (421).
                if server.sock is None or time.monotonic() > ends:
                    break
                handed.append(_hand(server, account, message))
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return handed + [Handed(Outcome.LATER, reason="NO_CONNECTION")] * (len(messages) - len(handed))

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What the provider behind the server reports. Raises: ReceiptForged, also where there is none."""
        if not account.settings.get("esp"):
            raise ReceiptForged("NO_WEBHOOK")
        return mail_receipts(account, headers, body)

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """Mail providers ask for none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is missing or may not be: mail in clear leaves this machine never."""
        found = problems_of(required={name: settings.get(name) for name in ("host", "port", "from_address")}, addresses={})
        security = settings.get("security", "STARTTLS")
        if security not in _SECURITY:
            found["security"] = "INVALID"
        elif security == "NONE" and not is_loopback(str(settings.get("host", ""))):
            found["security"] = "INSECURE"
        if not str(settings.get("port", "")).isdigit() or not 1 <= int(settings["port"]) <= 65_535:
            found.setdefault("port", "INVALID")
        for name in ("from_address", "return_path", "reply_to"):
            if settings.get(name) and not is_mail_address(settings[name]):
                found[name] = "INVALID"
        if settings.get("user_name") and not secrets.get("password"):
            found["password"] = "REQUIRED"
        if settings.get("esp") and settings["esp"] not in SERVICES:
            found["esp"] = "INVALID"
        if settings.get("key_header") and not _HEADER.fullmatch(str(settings["key_header"])):
            found["key_header"] = "INVALID"
        return found


def mail_of(message: Outgoing, settings: Mapping[str, Any]) -> EmailMessage:
    """One message as a mail. Raises: ValueError for what cannot be one."""
    if not is_mail_address(message.recipient):
        raise ValueError("recipient")
    mail = EmailMessage()
    mail["From"] = sender_of(settings)
    mail["To"] = message.recipient
    mail["Subject"] = plain_line(message.title)
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = f"<{message.send_key}@{str(settings['from_address']).rpartition('@')[2]}>"
    if settings.get("reply_to"):
        mail["Reply-To"] = str(settings["reply_to"])
    if settings.get("key_header"):
        mail[str(settings["key_header"])] = str(message.send_key)
    for name, value in mail_headers(message).items():
        mail[name] = value
    mail.set_content(message.body)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
    for attachment in message.attachments:
        kind, _, subtype = attachment.media_type.partition("/")
        mail.add_attachment(attachment.content, maintype=kind, subtype=subtype or "octet-stream", filename=plain_line(attachment.name))
    return mail


def _connected(account: ProviderAccount) -> smtplib.SMTP:
    settings = account.settings
    security, host, port = settings.get("security", "STARTTLS"), str(settings["host"]), int(settings["port"])
    context = ssl.create_default_context()
    server: smtplib.SMTP
    if security == "TLS":
        server = smtplib.SMTP_SSL(host, port, timeout=account.timeout_seconds, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=account.timeout_seconds)
    try:
        if security == "STARTTLS":
            server.starttls(context=context)
        if settings.get("user_name"):
            server.login(str(settings["user_name"]), account.secrets["password"])
    except BaseException:
        server.close()
        raise
    return server


def _hand(server: smtplib.SMTP, account: ProviderAccount, message: Outgoing) -> Handed:
    try:
        mail = mail_of(message, account.settings)
    except (ValueError, UnicodeError, LookupError):
        return Handed(Outcome.REFUSED, reason="ADDRESS" if not is_mail_address(message.recipient) else "MESSAGE")
    sender = str(account.settings.get("return_path") or account.settings["from_address"])
    try:
        server.send_message(mail, from_addr=sender, to_addrs=[message.recipient])
    except smtplib.SMTPRecipientsRefused as refused:
        return judge_code(next(iter(refused.recipients.values()))[0])
    except smtplib.SMTPSenderRefused as refused:
        judged = judge_code(refused.smtp_code)
        return Handed(Outcome.STOPPED, reason=judged.reason) if judged.outcome is Outcome.REFUSED else judged
    except smtplib.SMTPResponseException as refused:
        return judge_code(refused.smtp_code)
    except (smtplib.SMTPNotSupportedError, UnicodeError):
        return Handed(Outcome.REFUSED, reason="NOT_SUPPORTED")
    except (OSError, smtplib.SMTPException):
        server.close()
        return Handed(Outcome.UNKNOWN, reason="CONNECTION_LOST")
    return Handed(Outcome.ACCEPTED, str(mail["Message-ID"]))


def judge_code(code: int) -> Handed:
    """What an answer of the server means: 4xx is for now, 5xx for good (RFC 5321, 4.2.1)."""
    return Handed(_BY_CODE.get(code, Outcome.REFUSED if code >= 500 else Outcome.LATER), reason=f"SMTP_{code}")
