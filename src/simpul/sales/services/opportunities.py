"""Creating, changing and moving opportunities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from simpul.audit.public import audited_change, record
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import OpportunityForbidsThis
from simpul.sales.models import Opportunity, Stage
from simpul.sales.policies import can_create_opportunity, can_follow_opportunity, can_move_opportunity
from simpul.sales.selectors.catalogue import probability_of
from simpul.sales.selectors.customer import lead_place_of
from simpul.sales.selectors.opportunities import known_opportunity, opportunity_get
from simpul.sales.selectors.steps import last_steps
from simpul.sales.services.acting import opportunity_lock, opportunity_step, refusal_of
from simpul.sales.services.closing import UNDO_REASON
from simpul.sales.services.creating import judge_product
from simpul.sales.vocabulary import OPPORTUNITY, OPPORTUNITY_WORKFLOW, SHIPPED_OPPORTUNITY, OpportunityStage
from simpul.workflow import public as workflow
from simpul.workflow.errors import NothingToRollBack, RollBackNotForeseen

_FIELDS = ("product_interest", "product_code", "estimated_value", "expected_close_on")
_PAST = Text(id="Hari ini atau sesudahnya.", en="Today or later.")
_FAR = Text(id="Paling lama lima tahun ke depan.", en="At most five years ahead.")
_NOT_IN_USE = Text(id="Tahap ini tidak dipakai.", en="This stage is not in use.")
_NO_PRODUCT = Text(id="Produk ini tidak dapat dipilih.", en="This product cannot be chosen.")
_TOO_LATE = Text(
    id="Hanya langkah sendiri dalam lima menit terakhir yang dapat dibatalkan.",
    en="Only the own step of the last five minutes can be undone.",
)
_OTHER_OPEN = Text(
    id="Prospeknya, atau prospek lain dari kampanye itu, sudah terbuka dengan cara lain.",
    en="Its lead, or another one of that campaign, is open in another way.",
)
_FURTHEST_DAYS = 5 * 366


def expected_day_problem(day: date) -> Text | None:
    """What is wrong with a day on which an opportunity is expected to close."""
    if day < today():
        return _PAST
    return _FAR if (day - today()).days > _FURTHEST_DAYS else None


@transaction.atomic
def opportunity_create(*, actor: Actor, values: Mapping[str, Any]) -> Opportunity:
    """Create an opportunity of a customer of the own portfolio; it is one's own.

    Raises: LeadCustomerNotFound, Forbidden, Invalid.
    """
    place = lead_place_of(actor, values["customer_id"])
    with audited_change(
        actor,
        SalesAct.CREATE_OPPORTUNITY,
        OPPORTUNITY,
        customer_id=place.customer_id,
        branch_code=place.branch_code,
    ) as change:
        change.require(can_create_opportunity(actor, place))
        judge_product(values.get("product_code"))
        if late := expected_day_problem(values["expected_close_on"]):
            raise Invalid({"expected_close_on": late})
        # Its workflow tells the trail of it.
        change.nothing_changed()
        return opportunity_add(actor, customer_id=place.customer_id, branch_code=place.branch_code, lead_id=None, values=values)


def opportunity_add(actor: Actor, *, customer_id: UUID, branch_code: str, lead_id: UUID | None, values: Mapping[str, Any]) -> Opportunity:
    """The opportunity itself, brought into its workflow; who calls has asked every question."""
    at = now()
    made = Opportunity(
        customer_id=customer_id,
        branch_code=branch_code,
        lead_id=lead_id,
        stage=OpportunityStage.NEW,
        probability=probability_of(OpportunityStage.NEW),
        assigned_to=actor.id,
        created_by=actor.id,
        created_at=at,
        updated_at=at,
        stage_since=at,
        closed_note="",
        version=1,
        **{name: values.get(name) for name in _FIELDS},
    )
    made.save(force_insert=True)
    workflow.start(actor=actor, definition=OPPORTUNITY_WORKFLOW, subject_id=made.id, known=known_opportunity(made))
    return opportunity_get(actor=actor, opportunity_id=made.id)


@transaction.atomic
def opportunity_update(*, actor: Actor, opportunity_id: UUID, version: int, values: Mapping[str, Any]) -> Opportunity:
    """Change the product, the value or the expected day of an open opportunity.

    Raises: OpportunityNotFound, Forbidden, StaleVersion, OpportunityForbidsThis, Invalid.
    """
    act = SalesAct.UPDATE_OPPORTUNITY
    row = opportunity_lock(actor, opportunity_id, version, act, can_follow_opportunity)
    changed = {name: values[name] for name in _FIELDS if name in values and getattr(row, name) != values[name]}
    try:
        judge_product(values.get("product_code"), row.product_code)
        if "expected_close_on" in changed and (late := expected_day_problem(changed["expected_close_on"])):
            raise Invalid({"expected_close_on": late})
    except Invalid as error:
        raise refusal_of(error, act, OPPORTUNITY, row) from None
    if not changed:
        return row
    Opportunity.objects.filter(pk=row.pk).update(**changed, updated_at=now(), version=F("version") + 1)
    record(
        actor,
        act,
        object_type=OPPORTUNITY,
        object_id=row.id,
        customer_id=row.customer_id,
        branch_code=row.branch_code,
        meta={"changed": sorted(changed)},
    )
    return opportunity_get(actor=actor, opportunity_id=opportunity_id)


@transaction.atomic
def opportunity_move(
    *,
    actor: Actor,
    opportunity_id: UUID,
    version: int | None,
    transition: str,
    reason: str = "",
    lost_reason: str = "",
    won_product_code: str = "",
    note: str = "",
) -> Opportunity:
    """Take a step of the workflow with an opportunity; closing it closes its lead, reopening it reopens its lead.

    Raises: OpportunityNotFound, Forbidden, StaleVersion, OpportunityForbidsThis, Invalid.
    """
    act = SalesAct.MOVE_OPPORTUNITY
    row = opportunity_lock(actor, opportunity_id, version, act, can_move_opportunity)
    drawn = SHIPPED_OPPORTUNITY.transition_of.get(transition)
    if drawn is not None and Stage.objects.filter(pk=drawn.to, is_active=False).exists():
        raise refusal_of(OpportunityForbidsThis(_NOT_IN_USE), act, OPPORTUNITY, row, step=transition)
    if won_product_code:
        try:
            judge_product(won_product_code, row.product_code)
        except Invalid:
            raise refusal_of(Invalid({"won_product_code": _NO_PRODUCT}), act, OPPORTUNITY, row) from None
    try:
        with transaction.atomic():
            opportunity_step(
                actor,
                row,
                transition,
                act,
                reason=reason,
                lost_reason=lost_reason,
                won_product_code=won_product_code,
                note=note,
            )
    except IntegrityError as error:
        if "_open_of_a_" not in str(error):
            raise
        raise refusal_of(OpportunityForbidsThis(_OTHER_OPEN), act, OPPORTUNITY, row, step=transition) from None
    return opportunity_get(actor=actor, opportunity_id=opportunity_id)


@transaction.atomic
def opportunity_undo(*, actor: Actor, opportunity_id: UUID, version: int | None) -> Opportunity:
    """Take back the own last step, within five minutes; a lead that it closed is open again.

    Raises: OpportunityNotFound, Forbidden, StaleVersion, OpportunityForbidsThis.
    """
    act = SalesAct.UNDO_OPPORTUNITY
    row = opportunity_lock(actor, opportunity_id, version, act, can_move_opportunity)
    step = last_steps(OPPORTUNITY, [opportunity_id]).get(opportunity_id)
    if step is None or not step.is_undoable_by(actor):
        raise refusal_of(OpportunityForbidsThis(_TOO_LATE), act, OPPORTUNITY, row)
    try:
        with transaction.atomic():
            workflow.roll_back(actor=actor, definition=OPPORTUNITY_WORKFLOW, subject_id=opportunity_id, reason=UNDO_REASON)
    except (NothingToRollBack, RollBackNotForeseen) as error:
        raise refusal_of(OpportunityForbidsThis(error.detail), act, OPPORTUNITY, row) from None
    except IntegrityError as error:
        if "_open_of_a_" not in str(error):
            raise
        raise refusal_of(OpportunityForbidsThis(_OTHER_OPEN), act, OPPORTUNITY, row) from None
    return opportunity_get(actor=actor, opportunity_id=opportunity_id)
