"""A service account's key at the door: whose it is, what it opens, how often."""

from __future__ import annotations

import re
import secrets
import string
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.actors import actor_for, anonymous_actor, client_ip
from simpul.iam.acts import IamAct
from simpul.platform import ratelimit
from simpul.platform.actor import Actor
from simpul.platform.crypto import blind_index
from simpul.platform.db import query, scope
from simpul.platform.errors import DomainError, NotSignedIn, RateLimited
from simpul.platform.text import Text

_SHAPE = re.compile(r"^simpul_([A-Za-z0-9]{10})_([A-Za-z0-9]{43})$")
_LETTERS = string.ascii_letters + string.digits
_WRONG_KEYS = 30  # of one address in five minutes

REFUSED: dict[str, Text] = {
    "": Text(id="Kunci layanan ini tidak dikenal.", en="This service key is not known."),
    "REVOKED": Text(id="Kunci layanan ini sudah dicabut.", en="This service key was revoked."),
    "EXPIRED": Text(id="Kunci layanan ini sudah lewat masa berlakunya.", en="This service key has expired."),
    "SUSPENDED": Text(id="Akun layanan ini sedang dinonaktifkan.", en="This service account is suspended."),
}


def key_make() -> tuple[str, str, bytes]:
    """A new key, as (the whole key, its prefix, its digest): 256 bits of chance behind a prefix that may be shown."""
    prefix = "".join(secrets.choice(_LETTERS) for _ in range(10))
    key = f"simpul_{prefix}_" + "".join(secrets.choice(_LETTERS) for _ in range(43))
    return key, prefix, digest(key)


def digest(key: str) -> bytes:
    """The keyed digest under which a key is stored (HMAC-SHA-256)."""
    return blind_index("service key", key)


def key_open(*, key: str, request: HttpRequest) -> Actor:
    """The service account of a key, as an actor that may do only what the key opens.

    Raises: NotSignedIn with the reason when the key is real but over, RateLimited.
    """
    shape = _SHAPE.match(key)
    address = client_ip(request)
    rows = query("SELECT iam.open_service_key(%s, %s, %s) AS opened", (shape[1], digest(key), address)) if shape else []
    opened: dict[str, Any] | None = rows[0]["opened"] if rows else None
    if opened is None or opened["refused"]:
        raise _turned_away(request, address, shape[1] if shape else "", "" if opened is None else opened["refused"])
    taken = ratelimit.take(f"service-key:{opened['key_id']}", capacity=opened["per_minute"], seconds=60)
    if not taken.allowed:
        raise RateLimited(taken.retry_after)
    actor = actor_for(UUID(opened["user_id"]), request)
    if actor is None:
        raise NotSignedIn(REFUSED["SUSPENDED"])
    actor = replace(actor, operations=frozenset(opened["operations"]))
    if opened["noteworthy"]:
        with scope(actor):
            record(actor, IamAct.USE_SERVICE_KEY, object_type="SERVICE_KEY", object_id=opened["key_id"])
    return actor


def _turned_away(request: HttpRequest, address: str | None, prefix: str, refused: str) -> DomainError:
    """What a key that opens nothing is answered; an address that tries too many is told to wait."""
    taken = ratelimit.take(f"wrong-key:{address}", capacity=_WRONG_KEYS, seconds=300)
    if not taken.allowed:
        return RateLimited(taken.retry_after)
    actor = anonymous_actor(request)
    with scope(actor):
        meta = {"prefix": prefix, "reason": refused or "UNKNOWN"}
        record(actor, IamAct.SIGN_IN_FAILED, object_type="SERVICE_KEY", object_id="", outcome="DENIED", meta=meta)
    return NotSignedIn(REFUSED[refused])
