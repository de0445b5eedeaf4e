"""Reading stages, reasons and products, by their names in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.cases.public import product_choices
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.errors import SalesReasonNotFound, StageNotFound
from simpul.sales.models import SalesReason, Stage
from simpul.sales.policies import can_manage
from simpul.sales.vocabulary import CLOSED


def stage_get(key: str, *, lock: bool = False) -> Stage:
    """One stage.

    Raises: StageNotFound.
    """
    found = (Stage.objects.select_for_update() if lock else Stage.objects).filter(pk=key).first()
    if found is None:
        raise StageNotFound()
    return found


def stage_list() -> list[Stage]:
    """The stages in their order."""
    return list(Stage.objects.order_by("position", "key"))


def stage_names() -> dict[str, str]:
    """The names of the stages by key."""
    return {row.key: str(Text(id=row.name_id, en=row.name_en)) for row in Stage.objects.all()}


def probability_of(stage: str) -> int:
    """The probability of a stage, in percent."""
    return int(Stage.objects.values_list("probability", flat=True).get(pk=stage))


def stage_rows(actor: Actor) -> list[Mapping[str, Any]]:
    """The stages as they are shown."""
    return [stage_row(actor, row) for row in stage_list()]


def stage_row(actor: Actor, row: Stage) -> Mapping[str, Any]:
    """A stage as it is shown."""
    return {
        "stage": row.key,
        "name": str(Text(id=row.name_id, en=row.name_en)),
        "names": {"id": row.name_id, "en": row.name_en},
        "probability": row.probability,
        "position": row.position,
        "is_active": row.is_active,
        "is_end": row.key in CLOSED,
        "version": row.version,
        "can": {"update": bool(can_manage(actor))},
    }


def reason_get(code: str, *, lock: bool = False) -> SalesReason:
    """One reason.

    Raises: SalesReasonNotFound.
    """
    found = (SalesReason.objects.select_for_update() if lock else SalesReason.objects).filter(pk=code).first()
    if found is None:
        raise SalesReasonNotFound()
    return found


def reason_fits(code: str, outcome: str) -> bool:
    """Whether a reason in use is one of this outcome."""
    return SalesReason.objects.filter(pk=code, outcome=outcome, is_active=True).exists()


def reason_list(*, active: bool | None = None) -> Sequence[SalesReason]:
    """Reasons in their order, those of winning last."""
    rows = SalesReason.objects.all() if active is None else SalesReason.objects.filter(is_active=active)
    return list(rows.order_by("outcome", "position", "code"))


def reason_rows(actor: Actor, *, active: bool | None = None) -> list[Mapping[str, Any]]:
    """Reasons as they are shown."""
    return [reason_row(actor, row) for row in reason_list(active=active)]


def reason_row(actor: Actor, row: SalesReason) -> Mapping[str, Any]:
    """A reason as it is shown."""
    return {
        "code": row.code,
        "outcome": row.outcome,
        "name": str(Text(id=row.name_id, en=row.name_en)),
        "names": {"id": row.name_id, "en": row.name_en},
        "position": row.position,
        "is_active": row.is_active,
        "version": row.version,
        "can": {"update": bool(can_manage(actor))},
    }


def product_rows() -> list[dict[str, str]]:
    """The products that can be chosen."""
    return [{"code": code, "name": name} for code, name in product_choices().items()]
