"""Changing stages of opportunities and the reasons with which things close: CHANGE_CONFIG with before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, AuditedChange, audited_change
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.sales.errors import LastSalesReason, SalesReasonExists
from simpul.sales.models import Opportunity, SalesReason, Stage
from simpul.sales.policies import can_manage
from simpul.sales.selectors.catalogue import reason_get, stage_get
from simpul.sales.vocabulary import CLOSED, REASON, STAGE, OpportunityStage

_STAGE_FIELDS = ("name_id", "name_en", "probability", "position", "is_active")
_REASON_FIELDS = ("name_id", "name_en", "position", "is_active")
_END = Text(id="Akhir selalu {percent} persen.", en="An end is always {percent} percent.")
_ALWAYS = Text(id="Tahap ini selalu dipakai.", en="This stage is always in use.")


@transaction.atomic
def stage_update(*, actor: Actor, stage: str, version: int, values: Mapping[str, Any]) -> Stage:
    """Change a stage; open opportunities in it take its probability.

    Raises: StageNotFound, Forbidden, StaleVersion, Invalid.
    """
    with audited_change(actor, Action.CHANGE_CONFIG, STAGE, stage) as change:
        change.require(can_manage(actor))
        row = stage_get(stage, lock=True)
        change.require_version(version, row.version)
        _judge_stage(row, values)
        if _changed(change, row, values, _STAGE_FIELDS):
            _save(actor, row, _STAGE_FIELDS)
            with scope(system_identity()):
                Opportunity.objects.filter(stage=row.key).exclude(stage__in=CLOSED).update(probability=row.probability)
    return row


def _judge_stage(row: Stage, values: Mapping[str, Any]) -> None:
    wrong: dict[str, Text] = {}
    if row.key in CLOSED and values["probability"] != row.probability:
        wrong["probability"] = _END.format(percent=row.probability)
    if row.key in (OpportunityStage.NEW, *CLOSED) and not values["is_active"]:
        wrong["is_active"] = _ALWAYS
    if wrong:
        raise Invalid(wrong)


@transaction.atomic
def reason_create(*, actor: Actor, code: str, outcome: str, values: Mapping[str, Any]) -> SalesReason:
    """Add a reason.

    Raises: Forbidden, SalesReasonExists.
    """
    with audited_change(actor, Action.CHANGE_CONFIG, REASON, code) as change:
        change.require(can_manage(actor))
        row = SalesReason(code=code, outcome=outcome, version=1, updated_at=now(), updated_by=actor.id, **values)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise SalesReasonExists() from None
        change.describe(step="CREATE", changes={name: {"after": getattr(row, name)} for name in ("outcome", *_REASON_FIELDS)})
    return row


@transaction.atomic
def reason_update(*, actor: Actor, code: str, version: int, values: Mapping[str, Any]) -> SalesReason:
    """Change a reason's names, its place, or whether it can be chosen; one of each outcome stays in use.

    Raises: SalesReasonNotFound, Forbidden, StaleVersion, LastSalesReason.
    """
    with audited_change(actor, Action.CHANGE_CONFIG, REASON, code) as change:
        change.require(can_manage(actor))
        # All of them are locked, so that two who take one out of use each see the other.
        rows = list(SalesReason.objects.select_for_update().order_by("code"))
        row = reason_get(code)
        change.require_version(version, row.version)
        used = {each.code for each in rows if each.is_active and each.outcome == row.outcome}
        if not values["is_active"] and used <= {code}:
            raise LastSalesReason()
        if _changed(change, row, values, _REASON_FIELDS):
            _save(actor, row, _REASON_FIELDS)
    return row


def _changed(change: AuditedChange, row: Stage | SalesReason, values: Mapping[str, Any], fields: tuple[str, ...]) -> bool:
    """Set the values and describe those that differ; whether there were any."""
    differs = {name: {"before": getattr(row, name), "after": values[name]} for name in fields if getattr(row, name) != values[name]}
    for name in fields:
        setattr(row, name, values[name])
    if not differs:
        change.nothing_changed()
        return False
    change.describe(step="UPDATE", changes=differs)
    return True


def _save(actor: Actor, row: Stage | SalesReason, fields: tuple[str, ...]) -> None:
    row.version, row.updated_at, row.updated_by = row.version + 1, now(), actor.id
    row.save(update_fields=[*fields, "version", "updated_at", "updated_by"])
