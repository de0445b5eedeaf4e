"""Warnings before a clock is over that the ladder does not follow: the first response, and the limit that the law sets.

Whom was warned of which due time stands in the case's log, so each is warned of once, however often and late the worker looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.colleagues import still_reading
from simpul.cases.services.handing import Places
from simpul.cases.services.notices import tell
from simpul.cases.services.steps import Entry, entry, log_all
from simpul.cases.sla import Clock
from simpul.cases.vocabulary import OPEN, ActivityType
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA

AT_ONCE = 500
# The last quarter of the time for the first response; before the law's limit a day, and the working day before it where that is a weekend.
_QUARTER = 4
_DAY = timedelta(days=1)
_FARTHEST = timedelta(days=4)
_SATURDAY = 5


@dataclass(frozen=True)
class _Warning:
    case: Case
    clock: Clock
    due_at: datetime

    @property
    def key(self) -> tuple[object, str, str]:
        return self.case.id, self.clock.value, self.due_at.isoformat()


def cases_warn(*, actor: Actor, at: datetime) -> int:
    """Tell assignee and supervisors of open cases whose first response or legal limit is near; how many warnings were given.

    Cases that somebody works on at this moment are left to the next time.
    """
    near = Q(first_responded_at__isnull=True, first_response_due_at__gt=at, first_response_due_at__lte=at + _FARTHEST)
    near |= Q(legal_due_at__gt=at, legal_due_at__lte=at + _FARTHEST)
    open_ones = Case.objects.select_related("category").select_for_update(of=("self",), skip_locked=True, no_key=True).filter(near, status__in=sorted(OPEN))
    found = [one for case in open_ones.order_by("pk") for one in _due(case, at)]
    given = 0
    for start in range(0, len(found), AT_ONCE):
        given += _warn(actor, found[start : start + AT_ONCE], at)
    return given


def _due(case: Case, at: datetime) -> Iterator[_Warning]:
    first, law = case.first_response_due_at, case.legal_due_at
    if case.first_responded_at is None and first - (first - case.created_at) / _QUARTER <= at < first:
        yield _Warning(case, Clock.FIRST_RESPONSE, first)
    if law is not None and _before_law(law) <= at < law:
        yield _Warning(case, Clock.LEGAL, law)


def _before_law(due_at: datetime) -> datetime:
    """A day before, and while that is a weekend another one."""
    found = due_at - _DAY
    while found.astimezone(JAKARTA).weekday() >= _SATURDAY:
        found -= _DAY
    return found


def _warn(actor: Actor, found: Sequence[_Warning], at: datetime) -> int:
    logged = CaseActivity.objects.filter(case__in=[one.case for one in found], activity_type=ActivityType.SLA, data__has_key="warning")
    known = {(row.case_id, row.data["warning"], row.data["due_at"]) for row in logged}
    new, places, lines = [one for one in found if one.key not in known], Places(), list[Entry]()
    for one in new:
        to = still_reading(one.case, dict.fromkeys([*places.of(one.case, 1), *places.of(one.case, 2)]))
        tell(f"{one.clock.value.lower()}_near", one.case, to)
        lines.append(entry(actor, one.case, ActivityType.SLA, at, warning=one.clock.value, due_at=one.due_at.isoformat(), to=[str(each) for each in to]))
    if lines:
        log_all(lines)
    return len(new)
