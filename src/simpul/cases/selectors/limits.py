"""By when cases are to be answered under the promise that they began with: counted once for each day of receipt, not for each case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from simpul.cases.selectors.clocks import clock_events
from simpul.cases.sla import Change, Clock, ClockEvent, History, Terms, read
from simpul.workflow.public import WorkingTime, worktime_version


class Limits:
    """The limits of many cases, as far as one promise, one version of its calendars and no waiting decide about them.

    A case is a row with `case_id`, `started_at`, and `promise`, which equal promises have in common.
    """

    def __init__(self) -> None:
        self._promised: dict[str, tuple[Terms, WorkingTime, Mapping[str, int], dict[date, datetime]]] = {}
        self._calendars: dict[tuple[str, int], WorkingTime] = {}

    def due(self, case: Mapping[str, Any]) -> datetime:
        """The last instant at which an answer is in time: by the law, and by the service level where no law counts.

        Raises: CalendarHasNoTime.
        """
        started: datetime = case["started_at"]
        if case["promise"] not in self._promised:
            self._promised[case["promise"]] = self._promise(case["case_id"])
        terms, calendar, versions, days = self._promised[case["promise"]]
        if terms.legal is None:
            return calendar.add_working(started, terms.resolution)
        # The law counts whole days after the day of receipt.
        day = started.astimezone(calendar.zone).date()
        if day not in days:
            begun = History((ClockEvent(1, Change.START, started, terms=terms, calendars=versions),))
            known = {(name, number): self._calendar(name, number) for name, number in versions.items()}
            days[day] = read(begun, known, started)[Clock.LEGAL].due_at
        return days[day]

    def _promise(self, case_id: UUID) -> tuple[Terms, WorkingTime, Mapping[str, int], dict[date, datetime]]:
        begun = clock_events([case_id])[case_id][0]
        assert begun.terms is not None  # a history begins with its terms
        key = begun.terms.legal.calendar if begun.terms.legal else begun.terms.calendar
        return begun.terms, self._calendar(key, begun.calendars[key]), begun.calendars, {}

    def _calendar(self, key: str, number: int) -> WorkingTime:
        if (key, number) not in self._calendars:
            self._calendars[key, number] = worktime_version(key, number)[1]
        return self._calendars[key, number]
