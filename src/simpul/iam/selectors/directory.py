"""Branches, colleagues and roles, as everybody may know them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from simpul.iam.facts import BranchFacts, ElevationFacts, Heads, Names, PersonFacts, PlacedHolders, RoleFacts, UnitFacts, WorkplaceFacts
from simpul.iam.grants import ROLES
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query
from simpul.platform.text import Text

_PERSON = "user_id AS id, username::text AS username, full_name, status = 'ACTIVE' AS is_active"
_NAMES = """
SELECT 'PERSON' AS kind, user_id::text AS key, full_name AS name FROM iam.users WHERE user_id = ANY (%s)
UNION ALL SELECT 'BRANCH', branch_code, name FROM iam.branches WHERE branch_code = ANY (%s)
UNION ALL SELECT 'UNIT', unit_code, name FROM iam.units WHERE unit_code = ANY (%s)
"""


def branches() -> dict[str, BranchFacts]:
    """All branches by code."""
    rows = query("SELECT branch_code AS code, branch_no AS number, name, city, phone, time_zone FROM iam.branches ORDER BY branch_code")
    return {row["code"]: BranchFacts(**row) for row in rows}


def units() -> dict[str, UnitFacts]:
    """All units by code."""
    rows = query("SELECT unit_code AS code, name FROM iam.units ORDER BY unit_code")
    return {row["code"]: UnitFacts(**row) for row in rows}


def people(ids: Iterable[UUID]) -> dict[UUID, PersonFacts]:
    """The colleagues of these ids, in one query."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    rows = query(f"SELECT {_PERSON} FROM iam.users WHERE user_id = ANY(%s)", (wanted,))
    return {row["id"]: PersonFacts(**row) for row in rows}


def mail_addresses(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The e-mail addresses of these colleagues, in one query; who has none, or works no more, is left out."""
    rows = query(
        "SELECT user_id, email::text AS email FROM iam.users WHERE user_id = ANY(%s) AND status = 'ACTIVE' AND email <> ''",
        (list(set(ids)),),
    )
    return {row["user_id"]: row["email"] for row in rows}


def staff_languages(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The staff_languages of these colleagues, in one query; who works no more is left out."""
    rows = query("SELECT user_id, language FROM iam.users WHERE user_id = ANY(%s) AND status = 'ACTIVE'", (list(set(ids)),))
    return {row["user_id"]: row["language"] for row in rows}


def names(*, people: Iterable[UUID] = (), branches: Iterable[str] = (), units: Iterable[str] = ()) -> Names:
    """What these colleagues, branches and units are called, in one statement."""
    found: dict[str, dict[str, str]] = {"PERSON": {}, "BRANCH": {}, "UNIT": {}}
    for row in query(_NAMES, (list(set(people)), list(set(branches)), list(set(units)))):
        found[row["kind"]][row["key"]] = row["name"]
    return Names({UUID(key): name for key, name in found["PERSON"].items()}, found["BRANCH"], found["UNIT"])


def people_by_username(usernames: Iterable[str]) -> dict[str, PersonFacts]:
    """The colleagues of these user names, in one query."""
    rows = query(f"SELECT {_PERSON} FROM iam.users WHERE username::text = ANY(%s)", (list(usernames),))
    return {row["username"]: PersonFacts(**row) for row in rows}


def roles() -> list[RoleFacts]:
    """The roles that people can be given, in their order."""
    rows = query("SELECT role_key, role_name, name_en FROM iam.roles WHERE is_assignable AND retired_at IS NULL ORDER BY rank, role_key")
    return [RoleFacts(row["role_key"], Text(id=row["role_name"], en=row["name_en"])) for row in rows]


def role_names() -> dict[str, Text]:
    """The name of every role by key, the organisation's own included."""
    own = query("SELECT role_key, role_name, name_en FROM iam.roles WHERE NOT is_shipped")
    shipped = {key: Text(id=name_id, en=name_en) for key, (name_id, name_en, _) in ROLES.items()}
    return {**shipped, **{row["role_key"]: Text(id=row["role_name"], en=row["name_en"]) for row in own}}


def role_name(role_key: str) -> str:
    """A role's name in the reader's language; one that is shipped no more keeps its key."""
    if role_key in ROLES:
        name_id, name_en, _ = ROLES[role_key]
        return str(Text(id=name_id, en=name_en))
    return str(role_names().get(role_key, role_key))


def initials(full_name: str) -> str:
    """The first letters of the first and the last word."""
    words = full_name.split()
    return "".join(word[0] for word in dict.fromkeys([words[0], words[-1]])).upper() if words else "?"


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


def user_named(username: str) -> UUID | None:
    """Who signs in under this name, in whatever case it is written; nobody's name gives nothing."""
    name = username.strip()
    if not name or "\0" in name:
        return None
    found = query("SELECT user_id FROM iam.users WHERE username = %s AND kind = 'USER'", (name,))
    return found[0]["user_id"] if found else None


def holders(resource: str, action: str) -> list[UUID]:
    """The people who hold an action on a resource everywhere, such as the administrators of the configuration."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s AND g.reach = 4 AND NOT g.per_user""",
        (resource, action),
    )
    return [row["user_id"] for row in rows]


def watching_people() -> list[UUID]:
    """The active people of compliance, or of a role made after it, and whoever reads the whole trail: told of what guards access."""
    return sorted({*people_in_role("COMPLIANCE"), *holders("audit", "R")})


def people_in_role(kind: str) -> list[UUID]:
    """The active people of a shipped role, or of one made after it."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.roles r USING (role_id)
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND coalesce(r.based_on, r.role_key) = %s""",
        (kind,),
    )
    return sorted(row["user_id"] for row in rows)


def is_powerful(user_id: UUID) -> bool:
    """Whether the user administers, reads the trail, follows suspicion or decides about emergency access, by whatever role."""
    return bool(query("SELECT iam.is_powerful(%s) AS yes", (user_id,))[0]["yes"])


def powerful_people(user_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these users for whom `is_powerful` holds, in one query."""
    wanted = list(set(user_ids))
    if not wanted:
        return set()
    return {row["user_id"] for row in query("SELECT u.id AS user_id FROM unnest(%s::uuid[]) AS u (id) WHERE iam.is_powerful(u.id)", (wanted,))}


def powerful_members(unit_code: str) -> list[UUID]:
    """The powerful people who work for a unit now, or will."""
    rows = query(
        """SELECT DISTINCT s.user_id FROM iam.user_branch_scopes s
           WHERE s.unit_code = %s AND (s.active_to IS NULL OR s.active_to > statement_timestamp()) AND iam.is_powerful(s.user_id)""",
        (unit_code,),
    )
    return [row["user_id"] for row in rows]


def holders_anywhere(resource: str, action: str) -> list[UUID]:
    """The people who hold an action on a resource, however far it reaches."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u
           JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s
             AND g.reach >= 1 AND NOT g.per_user""",
        (resource, action),
    )
    return [row["user_id"] for row in rows]


def workplaces() -> dict[UUID, list[WorkplaceFacts]]:
    """Where everybody works at this moment, by user; who works for no branch is left out."""
    rows = query(
        """SELECT s.user_id, b.branch_code, s.unit_code, b.time_zone
           FROM iam.user_branch_scopes s
           LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
           JOIN iam.branches b ON b.branch_code = coalesce(s.branch_code, ub.branch_code)
           WHERE (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
           ORDER BY s.user_id, b.branch_code, s.unit_code"""
    )
    found: dict[UUID, list[WorkplaceFacts]] = {}
    for row in rows:
        found.setdefault(row["user_id"], []).append(WorkplaceFacts(row["branch_code"], row["unit_code"], row["time_zone"]))
    return found


def elevation(elevation_id: UUID) -> ElevationFacts | None:
    """One elevation, for who may know of it; row policies decide."""
    rows = query(
        "SELECT elevation_id AS id, user_id, tier, reason_type, starts_at, ends_at, revoked_at FROM iam.elevations WHERE elevation_id = %s", (elevation_id,)
    )
    if not rows:
        return None
    row = rows[0]
    who = row.pop("user_id")
    return ElevationFacts(**row, user=people([who]).get(who))


def user_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The names of colleagues by id; everybody may know who works here. Text that is no id has no name."""
    rows = query("SELECT user_id::text AS id, full_name FROM iam.users WHERE user_id::text = ANY(%s)", (ids,))
    return {row["id"]: row["full_name"] for row in rows}


def holders_at(resource: str, action: str, branch_code: str) -> list[UUID]:
    """The people who hold an action on a resource in a branch: everywhere, or by a scope that is active now."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s AND NOT g.per_user AND (g.reach = 4 OR g.reach = 3 AND EXISTS (
               SELECT FROM iam.user_branch_scopes s LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
               WHERE s.user_id = u.user_id AND coalesce(s.branch_code, ub.branch_code) = %s
                 AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())))""",
        (resource, action, branch_code),
    )
    return [row["user_id"] for row in rows]


def holders_by_place(resource: str, action: str) -> PlacedHolders:
    """The people who hold an action on a resource, by where: for sets of records that lie in many branches."""
    rows = query(
        """SELECT DISTINCT u.user_id, g.reach = 4 AS everywhere, s.branch_code, s.unit_code, ub.branch_code AS served_code
           FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           LEFT JOIN iam.user_branch_scopes s ON s.user_id = u.user_id AND g.reach = 3
                AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
           LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s AND g.reach >= 3 AND NOT g.per_user ORDER BY u.user_id""",
        (resource, action),
    )

    def by(column: str) -> dict[str, tuple[UUID, ...]]:
        return {code: tuple(dict.fromkeys(row["user_id"] for row in rows if row[column] == code)) for code in sorted({row[column] for row in rows} - {None})}

    return PlacedHolders(tuple(dict.fromkeys(row["user_id"] for row in rows if row["everywhere"])), by("branch_code"), by("unit_code"), by("served_code"))


def handlers(resource: str, branch_code: str, unit_code: str | None = None, *, served: bool = True) -> list[UUID]:
    """Who works on a resource's records in a branch, or in a unit: they read them whole there and change at least their own.

    With `served`, who reaches the branch through a unit counts as well.
    """
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id)
           JOIN iam.grants g ON g.role_id = ur.role_id AND g.resource = %(resource)s AND g.action = 'R' AND g.reach >= 3 AND g.limited_to = ''
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER'
             AND EXISTS (SELECT FROM iam.user_roles o JOIN iam.grants w ON w.role_id = o.role_id
                         WHERE o.user_id = u.user_id AND w.resource = %(resource)s AND w.action = 'U' AND w.limited_to = '')
             AND (g.reach = 4 OR EXISTS (
                 SELECT FROM iam.user_branch_scopes s LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
                 WHERE s.user_id = u.user_id AND (s.branch_code = %(branch)s OR s.unit_code = %(unit)s OR %(served)s AND ub.branch_code = %(branch)s)
                   AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())))""",
        {"resource": resource, "branch": branch_code, "unit": unit_code, "served": served},
    )
    return [row["user_id"] for row in rows]


def holders_working_at(resource: str, action: str, branch_code: str) -> list[UUID]:
    """Who works in a branch at this moment and holds an action on a resource, however far it reaches."""
    rows = query(
        """SELECT DISTINCT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.grants g USING (role_id)
           JOIN iam.user_branch_scopes s USING (user_id) LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
           WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND g.resource = %s AND g.action = %s AND NOT g.per_user AND coalesce(s.branch_code, ub.branch_code) = %s
             AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())""",
        (resource, action, branch_code),
    )
    return [row["user_id"] for row in rows]


def heads() -> Heads:
    """Who leads each branch and each unit; a place without a head, or whose head does not work any more, is absent."""
    rows = query(
        """SELECT p.branch_code, p.unit_code, p.head_user_id FROM (
               SELECT branch_code, NULL AS unit_code, head_user_id FROM iam.branches UNION ALL SELECT NULL, unit_code, head_user_id FROM iam.units) p
           JOIN iam.users u ON u.user_id = p.head_user_id AND u.status = 'ACTIVE' AND u.kind = 'USER'"""
    )
    return Heads(
        {row["branch_code"]: row["head_user_id"] for row in rows if row["branch_code"]},
        {row["unit_code"]: row["head_user_id"] for row in rows if row["unit_code"]},
    )
