"""Whom a case can be given to, and how much they have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from simpul.cases.models import Case
from simpul.cases.policies import visible_cases
from simpul.cases.vocabulary import OPEN, RESOURCE
from simpul.iam.public import actor_for, away_until, handlers, holders_by_place, people, present_people, units
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now
from simpul.platform.db import scope


def assignee_rows(actor: Actor, case: Case) -> dict[str, Any]:
    """Colleagues who handle cases where this one lies, the present and least loaded first, and all units.

    Loads count the open cases that the actor reaches.
    """
    ids = handlers(RESOURCE, case.branch_code, case.assigned_unit_code)
    who, present, away, loads = people(ids), present_people(ids), away_until(ids), _loads(actor, ids)
    rows = [
        {
            "id": key,
            "full_name": person.full_name,
            "open": loads.get(key, (0, 0))[0],
            "overdue": loads.get(key, (0, 0))[1],
            "present": key in present,
            "absent_until": away.get(key),
            "me": key == actor.id,
        }
        for key, person in who.items()
    ]
    rows.sort(key=lambda row: (not row["present"], row["absent_until"] is not None, row["open"], row["full_name"]))
    return {"people": rows, "units": [{"code": unit.code, "name": unit.name} for unit in units().values()]}


def colleague_rows(case: Case) -> list[dict[str, Any]]:
    """Colleagues who handle cases where this one lies and read this one, by name."""
    found = people(_readers(case)).values()
    return [{"id": person.id, "full_name": person.full_name} for person in sorted(found, key=lambda person: (person.full_name, person.id))]


def not_mentionable(case: Case, named: Sequence[UUID]) -> list[UUID]:
    """Of these users those who neither handle cases there nor have this one, or may not read it whole, in their order."""
    able = set(_readers(case)) if named else set()
    return [each for each in named if each not in able and not (each in (case.created_by, case.assigned_to_user_id) and _reads(each, case))]


def still_reading(case: Case, asked: Iterable[UUID]) -> list[UUID]:
    """Of these users those who read the whole case at this moment, in their order: who lost sight of it follows it no longer."""
    return [each for each in asked if _reads(each, case)]


def _readers(case: Case) -> list[UUID]:
    """Who handles cases where this one lies; of a sensitive one those who hold tier 3 there, or have it."""
    ids = handlers(RESOURCE, case.branch_code, case.assigned_unit_code, served=False)
    if not case.category.is_sensitive:
        return ids
    holders = holders_by_place("tier3", Act.READ)
    cleared = {*holders.branches.get(case.branch_code, ()), *holders.served.get(case.branch_code, ()), *holders.everywhere}
    return [each for each in ids if each in cleared or each in (case.created_by, case.assigned_to_user_id)]


def _reads(user_id: UUID, case: Case) -> bool:
    who = actor_for(user_id)
    if who is None or who.kind != "USER":
        return False
    with scope(who):
        return visible_cases(who).filter(pk=case.pk).exists()


def _loads(actor: Actor, ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    rows = (
        visible_cases(actor)
        .filter(assigned_to_user_id__in=ids, status__in=sorted(OPEN))
        .values_list("assigned_to_user_id")
        .annotate(open=Count("pk"), overdue=Count("pk", filter=Q(sla_due_at__lt=now())))
    )
    return {user: (opened, overdue) for user, opened, overdue in rows}
