"""A database that does not answer: how it is told from a statement that failed."""

from __future__ import annotations

from typing import Any, cast

from django.db import InterfaceError, OperationalError, connection


def database_is_away(error: BaseException) -> bool:
    """Whether the error means that the server cannot be reached, ends, or has no connection left; a statement that failed does not."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state[:2] == "08" or state in {"53300", "57P01", "57P02", "57P03", "57P05"}


def drop_broken_connections() -> None:
    """After one connection broke, let the other idle ones of this process be looked at before a request gets them."""
    cast(Any, connection).drop_broken_connections()
