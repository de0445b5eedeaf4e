"""Housekeeping of sessions."""

from __future__ import annotations

from simpul.platform.db import execute
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("iam.forget_ended_sessions", title=Text(id="Menghapus sesi yang berakhir", en="Remove sessions that have ended"), cron="23 * * * *")
def forget_ended_sessions(timestamp: int = 0) -> None:
    """Remove sessions that have ended, with what describes them, every hour."""
    execute("DELETE FROM iam.django_session WHERE expire_date < now()")
    execute("DELETE FROM iam.usersessions_usersession u WHERE NOT EXISTS (SELECT FROM iam.django_session s WHERE s.session_key = u.session_key)")
