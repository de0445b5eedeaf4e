"""The transaction in which an actor works.

Row-level security reads `app.user_id` and nothing else about the caller, so the setting lives exactly as long
as the transaction (`set_config(..., true)`) and the former user is put back when scopes nest. By the web server's login
SYSTEM's id counts only beside a ticket of this very transaction, which leaves it with that scope.
"""

from __future__ import annotations

import functools
import json
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Callable, Iterator, ParamSpec, Sequence, TypeVar
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction

from simpul.platform import actor as actors
from simpul.platform.actor import Actor
from simpul.platform.db.system_proof import system_enter
from simpul.platform.ids import SYSTEM_ID

_JSON_TYPES = {114, 3802}  # json, jsonb

_SET = (
    "SELECT set_config('app.user_id', %s, true), set_config('app.request_id', %s, true), set_config('app.elevation_id', %s, true),"
    " set_config('app.system_ticket', '', true)"
)

_joined: ContextVar[bool] = ContextVar("joined", default=False)
P = ParamSpec("P")
R = TypeVar("R")


def _identify(actor: Actor | None) -> None:
    values = ("", "", "") if actor is None else (str(actor.id), actor.request_id, str(actor.elevation_id or ""))
    if settings.PROCESS == "web" and actor is not None and actor.id == SYSTEM_ID:
        system_enter(*values)
        return
    with connection.cursor() as cursor:
        cursor.execute(_SET, values)


@contextmanager
def scope(actor: Actor) -> Iterator[None]:
    """Run as the actor in one transaction; an exception undoes all of it."""
    before = actors.current_actor()
    nested = connection.in_atomic_block
    token = actors._current.set(actor)
    try:
        with transaction.atomic(savepoint=not _joined.get()):
            _identify(actor)
            yield
            if nested:
                _identify(before)
    finally:
        actors._current.reset(token)


@contextmanager
def joined() -> Iterator[None]:
    """What is called inside stands or falls with the caller: functions made `atomic` here set no savepoint of their own.

    A refusal must reach the caller's own savepoint: nothing can be read or written between the two.
    """
    token = _joined.set(True)
    try:
        yield
    finally:
        _joined.reset(token)


def atomic(function: Callable[P, R]) -> Callable[P, R]:
    """Run all of the function or nothing of it, in a transaction or a savepoint; within `joined`, in the caller's."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(savepoint=not _joined.get()):
            return function(*args, **kwargs)

    return run


def query(sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
    """The rows of a statement, each as a dictionary by column name; JSON comes decoded."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return _rows(cursor)


def stream(sql: str, params: Sequence[Any] | dict[str, Any] = (), *, at_once: int = 5_000) -> Iterator[list[dict[str, Any]]]:
    """The same rows in sets of so many, which the database keeps until they are fetched: for more than memory should hold.

    Only inside a scope, which is to last until the last set.
    """
    name = f"stream_{uuid4().hex}"
    with connection.cursor() as cursor:
        # All rows will be fetched: the planner is not to favour the first ones.
        cursor.execute("SET LOCAL cursor_tuple_fraction = 1")
        cursor.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {sql}", params)
        while True:
            cursor.execute(f"FETCH FORWARD {int(at_once)} FROM {name}")
            found = _rows(cursor)
            if found:
                yield found
            if len(found) < at_once:
                break
        cursor.execute(f"CLOSE {name}")


def _rows(cursor: Any) -> list[dict[str, Any]]:
    columns = cursor.description or ()
    names = [column[0] for column in columns]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    # Django has psycopg hand out JSON as text, for its own fields to decode.
    for name in (column[0] for column in columns if column[1] in _JSON_TYPES):
        for row in rows:
            row[name] = row[name] if row[name] is None else json.loads(row[name])
    return rows


def execute(sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> int:
    """Run a statement and return how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return int(cursor.rowcount)
