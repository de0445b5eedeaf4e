"""Being SYSTEM by the web server's login: the process proves itself for the very session, and gets a ticket for the transaction.

Both are made with the process's key file and are of no use in another session; only the ticket stands in this one, while SYSTEM acts.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

from simpul.platform import crypto

_SET = (
    "SELECT set_config('app.user_id', %s, true), set_config('app.request_id', %s, true), set_config('app.elevation_id', %s, true),"
    " set_config('app.system_ticket', iam.system_ticket(%s), true), iam.session_mark()"
)
_marks: WeakKeyDictionary[Any, str] = WeakKeyDictionary()


class SystemUnproven(RuntimeError):
    """The database holds another secret than the key file: it was rotated, and `simpul migrate` or a restart is missing."""


def system_enter(user_id: str, request_id: str, elevation_id: str) -> None:
    """Put SYSTEM and its ticket into the transaction, by one statement.

    Raises: SystemUnproven.
    """
    connection.ensure_connection()
    mark = _marks.get(connection.connection) or _mark_read()
    while True:
        with connection.bound_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(_SET, (user_id, request_id, elevation_id, crypto.system_proof(mark)))
            ticket, found = cursor.fetchone()[3:]
        _marks[connection.connection] = found
        if ticket:
            return
        if found == mark:
            raise SystemUnproven("The database does not accept this process's proof for SYSTEM. Run `simpul migrate` with its key file, and start it anew.")
        mark = found  # a pooler gave this transaction another session than the one before; it keeps it until the end


def _mark_read() -> str:
    """The mark of a connection's session, asked for once."""
    with connection.bound_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT iam.session_mark()")
        return str(cursor.fetchone()[0])
