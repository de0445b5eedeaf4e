"""The Idempotency-Key store: a repeated creation answers what the first one answered.

The key is claimed in the operation's own transaction, so a refused or failed attempt leaves no key behind and
two at once wait for each other. Answers are kept encrypted, since they may carry personal data.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Callable

from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.http.response import HttpResponseBase

from simpul.platform import crypto
from simpul.platform.actor import Actor
from simpul.platform.db import execute, query
from simpul.platform.errors import Forbidden, IdempotencyKeyReused, Invalid
from simpul.platform.text import Text

HEADER = "Idempotency-Key"
KEPT_FOR = "24 hours"
_RIGHTS_LOST = Text(
    id="Wewenang Anda sudah berkurang sejak permintaan ini pertama kali dikirim. Permintaan itu tidak diulang; periksa datanya.",
    en="You are allowed less than when this request was first sent. It was not repeated; look at the record.",
)


def once(request: HttpRequest, actor: Actor, operation: str, perform: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Perform a POST once for each key; other requests are simply performed, and so is what only reads and names no operation.

    Raises: Invalid for a malformed key, IdempotencyKeyReused when the key came with another request, Forbidden when the caller has lost
    something since that the first answer may rest on.
    """
    key = request.headers.get(HEADER)
    if request.method != "POST" or key is None or not operation:
        return perform()
    if not 8 <= len(key) <= 100 or not key.isprintable():
        raise Invalid({HEADER: Text(id="Kunci idempotensi harus 8 sampai 100 karakter.", en="An idempotency key has 8 to 100 characters.")})
    digest = hashlib.sha256(request.path.encode() + b"\n" + _body(request)).hexdigest()
    if not _claim(actor, key, operation, digest):
        return _replay(actor, key, operation, digest)
    response = perform()
    if isinstance(response, HttpResponse):
        sealed = crypto.encrypt(
            json.dumps({"status": response.status_code, "body": response.content.decode(), "rights": _rights(actor)}), f"idempotency:{actor.id}:{key}"
        )
        execute("UPDATE jobs.idempotency_keys SET answer = %s WHERE actor_id = %s AND key = %s AND operation = %s", (sealed, actor.id, key, operation))
    return response


def _body(request: HttpRequest) -> bytes:
    if request.content_type != "multipart/form-data":
        try:
            return request.body
        except RawPostDataException:
            # A form was parsed from the stream already; what it held is the same fact.
            return request.POST.urlencode().encode()
    # Never read whole: its fields, and its files by their hashes.
    files = "".join(f"\n{name}:{getattr(one, 'sha256', '')}" for name, many in request.FILES.lists() for one in many)
    return request.POST.urlencode().encode() + files.encode()


def purge() -> int:
    """Forget the keys that are a day old."""
    return execute(f"DELETE FROM jobs.idempotency_keys WHERE created_at < now() - interval '{KEPT_FOR}'")


def _claim(actor: Actor, key: str, operation: str, digest: str) -> bool:
    return bool(
        execute(
            "INSERT INTO jobs.idempotency_keys (actor_id, key, operation, request_digest) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
            (actor.id, key, operation, digest),
        )
    )


def _replay(actor: Actor, key: str, operation: str, digest: str) -> HttpResponseBase:
    rows = query("SELECT request_digest, answer FROM jobs.idempotency_keys WHERE actor_id = %s AND key = %s AND operation = %s", (actor.id, key, operation))
    if not rows or rows[0]["request_digest"] != digest or rows[0]["answer"] is None:
        raise IdempotencyKeyReused()
    answer = json.loads(crypto.decrypt(rows[0]["answer"], f"idempotency:{actor.id}:{key}"))
    if not _still_held(answer.get("rights"), _rights(actor)):
        raise Forbidden(_RIGHTS_LOST)
    response = HttpResponse(answer["body"], status=answer["status"], content_type="application/json")
    response["Idempotent-Replay"] = "true"
    return response


def _rights(actor: Actor) -> dict[str, Any]:
    """What an answer to the actor may rest on."""
    return {
        "grants": {f"{resource}.{act}": int(reach) for resource, acts in actor.grants.items() for act, reach in acts.items()},
        "branches": sorted(actor.branch_codes),
        "own_branches": sorted(actor.own_branch_codes),
        "units": sorted(actor.unit_codes),
        "elevation": str(actor.elevation_id or ""),
    }


def _still_held(then: dict[str, Any] | None, now: dict[str, Any]) -> bool:
    """Whether everything that was held then is held now, as far or further."""
    if then is None:
        return False
    grants = all(now["grants"].get(name, 0) >= reach for name, reach in then["grants"].items())
    places = all(set(then.get(name, then["branches"])) <= set(now[name]) for name in ("branches", "own_branches", "units"))
    return grants and places and then["elevation"] in ("", now["elevation"])
