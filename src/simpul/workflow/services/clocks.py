"""The timers of states: set when an item comes into a state, ended when it leaves.

A timer's key names the item, the visit of the state and the timer. A roll-back returns to the former visit: what had
fired in it stays fired, and what was waiting waits again, counted from when the state was first entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from simpul.platform.clock import JAKARTA
from simpul.workflow.definitions.content import StateTimer
from simpul.workflow.models import WorkflowItem
from simpul.workflow.registry import subject_of
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.timers import NewTimer, cancel, schedule_many

if TYPE_CHECKING:
    from simpul.workflow.services.steps import Step

KIND = "workflow.state"


def key_of(item: WorkflowItem, visit: int, timer: str) -> str:
    """The key of a state's timer in one visit."""
    return f"workflow:{item.id}:{visit}:{timer}"


def follow(steps: Sequence[Step]) -> None:
    """End the timers of the states that were left and set those of the states that were entered, in a fixed number of statements."""
    if over := [key for step in steps for key in _left(step)]:
        cancel(over)
    timed = [(step, timer) for step in steps for timer in _entered(step)]
    if not timed:
        return
    values = _values([step.item for step, timer in timed if timer.after.field is not None])
    new = (_timer(step.item, timer, step.visit, step.entered_at, values.get(_subject(step.item), {})) for step, timer in timed)
    schedule_many(each for each in new if each)


def refresh(items: Iterable[tuple[WorkflowItem, Sequence[StateTimer]]]) -> None:
    """Set the timers that wait for a field's moment anew, after the subjects changed; those of a missing moment end."""
    waiting = [(item, timer) for item, timers in items for timer in timers if timer.after.field is not None]
    moments = _values([item for item, _ in waiting])
    new = [(item, timer, _timer(item, timer, item.visit, item.entered_at, moments.get(_subject(item), {}))) for item, timer in waiting]
    schedule_many(each for _, _, each in new if each)
    cancel(key_of(item, item.visit, timer.key) for item, timer, each in new if each is None)


def _left(step: Step) -> list[str]:
    state = None if step.starts else content_of(step.item.version_id).by_key.get(step.item.state)
    return [key_of(step.item, step.item.visit, timer.key) for timer in state.timers] if state else []


def _entered(step: Step) -> Sequence[StateTimer]:
    return step.content.by_key[step.facts.to_state].timers


def _subject(item: WorkflowItem) -> tuple[str, str]:
    return item.subject_type, item.subject_id


def _values(items: Sequence[WorkflowItem]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The subjects' values, one load for each kind."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for kind in {item.subject_type for item in items}:
        ids = [item.subject_id for item in items if item.subject_type == kind]
        found |= {(kind, key): values for key, values in subject_of(kind).load(ids).items()}
    return found


def _timer(item: WorkflowItem, timer: StateTimer, visit: int, entered_at: datetime, values: Mapping[str, Any]) -> NewTimer | None:
    """The timer of a state, or nothing when it waits for a moment that the subject does not have."""
    common: dict[str, Any] = {
        "key": key_of(item, visit, timer.key),
        "kind": KIND,
        "subject_type": item.subject_type,
        "subject_id": item.subject_id,
        "item_id": item.id,
        "customer_id": item.customer_id,
        "branch_code": item.branch_code,
        "data": {"item": str(item.id), "visit": visit, "timer": timer.key},
    }
    after = timer.after
    if after.field is not None:
        due_at = _instant(values.get(after.field))
        return NewTimer(**common, due_at=due_at) if due_at else None
    if after.working_seconds is not None:
        return NewTimer(**common, working_seconds=after.working_seconds, calendar=after.calendar, started_at=entered_at)
    return NewTimer(**common, due_at=entered_at + timedelta(seconds=after.seconds or 0))


def _instant(value: Any) -> datetime | None:
    """When a field's moment comes: a day begins at midnight where the organisation works."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time(), JAKARTA) if isinstance(value, date) else None
