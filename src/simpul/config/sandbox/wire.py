"""One request and its answer, as every part of the sandbox sees them."""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Asked:
    """One request; names of `headers` are in small letters."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def read_json(self) -> Any:
        """The body as JSON. Raises: ValueError."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """What is answered."""

    status: int
    body: bytes = b""
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class AnswerLost(Exception):
    """The call was taken, and its answer is never given."""


def answer_json(status: int, value: object, headers: Mapping[str, str] | None = None) -> Answer:
    """An answer in JSON."""
    return Answer(status, json.dumps(value).encode(), headers=headers or {})


def bearer_matches(asked: Asked, token: str) -> bool:
    """Whether the request carries this token."""
    return hmac.compare_digest(asked.headers.get("authorization", "").encode(), f"Bearer {token}".encode())


def basic_header(written: str) -> str:
    """The head for `user:password`."""
    return "Basic " + base64.b64encode(written.encode()).decode()


def is_loopback_host(written: str) -> bool:
    """Whether a Host head names this machine only, so that no other name can be pointed here."""
    host = urlsplit(f"//{written}").hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def base64_read(written: str) -> bytes:
    """Unpadded base64url. Raises: ValueError."""
    try:
        return base64.b64decode(written.encode() + b"=" * (-len(written) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError("base64url") from None


def base64_written(content: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
