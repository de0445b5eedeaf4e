"""Who gets a new case by itself: the unit of its category, and in it or in the branch the colleague at work who has least to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.cases.models import CaseCategory
from simpul.cases.receiving import Route
from simpul.cases.settings import AUTOMATIC, HOURS
from simpul.cases.vocabulary import RESOURCE
from simpul.iam.public import away_until, branches, handlers, seen_people
from simpul.platform import configuration
from simpul.platform.actor import current_actor
from simpul.platform.clock import now
from simpul.platform.db import query


def route(*, category: CaseCategory, branch_code: str, keep: UUID | None = None, held_by: str | None = None) -> Route:
    """Where a case of the category in the branch goes now.

    `keep` had it before, and the unit `held_by`. Whoever can be given the case there keeps it unless they are on leave, at
    work or not, supervisors as well. A sensitive case is given to nobody else but by a person: whoever has it reads it.
    """
    unit = held_by or unit_of(category)
    if keep is not None and keep in handlers(RESOURCE, branch_code, unit) and not away_until([keep]):
        return Route(unit, keep, "STICKY")
    if not configuration.value(AUTOMATIC, current_actor()):
        return Route(unit, None, "OFF")
    if category.is_sensitive:
        return Route(unit, None, "SENSITIVE")
    if not _within_hours(branch_code, now()):
        return Route(unit, None, "OUTSIDE_HOURS")
    able = _loads(unit, branch_code)
    away = away_until([row["user_id"] for row in able])
    here = seen_people([row["user_id"] for row in able if row["user_id"] not in away])
    free = [row for row in able if row["user_id"] in here and row["user_id"] not in away]
    if not free:
        return Route(unit, None, "NOBODY_PRESENT")
    chosen = free[0]
    return Route(unit, chosen["user_id"], "LEAST_LOAD", {"open": chosen["open"], "present": len(free)})


def unit_of(category: CaseCategory) -> str | None:
    """The unit that handles the category, its own or its parent's."""
    if category.unit_code or category.parent is None:
        return category.unit_code
    return category.parent.unit_code


def _loads(unit: str | None, branch_code: str) -> Sequence[dict[str, Any]]:
    """Who handles cases of the unit, or else of the branch, least open cases first; of equals who got one longest ago."""
    return query(
        "SELECT user_id, open_cases AS open FROM crm.case_handlers(%s, %s) ORDER BY open_cases, last_given_at NULLS FIRST, user_id", (unit, branch_code)
    )


def _within_hours(branch_code: str, at: datetime) -> bool:
    hours = configuration.value(HOURS, current_actor())
    if hours is None:
        return True
    branch = branches().get(branch_code)
    local = at.astimezone(ZoneInfo(branch.time_zone if branch else "Asia/Jakarta"))
    return local.isoweekday() in hours["days"] and hours["opens"] <= local.strftime("%H:%M") < hours["closes"]
