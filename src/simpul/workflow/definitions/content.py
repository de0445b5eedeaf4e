"""The shape of a workflow: states, transitions, and what hangs on them, as it is stored and edited.

A `start` state (a circle in BPMN) and a `gateway` (a diamond) are passed through and never rested in; items rest in
`task` and `end` states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, StrictBool, StrictInt, StrictStr, model_serializer

MAX_STATES = 200
MAX_TRANSITIONS = 1_000
MAX_TIMERS = 20
MAX_GUARD = 1_000
MAX_SECONDS = 10 * 366 * 86_400

StateKey = Annotated[StrictStr, Field(pattern=r"^[A-Z][A-Z0-9_]{0,39}$")]
TransitionKey = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Name = Annotated[StrictStr, Field(min_length=1, max_length=80)]  # a key of a registry: known or not is told by the checks
Wording = Annotated[StrictStr, Field(min_length=1, max_length=120, pattern=r"\S")]
Seconds = Annotated[StrictInt, Field(ge=1, le=MAX_SECONDS)]
Kind = Literal["start", "task", "gateway", "end"]
Lane = Literal["customer", "agent", "supervisor", "unit", "compliance", "system"]
ReachName = Literal["OWN", "PORTFOLIO", "BRANCH", "ALL"]

LANES: tuple[str, ...] = ("customer", "agent", "supervisor", "unit", "compliance", "system")
REACHES: tuple[str, ...] = ("OWN", "PORTFOLIO", "BRANCH", "ALL")
PASSED_THROUGH = frozenset({"start", "gateway"})


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    def __init_subclass__(cls, **options: Any) -> None:
        # The API's components share one space of names, where State or Guard would not say whose.
        cls.__qualname__ = f"Workflow{cls.__name__}"
        super().__init_subclass__(**options)


class _OneOf(_Part):
    """A part that is written in one of several ways: the others are left out when it is stored."""

    @model_serializer(mode="wrap")
    def _written(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in handler(self).items() if value is not None}


class Words(_Part):
    """A name in both languages."""

    id: Wording
    en: Wording


class Position(_Part):
    """Where the editor draws a state, in its own units."""

    x: Annotated[float, Field(ge=-100_000, le=100_000, allow_inf_nan=False)]
    y: Annotated[float, Field(ge=-100_000, le=100_000, allow_inf_nan=False)]


class After(_OneOf):
    """When a timer is due: seconds, or working seconds of a calendar, after the state was entered; or a field's own instant."""

    seconds: Seconds | None = None
    working_seconds: Seconds | None = None
    calendar: Name | None = None
    field: Name | None = None


class Effect(_Part):
    """A registered action with its parameters."""

    action: Name
    values: dict[str, Any] = Field(default_factory=dict, alias="with", max_length=40)


class Then(_OneOf):
    """What a due timer does: a transition from its state, or a registered action with its parameters."""

    transition: Name | None = None
    action: Name | None = None
    values: dict[str, Any] | None = Field(None, alias="with", max_length=40)


class StateTimer(_Part):
    """Something that happens by itself while an item rests in a state."""

    key: TransitionKey
    after: After
    then: Then


class State(_Part):
    """A place in a workflow. `counts_as` is the subject's own status in which what rests here is listed, counted and timed."""

    key: StateKey
    title: Words
    kind: Kind
    lane: Lane
    position: Position | None = None
    timers: list[StateTimer] = Field(default_factory=list, max_length=MAX_TIMERS)
    counts_as: StateKey | None = None

    @model_serializer(mode="wrap")
    def _written(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in handler(self).items() if name != "counts_as" or value is not None}

    @property
    def rests(self) -> bool:
        """Whether items stay here."""
        return self.kind not in PASSED_THROUGH


class By(_OneOf):
    """Who may make a transition: people of one of these roles, on what lies within the reach; or the system alone."""

    roles: list[Name] | None = Field(None, max_length=50)
    reach: ReachName | None = None
    system: StrictBool | None = None


class Guard(_OneOf):
    """A condition over the subject's fields: as a CEL expression, or as a rule tree."""

    cel: StrictStr | None = None
    rule: dict[str, Any] | None = None

    def written(self) -> dict[str, Any]:
        """The guard as rules read it."""
        return self.model_dump()


class Required(_OneOf):
    """A field that a transition needs, with at least so many characters where it is text."""

    field: Name
    min_length: Annotated[StrictInt, Field(ge=1, le=10_000)] | None = None


class RollBack(_Part):
    """Who may take a transition back."""

    roles: list[Name] = Field(min_length=1, max_length=50)
    reach: ReachName


class Transition(_Part):
    """A way from some states to one."""

    key: TransitionKey
    title: Words
    sources: list[Name] = Field(alias="from", min_length=1, max_length=MAX_STATES)
    to: Name
    by: By | None = None
    guard: Guard | None = None
    checks: list[Name] = Field(default_factory=list, max_length=20)
    required: list[Required] = Field(default_factory=list, max_length=40)
    effects: list[Effect] = Field(default_factory=list, max_length=40)
    rollback: RollBack | None = None


class Definition(_Part):
    """A whole workflow over one kind of subject."""

    # cached_property writes into __dict__, which a frozen model allows to its own descriptors only.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, ignored_types=(cached_property,))

    key: TransitionKey
    title: Words
    subject: Name
    states: list[State]
    transitions: list[Transition]

    @cached_property
    def by_key(self) -> Mapping[str, State]:
        """The states by key."""
        return {state.key: state for state in self.states}

    @cached_property
    def transition_of(self) -> Mapping[str, Transition]:
        """The transitions by key."""
        return {transition.key: transition for transition in self.transitions}

    @cached_property
    def _leaving(self) -> Mapping[str, tuple[Transition, ...]]:
        return {state.key: tuple(t for t in self.transitions if state.key in t.sources) for state in self.states}

    @cached_property
    def start(self) -> State:
        """Where items come from."""
        return next(state for state in self.states if state.kind == "start")

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The transitions out of a state, in the order in which a gateway tries them."""
        return self._leaving.get(state, ())

    def sources(self, transition: str) -> frozenset[str]:
        """The states that a transition leaves."""
        return frozenset(self.transition_of[transition].sources)

    def follows(self) -> dict[str, frozenset[str]]:
        """Where an item that rests in a state can rest next, by state; gateways are passed through."""
        return {state.key: frozenset(end for step in self.leaving(state.key) for end in self._rests(step.to)) for state in self.states if state.rests}

    def _rests(self, state: str) -> frozenset[str]:
        return frozenset({state}) if self.by_key[state].rests else frozenset(end for step in self.leaving(state) for end in self._rests(step.to))

    def ended(self) -> list[str]:
        """The states that are ends."""
        return [state.key for state in self.states if state.kind == "end"]

    def stored(self) -> dict[str, Any]:
        """The one form in which a version is kept: every part written out, so that two versions compare."""
        return self.model_dump(mode="json", by_alias=True)


def passes(definition: Definition) -> Iterator[State]:
    """The states that items pass through."""
    return (state for state in definition.states if not state.rests)
