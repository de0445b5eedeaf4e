"""Whom a case can be given to, and how much they have."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from simpul.cases.models import Case
from simpul.cases.policies import visible_cases
from simpul.cases.vocabulary import OPEN, RESOURCE
from simpul.iam.public import away_until, handlers, people, present_people, units
from simpul.platform.actor import Actor
from simpul.platform.clock import now


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
    """Colleagues who handle cases where this one lies, by name."""
    found = people(handlers(RESOURCE, case.branch_code, case.assigned_unit_code)).values()
    return [{"id": person.id, "full_name": person.full_name} for person in sorted(found, key=lambda person: (person.full_name, person.id))]


def _loads(actor: Actor, ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    rows = (
        visible_cases(actor)
        .filter(assigned_to_user_id__in=ids, status__in=sorted(OPEN))
        .values_list("assigned_to_user_id")
        .annotate(open=Count("pk"), overdue=Count("pk", filter=Q(sla_due_at__lt=now())))
    )
    return {user: (opened, overdue) for user, opened, overdue in rows}
