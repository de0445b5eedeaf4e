"""Ending one right of a person by the system: what a review of rights did not confirm."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.models import Scope, User, UserRole
from simpul.iam.selectors.users import ADMIN, COMPLIANCE
from simpul.iam.services.opening import keep_a_watcher, keep_an_administrator, moved
from simpul.iam.services.rights import withdraw_switches
from simpul.platform.actor import Actor

_RIGHTS = """
SELECT x.user_id, x.kind, x.ref, x.place, head.user_id AS reviewer_id
FROM (SELECT ur.user_id, 'ROLE' AS kind, r.role_key AS ref, '' AS place, NULL::uuid AS own_head
        FROM iam.user_roles ur JOIN iam.roles r USING (role_id)
      UNION ALL
      SELECT s.user_id, 'SCOPE', s.scope_id::text, s.scope_type || ':' || coalesce(s.branch_code, s.unit_code), coalesce(b.head_user_id, n.head_user_id)
        FROM iam.user_branch_scopes s LEFT JOIN iam.branches b USING (branch_code) LEFT JOIN iam.units n USING (unit_code)
       WHERE s.active_to IS NULL OR s.active_to > now()) x
JOIN iam.users u ON u.user_id = x.user_id AND u.kind = 'USER' AND u.status = 'ACTIVE'
LEFT JOIN LATERAL (
    SELECT h.user_id FROM (
        SELECT x.own_head AS head_user_id, 0 AS place, '' AS code
        UNION ALL
        SELECT coalesce(b.head_user_id, n.head_user_id), CASE s.scope_type WHEN 'BRANCH' THEN 1 ELSE 2 END, coalesce(s.branch_code, s.unit_code)
          FROM iam.user_branch_scopes s LEFT JOIN iam.branches b USING (branch_code) LEFT JOIN iam.units n USING (unit_code)
         WHERE s.user_id = x.user_id AND (s.active_from IS NULL OR s.active_from <= now()) AND (s.active_to IS NULL OR s.active_to > now())) place
    JOIN iam.users h ON h.user_id = place.head_user_id AND h.status = 'ACTIVE' AND h.kind = 'USER' AND h.user_id <> x.user_id
    ORDER BY place.place, place.code LIMIT 1) head ON true
"""


def rights_sql() -> str:
    """SQL of every right that a person holds: user_id, kind (ROLE, SCOPE), ref (the role's key, the assignment's id), place, and the head who reviews it.

    The head of the place itself comes first, then the head of the person's first branch or unit; NULL where there is none but the person.
    """
    return _RIGHTS


@transaction.atomic
def right_end(*, actor: Actor, user_id: UUID, kind: str, ref: str, why: str) -> bool:
    """Take one role or one place from a person, as the system; says whether anything ended, False also where it was gone already.

    Raises: LastAdministrator, LastWatcher: then it stays.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    before = {"kind": kind, "ref": ref}
    if kind == "ROLE":
        held = UserRole.objects.filter(user=user, role__key=ref)
        if not held.exists():
            return False
        if ref == ADMIN:
            keep_an_administrator(actor, user)
        if ref == COMPLIANCE:
            keep_a_watcher(user)
        held.delete()
        withdraw_switches(user)
    elif not Scope.objects.filter(Q(active_to__isnull=True) | Q(active_to__gt=Now()), pk=ref, user=user).update(active_to=Now()):
        return False
    moved(user)
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"act": "END_RIGHT", "before": before, "after": None, "why": why})
    return True
