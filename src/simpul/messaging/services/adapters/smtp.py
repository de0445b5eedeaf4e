"""Mail by SMTP: one connection for a batch, our key in the Message-ID, one-click unsubscribe in the head (RFC 8058)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import Any

from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing, ProviderAccount, Receipt, ReceiptForged
from simpul.platform.clock import now

_BY_CODE = {421: Outcome.LATER, 450: Outcome.LATER, 451: Outcome.LATER, 452: Outcome.LATER, 454: Outcome.LATER, 530: Outcome.STOPPED, 535: Outcome.STOPPED}


class SmtpAdapter:
    """One SMTP server. Bounces come back as mail to `return_path`, which a provider with webhooks reports better."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch on one connection; when it breaks, what was not begun may be tried again."""
        try:
            server = _connected(account)
        except smtplib.SMTPAuthenticationError:
            return [Handed(Outcome.STOPPED, reason="SMTP_535")] * len(messages)
        except (OSError, smtplib.SMTPException):
            return [Handed(Outcome.LATER, reason="NO_CONNECTION")] * len(messages)
        handed: list[Handed] = []
        try:
            for message in messages:
                handed.append(_hand(server, account, message))
                if handed[-1].reason == "CONNECTION_LOST":
                    break
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return handed + [Handed(Outcome.LATER, reason="NO_CONNECTION")] * (len(messages) - len(handed))

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """SMTP has no webhooks. Raises: ReceiptForged."""
        raise ReceiptForged("NO_WEBHOOK")

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """SMTP has no webhooks."""
        return None

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """The fields that are missing."""
        return {name: "REQUIRED" for name in ("host", "port", "from_address") if not settings.get(name)}


def mail_of(message: Outgoing, settings: Mapping[str, Any]) -> EmailMessage:
    """One message as a mail."""
    sender = str(settings["from_address"])
    mail = EmailMessage()
    mail["From"] = formataddr((str(settings.get("from_name", "")), sender))
    mail["To"] = message.recipient
    mail["Subject"] = " ".join(message.title.split())
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = f"<{message.send_key}@{sender.rpartition('@')[2]}>"
    if settings.get("reply_to"):
        mail["Reply-To"] = str(settings["reply_to"])
    if message.unsubscribe_url:
        mail["List-Unsubscribe"] = f"<{message.unsubscribe_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(message.body)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
    for attachment in message.attachments:
        kind, _, subtype = attachment.media_type.partition("/")
        mail.add_attachment(attachment.content, maintype=kind, subtype=subtype or "octet-stream", filename=attachment.name)
    return mail


def _connected(account: ProviderAccount) -> smtplib.SMTP:
    settings = account.settings
    security = settings.get("security", "STARTTLS")
    context = ssl.create_default_context()
    kind: Any = smtplib.SMTP_SSL if security == "TLS" else smtplib.SMTP
    extra = {"context": context} if security == "TLS" else {}
    server: smtplib.SMTP = kind(settings["host"], int(settings["port"]), timeout=account.timeout_seconds, **extra)
    if security == "STARTTLS":
        server.starttls(context=context)
    if settings.get("user_name"):
        server.login(str(settings["user_name"]), account.secrets.get("password", ""))
    return server


def _hand(server: smtplib.SMTP, account: ProviderAccount, message: Outgoing) -> Handed:
    try:
        mail = mail_of(message, account.settings)
    except (ValueError, UnicodeError):
        return Handed(Outcome.REFUSED, reason="ADDRESS")
    try:
        server.send_message(mail, from_addr=str(account.settings.get("return_path") or account.settings["from_address"]), to_addrs=[message.recipient])
    except smtplib.SMTPRecipientsRefused as refused:
        return _judged(next(iter(refused.recipients.values()))[0])
    except smtplib.SMTPSenderRefused as refused:
        return Handed(Outcome.STOPPED, reason=f"SMTP_{refused.smtp_code}")
    except smtplib.SMTPResponseException as refused:
        return _judged(refused.smtp_code)
    except (OSError, smtplib.SMTPException):
        return Handed(Outcome.UNKNOWN, reason="CONNECTION_LOST")
    return Handed(Outcome.ACCEPTED, mail["Message-ID"])


def _judged(code: int) -> Handed:
    return Handed(_BY_CODE.get(code, Outcome.REFUSED if code >= 500 else Outcome.LATER), reason=f"SMTP_{code}")
