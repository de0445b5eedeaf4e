"""A mail server that accepts, refuses and reads mail; what becomes of it is reported as a mail provider's webhook.

A mail names our key as Postmark's SMTP service takes metadata, in X-PM-Metadata-send_key, else in its Message-ID.
Source: postmarkapp.com/developer/user-guide/send-email-with-smtp.
"""

from __future__ import annotations

import asyncio
import hmac
import uuid
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import Taken

_LARGEST = 10_000_000


class MailServer:
    """One mail server on loopback, in a thread of its own."""

    def __init__(self, handling: Handling, port: int) -> None:
        self._controller = Controller(
            MailHandler(handling),
            hostname="127.0.0.1",
            port=port,
            ident="Simpul sandbox (simulated)",
            data_size_limit=_LARGEST,
            authenticator=lambda server, session, envelope, mechanism, given: _sign_in(handling, given),
            auth_require_tls=False,
        )

    def start_serving(self) -> None:
        """Listen. Raises: OSError when the port is taken."""
        self._controller.start()

    def stop_serving(self) -> None:
        """Stop listening."""
        self._controller.stop()


class MailHandler:
    """What is done with each mail, by the names that aiosmtpd calls."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        """Take a recipient, unless the behaviour refuses it."""
        state, how = self._handling.state, self._handling.state.behaviour
        if falls_on(address, "refuse", how.refuse):
            state.count_one("SMTP", "refused")
            return f"{how.smtp_code} 5.1.1 No such user here (simulated)"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a mail."""
        state, how = self._handling.state, self._handling.state.behaviour
        count = state.count_one("SMTP", "calls")
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content or "").encode()
        mail = message_from_bytes(content, policy=policy.default)
        key = str(mail.get("X-PM-Metadata-send_key") or str(mail.get("Message-ID", "")).strip("<> ").partition("@")[0])
        await self._handling.pause_answer()
        if falls_on(f"{key}:{count}", "busy", how.busy):
            state.count_one("SMTP", "busy")
            return "451 4.3.2 Try again later (simulated)"
        for recipient in envelope.rcpt_tos:
            text, html = _parts(mail)
            heads = {name: str(value) for name, value in mail.items()}
            raw = content[:200_000].decode(errors="replace")
            taken = Taken(
                str(uuid.uuid4()), "EMAIL", "SMTP", recipient, str(mail.get("Subject", "")), text, html, key, raw, headers=heads, attachments=_attachments(mail)
            )
            state.keep_message(taken)
            self._handling.reporter.plan_reports(taken)
        if falls_on(key, "lose", how.lose):
            state.count_one("SMTP", "lost")
            if isinstance(server.transport, asyncio.Transport):
                server.transport.abort()
        return "250 2.0.0 OK: queued (simulated)"


def _sign_in(handling: Handling, given: object) -> AuthResult:
    right = isinstance(given, LoginPassword) and hmac.compare_digest(given.password, handling.state.accounts.token.encode())
    if not right:
        handling.state.count_one("SMTP", "unauthorised")
    return AuthResult(success=right, handled=right)


def _parts(mail: EmailMessage) -> tuple[str, str]:
    found = []
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        try:
            found.append(str(part.get_content()) if part is not None else "")
        except (LookupError, ValueError):
            found.append("")
    return found[0], found[1]


def _attachments(mail: EmailMessage) -> tuple[tuple[str, int, str], ...]:
    found = []
    for part in mail.iter_attachments():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            found.append((part.get_filename() or "", len(content), sha256(content).hexdigest()))
    return tuple(found)
