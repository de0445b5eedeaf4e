"""By when cases are to be answered under the promise that they began with: counted once for each day of receipt, not for each case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from simpul.cases.selectors.clocks import terms_in
from simpul.cases.sla import Change, Clock, ClockEvent, History, Terms, read
from simpul.workflow.public import WorkingTime, worktime_version


class Limits:
    """The limits of many cases, as far as one promise, one version of its calendars and no waiting decide about them.

    A case is a row with `started_at`, `calendars`, and what `selectors.clocks.terms_in` wants.
    """

    def __init__(self) -> None:
        self._terms: dict[tuple[Any, ...], Terms] = {}
        self._calendars: dict[tuple[str, int], WorkingTime] = {}
        self._days: dict[tuple[Terms, int, date], datetime] = {}

    def due(self, case: Mapping[str, Any]) -> datetime:
        """The last instant at which an answer is in time: by the law, and by the service level where no law counts.

        Raises: CalendarHasNoTime.
        """
        named = (case["policy_version_id"], case["legal_rules_id"], case["rule_category"], case["priority"], case["kind"])
        if named not in self._terms:
            self._terms[named] = terms_in(case)
        terms, started, versions = self._terms[named], case["started_at"], case["calendars"]
        if terms.legal is None:
            return self._calendar(terms.calendar, versions[terms.calendar]).add_working(started, terms.resolution)
        # The law counts whole days after the day of receipt.
        key, version = terms.legal.calendar, versions[terms.legal.calendar]
        day = (terms, version, started.astimezone(self._calendar(key, version).zone).date())
        if day not in self._days:
            begun = History((ClockEvent(1, Change.START, started, terms=terms, calendars=versions),))
            known = {(name, number): self._calendar(name, number) for name, number in versions.items()}
            self._days[day] = read(begun, known, started)[Clock.LEGAL].due_at
        return self._days[day]

    def _calendar(self, key: str, number: int) -> WorkingTime:
        if (key, number) not in self._calendars:
            self._calendars[key, number] = worktime_version(key, number)[1]
        return self._calendars[key, number]
