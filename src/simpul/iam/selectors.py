"""Reading users, scopes and sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from simpul.iam.facts import BranchFacts, PersonFacts, RoleFacts
from simpul.iam.grants import ROLES
from simpul.iam.middleware import STARTED
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query
from simpul.platform.text import Text

_SCOPES = """
SELECT coalesce(s.branch_code, s.unit_code) AS code, coalesce(b.name, u.name) AS name, s.scope_type, s.active_to
FROM iam.user_branch_scopes s
LEFT JOIN iam.branches b ON b.branch_code = s.branch_code
LEFT JOIN iam.units u ON u.unit_code = s.unit_code
WHERE s.user_id = %s AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
  AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
ORDER BY s.scope_type, 1
"""


def branches() -> dict[str, BranchFacts]:
    """All branches by code."""
    rows = query("SELECT branch_code AS code, branch_no AS number, name, city FROM iam.branches ORDER BY branch_code")
    return {row["code"]: BranchFacts(**row) for row in rows}


def people(ids: Iterable[UUID]) -> dict[UUID, PersonFacts]:
    """The colleagues of these ids, in one query."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    rows = query("SELECT user_id AS id, username::text AS username, full_name FROM iam.users WHERE user_id = ANY(%s)", (wanted,))
    return {row["id"]: PersonFacts(**row) for row in rows}


def people_by_username(usernames: Iterable[str]) -> dict[str, PersonFacts]:
    """The colleagues of these user names, in one query."""
    rows = query("SELECT user_id AS id, username::text AS username, full_name FROM iam.users WHERE username::text = ANY(%s)", (list(usernames),))
    return {row["username"]: PersonFacts(**row) for row in rows}


def roles() -> list[RoleFacts]:
    """The roles that people can be given, in their order."""
    rows = query("SELECT role_key, role_name, name_en FROM iam.roles WHERE is_assignable ORDER BY rank, role_key")
    return [RoleFacts(row["role_key"], Text(id=row["role_name"], en=row["name_en"])) for row in rows]


def role_name(role_key: str) -> str:
    """A shipped role's name in the reader's language; a role that is shipped no more keeps its key."""
    if role_key not in ROLES:
        return role_key
    name_id, name_en, _ = ROLES[role_key]
    return str(Text(id=name_id, en=name_en))


def initials(full_name: str) -> str:
    """The first letters of the first and the last word."""
    words = full_name.split()
    return "".join(word[0] for word in dict.fromkeys([words[0], words[-1]])).upper() if words else "?"


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
        "roles": [{"key": key, "name": role_name(key)} for key in actor.role_keys],
        "home": ROLES[actor.role_keys[0]][2] if actor.role_keys else "/welcome",
        "branches": scopes,
        "units": [{"code": scope["code"], "name": scope["name"]} for scope in scopes if scope["scope_type"] == "UNIT"],
        "permissions": {resource: {act: Reach(reach).name for act, reach in actions.items()} for resource, actions in actor.grants.items()},
        "preferences": person,
        "session": {"idle_seconds": settings.SESSION_IDLE_SECONDS, "expires_at": datetime.fromtimestamp(started + settings.SESSION_COOKIE_AGE, UTC)},
        "demo": settings.DEMO,
    }


def my_sessions(actor: Actor, request: HttpRequest) -> list[dict[str, Any]]:
    """The sessions in which this person is signed in, this one first."""
    alive = set(
        Session.objects.filter(expire_date__gt=datetime.now(UTC))
        .values_list("session_key", flat=True)
        .filter(session_key__in=UserSession.objects.filter(user_id=actor.id).values("session_key"))
    )
    rows = [
        {
            "id": row.pk,
            "current": row.session_key == request.session.session_key,
            "ip": row.ip,
            "user_agent": row.user_agent,
            "created_at": row.created_at,
            "last_seen_at": row.last_seen_at,
        }
        for row in UserSession.objects.filter(user_id=actor.id).order_by("-created_at")
        if row.session_key in alive
    ]
    return sorted(rows, key=lambda row: not row["current"])


def branch_list(actor: Actor) -> list[dict[str, Any]]:
    """The branches of the actor's reach on customers; all of them for a reach of ALL."""
    mine = set(branches()) if actor.reach("customer", "R") is Reach.ALL or actor.reach("audit", "R") is Reach.ALL else actor.branch_codes
    return [{"code": branch.code, "name": branch.name, "city": branch.city} for branch in branches().values() if branch.code in mine]


def people_like(text: str) -> list[dict[str, Any]]:
    """At most 20 colleagues whose name or user name contains the text."""
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return query(
        "SELECT user_id AS id, username::text AS username, full_name FROM iam.users WHERE full_name ILIKE %s OR username::text ILIKE %s ORDER BY full_name LIMIT 20",
        (pattern, pattern),
    )


def holders(resource: str, action: str) -> list[UUID]:
    """The people who hold an action on a resource everywhere, such as the administrators of the configuration."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s AND g.reach = 4 AND NOT g.per_user""",
        (resource, action),
    )
    return [row["user_id"] for row in rows]


def user_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The names of colleagues by id; everybody may know who works here. Text that is no id has no name."""
    rows = query("SELECT user_id::text AS id, full_name FROM iam.users WHERE user_id::text = ANY(%s)", (ids,))
    return {row["id"]: row["full_name"] for row in rows}
