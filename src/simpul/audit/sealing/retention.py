"""Dropping a month of the trail whose time is over: checked against its seals, announced by a signed seal, recorded in the trail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import zip_longest
from uuid import UUID

from simpul.audit.actions import Action
from simpul.audit.sealing import encoding, seals
from simpul.audit.sealing.sealer import Sealer
from simpul.audit.sealing.seals import Seal

_LOCK_SECONDS = 5
_PORTION = 5_000
_PARTITIONS = """
SELECT substr(c.relname, 12) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
 WHERE i.inhparent = 'audit.audit_logs'::regclass AND c.relname ~ '^audit_logs_[0-9]{4}_[0-9]{2}$' ORDER BY 1
"""
_RECORD = """
INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, actor_role_key, outcome, meta)
VALUES (%s, 'AUDIT', %s, %s, 'SYSTEM', 'ALLOWED', %s)
"""


class MonthDoesNotMatchItsSeals(RuntimeError):
    """The month was changed after it was sealed; it is kept, and `audit_verify` names the row."""


def months_over(sealer: Sealer, months: int, today: date) -> list[date]:
    """The months of the trail that ended so many months ago or longer, oldest first."""
    found = [date(int(name[:4]), int(name[5:]), 1) for (name,) in sealer.connection.execute(_PARTITIONS).fetchall()]
    return [month for month in found if _months_between(_after(month), today) >= months]


def drop_month(sealer: Sealer, month: date, *, actor_id: UUID) -> Seal | None:
    """Drop one month; nothing when another sealer is at work.

    Raises: MonthDoesNotMatchItsSeals; psycopg.Error when the database refuses it, as for a month of the last year.
    """
    sealer.publish()
    with sealer.connection.transaction():
        last = sealer.last()
        if last is None or not sealer.alone():
            return None
        # Writers wait while the partition leaves the table: better to try again tomorrow than to hold them up.
        sealer.connection.execute(f"SET LOCAL lock_timeout = '{_LOCK_SECONDS}s'")
        name = f"{month:%Y-%m}"
        rows = _compare(sealer, month)
        seal = sealer.add(last, "MONTH_DROPPED", details=seals.written({"month": name, "rows": rows}))
        sealer.connection.execute("SELECT audit.drop_month(%s)", [month])
        sealer.connection.execute(_RECORD, [Action.DROP_AUDIT_MONTH, name, actor_id, json.dumps({"rows": rows, "seal": seal.number})])
    sealer.publish()
    return seal


def _compare(sealer: Sealer, month: date) -> int:
    """How many rows the month has, each of them as it was sealed."""
    since, until = (datetime(each.year, each.month, 1, tzinfo=UTC) for each in (month, _after(month)))
    count = 0
    for sealed, present in zip_longest(_sealed(sealer, since, until), _present(sealer, since, until)):
        if sealed != present:
            raise MonthDoesNotMatchItsSeals(f"The month {month:%Y-%m} is not as it was sealed; it is kept. Run: simpul audit_verify")
        count += 1
    return count


def _sealed(sealer: Sealer, since: datetime, until: datetime) -> Iterator[encoding.Entry]:
    number = 0
    statement = "SELECT number, entries FROM audit.audit_seals WHERE number > %s AND kind = 'ROWS' AND first_at < %s AND last_at >= %s ORDER BY number LIMIT 1"
    while row := sealer.connection.execute(statement, [number, until, since]).fetchone():
        number = row[0]
        for entry in encoding.unpack(row[1]):
            if since <= entry.created_at < until:
                yield entry


def _present(sealer: Sealer, since: datetime, until: datetime) -> Iterator[encoding.Entry]:
    with sealer.connection.cursor("month") as cursor:
        cursor.itersize = _PORTION
        statement = f"SELECT {encoding.SELECTED} FROM audit.audit_logs r WHERE created_at >= %s AND created_at < %s ORDER BY r.era, r.xid, r.audit_id"
        cursor.execute(statement, [since, until])
        for row in cursor:
            yield encoding.entry(row)


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _months_between(month: date, today: date) -> int:
    return (today.year - month.year) * 12 + today.month - month.month
