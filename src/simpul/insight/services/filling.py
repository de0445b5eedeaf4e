"""Filling the read model of dashboards, one measure and one span of days at a time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from datetime import time as clock_time

from django.db import transaction

from simpul.iam.public import system_identity
from simpul.insight.selectors.measures import MEASURES, Measure
from simpul.insight.settings import HISTORY_MONTHS, RECENT_DAYS
from simpul.insight.vocabulary import NOBODY, WHOLE, Kind
from simpul.platform import configuration
from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.db import execute, query, scope

# How things stood is found afterwards for so long, once: each day reads all records.
_PAST = timedelta(days=92)
_FILL = """
INSERT INTO crm.dashboard_figures (measure, day, branch_code, key, user_id, numerator, denominator, customers)
SELECT %(measure)s, f.day, coalesce(f.branch_code, %(whole)s), f.key, coalesce(f.user_id, %(nobody)s), sum(f.numerator), sum(f.denominator),
       coalesce((array_agg(DISTINCT hashtextextended(f.customer_id::text, 0)) FILTER (WHERE f.customer_id IS NOT NULL))[1:5], '{{}}')
FROM ({source}) f (day, branch_code, key, user_id, numerator, denominator, customer_id)
GROUP BY f.day, f.key, f.user_id, GROUPING SETS ((f.branch_code), ())
"""
_CLEAR = "DELETE FROM crm.dashboard_figures WHERE measure = %(measure)s AND day >= %(since_day)s AND day < %(until_day)s"
_RAN = """
INSERT INTO crm.dashboard_runs AS r (measure, first_day, computed_at, seconds) VALUES (%(measure)s, %(first_day)s, %(computed_at)s, %(seconds)s)
ON CONFLICT (measure) DO UPDATE SET first_day = least(r.first_day, excluded.first_day), computed_at = excluded.computed_at, seconds = excluded.seconds
"""


def figures_compute(since: date, codes: Iterable[str] | None = None) -> int:
    """Compute the figures from a day until today anew; how many rows they have. In the caller's transaction.

    A state is computed for today; for days that are over only where it can be found afterwards and
    was not yet. For the product's own jobs.
    """
    with scope(system_identity()):
        # Two runs at once would both write what the other one does not show yet.
        execute("SELECT pg_advisory_xact_lock(hashtext('insight.figures'))")
        return sum(_compute(MEASURES[code], since) for code in (MEASURES if codes is None else codes) if MEASURES[code].source)


def recent_compute() -> int:
    """The same for the last days, a setting says how many."""
    return figures_compute(today() - timedelta(days=configuration.number(RECENT_DAYS) - 1))


@transaction.atomic
def history_compute() -> int:
    """The same for all days that are kept; older figures are removed."""
    first = first_day_kept()
    with scope(system_identity()):
        execute("DELETE FROM crm.dashboard_figures WHERE day < %s", (first,))
    return figures_compute(first)


def first_day_kept() -> date:
    """The first day of the oldest month whose figures are kept."""
    day = today()
    month = day.year * 12 + day.month - 1 - configuration.number(HISTORY_MONTHS)
    return date(month // 12, month % 12 + 1, 1)


def _compute(measure: Measure, since: date) -> int:
    began, day = time.monotonic(), today()
    if measure.kind is Kind.FLOW:
        # A task is due on a later day than today: that day counts when it comes.
        rows = _fill(measure, since, day + timedelta(days=1))
        first = since
    else:
        rows, first = _fill_state(measure, since, day)
    values = {"measure": measure.code, "first_day": first, "computed_at": now()}
    execute(_RAN, {**values, "seconds": round(time.monotonic() - began, 3)})
    return rows


def _fill_state(measure: Measure, since: date, day: date) -> tuple[int, date]:
    """Today's state, and that of each day before since the first one, once."""
    rows = _fill(measure, day, day + timedelta(days=1))
    if not measure.has_past:
        return rows, day
    known = query("SELECT first_day FROM crm.dashboard_runs WHERE measure = %s", (measure.code,))
    until = min(known[0]["first_day"], day) if known else day
    past = first = max(since, day - _PAST)
    while past < until:
        rows += _fill(measure, past, past + timedelta(days=1))
        past += timedelta(days=1)
    return rows, min(first, until)


def _fill(measure: Measure, since: date, until: date) -> int:
    """Replace the figures of these days."""
    moment = now()
    values: dict[str, object] = {
        "measure": measure.code,
        "nobody": NOBODY,
        "whole": WHOLE,
        "since_day": since,
        "until_day": until,
        "since": _midnight(since),
        "until": _midnight(until),
        "at": moment if measure.kind is Kind.FLOW else min(moment, _midnight(until)),
        "today": today() if measure.kind is Kind.FLOW else since,
    }
    execute(_CLEAR, values)
    return execute(_FILL.format(source=measure.source), values)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock_time(), JAKARTA)
