"""Finding what meets a rule on one day: each rule is one statement over the trail, whatever the number of users.

Each statement selects the records behind an alert with their user, how many were counted at the peak (`peak`), and
the bar that it was measured against (`bar`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simpul.iam.public import WorkplaceFacts, workplaces
from simpul.oversight.suspicion.rules import ATTACKED, DENIED, NO_CASE, OFF_HOURS, OTHER_BRANCHES, READING, REVEALS, SEARCH_PACE
from simpul.workflow.errors import CalendarNotFound
from simpul.workflow.public import WorkingTime, worktime

_VIEWS = "('VIEW_PROFILE', 'VIEW_TIMELINE', 'VIEW_SENSITIVE', 'REVEAL_FIELD')"
_OFFICE = {"Asia/Jakarta": "office-wib", "Asia/Pontianak": "office-wib", "Asia/Makassar": "office-wita", "Asia/Jayapura": "office-wit"}
_DEFAULT_OFFICE = "office-wib"
_NORM_DAYS = 28
# With fewer hours of activity than this a user has no norm of the own yet, and has to pass twice the minimum.
_NORM_HOURS = 10


@dataclass(frozen=True)
class Day:
    """One calendar day, half open."""

    start: datetime
    end: datetime


# Records that count, each with how many there were in the sixty minutes up to it. The hour before the day belongs to
# the frame, so that a burst over midnight is seen; it is judged on the day on which it ended.
_PACE = """
counted AS (
    SELECT a.audit_id, a.created_at, a.actor_user_id AS user_id, {weight} AS n
    FROM {records} a JOIN iam.users u ON u.user_id = a.actor_user_id AND u.kind = 'USER'
    WHERE a.created_at >= %(start)s - interval '1 hour' AND a.created_at < %(end)s AND {condition}
), peaks AS (
    SELECT user_id, max(n) AS peak FROM counted WHERE created_at >= %(start)s GROUP BY user_id HAVING max(n) >= %(minimum)s
)"""
_OVER = "OVER (PARTITION BY a.actor_user_id ORDER BY a.created_at RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)"
# A customer counts once in an hour, however often the same one is looked at; a record about no customer counts for itself.
_FRESH = """(
        SELECT l.*, CASE WHEN l.customer_id IS NOT NULL AND lag(l.created_at) OVER (PARTITION BY l.actor_user_id, l.customer_id ORDER BY l.created_at, l.audit_id)
                              >= l.created_at - interval '1 hour' THEN 0 ELSE 1 END AS fresh
        FROM audit.audit_logs l
        WHERE l.created_at >= %(start)s - interval '1 hour' AND l.created_at < %(end)s AND {condition}
    )"""
# All records of the hours in which the bar was passed. Statistics make the day's records look like one: without MATERIALIZED
# the bar and the spans would be computed again for every record.
_BEHIND = """
, spans AS MATERIALIZED (
    SELECT c.user_id, m.peak, m.bar, min(c.created_at) - interval '1 hour' AS first, max(c.created_at) AS last
    FROM counted c JOIN met m USING (user_id) WHERE c.created_at >= %(start)s AND c.n >= m.bar GROUP BY c.user_id, m.peak, m.bar
)
SELECT c.user_id, c.audit_id, c.created_at, s.peak, s.bar
FROM counted c JOIN spans s ON s.user_id = c.user_id AND c.created_at BETWEEN s.first AND s.last"""


def _paced(condition: str) -> str:
    return _judged(_PACE.format(condition=condition, weight=f"count(*) {_OVER}", records="audit.audit_logs"))


def _paced_by_customers(condition: str) -> str:
    fresh = _FRESH.format(condition=condition.replace("a.", "l."))
    return _judged(_PACE.format(condition="true", weight=f"sum(a.fresh) {_OVER}", records=fresh))


def _judged(paced: str) -> str:
    return f"WITH {paced}, met AS MATERIALIZED (SELECT user_id, peak, %(minimum)s::numeric AS bar FROM peaks) {_BEHIND}"


# Only who passed the minimum is compared with the own past, so the past is read for a few users however long the trail is.
_SEARCH_PACE = f"""
WITH {_PACE.format(condition="a.action = 'SEARCH_CUSTOMER' AND a.outcome = 'ALLOWED'", weight=f"count(*) {_OVER}", records="audit.audit_logs")}, hours AS (
    SELECT a.actor_user_id AS user_id, count(*) AS n FROM audit.audit_logs a
    WHERE a.actor_user_id = ANY (ARRAY(SELECT user_id FROM peaks)) AND a.action = 'SEARCH_CUSTOMER' AND a.outcome = 'ALLOWED'
      AND a.created_at >= %(norm_start)s AND a.created_at < %(start)s
    GROUP BY a.actor_user_id, date_trunc('hour', a.created_at)
), norms AS (
    SELECT user_id, avg(n) AS mean, greatest(stddev_samp(n), sqrt(avg(n))) AS deviation FROM hours GROUP BY user_id HAVING count(*) >= %(norm_hours)s
), met AS MATERIALIZED (
    SELECT p.user_id, p.peak, b.bar FROM peaks p LEFT JOIN norms n USING (user_id)
    CROSS JOIN LATERAL (SELECT CASE WHEN n.user_id IS NULL THEN 2 * %(minimum)s ELSE greatest(%(minimum)s, round(n.mean + %(deviations)s * n.deviation, 1)) END AS bar) b
    WHERE p.peak >= b.bar
) {_BEHIND}"""

_OFF_HOURS = f"""
WITH places AS (SELECT * FROM unnest(%(users)s::uuid[], %(calendars)s::text[]) AS p (user_id, calendar)),
hours AS (SELECT * FROM unnest(%(worked)s::text[], %(opens)s::timestamptz[], %(closes)s::timestamptz[]) AS h (calendar, opens, closes)),
counted AS (
    SELECT a.audit_id, a.created_at, a.actor_user_id AS user_id, coalesce(a.customer_id, a.audit_id) AS whom
    FROM audit.audit_logs a JOIN iam.users u ON u.user_id = a.actor_user_id AND u.kind = 'USER'
    WHERE a.created_at >= %(start)s AND a.created_at < %(end)s AND a.action IN {_VIEWS} AND a.outcome = 'ALLOWED'
      AND NOT EXISTS (
        SELECT FROM hours h
        WHERE a.created_at >= h.opens AND a.created_at < h.closes
          AND (h.calendar IN (SELECT p.calendar FROM places p WHERE p.user_id = a.actor_user_id)
               OR h.calendar = %(default)s AND a.actor_user_id <> ALL (%(users)s::uuid[])))
), numbers AS (SELECT user_id, count(DISTINCT whom) AS n FROM counted GROUP BY user_id)
SELECT user_id, audit_id, created_at, n AS peak, %(minimum)s::numeric AS bar FROM counted JOIN numbers USING (user_id) WHERE n >= %(minimum)s"""

_NO_CASE = f"""
WITH counted AS (
    SELECT a.audit_id, a.created_at, a.actor_user_id AS user_id, a.customer_id
    FROM audit.audit_logs a JOIN iam.users u ON u.user_id = a.actor_user_id AND u.kind = 'USER'
    WHERE a.created_at >= %(start)s AND a.created_at < %(end)s AND a.elevation_id IS NOT NULL AND a.customer_id IS NOT NULL
      AND (a.action IN {_VIEWS} OR a.action = 'EXPORT_DATA') AND a.outcome = 'ALLOWED'
), bare AS (
    SELECT DISTINCT c.customer_id FROM counted c
    WHERE NOT EXISTS (SELECT FROM audit.audit_logs k WHERE k.customer_id = c.customer_id AND k.object_type = 'CASE'
                      AND k.created_at >= %(start)s - make_interval(days => %(days)s) AND k.created_at < %(end)s)
)
, numbers AS (SELECT user_id, count(DISTINCT customer_id) AS n FROM counted JOIN bare USING (customer_id) GROUP BY user_id)
SELECT c.user_id, c.audit_id, c.created_at, n.n AS peak, 1::numeric AS bar FROM counted c JOIN bare USING (customer_id) JOIN numbers n USING (user_id)"""

# Whoever tries is unknown: the account that was tried stands in the record's object.
_ATTACKED = f"""
WITH counted AS (
    SELECT a.audit_id, a.created_at, u.user_id, count(*) {_OVER.replace("a.actor_user_id", "u.user_id")} AS n
    FROM audit.audit_logs a JOIN iam.users u ON u.user_id::text = a.object_id AND u.kind = 'USER'
    WHERE a.created_at >= %(start)s - interval '1 hour' AND a.created_at < %(end)s AND a.action = 'SIGN_IN_FAILED' AND a.object_type = 'USER'
), peaks AS (
    SELECT user_id, max(n) AS peak FROM counted WHERE created_at >= %(start)s GROUP BY user_id HAVING max(n) >= %(minimum)s
), met AS MATERIALIZED (SELECT user_id, peak, %(minimum)s::numeric AS bar FROM peaks) {_BEHIND}"""

# Rows and downloads are measured each by the own bar; the one that was passed first by its share is told.
_READING = f"""
WITH counted AS (
    SELECT a.audit_id, a.created_at, a.actor_user_id AS user_id,
           sum(CASE WHEN a.action IN ('VIEW_LIST', 'EXPORT_DATA') AND a.meta ->> 'rows' ~ '^[0-9]{{1,9}}$' THEN (a.meta ->> 'rows')::bigint ELSE 0 END) {_OVER} AS rows,
           count(*) FILTER (WHERE a.action = 'DOWNLOAD_DOCUMENT') {_OVER} AS downloads
    FROM audit.audit_logs a JOIN iam.users u ON u.user_id = a.actor_user_id AND u.kind = 'USER'
    WHERE a.created_at >= %(start)s - interval '1 hour' AND a.created_at < %(end)s AND a.outcome = 'ALLOWED'
      AND a.action IN ('VIEW_LIST', 'EXPORT_DATA', 'DOWNLOAD_DOCUMENT')
), tops AS (
    SELECT user_id, max(rows) AS rows, max(downloads) AS downloads FROM counted WHERE created_at >= %(start)s
    GROUP BY user_id HAVING max(rows) >= %(rows)s OR max(downloads) >= %(downloads)s
), met AS MATERIALIZED (
    SELECT user_id, CASE WHEN rows >= %(rows)s THEN rows ELSE downloads END AS peak, (CASE WHEN rows >= %(rows)s THEN %(rows)s ELSE %(downloads)s END)::numeric AS bar FROM tops
), spans AS MATERIALIZED (
    SELECT c.user_id, m.peak, m.bar, min(c.created_at) - interval '1 hour' AS first, max(c.created_at) AS last
    FROM counted c JOIN met m USING (user_id)
    WHERE c.created_at >= %(start)s AND (c.rows >= %(rows)s OR c.downloads >= %(downloads)s) GROUP BY c.user_id, m.peak, m.bar
)
SELECT c.user_id, c.audit_id, c.created_at, s.peak, s.bar FROM counted c JOIN spans s ON s.user_id = c.user_id AND c.created_at BETWEEN s.first AND s.last"""

STATEMENTS: dict[str, str] = {
    SEARCH_PACE: _SEARCH_PACE,
    DENIED: _paced("a.outcome = 'DENIED'"),
    OFF_HOURS: _OFF_HOURS,
    REVEALS: _paced_by_customers("a.action = 'REVEAL_FIELD' AND a.outcome = 'ALLOWED'"),
    NO_CASE: _NO_CASE,
    OTHER_BRANCHES: _paced_by_customers("a.outcome = 'DENIED' AND a.action = 'VIEW_DENIED' AND a.branch_code IS NOT NULL"),
    ATTACKED: _ATTACKED,
    READING: _READING,
}


def parameters(rule: str, day: Day, thresholds: Mapping[str, Any]) -> dict[str, Any]:
    """What the rule's statement asks for."""
    known: dict[str, Any] = {"start": day.start, "end": day.end, **thresholds}
    if rule == SEARCH_PACE:
        known |= {"norm_start": day.start - timedelta(days=_NORM_DAYS), "norm_hours": _NORM_HOURS}
    if rule == OFF_HOURS:
        known |= _working(day, timedelta(minutes=thresholds["grace_minutes"]))
    return known


def _working(day: Day, grace: timedelta) -> dict[str, Any]:
    """Whose calendar is which, and when each of them works around the day."""
    users: list[Any] = []
    calendars: list[str] = []
    built: dict[str, WorkingTime | None] = {}
    for user_id, places in workplaces().items():
        for key in {_calendar(place, built) for place in places}:
            users.append(user_id)
            calendars.append(key)
    _known(_DEFAULT_OFFICE, built)
    worked, opens, closes = [], [], []
    for key in {*calendars, _DEFAULT_OFFICE}:
        times = built.get(key)
        for _, start, end in times.stretches(day.start - timedelta(days=1), day.end + timedelta(days=1)) if times else ():
            worked.append(key)
            opens.append(start - grace)
            closes.append(end + grace)
    return {"users": users, "calendars": calendars, "worked": worked, "opens": opens, "closes": closes, "default": _DEFAULT_OFFICE}


def _calendar(place: WorkplaceFacts, built: dict[str, WorkingTime | None]) -> str:
    """The unit's or the branch's own calendar where one is in force (`unit-call`, `branch-mdn`), else the office hours of its time zone."""
    own = [f"unit-{place.unit_code}".lower()] if place.unit_code else []
    wanted = [*own, f"branch-{place.branch_code}".lower(), _OFFICE.get(place.time_zone, _DEFAULT_OFFICE)]
    return next((key for key in wanted if _known(key, built) is not None), _DEFAULT_OFFICE)


def _known(key: str, built: dict[str, WorkingTime | None]) -> WorkingTime | None:
    if key not in built:
        try:
            built[key] = worktime(key)
        except CalendarNotFound:
            built[key] = None
    return built[key]
