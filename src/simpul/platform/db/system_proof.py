"""Being SYSTEM by the web server's login, which takes a proof for the very session (iam.proves_system).

The proof stands in the session as long as SYSTEM acts and is of no use in another, so that it is made anew for each connection.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

from simpul.platform import crypto

_SET = (
    "SELECT iam.proves_system(%s), iam.session_mark(), set_config('app.system_proof', %s, true), set_config('app.user_id', %s, true),"
    " set_config('app.request_id', %s, true), set_config('app.elevation_id', %s, true)"
)
_marks: WeakKeyDictionary[Any, str] = WeakKeyDictionary()


class SystemUnproven(RuntimeError):
    """The database holds another secret than the key file: it was rotated, and `simpul migrate` or a restart is missing."""


def system_enter(user_id: str, request_id: str, elevation_id: str) -> None:
    """Put SYSTEM and its proof into the transaction, by one statement.

    Raises: SystemUnproven.
    """
    mark = _marks.get(connection.connection) or _mark_read()
    for _ in range(2):
        proof = crypto.system_proof(mark)
        with connection.bound_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(_SET, (proof, proof, user_id, request_id, elevation_id))
            proven, found = cursor.fetchone()[:2]
        _marks[connection.connection] = found
        if proven:
            return
        if found == mark:
            break
        mark = found  # a pooler gave this transaction another session than the one before
    raise SystemUnproven("The database does not accept this process's proof for SYSTEM. Run `simpul migrate` with its key file, and start it anew.")


def _mark_read() -> str:
    """The mark of a connection's session, once for each connection."""
    with connection.bound_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT iam.session_mark()")
        return str(cursor.fetchone()[0])
