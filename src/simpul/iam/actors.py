"""Turning a user into an Actor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from simpul.iam.grants import ROLES
from simpul.iam.limits import effective
from simpul.platform import logs
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query, scope
from simpul.platform.ids import ANONYMOUS_ID, SYSTEM_ID, uuid7

_ACTOR = """
SELECT iam.actor(%(id)s) AS actor, (SELECT elevation_id FROM iam.elevation_of(%(id)s)) AS elevation,
       (SELECT jsonb_object_agg(resource, actions) FROM (SELECT resource, jsonb_object_agg(action, reach) AS actions FROM (
            SELECT g.resource, g.action, coalesce(max(g.reach) FILTER (WHERE g.limited_to = ''), 0) AS reach
            FROM iam.user_roles ur JOIN iam.grants g USING (role_id)
            WHERE ur.user_id = %(id)s AND (NOT g.per_user OR EXISTS (
                SELECT FROM iam.user_switches s WHERE s.user_id = ur.user_id AND s.resource = g.resource AND s.action = g.action))
            GROUP BY g.resource, g.action HAVING bool_or(g.limited_to <> '')) a GROUP BY resource) b) AS whole
"""


def actor_for(user_id: UUID, request: HttpRequest | None = None) -> Actor | None:
    """The user as an actor, or None when there is no such user or the user is suspended."""
    rows = query(_ACTOR, {"id": user_id})
    data: dict[str, Any] | None = rows[0]["actor"] if rows else None
    if data is None or data["status"] != "ACTIVE":
        return None
    grants, whole = _reaches(data["grants"]), _reaches(rows[0]["whole"] or {})
    tiers = {tier: grants[f"tier{tier}"]["R"] for tier in (2, 3) if f"tier{tier}" in grants}
    return Actor(
        id=UUID(data["id"]),
        kind=data["kind"],
        username=data["username"],
        full_name=data["full_name"],
        role_keys=tuple(data["roles"]),
        role_kinds=_kinds(data["roles"]),
        grants=MappingProxyType(grants),
        whole=MappingProxyType(whole),
        branch_codes=frozenset(branch for _, _, branch in data["scopes"] if branch),
        own_branch_codes=frozenset(branch for _, unit, branch in data["scopes"] if branch and not unit),
        unit_codes=frozenset(unit for _, unit, _ in data["scopes"] if unit),
        tiers=MappingProxyType(tiers),
        elevation_id=rows[0]["elevation"],
        language=data["language"],
        settings=MappingProxyType(effective(data["settings"])),
        **_facts(request),
    )


def _reaches(found: dict[str, dict[str, int]]) -> dict[str, Mapping[str, Reach]]:
    return {resource: MappingProxyType({act: Reach(reach) for act, reach in actions.items()}) for resource, actions in found.items()}


def _kinds(keys: list[str]) -> tuple[str, ...]:
    own = [key for key in keys if key not in ROLES]
    based = {row["role_key"]: row["based_on"] for row in query("SELECT role_key, based_on FROM iam.roles WHERE role_key = ANY(%s)", (own,))} if own else {}
    return tuple(based.get(key) or key for key in keys)


def system_actor() -> Actor:
    """Who jobs, timers and commands act as."""
    actor = actor_for(SYSTEM_ID)
    if actor is None:
        raise LookupError("The SYSTEM user is missing; run `./simpul migrate`.")
    return actor


def system_identity() -> Actor:
    """SYSTEM for a statement of our own that needs what row policies give it: without a grant, so that policies in code refuse it."""
    return Actor(id=SYSTEM_ID, kind="SYSTEM", username="system", request_id=logs.request_id())


@contextmanager
def release_actor() -> Iterator[Actor]:
    """The system in a scope of its own: what one migration brings belongs together in the trail, as what one request does."""
    actor = replace(system_actor(), request_id=f"migrate-{uuid7()}")
    with scope(actor):
        yield actor


def anonymous_actor(request: HttpRequest | None = None) -> Actor:
    """Who acts when nobody is signed in."""
    return Actor(id=ANONYMOUS_ID, kind="ANONYMOUS", username="anonymous", **_facts(request))


def client_ip(request: HttpRequest) -> str | None:
    """The caller's address; forwarded headers count only behind as many proxies as the setting says."""
    hops = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if trusted and len(hops) >= trusted:
        return hops[-trusted]
    return request.META.get("REMOTE_ADDR") or None


def _facts(request: HttpRequest | None) -> dict[str, Any]:
    if request is None:
        return {"request_id": logs.request_id()}
    session = getattr(request, "session", None)
    key = getattr(session, "session_key", None) or ""
    return {
        "request_id": getattr(request, "request_id", ""),
        "ip": client_ip(request),
        "user_agent": request.headers.get("User-Agent", ""),
        "session_key_hash": hashlib.sha256(key.encode()).hexdigest()[:16] if key else "",
    }
