"""What every mail carries, whichever way it goes: heads that nobody can break out of, and one-click unsubscribe (RFC 8058)."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formataddr
from typing import Any

from simpul.messaging.services.adapters.base import Outgoing, address_problem


def plain_line(written: str) -> str:
    """A text as one line, so that it cannot begin another header."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in written).split())


def sender_of(settings: Mapping[str, Any]) -> str:
    """The From head of an account."""
    return formataddr((plain_line(str(settings.get("from_name", ""))), str(settings["from_address"])))


def mail_headers(message: Outgoing) -> dict[str, str]:
    """The further heads of one message: the way to unsubscribe with one click, where it has one."""
    if not message.unsubscribe_url:
        return {}
    if address_problem(message.unsubscribe_url) is not None or any(sign in message.unsubscribe_url for sign in "<>,"):
        raise ValueError("unsubscribe_url")
    return {"List-Unsubscribe": f"<{message.unsubscribe_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
