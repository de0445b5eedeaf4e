"""Bringing subjects into workflows, and moving them: every question asked under the lock, then one write."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import atomic
from simpul.platform.errors import DomainError, Forbidden, StaleVersion
from simpul.platform.ids import uuid7
from simpul.platform.redaction import redacted
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.definitions.content import Definition, Transition
from simpul.workflow.definitions.values import clean, require_fields
from simpul.workflow.errors import GuardCannotTell, GuardDoesNotHold, ItemNotFound, TransitionNotPossible
from simpul.workflow.models import WorkflowItem
from simpul.workflow.policies.items import OUT_OF_SIGHT, reads_all_items
from simpul.workflow.registry import KnownSubject, MoveFacts, Place, WorkflowSubject, lock, subject_of
from simpul.workflow.selectors.definitions import content_of, in_force
from simpul.workflow.selectors.items import ItemFacts, facts_for, facts_of, item_get, item_of, standing_in, who_may
from simpul.workflow.selectors.routing import condition, entry, holds, route
from simpul.workflow.services import reports
from simpul.workflow.services.steps import Step, write


@atomic
def start(*, actor: Actor, definition: str, subject_id: object, given: Mapping[str, Any] | None = None, known: KnownSubject | None = None) -> ItemFacts:
    """Bring one subject into a workflow, on the version in force.

    Raises: as `start_many`.
    """
    return _started(actor, definition, [str(subject_id)], given or {}, known)[0]


@atomic
def start_many(*, actor: Actor, definition: str, subject_ids: Sequence[object], given: Mapping[str, Any] | None = None) -> list[ItemFacts]:
    """Bring subjects into a workflow: all of them, or none.

    Who may is for the calling domain to say; the actor must only see the subjects.

    Raises: WorkflowNotFound, WorkflowVersionNotFound, Forbidden, Invalid, SubjectHasItem, GuardDoesNotHold when the workflow
    takes such a subject not in, GuardCannotTell.
    """
    return _started(actor, definition, [str(each) for each in subject_ids], given or {})


def _started(actor: Actor, definition: str, ids: Sequence[str], given: Mapping[str, Any], known: KnownSubject | None = None) -> list[ItemFacts]:
    row = in_force(definition)
    content, subject, at = content_of(row.version_id), subject_of(row.subject), now()
    brought = clean(subject, given)
    places, values = ({ids[0]: known.place}, {ids[0]: known.values}) if known else (subject.places(actor, ids), subject.load(ids))
    steps = []
    for key in ids:
        if key not in places:
            raise Forbidden(OUT_OF_SIGHT)
        item = WorkflowItem(
            id=uuid7(), definition_id=row.definition_id, version_id=row.version_id, subject_type=subject.type, subject_id=key, resource=subject.resource, state="", ended=False,
            entered_at=at, visit=1, seq=0, started_at=at,
        )  # fmt: skip
        path = _entry(row.version_id, content, _merged(subject, values.get(key, {}), brought))
        facts = replace(
            facts_for(item, content, places[key], None, to=path[-1].to, kind="START", at=at, given=brought, row=known and known.row),
            from_state=None,
            transition=path[0].key,
        )
        steps.append(_step(item, content, facts, path, visit=1, entered_at=at))
    write(actor, steps)
    return [facts_of(step.item) for step in steps]


@atomic
def move(
    *,
    actor: Actor,
    definition: str,
    subject_id: object,
    transition: str,
    version: int | None = None,
    reason: str = "",
    given: Mapping[str, Any] | None = None,
    known: KnownSubject | None = None,
    asked: Collection[str] = (),
) -> ItemFacts:
    """Take a transition with a subject of the calling domain: every question is asked here, once, and everything written here.

    `version` is what the actor saw; without it the present state alone decides. With `known`, the caller has the subject's row
    under its lock; `asked` are the checks to which it has had a yes for this very row.

    Raises: as `item_move`.
    """
    seen = item_of(definition, subject_id)
    item, place = locked(actor, seen, version, known, transition=transition)
    return _moved(actor, item, place, transition, reason, given or {}, known=known, asked=asked)


@atomic
def item_move(
    *, actor: Actor, item_id: UUID, transition: str, version: int | None = None, reason: str = "", given: Mapping[str, Any] | None = None
) -> ItemFacts:
    """Take a transition: the item, its subject, its effects, its history and its timers change together or not at all.

    Raises: ItemNotFound, StaleVersion with what stands, TransitionNotPossible, Forbidden with the reason, GuardDoesNotHold with
    the condition, GuardCannotTell, Invalid naming each field that is missing or unfit; and what an effect refuses.
    """
    item, place = locked(actor, item_get(item_id), version, transition=transition)
    return _moved(actor, item, place, transition, reason, given or {})


def _moved(actor: Actor, item: WorkflowItem, place: Place, transition: str, reason: str, given: Mapping[str, Any], **more: Any) -> ItemFacts:
    try:
        step = prepare(actor, item, place, transition, reason=reason, given=given, **more)
    except DomainError as refusal:
        raise named(refusal, item, transition=transition) from refusal.__cause__
    write(actor, [step])
    return facts_of(item)


def locked(actor: Actor, seen: WorkflowItem, version: int | None, known: KnownSubject | None = None, **meta: Any) -> tuple[WorkflowItem, Place]:
    """The item, which was only looked at, under its lock, and where its subject lies, for an actor who sees the subject.

    Raises: ItemNotFound, Forbidden for who reads the configuration but not the subject, StaleVersion with what stands.
    """
    if known is None:
        lock([(seen.subject_type, seen.subject_id)])
    item = WorkflowItem.objects.select_for_update().filter(pk=seen.id).first()
    place = known.place if known else subject_of(seen.subject_type).places(actor, [seen.subject_id]).get(seen.subject_id)
    if item is None or place is None:
        raise named(Forbidden(OUT_OF_SIGHT) if reads_all_items(actor) else ItemNotFound(), seen, **meta)
    if version is not None and item.seq != version:
        raise named(StaleVersion(current={"version": item.seq, "state": item.state, "entered_at": item.entered_at}), item, **meta)
    return item, place


def prepare(
    actor: Actor,
    item: WorkflowItem,
    place: Place,
    key: str,
    *,
    reason: str,
    given: Mapping[str, Any],
    kind: str = "MOVE",
    known: KnownSubject | None = None,
    asked: Collection[str] = (),
) -> Step:
    """The step that a transition makes of a locked item, after every question was asked.

    Raises: see `item_move`.
    """
    content, subject = content_of(item.version_id), subject_of(item.subject_type)
    transition = content.transition_of.get(key)
    if transition is None or item.state not in transition.sources:
        raise TransitionNotPossible(standing_in(content, item.state))
    at = now()
    brought = clean(subject, given)
    row = known and known.row
    verdict = who_may(actor, item, content, transition, place, asked=asked, given=brought, kind=kind, at=at, row=row)
    if not verdict:
        raise Forbidden(verdict.reason)
    loaded = known.values if known else subject.load([item.subject_id]).get(item.subject_id, {})
    path = _way(item, content, transition, subject, loaded, brought)
    require_fields(transition, {**loaded, **brought}, reason)
    facts = facts_for(item, content, place, transition, to=path[-1].to, kind=kind, at=at, reason=redacted(reason, 500), given=brought, row=row)
    return _step(item, content, facts, path, visit=item.seq + 1, entered_at=at, restores={key: loaded.get(key) for key in brought if transition.rollback})


def named(refusal: DomainError, item: WorkflowItem, **meta: Any) -> DomainError:
    """The refusal as the trail names it, unless a domain has named it already."""
    if refusal.facts is None:
        meta = {"workflow": content_of(item.version_id).key, "from": item.state, **meta}
        refusal.recorded_as(
            action=WorkflowAct.MOVE_ITEM, object_type=item.subject_type, object_id=item.subject_id, customer_id=item.customer_id, branch_code=item.branch_code, meta=meta
        )  # fmt: skip
    return refusal


def _way(
    item: WorkflowItem, content: Definition, transition: Transition, subject: WorkflowSubject, loaded: Mapping[str, Any], brought: Mapping[str, Any]
) -> list[Transition]:
    if transition.guard is None and content.by_key[transition.to].rests:
        return [transition]
    values = _merged(subject, loaded, brought)
    try:
        if not holds(item.version_id, transition.key, values):
            raise GuardDoesNotHold(condition(item.version_id, transition.key))
        return route(item.version_id, content, transition, values)
    except GuardCannotTell as refusal:
        raise _reported(refusal, content, item.version_id) from refusal.__cause__


def _entry(version_id: UUID, content: Definition, values: Mapping[str, Any]) -> list[Transition]:
    try:
        return entry(version_id, content, values)
    except GuardCannotTell as refusal:
        raise _reported(refusal, content, version_id) from refusal.__cause__


def _reported(refusal: GuardCannotTell, content: Definition, version_id: UUID) -> DomainError:
    """The refusal, of which whoever manages the configuration is told."""
    return refusal.followed_by(lambda: reports.guard_failed(content.key, version_id, refusal.transition))


def _step(
    item: WorkflowItem,
    content: Definition,
    facts: MoveFacts,
    path: Sequence[Transition],
    *,
    visit: int,
    entered_at: datetime,
    restores: Mapping[str, Any] | None = None,
) -> Step:
    return Step(
        item=item,
        content=content,
        version_id=item.version_id,
        facts=facts,
        visit=visit,
        entered_at=entered_at,
        path=tuple(each.key for each in path),
        effects=tuple(effect for each in path for effect in each.effects),
        restores=dict(restores or {}),
    )


def _merged(subject: WorkflowSubject, loaded: Mapping[str, Any], brought: Mapping[str, Any]) -> dict[str, Any]:
    """What a guard reads: the subject's values, with what the move brings for the same fields."""
    return {**loaded, **{key: value for key, value in brought.items() if subject.fields.get(key)}}
