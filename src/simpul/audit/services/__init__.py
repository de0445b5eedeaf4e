"""Writing the trail, in the transaction of what it records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from simpul.audit.actions import Action, ActUnknown, labels
from simpul.platform.actor import Actor, Verdict
from simpul.platform.db import query
from simpul.platform.errors import DomainError, Forbidden, NotFound, RefusalFacts, StaleVersion
from simpul.platform.redaction import masked, masked_all

_INSERT = """
INSERT INTO audit.audit_logs (action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
                              ip_address, user_agent, request_id, elevation_id, outcome, meta)
VALUES """
_ROW = "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
_Refusal = TypeVar("_Refusal", bound=DomainError)
# The rows that one actor's act has gathered so far.
_gathered: ContextVar[tuple[UUID, list[tuple[Any, ...]]] | None] = ContextVar("audit_gathered", default=None)


# Acts that are heard while a change is rehearsed, and what the rows of a change that two people made say besides.
_overheard: ContextVar[list[RecordedAct] | None] = ContextVar("audit_overheard", default=None)
_marks: ContextVar[Mapping[str, Any]] = ContextVar("audit_marks", default={})  # noqa: B039 (never written)


@dataclass(frozen=True)
class RecordedAct:
    """A row of the trail as it was given, with masked values."""

    action: str
    object_type: str
    object_id: str
    meta: Mapping[str, Any]


@contextmanager
def acts_overheard() -> Iterator[list[RecordedAct]]:
    """Collect the acts that are recorded inside, which is to be undone: what a change would leave in the trail."""
    acts: list[RecordedAct] = []
    token, gathered = _overheard.set(acts), _gathered.set(None)
    try:
        yield acts
    finally:
        _gathered.reset(gathered)
        _overheard.reset(token)


@contextmanager
def rows_marked(**marks: Any) -> Iterator[None]:
    """Let every row that is recorded inside say this as well, such as who else agreed."""
    token = _marks.set({**_marks.get(), **marks})
    try:
        yield
    finally:
        _marks.reset(token)


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
    meta_written = json.dumps(masked_all({**(meta or {}), **_marks.get()}), default=str)
    if (heard := _overheard.get()) is not None:
        heard.append(RecordedAct(str(action), object_type, str(object_id), json.loads(meta_written)))
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
        meta_written,
    )
    if gathered is not None and gathered[0] == actor.id:
        gathered[1].append(row)
    else:
        _write([row])


class AuditedChange:
    """A change under way, as the trail names it whether it happens or is refused; what becomes known later is set on it."""

    def __init__(self, action: str, object_type: str, object_id: object, customer_id: UUID | None, branch_code: str | None, meta: Mapping[str, Any]) -> None:
        self.action, self.object_type, self.object_id = action, object_type, object_id
        self.customer_id, self.branch_code = customer_id, branch_code
        self.changes = True
        self._meta, self._description = dict(meta), dict(meta)

    def require(self, verdict: Verdict) -> None:
        """Raises: Forbidden with the verdict's reason."""
        if not verdict.allowed:
            raise self.refused(Forbidden(verdict.reason))

    def require_version(self, given: int | None, standing: int, current: Callable[[], Mapping[str, Any]] | None = None) -> None:
        """The change was made from the version that stands; without a given version nothing is asked.

        Raises: StaleVersion, whose `current` holds the standing version and what the record holds now.
        """
        if given is not None and given != standing:
            raise self.refused(StaleVersion(current={"version": standing, **(current() if current else {})}))

    def refused(self, refusal: _Refusal, **meta: Any) -> _Refusal:
        """The refusal, to be recorded as this change; `meta` says more than its code does."""
        refusal.recorded_as(**self._facts(self._meta | meta))
        return refusal

    def describe(self, **meta: Any) -> None:
        """Say what the row of the change tells once it happened, such as `before`, `after` and `reason`, in masked or hashed values only."""
        self._description |= meta

    def nothing_changed(self) -> None:
        """What was asked for stands already: no row is written."""
        self.changes = False

    def _facts(self, meta: Mapping[str, Any]) -> dict[str, Any]:
        names = ("action", "object_type", "customer_id", "branch_code")
        return {name: getattr(self, name) for name in names} | {"object_id": str(self.object_id), "meta": dict(meta)}

    def _record(self, actor: Actor) -> None:
        if self.changes:
            facts = self._facts(self._description)
            record(actor, facts.pop("action"), **facts)


@contextmanager
def audited_change(
    actor: Actor,
    action: str,
    object_type: str,
    object_id: object = "",
    *,
    customer_id: UUID | None = None,
    branch_code: str | None = None,
    meta: Mapping[str, Any] | None = None,
) -> Iterator[AuditedChange]:
    """Record a change when it happens, and its refusal when it does not, under the same names.

    A refusal raised inside is recorded as this change unless it says itself what it is recorded as, or that there is no such record. `meta` is
    told either way.
    """
    change = AuditedChange(action, object_type, object_id, customer_id, branch_code, meta or {})
    try:
        yield change
    except DomainError as refusal:
        if refusal.facts is None and not isinstance(refusal, NotFound):
            change.refused(refusal)
        raise
    change._record(actor)


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
