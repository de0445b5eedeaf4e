"""Alerts for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from simpul.platform.db import execute
from simpul.platform.ids import uuid7
from tests.support import people
from tests.support.database import rows


def alert(username: str = "rm_mdn_2", rule: str = "BULK_REVEAL") -> UUID:
    """An alert about a colleague, without records behind it."""
    key, moment = uuid7(), datetime.now(UTC).isoformat()
    with rows():
        execute(
            """INSERT INTO crm.suspicion_alerts (alert_id, rule_key, user_id, window_start, window_end, figures)
               VALUES (%s, %s, %s, clock_timestamp(), clock_timestamp() + interval '1 day', jsonb_build_object('peak', 12, 'bar', 12, 'rows', 0, 'first', %s::text, 'last', %s::text))""",
            (key, rule, people.user_id(username), moment, moment),
        )
    return key
