"""Where the sandbox reports to: an address on this machine, which proves itself where the provider asks for that."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from simpul.config.sandbox.reports import REPORTED
from simpul.config.sandbox.state import State, Webhook
from simpul.config.sandbox.wire import is_loopback_host


def webhook_set(state: State, channel: str, url: str, secret: str = "") -> None:
    """Report what happens on a channel to this address.

    Raises: ValueError for a channel that reports nothing, or an address beyond this machine.
    """
    if not REPORTED.get(channel):
        raise ValueError(f"There is no channel {channel[:40]} with reports; there are {', '.join(name for name, steps in REPORTED.items() if steps)}.")
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.username or not is_loopback_host(parts.netloc):
        raise ValueError("Reports go to http addresses of this machine only.")
    state.webhooks[channel] = Webhook(url, secret or state.accounts.webhook_secret)


def webhooks_changed(state: State, given: Mapping[str, Mapping[str, str]]) -> dict[str, bool]:
    """Set several; for each whether it proved itself. Raises: ValueError."""
    for channel, one in given.items():
        webhook_set(state, channel, str(one["url"]), str(one.get("secret", "")))
    return {channel: handshake_done(state, channel) for channel in given}


def handshake_done(state: State, channel: str) -> bool:
    """Whether the address answers WhatsApp's challenge; other channels ask for none."""
    if channel != "WHATSAPP":
        return True
    challenge = str(secrets.randbelow(10**10))
    asked = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": state.accounts.verify_token}
    try:
        answer = httpx.get(state.webhooks[channel].url, params=asked, timeout=5, trust_env=False)
    except httpx.HTTPError:
        return False
    return answer.status_code == 200 and answer.text.strip() == challenge
