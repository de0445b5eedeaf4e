"""Reading service accounts and their keys; the keys themselves cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from simpul.iam.models import Scope, User, UserRole
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import role_name
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.errors import NotFound
from simpul.platform.http import callable_by_keys

_ACCOUNTS = """
SELECT u.user_id AS id, u.username::text AS username, u.full_name AS name, a.purpose, u.status, u.version, a.created_at, c.user_id AS by_id, c.full_name AS by_name,
       coalesce((SELECT array_agg(r.role_key ORDER BY r.rank) FROM iam.user_roles ur JOIN iam.roles r USING (role_id) WHERE ur.user_id = u.user_id), '{}') AS roles,
       coalesce((SELECT array_agg(s.branch_code ORDER BY s.branch_code) FROM iam.user_branch_scopes s WHERE s.user_id = u.user_id AND s.branch_code IS NOT NULL), '{}') AS branches
FROM iam.service_accounts a JOIN iam.users u USING (user_id) JOIN iam.users c ON c.user_id = a.created_by
WHERE %(one)s::uuid IS NULL OR u.user_id = %(one)s::uuid
ORDER BY u.full_name, u.user_id
"""
_KEYS = """
SELECT k.key_id AS id, k.account_id, k.name, 'simpul_' || k.prefix AS prefix, k.operations, k.per_minute, k.created_at, k.expires_at, k.last_used_at,
       host(k.last_used_ip) AS last_used_ip, k.revoked_at, c.user_id AS by_id, c.full_name AS by_name
FROM iam.service_keys k JOIN iam.users c ON c.user_id = k.created_by
WHERE %(one)s::uuid IS NULL OR k.account_id = %(one)s::uuid
ORDER BY k.created_at DESC, k.key_id
"""


def account_list(actor: Actor) -> list[dict[str, Any]]:
    """Every service account with its keys, newest key first."""
    return _accounts(actor, None)


def account_get(actor: Actor, account_id: UUID) -> dict[str, Any]:
    """One service account with its keys.

    Raises: NotFound.
    """
    found = _accounts(actor, account_id)
    if not found:
        raise NotFound()
    return found[0]


def account_standing(account_id: UUID) -> tuple[bool, set[str], set[str]] | None:
    """Whether a service account is let in, with its roles and branches; None where there is no such account."""
    status = User.objects.filter(pk=account_id, kind=User.Kind.SERVICE).values_list("status", flat=True).first()
    if status is None:
        return None
    roles = set(UserRole.objects.filter(user_id=account_id).values_list("role__key", flat=True))
    branches = {code for code in Scope.objects.filter(user_id=account_id).values_list("branch_id", flat=True) if code}
    return status == User.Status.ACTIVE, roles, branches


def key_operations() -> list[dict[str, Any]]:
    """The operations that a key can be made for, by resource."""
    return [
        {
            "operation_id": one.operation_id,
            "method": one.method,
            "path": f"/api/v1{one.path}",
            "resource": one.permission.resource,
            "description": one.description,
        }
        for one in callable_by_keys()
    ]


def _accounts(actor: Actor, one: UUID | None) -> list[dict[str, Any]]:
    manages = bool(can_manage_organisation(actor))
    keys: dict[UUID, list[dict[str, Any]]] = {}
    for row in query(_KEYS, {"one": one}):
        keys.setdefault(row.pop("account_id"), []).append(_key(row, manages))
    return [_account(row, keys.get(row["id"], []), manages) for row in query(_ACCOUNTS, {"one": one})]


def _account(row: dict[str, Any], keys: list[dict[str, Any]], manages: bool) -> dict[str, Any]:
    by = {"id": row.pop("by_id"), "full_name": row.pop("by_name")}
    roles = [{"key": key, "name": role_name(key)} for key in row.pop("roles")]
    return {**row, "roles": roles, "created_by": by, "keys": keys, "can": {"update": manages, "create_key": manages and row["status"] == "ACTIVE"}}


def _key(row: dict[str, Any], manages: bool) -> dict[str, Any]:
    by = {"id": row.pop("by_id"), "full_name": row.pop("by_name")}
    state = "REVOKED" if row["revoked_at"] else "EXPIRED" if row["expires_at"] <= datetime.now(UTC) else "ACTIVE"
    return {**row, "created_by": by, "state": state, "can": {"revoke": manages and state == "ACTIVE"}}
