"""What the database refused that a caller brought about."""

from __future__ import annotations

from django.db import Error as DatabaseError

from simpul.platform.db.availability import database_is_away, drop_broken_connections
from simpul.platform.errors import DatabaseAway, DomainError, Forbidden, Invalid
from simpul.platform.text import Text

_NOT_STORABLE = Text(id="Ada karakter yang tidak dapat disimpan.", en="There is a character that cannot be stored.")
_OUT_OF_RANGE = Text(id="Ada tanggal atau waktu di luar jangkauan.", en="There is a date or time out of range.")


def refusal_of(error: Exception) -> DomainError | None:
    """The refusal that an error of the database means, or None when it is a fault of ours."""
    if not isinstance(error, DatabaseError):
        return None
    state = getattr(error.__cause__, "sqlstate", None) or getattr(error, "sqlstate", None)
    if state == "42501":
        return Forbidden()
    if database_is_away(error):
        drop_broken_connections()
        return DatabaseAway()
    # The driver refuses a NUL by itself, without asking the server.
    if state in {"22P05", "22021"} or "NUL (0x00)" in str(error):
        return Invalid({"body": _NOT_STORABLE})
    # Instants of fields are checked where they are declared; this is one that came another way.
    return Invalid({"body": _OUT_OF_RANGE}) if state in {"22007", "22008", "22009"} else None
