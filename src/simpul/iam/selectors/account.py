"""Who is signed in, and where."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from simpul.iam.grants import ROLES
from simpul.iam.limits import ABSOLUTE, IDLE, session_limits
from simpul.iam.middleware import SEEN, STARTED, is_over
from simpul.iam.selectors.directory import initials, role_name
from simpul.iam.selectors.duties import has_factor, needs_factor
from simpul.iam.sessions import SessionStore
from simpul.platform import configuration
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query

_SCOPES = """
SELECT coalesce(s.branch_code, s.unit_code) AS code, coalesce(b.name, u.name) AS name, s.scope_type, s.active_to
FROM iam.user_branch_scopes s
LEFT JOIN iam.branches b ON b.branch_code = s.branch_code
LEFT JOIN iam.units u ON u.unit_code = s.unit_code
WHERE s.user_id = %s AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
  AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
ORDER BY s.scope_type, 1
"""


def me(actor: Actor, request: HttpRequest) -> dict[str, Any]:
    """Everything the interface needs to know of its user."""
    person = query("SELECT language, theme FROM iam.users WHERE user_id = %s", (actor.id,))[0]
    scopes = query(_SCOPES, (actor.id,))
    started = int(request.session.get(STARTED, datetime.now(UTC).timestamp()))
    return {
        "id": actor.id,
        "username": actor.username,
        "full_name": actor.full_name,
        "initials": initials(actor.full_name),
        "roles": [{"key": key, "name": role_name(key), "kind": kind} for key, kind in zip(actor.role_keys, actor.kinds, strict=True)],
        "home": ROLES[actor.kinds[0]][2] if actor.kinds and actor.kinds[0] in ROLES else "/welcome",
        "branches": scopes,
        "units": [{"code": scope["code"], "name": scope["name"]} for scope in scopes if scope["scope_type"] == "UNIT"],
        "permissions": {resource: {act: Reach(reach).name for act, reach in actions.items()} for resource, actions in actor.grants.items()},
        "preferences": person,
        "session": {
            "idle_seconds": configuration.number(IDLE, actor),
            "expires_at": datetime.fromtimestamp(started + configuration.number(ABSOLUTE, actor), UTC),
        },
        "elevation": elevation(actor),
        "demo": settings.DEMO,
        "must": "" if actor.held == "HOURS" else actor.held,
        "second_factor": {"required": needs_factor(actor), "set_up": has_factor(actor.id)},
    }


def elevation(actor: Actor) -> dict[str, Any] | None:
    """What stands open to the actor beyond the grants at this moment: id, tier, start and end."""
    rows = query("SELECT elevation_id AS id, tier, starts_at, ends_at FROM iam.elevation_of(%s)", (actor.id,))
    return rows[0] if rows else None


def make_draft_key(actor: Actor) -> str:
    """The person's key for unsaved text that a browser keeps: derived and stored nowhere, the same at every sign-in."""
    return base64.b64encode(salted_hmac("simpul.drafts", str(actor.id), algorithm="sha256").digest()).decode()


def my_sessions(actor: Actor, request: HttpRequest) -> list[dict[str, Any]]:
    """The sessions in which this person is signed in, this one first, then the one used last."""
    kept = {row.session_key: row for row in UserSession.objects.filter(user_id=actor.id)}
    rows = []
    for session in Session.objects.filter(expire_date__gt=datetime.now(UTC), session_key__in=kept):
        row, content = kept[session.session_key], session.get_decoded()
        rows.append(
            {
                "id": row.pk,
                "current": session.session_key == request.session.session_key,
                "by": [
                    str(step.get("type") or step.get("method"))
                    for step in content.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
                    if not step.get("reauthenticated")
                ],
                "ip": row.ip,
                "user_agent": row.user_agent,
                "created_at": row.created_at,
                "last_seen_at": datetime.fromtimestamp(content[SEEN], UTC) if SEEN in content else row.last_seen_at,
            }
        )
    rows.sort(key=lambda row: row["last_seen_at"], reverse=True)
    return sorted(rows, key=lambda row: not row["current"])


def session_lives(session_key: str, user_id: UUID) -> bool:
    """Whether the session is still this person's: neither signed out, ended, idle for too long nor too old."""
    session = SessionStore(session_key)
    if not session_key or session.get(SESSION_KEY) != str(user_id):
        return False
    moment = int(time.time())
    return not is_over(session.get(STARTED, moment), session.get(SEEN, moment), moment, session_limits(user_id))
