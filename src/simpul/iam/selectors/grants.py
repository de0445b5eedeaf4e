"""Roles and the grant table, as they are and as they would be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.iam import catalogue
from simpul.iam.errors import RoleNotFound
from simpul.iam.grants import ROLES
from simpul.iam.matrix import Cell, Change, Place, Table, diff, refusal, sentence, shipped
from simpul.iam.models import Revision, Role
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import people, role_names
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

_LATEST = Keyset(("-number", int))
_GROUP_ACCESS = Text(id="{role} dapat melihat semua nasabah di semua cabang.", en="{role} will see every customer of every branch.")
_EXPORTS = Text(id="{role} dapat mengekspor {resource} tanpa ditunjuk per orang.", en="{role} will export {resource} without being named one by one.")
_TIER = Text(id="{role} melihat data yang biasanya tersamar.", en="{role} will see data that is usually masked.")
_BLIND = Text(
    id="{role} tidak lagi dapat melihat {resource}, tetapi masih dapat mengubahnya.", en="{role} can no longer read {resource}, yet may still change it."
)
_NOBODY = Text(id="Setelah ini tidak seorang pun dapat “{action}” pada {resource}.", en="After this nobody can “{action}” on {resource}.")


def role_get(key: str, *, lock: bool = False) -> Role:
    """One role that people can be given.

    Raises: RoleNotFound.
    """
    roles = Role.objects.select_for_update() if lock else Role.objects
    found: Role | None = roles.filter(key=key, is_assignable=True).first()
    if found is None:
        raise RoleNotFound()
    return found


def role_rows(actor: Actor, *, retired: bool | None = False, keys: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Roles in their order: two queries. `retired` of None means both."""
    found = Role.objects.filter(is_assignable=True).order_by("rank", "key")
    if retired is not None:
        found = found.filter(retired_at__isnull=not retired)
    if keys is not None:
        found = found.filter(key__in=list(keys))
    held = {row["role_id"]: row["n"] for row in query("SELECT role_id, count(*) AS n FROM iam.user_roles GROUP BY role_id")}
    may = bool(can_manage_organisation(actor))
    return [
        {
            "key": role.key,
            "name": str(name_of(role)),
            "names": {"id": name_of(role).id, "en": name_of(role).en},
            "home": role.home,
            "shipped": role.is_shipped,
            "retired": role.retired_at is not None,
            "based_on": {"key": role.based_on, "name": _shipped_name(role.based_on)} if role.based_on else None,
            "users": held.get(role.id, 0),
            "version": role.version,
            "can": {
                "rename": may and not role.is_shipped,
                "retire": may and not role.is_shipped and role.retired_at is None and not held.get(role.id),
                "restore": may and role.retired_at is not None,
            },
        }
        for role in found
    ]


def name_of(role: Role) -> Text:
    """A role's name; a shipped one is called as this release calls it."""
    if role.key in ROLES:
        name_id, name_en, _ = ROLES[role.key]
        return Text(id=name_id, en=name_en)
    return Text(id=role.name, en=role.name_en)


def _shipped_name(key: str) -> str:
    name_id, name_en, _ = ROLES.get(key, (key, key, ""))
    return str(Text(id=name_id, en=name_en))


def grants_current() -> dict[Place, Cell]:
    """The table in force, without the system's own grants."""
    rows = query(
        "SELECT r.role_key, g.resource, g.action, g.reach, g.per_user, g.limited_to FROM iam.grants g JOIN iam.roles r USING (role_id) WHERE r.is_assignable"
    )
    return {(row["role_key"], row["resource"], row["action"]): Cell(Reach(row["reach"]), row["per_user"], row["limited_to"]) for row in rows}


def revision_number(kind: str) -> int:
    """The version of the settings or of the grant table."""
    return int(query("SELECT coalesce(max(number), 0) AS number FROM iam.configuration_revisions WHERE kind = %s", (kind,))[0]["number"])


def grants_matrix(actor: Actor) -> dict[str, Any]:
    """The whole table with what the page needs to edit it."""
    current, default = grants_current(), shipped()
    last = Revision.objects.filter(kind=Revision.Kind.GRANTS).order_by("-number").first()
    who = people([last.changed_by_id]) if last else {}
    roles = role_rows(actor)
    return {
        "version": last.number if last else 0,
        "changed_at": last.changed_at if last else None,
        "changed_by": who.get(last.changed_by_id) if last else None,
        "differs_from_shipped": len(changes_to_shipped(current)),
        "actions": [{"key": key, "name": str(name)} for key, name in catalogue.ACTIONS.items()],
        "reaches": [{"key": key, "name": str(name), "short": str(short)} for key, (name, short) in catalogue.REACHES.items()],
        "groups": [{"key": key, "name": str(name)} for key, name in catalogue.GROUPS.items()],
        "roles": roles,
        "can": {"save": bool(can_manage_organisation(actor))},
        "resources": [
            {
                "key": key,
                "name": str(one.name),
                "group": one.group,
                "actions": list(one.actions),
                "least_reach": one.least.name,
                "cells": {role["key"]: _cells(role, key, one.actions, current, default) for role in roles},
            }
            for key, one in catalogue.resources().items()
        ],
    }


def _cells(role: Mapping[str, Any], about: str, actions: str, current: Table, default: Table) -> dict[str, Any]:
    base = role["based_on"]["key"] if role["based_on"] else role["key"]
    shown = {}
    for action in actions:
        held, ordinary = current.get((role["key"], about, action)), default.get((role["key"], about, action))
        locked = catalogue.LOCKED.get((base, about, action))
        if held or ordinary or locked:
            shown[action] = {
                "reach": held.reach.name if held else "NONE",
                "per_user": bool(held and held.per_user),
                "limit": catalogue.limit_name(held.limit) if held and held.limit else None,
                "shipped": {"reach": ordinary.reach.name, "per_user": ordinary.per_user} if ordinary else None,
                "locked": str(locked) if locked else None,
            }
    return shown


def changes_to_shipped(current: Table, role: str | None = None) -> list[dict[str, Any]]:
    """What leads from the table back to the shipped one; the organisation's own roles are left alone."""
    default = shipped()
    places = sorted({place for place in {**current, **default} if place[0] in ROLES and role in (None, place[0])})
    changes = diff(current, {place: default.get(place) for place in places})
    return [wire(change) for change in changes]


def wire(change: Change) -> dict[str, Any]:
    """A change as the operations take it."""
    role, about, action = change.place
    reach = change.after.reach.name if change.after else "NONE"
    return {"role": role, "resource": about, "action": action, "reach": reach, "per_user": bool(change.after and change.after.per_user)}


def preview(actor: Actor, changes: Sequence[Change]) -> dict[str, Any]:
    """What a set of changes would do: in sentences, to how many people, and what to think about first."""
    names = {role.key: name_of(role) for role in Role.objects.filter(key__in={change.place[0] for change in changes})}
    told = refusals(actor, changes)
    holders = _holders({change.place[0] for change in changes})
    touched = _touched(changes, holders)
    return {
        "items": [
            {
                "role": change.place[0],
                "role_name": str(names[change.place[0]]),
                "resource": change.place[1],
                "resource_name": catalogue.resource_name(change.place[1]),
                "action": change.place[2],
                "action_name": catalogue.action_name(change.place[2]),
                "kind": change.kind,
                "widens": change.widens,
                "before": _shown(change.before),
                "after": _shown(change.after),
                "sentence": str(sentence(change, names[change.place[0]])),
                "users": len(touched[change.place]),
                "refused": str(told[change.place]) if change.place in told else None,
            }
            for change in changes
        ],
        "users_touched": len(set().union(*touched.values())) if touched else 0,
        "warnings": _warnings(changes, names),
        "can_save": bool(changes) and not told and bool(can_manage_organisation(actor)),
    }


def refusals(actor: Actor, changes: Sequence[Change]) -> dict[Place, Text]:
    """The changes that are refused whatever one may manage, with the reason."""
    default = shipped()
    bases = {role.key: role.based_on or role.key for role in Role.objects.filter(key__in={change.place[0] for change in changes})}
    found = {change.place: refusal(change, base=bases[change.place[0]], held=actor.role_keys, default=default) for change in changes}
    return {place: reason for place, reason in found.items() if reason is not None}


def _shown(cell: Cell | None) -> dict[str, Any] | None:
    return {"reach": cell.reach.name, "per_user": cell.per_user} if cell else None


def _holders(roles: set[str]) -> dict[UUID, set[str]]:
    """The active people who hold one of the roles, each with all of theirs."""
    rows = query(
        """SELECT ur.user_id, r.role_key FROM iam.user_roles ur JOIN iam.roles r USING (role_id) JOIN iam.users u USING (user_id)
           WHERE u.status = 'ACTIVE' AND ur.user_id IN (
               SELECT other.user_id FROM iam.user_roles other JOIN iam.roles named USING (role_id) WHERE named.role_key = ANY(%s))""",
        (list(roles),),
    )
    found: dict[UUID, set[str]] = defaultdict(set)
    for row in rows:
        found[row["user_id"]].add(row["role_key"])
    return found


def _touched(changes: Sequence[Change], holders: Mapping[UUID, set[str]]) -> dict[Place, set[UUID]]:
    """Whose effective reach each change moves: another role may give as much already."""
    current = grants_current()
    after: dict[Place, Cell | None] = {**current, **{change.place: change.after for change in changes}}
    switched = {(row["user_id"], row["resource"], row["action"]) for row in query("SELECT user_id, resource, action FROM iam.user_switches")}

    def reach(user: UUID, roles: set[str], about: str, action: str, table: Mapping[Place, Cell | None]) -> int:
        held = (table.get((role, about, action)) for role in roles)
        return max((int(cell.reach) for cell in held if cell and (not cell.per_user or (user, about, action) in switched)), default=0)

    return {
        change.place: {
            user
            for user, roles in holders.items()
            if change.place[0] in roles and reach(user, roles, *change.place[1:], current) != reach(user, roles, *change.place[1:], after)
        }
        for change in changes
    }


def _warnings(changes: Sequence[Change], names: Mapping[str, Text]) -> list[dict[str, str]]:
    current = grants_current()
    after = {place: cell for place, cell in {**current, **{change.place: change.after for change in changes}}.items() if cell}
    found: list[tuple[str, Text]] = []
    for change in changes:
        role, about, action = change.place
        values = {
            language: {"role": getattr(names[role], language), "resource": getattr(catalogue.resource(about).name, language)} for language in ("id", "en")
        }

        def told(text: Text, values: dict[str, dict[str, str]] = values, action: str = action) -> Text:
            return Text(
                id=text.id.format(action=catalogue.ACTIONS[action].id, **values["id"]), en=text.en.format(action=catalogue.ACTIONS[action].en, **values["en"])
            )

        if change.widens and change.after:
            if about == "customer" and action == "R" and change.after.reach is Reach.ALL:
                found.append(("every_customer", told(_GROUP_ACCESS)))
            if action == "X" and not change.after.per_user:
                found.append(("export", told(_EXPORTS)))
            if about in ("tier2", "tier3"):
                found.append(("clear_data", told(_TIER)))
        if change.after is None:
            if action == "R" and any(place[:2] == (role, about) and place[2] in "CUA" for place in after):
                found.append(("blind", told(_BLIND)))
            if not any(place[1:] == (about, action) for place in after):
                found.append(("nobody", told(_NOBODY)))
    return [{"code": code, "text": str(text)} for code, text in dict.fromkeys(found)]


def revision_page(kind: str, cursor: str | None, limit: int, shown: Callable[[list[Revision]], list[dict[str, Any]]]) -> Page:
    """One page of saved changes, newest first.

    Raises: Invalid for a cursor that we did not write.
    """
    return _LATEST.page(Revision.objects.filter(kind=kind), cursor, limit, shown)


def grant_revision_page(*, cursor: str | None, limit: int) -> Page:
    """One page of saved changes of the grant table in sentences: three queries.

    Raises: Invalid for a cursor that we did not write.
    """
    return revision_page(Revision.Kind.GRANTS, cursor, limit, _revisions)


def _revisions(page: list[Revision]) -> list[dict[str, Any]]:
    who, names = people(row.changed_by_id for row in page), role_names()
    return [
        {
            "number": row.number,
            "changed_at": row.changed_at,
            "changed_by": who.get(row.changed_by_id),
            "reason": row.reason,
            "sentences": [_told(change, names) for change in row.changes],
        }
        for row in page
    ]


def _told(kept: Mapping[str, Any], names: Mapping[str, Text]) -> str:
    before, after = (Cell(Reach[kept[side]["reach"]], kept[side]["per_user"]) if kept[side] else None for side in ("before", "after"))
    change = Change((kept["role"], kept["resource"], kept["action"]), before, after)
    return str(sentence(change, names.get(kept["role"], Text(id=kept["role"], en=kept["role"]))))
