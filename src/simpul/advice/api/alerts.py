"""Putting alerts aside, for oneself."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Path

from simpul.advice.errors import AlertMustStay, AlertNotFound
from simpul.advice.schemas.alerts import AlertOut
from simpul.advice.services import alerts as services
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, problems

router = Router()
Code = Annotated[str, Path(pattern=r"^[A-Z][A-Z_]{2,39}$")]
_PATH = "/customers/{uuid:customer_id}/alerts/{code}/acknowledge"


@router.post(_PATH, permission=SIGNED_IN, response={200: AlertOut, **problems(AlertNotFound, AlertMustStay)}, operation_id="alerts_acknowledge")
def acknowledge(request: ActorRequest, customer_id: UUID, code: Code) -> dict[str, Any]:
    """Hide an alert for me."""
    return services.alert_acknowledge(actor=request.auth, customer_id=customer_id, code=code)


@router.delete(_PATH, permission=SIGNED_IN, response={200: AlertOut, **problems(AlertNotFound)}, operation_id="alerts_restore")
def restore(request: ActorRequest, customer_id: UUID, code: Code) -> dict[str, Any]:
    """Show an alert to me again."""
    return services.alert_restore(actor=request.auth, customer_id=customer_id, code=code)
