"""Who is at work: signed in lately, and not away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from simpul.iam.models import Absence
from simpul.iam.policies import can_cancel_absence
from simpul.iam.selectors.directory import branches, people
from simpul.platform.actor import Act, Actor, Reach
from simpul.platform.clock import today
from simpul.platform.db import query

MINUTES = 15

# A session is stored again, for its whole age, at least every half minute in which its person does something.
_SEEN = """
SELECT DISTINCT u.user_id FROM iam.usersessions_usersession u JOIN iam.django_session s USING (session_key)
WHERE u.user_id = ANY (%(people)s) AND s.expire_date > statement_timestamp() + make_interval(secs => %(age)s) - make_interval(mins => %(minutes)s)
"""

_COLLEAGUES = """
SELECT DISTINCT u.user_id AS id, u.full_name FROM iam.users u JOIN iam.user_branch_scopes s USING (user_id) LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
WHERE u.status = 'ACTIVE' AND u.kind = 'USER' AND coalesce(s.branch_code, ub.branch_code) = ANY (%(branches)s)
  AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
ORDER BY u.full_name, u.user_id LIMIT 500
"""


def seen_people(ids: Iterable[UUID], minutes: int = MINUTES) -> set[UUID]:
    """Those of the people who did something in a signed-in session within so many minutes of real time."""
    given = {"people": list(set(ids)), "age": settings.SESSION_COOKIE_AGE, "minutes": minutes}
    return {row["user_id"] for row in query(_SEEN, given)}


def away_until(ids: Iterable[UUID], day: date | None = None) -> dict[UUID, date]:
    """The last day away of those of the people who are away on the day, today where none is given."""
    rows = query("SELECT user_id, last_day FROM iam.away_until(%s, %s)", (list(set(ids)), day or today()))
    return {row["user_id"]: row["last_day"] for row in rows}


def present_people(ids: Iterable[UUID], minutes: int = MINUTES) -> set[UUID]:
    """Those of the people who were seen lately and are not away today. Working hours are for whoever asks to know."""
    wanted = set(ids)
    return seen_people(wanted, minutes) - away_until(wanted).keys()


def colleagues(actor: Actor) -> list[dict[str, Any]]:
    """The people who work now in the branches whose tasks the actor assigns, at most 500, by name."""
    reach = actor.reach("task", Act.ASSIGN)
    if reach < Reach.BRANCH:
        return []
    wanted = set(branches()) if reach is Reach.ALL else actor.branch_codes
    return query(_COLLEAGUES, {"branches": sorted(wanted)})


def absence_rows(actor: Actor, *, since: date, until: date | None = None, user_id: UUID | None = None) -> list[dict[str, Any]]:
    """Absences that the actor may see and that touch [since, until], the earliest first; row policies say whose these are."""
    found = Absence.objects.filter(cancelled_at__isnull=True, last_day__gte=since)
    found = found.filter(first_day__lte=until) if until else found
    rows = list((found.filter(user_id=user_id) if user_id else found).order_by("first_day", "id")[:500])
    return _rows(actor, rows)


def absence_row(actor: Actor, absence: Absence) -> dict[str, Any]:
    """One absence as the API gives it."""
    return _rows(actor, [absence])[0]


def _rows(actor: Actor, rows: list[Absence]) -> list[dict[str, Any]]:
    known = people({row.user_id for row in rows} | {row.created_by_id for row in rows})
    return [
        {
            "id": row.id,
            "person": known[row.user_id],
            "kind": row.kind,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "entered_by": known[row.created_by_id],
            "can": {"cancel": bool(can_cancel_absence(actor, row))},
        }
        for row in rows
    ]
