"""What timers of states do when they are due: a transition made by the system, or an action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.workflow import registry
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.definitions.content import StateTimer
from simpul.workflow.errors import GuardCannotTell, GuardDoesNotHold
from simpul.workflow.models import WorkflowItem
from simpul.workflow.registry import Place, lock, subject_of
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.selectors.items import facts_for
from simpul.workflow.services import clocks
from simpul.workflow.services.moving import prepare
from simpul.workflow.services.steps import Step, write
from simpul.workflow.timers import Timer, TimerKind


def fire(timers: Sequence[Timer]) -> None:
    """Do what the timers of states ask for, as SYSTEM.

    A timer whose item has left the state since does nothing. A transition whose guard does not hold, or that lacks a field, is
    not made: the trail says so, and the item waits for a person.
    """
    actor = system_actor()
    lock((timer.subject_type, timer.subject_id) for timer in timers)
    items = {str(item.id): item for item in WorkflowItem.objects.select_for_update().filter(pk__in=[timer.data["item"] for timer in timers]).order_by("pk")}
    places = _places(actor, list(items.values()))
    steps: dict[UUID, Step] = {}
    for timer in timers:
        item = items.get(timer.data["item"])
        asked = _standing(item, timer) if item else None
        if item is None or asked is None or item.id in steps:
            continue  # of two timers of one item, the first to be due has moved it
        place = places[item.subject_type, item.subject_id]
        if asked.then.action is not None:
            _act(actor, item, place, asked)
        elif step := _step(actor, item, place, asked):
            steps[item.id] = step
    write(actor, list(steps.values()))


def _standing(item: WorkflowItem, timer: Timer) -> StateTimer | None:
    """The timer as the item's version has it, while the item is still in the visit that set it."""
    if item.visit != timer.data["visit"]:
        return None
    state = content_of(item.version_id).by_key.get(item.state)
    return next((each for each in state.timers if each.key == timer.data["timer"]), None) if state else None


def _places(actor: Actor, items: Sequence[WorkflowItem]) -> dict[tuple[str, str], Place]:
    """Where the subjects lie; of one that its domain hides even from the system, what the item remembers."""
    found = {(item.subject_type, item.subject_id): Place(item.customer_id, item.branch_code, None, tuple(item.owner_ids)) for item in items}
    for kind in {item.subject_type for item in items}:
        ids = [item.subject_id for item in items if item.subject_type == kind]
        found |= {(kind, key): place for key, place in subject_of(kind).places(actor, ids).items()}
    return found


def _step(actor: Actor, item: WorkflowItem, place: Place, asked: StateTimer) -> Step | None:
    try:
        return prepare(actor, item, place, str(asked.then.transition), reason="", given={}, kind="TIMER")
    except (GuardDoesNotHold, GuardCannotTell, Forbidden, Invalid) as refusal:
        for act in refusal.afterwards:
            act()
        _record(actor, item, asked, outcome="FAILED", transition=asked.then.transition, code=refusal.code())
        return None


def _act(actor: Actor, item: WorkflowItem, place: Place, asked: StateTimer) -> None:
    action = registry.actions[str(asked.then.action)]
    facts = facts_for(item, content_of(item.version_id), place, None, kind="TIMER", at=now())
    action.run(actor, facts, asked.then.values or {})
    _record(actor, item, asked, action=action.key)


def _record(actor: Actor, item: WorkflowItem, asked: StateTimer, *, outcome: str = "ALLOWED", **meta: Any) -> None:
    record(
        actor,
        WorkflowAct.RUN_TIMER,
        object_type=item.subject_type,
        object_id=item.subject_id,
        customer_id=item.customer_id,
        branch_code=item.branch_code,
        outcome=outcome,
        meta={"workflow": content_of(item.version_id).key, "state": item.state, "timer": asked.key, **meta},
    )


STATE_TIMERS = TimerKind(clocks.KIND, fire, Text(id="Tenggat keadaan alur kerja", en="Deadline of a workflow state"))
