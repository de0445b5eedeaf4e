"""Reading items: one, those of subjects, lists for the configuration, and what may be done next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor, Verdict, deny
from simpul.platform.clock import now
from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition, Required, Transition
from simpul.workflow.definitions.parts import rests_behind
from simpul.workflow.errors import GuardCannotTell, ItemNotFound
from simpul.workflow.models import WorkflowItem, WorkflowMove, WorkflowVersion
from simpul.workflow.policies.items import OUT_OF_SIGHT, may_move, may_roll_back, reads_all_items
from simpul.workflow.registry import KnownSubject, MoveFacts, Place, Resting, checks, subject_of
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.selectors.routing import condition, holds

_CANNOT_TELL = Text(id="Syarat langkah ini tidak dapat diperiksa.", en="The condition of this step cannot be checked.")


@dataclass(frozen=True)
class ItemFacts:
    """An item as other domains see it; `version` is what a caller must name to move it."""

    id: UUID
    definition: str
    subject_type: str
    subject_id: str
    state: str
    ended: bool
    entered_at: datetime
    version: int


@dataclass(frozen=True)
class Possible:
    """A transition out of the present state, and whether this actor may take it now."""

    transition: str
    title: Text
    to: str
    verdict: Verdict
    required: tuple[Required, ...] = ()
    # The statuses that the subject may have behind it.
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """The state in which a subject rests, as the version that it runs on draws it, and the transitions that leave it."""

    state: Resting
    leaving: Mapping[str, Text]


def facts_of(item: WorkflowItem) -> ItemFacts:
    """The item as other domains see it."""
    return ItemFacts(item.id, content_of(item.version_id).key, item.subject_type, item.subject_id, item.state, item.ended, item.entered_at, item.seq)


def item_get(item_id: UUID) -> WorkflowItem:
    """One item within the caller's reach.

    Raises: ItemNotFound.
    """
    found = WorkflowItem.objects.filter(pk=item_id).first()
    if found is None:
        raise ItemNotFound()
    return found


def item_of(definition: str, subject_id: object) -> WorkflowItem:
    """The item of a subject in one workflow.

    Raises: ItemNotFound.
    """
    found = WorkflowItem.objects.filter(definition__key=definition, subject_id=str(subject_id)).first()
    if found is None:
        raise ItemNotFound()
    return found


def items_of(definition: str, subject_ids: Sequence[object]) -> dict[str, WorkflowItem]:
    """The items of many subjects in one workflow, by subject; one query."""
    rows = WorkflowItem.objects.filter(definition__key=definition, subject_id__in=[str(each) for each in subject_ids])
    return {row.subject_id: row for row in rows}


def facts_for(item: WorkflowItem, content: Definition, place: Place, transition: Transition | None, *, to: str | None = None, **more: Any) -> MoveFacts:
    """What a check may ask about a move before it is made; `to` is where it leads when that is known already."""
    target = to or (transition.to if transition else item.state)
    return MoveFacts(
        item_id=item.id,
        definition=content.key,
        subject_type=item.subject_type,
        subject_id=item.subject_id,
        kind=more.pop("kind", "MOVE"),
        transition=transition.key if transition else None,
        from_state=item.state,
        to_state=target,
        ended=content.by_key[target].kind == "end",
        at=more.pop("at", None) or now(),
        before=state_facts(content_of(item.version_id), item.state),
        after=state_facts(content, target),
        title=Text(id=transition.title.id, en=transition.title.en) if transition else None,
        place=place,
        **more,
    )


def state_facts(content: Definition, key: str) -> Resting | None:
    """A state as its definition draws it; None where an item is only beginning."""
    state = content.by_key.get(key)
    return Resting(state.key, Text(id=state.title.id, en=state.title.en), state.counts_as) if state and state.rests else None


def standing_of(definition: str, subject_id: object) -> Standing:
    """Where a subject rests, and the transitions that people or the system take from there.

    Raises: ItemNotFound.
    """
    item = item_of(definition, subject_id)
    return standing_in(content_of(item.version_id), item.state)


def standing_in(content: Definition, key: str) -> Standing:
    """The same of a state of a definition."""
    state = state_facts(content, key)
    assert state is not None  # items rest in nothing else
    return Standing(state, {each.key: Text(id=each.title.id, en=each.title.en) for each in content.leaving(key)})


def state_names(definition: str, keys: Collection[str]) -> dict[str, Text]:
    """The names of states by key, as the newest version that has each draws it."""
    found: dict[str, Text] = {}
    if not keys:
        return found
    for version_id in WorkflowVersion.objects.filter(definition__key=definition).order_by("-number").values_list("pk", flat=True):
        content = content_of(version_id)
        found |= {key: state.title for key in keys if key not in found and (state := state_facts(content, key))}
        if len(found) == len(set(keys)):
            break
    return found


def allowed_moves(actor: Actor, definition: str, subject_ids: Sequence[object]) -> dict[str, list[Possible]]:
    """For each subject that the actor may know of, the transitions that people make from its state; a fixed number of queries."""
    return possible(actor, list(items_of(definition, subject_ids).values()))


def allowed_moves_of(actor: Actor, definition: str, subject_id: object, known: KnownSubject) -> list[Possible]:
    """The same of one subject that the caller knows; none of one that has moved since the caller read it."""
    item = items_of(definition, [subject_id]).get(str(subject_id))
    if item is None or known.rests_in not in (None, item.state):
        return []
    return _possible(actor, item, known.place, known.values, row=known.row)


def possible(actor: Actor, items: Sequence[WorkflowItem]) -> dict[str, list[Possible]]:
    """The same for items that are read already."""
    found: dict[str, list[Possible]] = {}
    for kind in {item.subject_type for item in items}:
        subject, ids = subject_of(kind), [item.subject_id for item in items if item.subject_type == kind]
        places, values = subject.places(actor, ids), subject.load(ids)
        for item in items:
            if item.subject_type == kind and item.subject_id in places:
                found[item.subject_id] = _possible(actor, item, places[item.subject_id], values.get(item.subject_id, {}))
    return found


def _possible(actor: Actor, item: WorkflowItem, place: Place, values: Mapping[str, Any], *, row: Any = None) -> list[Possible]:
    content, statuses = content_of(item.version_id), subject_of(item.subject_type).statuses
    return [
        Possible(
            transition.key,
            Text(id=transition.title.id, en=transition.title.en),
            transition.to,
            verdict,
            tuple(transition.required),
            tuple(sorted({found for key in rests_behind(content, transition.to) if (found := statuses.status_of(key, content.by_key[key].counts_as))})),
        )
        for transition in content.leaving(item.state)
        if not (transition.by and transition.by.system)
        for verdict in [judge(actor, item, content, transition, place, values, row=row)]
    ]


def judge(
    actor: Actor, item: WorkflowItem, content: Definition, transition: Transition, place: Place, values: Mapping[str, Any], *, row: Any = None
) -> Verdict:
    """Whether the actor may take the transition now, with the first reason against it: role and reach, checks, guard."""
    if not (verdict := who_may(actor, item, content, transition, place, row=row)):
        return verdict
    try:
        return verdict if holds(item.version_id, transition.key, values) else deny(condition(item.version_id, transition.key))
    except GuardCannotTell:
        return deny(_CANNOT_TELL)


def who_may(
    actor: Actor, item: WorkflowItem, content: Definition, transition: Transition, place: Place, *, asked: Collection[str] = (), **more: Any
) -> Verdict:
    """Whether this actor is one who may take the transition: role, reach, and every check that was not `asked` already."""
    verdict = may_move(actor, transition.by, place)
    facts = facts_for(item, content, place, transition, **more)
    for key in (key for key in transition.checks if verdict and key not in asked):
        # A check that this release does not know any more cannot say yes.
        verdict = checks[key].holds(actor, facts) if key in checks else deny(Text(id=f"Pemeriksaan {key} tidak ada.", en=f"There is no check {key}."))
        if not verdict:
            break
    return verdict


def last_step(item: WorkflowItem) -> WorkflowMove | None:
    """The step that a roll-back would take back: the last one that stands, or the start or migration that lies before all others."""
    rows = WorkflowMove.objects.filter(item=item, undone__isnull=True).exclude(kind=WorkflowMove.Kind.ROLLBACK)
    return rows.order_by("-seq").first()


def roll_back_verdict(actor: Actor, item: WorkflowItem) -> tuple[Verdict, WorkflowMove | None]:
    """Whether the actor may take the last step back, and which that is."""
    move = last_step(item)
    place = subject_of(item.subject_type).places(actor, [item.subject_id]).get(item.subject_id)
    if place is None:
        return deny(OUT_OF_SIGHT), None
    if move is None or move.kind not in (WorkflowMove.Kind.MOVE, WorkflowMove.Kind.TIMER):
        return deny(Text(id="Tidak ada langkah untuk dibatalkan.", en="There is no step to roll back.")), None
    rollback = content_of(move.version_id).transition_of[str(move.transition)].rollback
    if rollback is None:
        return deny(Text(id="Langkah ini tidak dapat dibatalkan menurut alur kerjanya.", en="The workflow does not let this step be rolled back.")), move
    return may_roll_back(actor, rollback, place), move


def sees(actor: Actor, item: WorkflowItem) -> bool:
    """Whether the actor may look at the item: by the configuration, or because its subject is in sight."""
    return reads_all_items(actor) or item.subject_id in subject_of(item.subject_type).places(actor, [item.subject_id])
