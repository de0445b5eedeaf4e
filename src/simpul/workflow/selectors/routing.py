"""Which way an item takes: whether a transition's guard holds, and where gateways send it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition, Transition
from simpul.workflow.errors import GuardCannotTell, GuardDoesNotHold
from simpul.workflow.registry import subject_of
from simpul.workflow.rules import Guard, GuardFailed, Rule, RuleInvalid, read_guard
from simpul.workflow.selectors.definitions import content_of

_NOT_MET = Text(id="Belum terpenuhi: {condition}.", en="Not met: {condition}.")


@lru_cache(maxsize=4_096)
def guard_of(version_id: UUID, transition: str) -> Guard | Rule | None:
    """The guard of a version's transition, compiled once in each process.

    Raises: GuardFailed for one that this release of the product cannot read any more.
    """
    content = content_of(version_id)
    written = content.transition_of[transition].guard
    if written is None:
        return None
    try:
        return read_guard(written.written(), subject_of(content.subject).fields)
    except RuleInvalid as error:
        raise GuardFailed(f"The guard of {transition} cannot be read: {error.problems[0].code}.") from error


def holds(version_id: UUID, transition: str, values: Mapping[str, Any]) -> bool:
    """Whether the transition's guard holds for these values; without one it does.

    Raises: GuardCannotTell when it cannot be evaluated.
    """
    try:
        guard = guard_of(version_id, transition)
        return guard is None or guard.holds(values)
    except GuardFailed as error:
        raise GuardCannotTell(transition) from error


def condition(version_id: UUID, transition: str) -> Text:
    """What a guard asks for, as the refusal of a step says it."""
    guard = guard_of(version_id, transition)
    if isinstance(guard, Rule):
        return Text(id=_NOT_MET.id.format(condition=guard.sentence("id")), en=_NOT_MET.en.format(condition=guard.sentence("en")))
    return Text(id=_NOT_MET.id.format(condition=guard.text if guard else ""), en=_NOT_MET.en.format(condition=guard.text if guard else ""))


def route(version_id: UUID, content: Definition, first: Transition, values: Mapping[str, Any]) -> list[Transition]:
    """The transitions from the first one to where the item rests, through whatever gateways lie between.

    Raises: GuardCannotTell, GuardDoesNotHold for a gateway of which no way can be taken.
    """
    taken = [first]
    while not content.by_key[taken[-1].to].rests:
        taken.append(_first_open(version_id, content.leaving(taken[-1].to), values))
    return taken


def entry(version_id: UUID, content: Definition, values: Mapping[str, Any]) -> list[Transition]:
    """The transitions from the start to where an item first rests.

    Raises: GuardCannotTell, GuardDoesNotHold when the workflow takes nothing with these values in.
    """
    return route(version_id, content, _first_open(version_id, content.leaving(content.start.key), values), values)


def _first_open(version_id: UUID, ways: Iterable[Transition], values: Mapping[str, Any]) -> Transition:
    for transition in ways:
        if holds(version_id, transition.key, values):
            return transition
    raise GuardDoesNotHold()
