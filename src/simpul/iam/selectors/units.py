"""Units and branches as administrators and compliance see them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from simpul.iam.errors import BranchNotFound, UnitNotFound
from simpul.iam.models import Branch, Unit, UnitSetting
from simpul.iam.policies import can_manage_organisation, can_read_organisation
from simpul.iam.selectors.directory import people
from simpul.iam.selectors.settings import described
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.configuration import Stricter
from simpul.platform.db import query
from simpul.platform.text import Text

_DIRECTIONS = {
    Stricter.LOWER: Text(id="Unit boleh memakai nilai yang lebih kecil.", en="A unit may take a lower value."),
    Stricter.HIGHER: Text(id="Unit boleh memakai nilai yang lebih besar.", en="A unit may take a higher value."),
    Stricter.FALSE: Text(id="Unit boleh melarang.", en="A unit may forbid it."),
    Stricter.TRUE: Text(id="Unit boleh mewajibkan.", en="A unit may require it."),
    Stricter.WITHIN: Text(id="Unit boleh mempersempit jamnya.", en="A unit may narrow the hours."),
}
_HOLDING = "(s.active_to IS NULL OR s.active_to > statement_timestamp())"


def unit_get(actor: Actor, code: str, *, lock: bool = False) -> Unit:
    """One unit.

    Raises: UnitNotFound, also for who may not read the organisation.
    """
    units = Unit.objects.select_for_update() if lock else Unit.objects
    found: Unit | None = units.filter(code=code).first() if can_read_organisation(actor) else None
    if found is None:
        raise UnitNotFound()
    return found


def branch_get(actor: Actor, code: str, *, lock: bool = False) -> Branch:
    """One branch.

    Raises: BranchNotFound, also for who may not read the organisation.
    """
    branches = Branch.objects.select_for_update() if lock else Branch.objects
    found: Branch | None = branches.filter(code=code).first() if can_read_organisation(actor) else None
    if found is None:
        raise BranchNotFound()
    return found


def unit_rows(actor: Actor, q: str = "") -> list[dict[str, Any]]:
    """Units by name with what belongs to them, in numbers: two queries."""
    rows = query(
        f"""SELECT u.unit_code AS code, u.name, u.head_user_id, u.version,
                   (SELECT count(DISTINCT s.user_id) FROM iam.user_branch_scopes s WHERE s.unit_code = u.unit_code AND {_HOLDING}) AS members,
                   (SELECT count(*) FROM iam.unit_branches b WHERE b.unit_code = u.unit_code) AS branches,
                   (SELECT count(*) FROM iam.unit_settings p WHERE p.unit_code = u.unit_code) AS policies
            FROM iam.units u WHERE strpos(lower(u.name || ' ' || u.unit_code), lower(%s)) > 0 ORDER BY u.name, u.unit_code""",
        (q.strip(),),
    )
    known = people(row["head_user_id"] for row in rows if row["head_user_id"])
    return [{**row, "head": known.get(row["head_user_id"])} for row in rows]


def unit_detail(actor: Actor, unit: Unit) -> dict[str, Any]:
    """One unit with its branches, members and where it is stricter."""
    members = query(
        f"""SELECT u.user_id AS id, u.username::text AS username, u.full_name, s.scope_id, s.active_from, s.active_to
            FROM iam.user_branch_scopes s JOIN iam.users u USING (user_id) WHERE s.unit_code = %s AND {_HOLDING} ORDER BY u.full_name, u.user_id""",
        (unit.code,),
    )
    branches = query(
        "SELECT b.branch_code AS code, b.name FROM iam.unit_branches ub JOIN iam.branches b USING (branch_code) WHERE ub.unit_code = %s ORDER BY 1",
        (unit.code,),
    )
    held = {row.key: row.value for row in UnitSetting.objects.filter(unit=unit)}
    return {
        "code": unit.code,
        "name": unit.name,
        "head": people([unit.head_user_id]).get(unit.head_user_id) if unit.head_user_id else None,
        "version": unit.version,
        "branches": branches,
        "members": members,
        "policies": [
            {
                **described(setting),
                "organisation": configuration.value(setting.key, None),
                "stricter": key in held,
                "value": held.get(key),
                "direction": str(_DIRECTIONS[setting.stricter]),
            }
            for key, setting in configuration.settings.items()
            if setting.stricter is not None
        ],
        "can": {"update": bool(can_manage_organisation(actor))},
    }


def branch_rows(actor: Actor, *, q: str = "", active: bool | None = None, code: str | None = None) -> list[dict[str, Any]]:
    """Branches with head, users and the units that serve them: four queries."""
    found = Branch.objects.order_by("code")
    if code is not None:
        found = found.filter(code=code)
    if active is not None:
        found = found.filter(is_active=active)
    if q.strip():
        found = found.filter(Q(name__icontains=q.strip()) | Q(code__icontains=q.strip()) | Q(city__icontains=q.strip()))
    page = list(found)
    codes = [branch.code for branch in page]
    users = query(
        f"SELECT s.branch_code AS code, count(DISTINCT s.user_id) AS n FROM iam.user_branch_scopes s WHERE s.branch_code = ANY(%s) AND {_HOLDING} GROUP BY 1",
        (codes,),
    )
    units = query(
        "SELECT ub.branch_code, u.unit_code AS code, u.name FROM iam.unit_branches ub JOIN iam.units u USING (unit_code) WHERE ub.branch_code = ANY(%s) ORDER BY u.name",
        (codes,),
    )
    known = people(branch.head_user_id for branch in page if branch.head_user_id)
    counted = {row["code"]: row["n"] for row in users}
    may = bool(can_manage_organisation(actor))
    return [
        {
            "code": branch.code,
            "name": branch.name,
            "city": branch.city,
            "phone": branch.phone,
            "time_zone": branch.time_zone,
            "is_active": branch.is_active,
            "head": known.get(branch.head_user_id) if branch.head_user_id else None,
            "users": counted.get(branch.code, 0),
            "units": [{"code": row["code"], "name": row["name"]} for row in units if row["branch_code"] == branch.code],
            "version": branch.version,
            "can": {"update": may},
        }
        for branch in page
    ]
