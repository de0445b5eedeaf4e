"""Warnings before a clock is over that the ladder does not follow: the first response, and the limit that the law sets.

Whom was warned of which due time stands in the case's log, so each is warned of once, however often and late the worker looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

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
    looked = Case.objects.filter(near, status__in=sorted(OPEN)).only("created_at", "first_responded_at", "first_response_due_at", "legal_due_at").order_by("pk")
    found = _unknown([one for case in looked.iterator(AT_ONCE) for one in _due(case, at)])
    ids, given = list(dict.fromkeys(one.case.id for one in found)), 0
    for start in range(0, len(ids), AT_ONCE):
        given += _warn(actor, ids[start : start + AT_ONCE], at)
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


def _unknown(found: Sequence[_Warning]) -> list[_Warning]:
    """Those that the logs of their cases do not have yet."""
    new = list[_Warning]()
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        logged = CaseActivity.objects.filter(case__in=[one.case.id for one in some], activity_type=ActivityType.SLA, data__has_key="warning")
        known = {(row.case_id, row.data["warning"], row.data["due_at"]) for row in logged}
        new += [one for one in some if one.key not in known]
    return new


def _warn(actor: Actor, ids: Sequence[UUID], at: datetime) -> int:
    """Warn of those of the cases that nobody works on, as they stand under their locks."""
    rows = Case.objects.select_related("category").select_for_update(of=("self",), skip_locked=True, no_key=True).filter(pk__in=ids, status__in=sorted(OPEN))
    new = _unknown([one for case in rows.order_by("pk") for one in _due(case, at)])
    if not new:
        return 0
    places, lines = Places(), list[Entry]()
    for one in new:
        to = still_reading(one.case, dict.fromkeys([*places.of(one.case, 1), *places.of(one.case, 2)]))
        tell(f"{one.clock.value.lower()}_near", one.case, to)
        lines.append(entry(actor, one.case, ActivityType.SLA, at, warning=one.clock.value, due_at=one.due_at.isoformat(), to=[str(each) for each in to]))
    log_all(lines)
    return len(new)
