"""Writing the trail, in the transaction of what it records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from simpul.audit.actions import Action, ActUnknown, labels
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.errors import RefusalFacts
from simpul.platform.redaction import masked, masked_all

_INSERT = """
INSERT INTO audit.audit_logs (action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
                              ip_address, user_agent, request_id, elevation_id, outcome, meta)
VALUES """
_ROW = "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
# The rows that one actor's act has gathered so far.
_gathered: ContextVar[tuple[UUID, list[tuple[Any, ...]]] | None] = ContextVar("audit_gathered", default=None)


@contextmanager
def together(actor: Actor) -> Iterator[None]:
    """Write the rows that are recorded inside for this actor in one statement, in their order, at the end.

    In the same transaction, so they are as sure as one by one: when they cannot be written, nothing of it happens. Rows of
    another actor, in a scope of their own, are written at once.
    """
    if _gathered.get() is not None:
        yield
        return
    rows: list[tuple[Any, ...]] = []
    token = _gathered.set((actor.id, rows))
    try:
        yield
    finally:
        _gathered.reset(token)
    _write(rows)


class RowNotWritten(RuntimeError):
    """The database took fewer rows of the trail than it was given, and said nothing."""


def _write(rows: Sequence[tuple[Any, ...]]) -> None:
    """Raises: RowNotWritten, by which the change that the rows record does not happen either."""
    if not rows:
        return
    # A constant, for who writes the trail need not be allowed to read it. A rule that puts something in the place of the insert fails here.
    written = query(_INSERT + ", ".join([_ROW] * len(rows)) + " RETURNING 1 AS written", [value for row in rows for value in row])
    if len(written) != len(rows):
        raise RowNotWritten(f"{len(rows) - len(written)} rows of the trail were not written.")


def record(
    actor: Actor,
    action: str,
    *,
    object_type: str,
    object_id: object,
    customer_id: UUID | None = None,
    branch_code: str | None = None,
    outcome: str = "ALLOWED",
    meta: Mapping[str, Any] | None = None,
) -> None:
    """Append one row; when it cannot be written, the change it records does not happen.

    `meta` carries masked or hashed values only: that is for the caller to see to. What slips through all the same, a
    person's number or a forged line, is masked here.

    Raises: ActUnknown, when no domain states the act.
    """
    if action not in labels():
        raise ActUnknown(f"No domain states the act {action}.")
    gathered = _gathered.get()
    row = (
        str(action),
        object_type,
        masked(str(object_id))[:200],
        customer_id,
        branch_code,
        actor.id,
        actor.main_role,
        actor.ip,
        masked(actor.user_agent)[:300] or None,
        actor.request_id or None,
        actor.elevation_id,
        outcome,
        json.dumps(masked_all(dict(meta or {})), default=str),
    )
    if gathered is not None and gathered[0] == actor.id:
        gathered[1].append(row)
    else:
        _write([row])


def record_list(actor: Actor, object_type: str, operation: str, rows: int) -> None:
    """Append the row of one page of a list that the actor read."""
    record(actor, Action.VIEW_LIST, object_type=object_type, object_id=operation, meta={"rows": rows})


def record_refusal(actor: Actor, facts: RefusalFacts, outcome: str, code: str) -> None:
    """Append the row of an attempt that was refused or failed, after its roll-back."""
    record(
        actor,
        facts.action,
        object_type=facts.object_type,
        object_id=facts.object_id,
        customer_id=facts.customer_id,
        branch_code=facts.branch_code,
        outcome=outcome,
        meta={**facts.meta, "code": code},
    )
