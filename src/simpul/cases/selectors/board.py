"""Who of the own branches and units has how much."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.policies import reach_of
from simpul.cases.selectors.queue import due_soon
from simpul.cases.vocabulary import RESOURCE
from simpul.iam.public import away_until, branches, holders_by_place, people, present_people
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import now
from simpul.platform.db import query

_LOADS = """
SELECT assigned_to_user_id AS user_id, count(*) AS open, count(*) FILTER (WHERE sla_due_at <= %(at)s) AS overdue,
       count(*) FILTER (WHERE sla_due_at > %(at)s AND sla_due_at <= %(soon)s) AS due_soon, count(*) FILTER (WHERE status = 'WAITING_INFO') AS waiting,
       min(sla_due_at) AS oldest_due_at
FROM crm.cases
WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND (branch_code = ANY (%(branches)s) OR assigned_unit_code = ANY (%(units)s))
GROUP BY assigned_to_user_id
"""
_NOTHING = {"open": 0, "overdue": 0, "due_soon": 0, "waiting": 0, "oldest_due_at": None}


def workload_board(*, actor: Actor) -> dict[str, Any]:
    """The load of everybody who handles cases in the actor's branches and units, in cases of these; the most burdened first."""
    at, known = now(), branches()
    reach = reach_of(actor, Act.ASSIGN)
    codes = sorted(known) if reach is Reach.ALL else sorted(actor.own_branch_codes) if reach is Reach.BRANCH else []
    rows = query(_LOADS, {"at": at, "soon": at + due_soon(actor), "branches": codes, "units": sorted(actor.unit_codes) if reach >= Reach.BRANCH else []})
    loads: dict[UUID | None, dict[str, Any]] = {row.pop("user_id"): row for row in rows}
    places = handlers_of(set(codes))
    ids = places.keys() | {user for user in loads if user is not None}
    names, present, away = people(ids), present_people(ids), away_until(ids)
    found = [
        {
            "person": {"id": user, "full_name": names[user].full_name},
            "branches": [{"code": code, "name": known[code].name} for code in sorted(places.get(user, ()))],
            "present": user in present,
            "absent_until": away.get(user),
            "me": user == actor.id,
            **loads.get(user, _NOTHING),
        }
        for user in ids
        if user in names
    ]
    return {"people": sorted(found, key=lambda row: (-row["overdue"], -row["open"], row["person"]["full_name"])), "unassigned": loads.get(None, _NOTHING)}


def handlers_of(codes: set[str]) -> dict[UUID, set[str]]:
    """Who handles cases in these branches, by a scope of theirs or through a unit that serves them, with the branches."""
    readers = holders_by_place(RESOURCE, Act.READ.value)
    found: dict[UUID, set[str]] = {}
    for code in codes:
        for user in (*readers.branches.get(code, ()), *readers.served.get(code, ())):
            found.setdefault(user, set()).add(code)
    return found
