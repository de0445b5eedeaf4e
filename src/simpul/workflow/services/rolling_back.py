"""Taking the last step of an item back: its effects undone in reverse, its former state with that state's clock."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import DomainError, Forbidden, Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.platform.words import says_enough
from simpul.workflow import registry
from simpul.workflow.definitions.content import Effect
from simpul.workflow.errors import NothingToRollBack, RollBackNotForeseen
from simpul.workflow.models import WorkflowItem, WorkflowMove
from simpul.workflow.policies.items import may_roll_back
from simpul.workflow.registry import MoveFacts, Place
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.selectors.items import ItemFacts, facts_for, facts_of, item_get, item_of, last_step
from simpul.workflow.services.moving import locked, named
from simpul.workflow.services.steps import Step, unseal, write

LEAST_REASON = 5

_MIGRATED = Text(id="Langkah sebelum perpindahan versi tidak dapat dibatalkan.", en="What came before the migration to another version cannot be rolled back.")
_WHY = Text(id="Jelaskan alasannya, paling sedikit {least} karakter.", en="Say why, in at least {least} characters.")


@transaction.atomic
def roll_back(*, actor: Actor, definition: str, subject_id: object, version: int | None = None, reason: str) -> ItemFacts:
    """Take the last step of a subject of the calling domain back.

    Raises: as `item_roll_back`.
    """
    return item_roll_back(actor=actor, item_id=item_of(definition, subject_id).id, version=version, reason=reason)


@transaction.atomic
def item_roll_back(*, actor: Actor, item_id: UUID, version: int | None, reason: str) -> ItemFacts:
    """Take the last step that stands back, where its transition allows it.

    The item returns to the state, and to the time since when it had been there, as if the step had not been made. Steps
    before it may be taken back in turn.

    Raises: ItemNotFound, StaleVersion with what stands, Invalid without a reason, NothingToRollBack, RollBackNotForeseen,
    Forbidden with the reason; and what undoing an effect refuses.
    """
    item, place = locked(actor, item_get(item_id), version, step="rollback")
    try:
        if not says_enough(reason, LEAST_REASON):
            raise Invalid({"reason": _WHY.format(least=LEAST_REASON)})
        move = _step_to_undo(item)
        _allowed(actor, move, place)
    except DomainError as refusal:
        raise named(refusal, item, step="rollback") from None
    content, kept = content_of(item.version_id), unseal(move.id, move.sealed)
    facts = facts_for(
        item, content, place, content.transition_of[str(move.transition)], to=str(move.from_state), kind="ROLLBACK", at=now(), reason=redacted(reason, 500),
        given=kept["restores"],
    )  # fmt: skip
    _compensate(actor, facts, _effects_of(move), kept["memories"])
    step = Step(
        item=item,
        content=content,
        version_id=item.version_id,
        facts=facts,
        visit=move.left_visit or 1,
        entered_at=move.left_entered_at or facts.at,
        undoes_id=move.id,
    )
    write(actor, [step])
    return facts_of(item)


def _step_to_undo(item: WorkflowItem) -> WorkflowMove:
    move = last_step(item)
    if move is None or move.kind == WorkflowMove.Kind.START:
        raise NothingToRollBack()
    if move.kind == WorkflowMove.Kind.MIGRATE:
        raise NothingToRollBack(_MIGRATED)
    return move


def _allowed(actor: Actor, move: WorkflowMove, place: Place) -> None:
    rollback = content_of(move.version_id).transition_of[str(move.transition)].rollback
    if rollback is None:
        raise RollBackNotForeseen()
    verdict = may_roll_back(actor, rollback, place)
    if not verdict:
        raise Forbidden(verdict.reason)


def _effects_of(move: WorkflowMove) -> list[Effect]:
    content = content_of(move.version_id)
    return [effect for key in move.path for effect in content.transition_of[key].effects]


def _compensate(actor: Actor, facts: MoveFacts, effects: list[Effect], memories: list[dict[str, object]]) -> None:
    """Undo the effects, the last one first.

    Raises: RollBackNotForeseen for one that this release of the product cannot undo any more.
    """
    for effect, memory in reversed(list(zip(effects, memories, strict=True))):
        action = registry.actions.get(effect.action)
        if action is None or action.compensate is None:
            raise RollBackNotForeseen()
        action.compensate(actor, facts, effect.values, memory)
