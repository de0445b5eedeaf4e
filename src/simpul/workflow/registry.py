"""What higher domains bring to workflows by their manifests: subjects, actions, checks and shipped definitions.

The engine knows a subject by type and id only. Whoever owns the type says which fields guards may read, where a
subject lies, and what happens in its own row when an item enters a state; all of it runs in the transaction of the move.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from simpul.platform.actor import Actor, Reach, Verdict
from simpul.platform.registry import Registry
from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition
from simpul.workflow.rules import FieldSet

MoveKind = Literal["START", "MOVE", "ROLLBACK", "MIGRATE", "TIMER"]


@dataclass(frozen=True)
class Place:
    """Where a subject lies, for the reach of whoever moves it; `unit_code` is of the unit that has it.

    Where `branch_alone`, who works for the branch is near, and not who reaches it through a unit that serves it.
    """

    customer_id: UUID | None = None
    branch_code: str | None = None
    rm_user_id: UUID | None = None
    owner_ids: tuple[UUID, ...] = ()
    unit_code: str | None = None
    branch_alone: bool = False

    def nearest_reach(self, actor: Actor) -> Reach:
        """The narrowest reach that covers the subject for this actor."""
        if actor.id in self.owner_ids:
            return Reach.OWN
        if self.rm_user_id == actor.id:
            return Reach.PORTFOLIO
        branches = actor.own_branch_codes if self.branch_alone else actor.branch_codes
        return Reach.BRANCH if self.branch_code in branches or self.unit_code in actor.unit_codes else Reach.ALL


@dataclass(frozen=True)
class Resting:
    """A state as its definition draws it: its name, and what it counts as where the organisation said so."""

    key: str
    title: Text
    counts_as: str | None = None


@dataclass(frozen=True)
class Statuses:
    """What a subject's own records can be, whatever states a workflow draws: each state is one of these or counts as one.

    `follows` says which may come after which, and `wants` what a move into one has to bring along.
    """

    names: Mapping[str, Text] = field(default_factory=dict)
    follows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def status_of(self, state: str, counts_as: str | None) -> str | None:
        """The status of what rests in a state; None where the definition, made before it had to, does not say."""
        return state if state in self.names else counts_as if counts_as in self.names else None


@dataclass(frozen=True)
class MoveFacts:
    """One step of an item, as actions, checks and subjects see it.

    `given` holds the fields that came with the move. `kind` tells a person's move from a timer's, a start, a roll-back
    and a migration. `before` and `after` are the states as drawn, `title` the transition's name. `row` is the subject's own row where whoever moves it has it under its lock; without one its domain reads it.
    """

    item_id: UUID
    definition: str
    subject_type: str
    subject_id: str
    kind: MoveKind
    transition: str | None
    from_state: str | None
    to_state: str
    ended: bool
    at: datetime
    reason: str = ""
    place: Place = Place()
    before: Resting | None = None
    after: Resting | None = None
    title: Text | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    row: Any = None


@dataclass(frozen=True)
class KnownSubject:
    """What the calling domain knows of a subject, so that nobody reads it again: its row, locked where it is to be moved, and where it lies.

    The actor has been shown it. `values` are what guards may read of it; `rests_in` is the state that it was read in, where its row says so.
    """

    row: Any
    place: Place
    values: Mapping[str, Any]
    rests_in: str | None = None


@dataclass(frozen=True)
class Told:
    """How a move is told outside the workflow: its audit row, its event, and its entry in the customer's timeline.

    `meta` and `data` hold masked values only. Without an `event` nothing is emitted.
    """

    action: str
    object_type: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    event: Any = None
    timeline_kind: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Parameter:
    """A value that an action takes as its setting, or that a move brings along for the subject to write.

    `max_length` is in characters; white space at both ends of a text does not count.
    """

    key: str
    type: Literal["text", "integer", "boolean", "choice"]
    label: Text
    required: bool = True
    max_length: int = 500
    choices: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Action:
    """Something that a transition or a timer does besides changing the state.

    `run` may return what `compensate` needs to undo it, as JSON; it is kept encrypted. An action without `compensate`
    cannot stand on a transition that may be rolled back. Without `subjects` it serves all of them.
    """

    key: str
    name: Text
    run: Callable[[Actor, MoveFacts, Mapping[str, Any]], Mapping[str, Any] | None]
    compensate: Callable[[Actor, MoveFacts, Mapping[str, Any], Mapping[str, Any]], None] | None = None
    parameters: tuple[Parameter, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """A condition of a move that is code, such as "not by who asked"; its refusal is a matter of who moves (403)."""

    key: str
    name: Text
    holds: Callable[[Actor, MoveFacts], Verdict]
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkflowSubject:
    """A kind of record that moves through workflows. `resource` is what grants name it by.

    `fields` are what guards and timers may read, and `load` gives their values for many ids in a fixed number of
    queries. `places` gives those of the ids that the actor may know of, and where they lie. `entered` mirrors the new
    states in the domain's own rows, set-wise and in the move's transaction, with what the moves brought (`inputs`); an item
    that is migrated in the state that it is in enters nothing.
    `told` words a move; without it the engine's own audit action and event tell of it. `lock` locks the subjects' own rows
    before their items are locked, where the domain's services lock them first as well: so both wait in one order.
    With `keeps_words` the domain writes down itself, for its own readers, why a step was taken: the history says that it was.
    `statuses` are what its records themselves can be: a state that an organisation adds counts as one of them.
    """

    type: str
    name: Text
    resource: str
    places: Callable[[Actor, Sequence[str]], Mapping[str, Place]]
    load: Callable[[Sequence[str]], Mapping[str, Mapping[str, Any]]]
    entered: Callable[[Actor, Sequence[MoveFacts]], None]
    fields: FieldSet
    inputs: tuple[Parameter, ...] = ()
    told: Callable[[Actor, MoveFacts], Told | None] | None = None
    lock: Callable[[Sequence[str]], None] | None = None
    keeps_words: bool = False
    statuses: Statuses = Statuses()


@dataclass(frozen=True)
class Needs:
    """What a domain's code relies on in its workflow, whoever edits it.

    `states` by kind and `transitions` must stay. `ends` says that the domain knows no other ends than these states, and that
    an end is final: nothing leads out of it or back.
    """

    states: Mapping[str, str] = field(default_factory=dict)
    transitions: tuple[str, ...] = ()
    ends: bool = False

    @classmethod
    def whole(cls, definition: Definition, *, ends: bool = False) -> Needs:
        """Every state and every transition between states that the domain's own definition has."""
        resting = {state.key: state.kind for state in definition.states if state.rests}
        return cls(resting, tuple(each.key for each in definition.transitions if definition.start.key not in each.sources), ends)


@dataclass(frozen=True)
class Shipped:
    """A definition that comes with the product: installed, or brought to a newer version, after the migrations of a release.

    `adopt` is SQL of the domain that gives the rows without an item yet, from before the domain moved onto the engine:
    subject_id (text), customer_id, branch_code, owner_ids, state, entered_at, actor_user_id, in this order.
    """

    content: Mapping[str, Any]
    needs: Needs = Needs()
    adopt: str = ""

    @property
    def key(self) -> str:
        """The definition's key."""
        return str(self.content["key"])


class Unregistered(LookupError):
    """No domain has stated this."""


subjects: Registry[WorkflowSubject] = Registry(WorkflowSubject, lambda subject: subject.type)
actions: Registry[Action] = Registry(Action, lambda action: action.key)
checks: Registry[Check] = Registry(Check, lambda check: check.key)
shipped: Registry[Shipped] = Registry(Shipped, lambda each: each.key)


def definition_file(module: str, name: str) -> Any:
    """The content in `workflows/<name>.json` beside the module."""
    return json.loads((Path(module).resolve().parent / "workflows" / f"{name}.json").read_text())


def shipped_definition(module: str, name: str) -> Definition:
    """The same, read: what a domain's code knows of its own workflow, it knows from here."""
    return Definition.model_validate(definition_file(module, name))


def lock(references: Iterable[tuple[str, str]]) -> None:
    """Lock the own rows of subjects, given as type and id, whose domains ask for it."""
    wanted: dict[str, list[str]] = {}
    for kind, key in references:
        wanted.setdefault(kind, []).append(key)
    for kind, ids in sorted(wanted.items()):
        if kind in subjects and (act := subjects[kind].lock):
            act(sorted(ids))


def subject_of(kind: str) -> WorkflowSubject:
    """The subject of this type.

    Raises: Unregistered.
    """
    if kind not in subjects:
        raise Unregistered(f"No domain has stated the subject {kind} for workflows.")
    return subjects[kind]
