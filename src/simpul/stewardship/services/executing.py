"""What a completed request does, by its kind, in the transaction that completes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.audit.public import record
from simpul.consent.public import VerificationMethod, consent_signal
from simpul.iam.public import system_actor, system_identity
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.platform.jobs import defer
from simpul.sales.public import leads_score
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import ErasureIsBlocked
from simpul.stewardship.models import ProcessingLimit, RightsPack, RightsRequest
from simpul.stewardship.selectors.blockers import erasure_blockers
from simpul.stewardship.vocabulary import SUBJECT, RightsKind
from simpul.value.public import scores_remove
from simpul.workflow.public import MoveFacts

_GRANTED = "SELECT DISTINCT consent_type FROM crm.consents WHERE customer_id = %s AND status = 'GRANTED' ORDER BY 1"
_CAPTURED = {"LETTER": "BRANCH"}


def request_carry_out(actor: Actor, move: MoveFacts, settings: Mapping[str, Any]) -> None:
    """Do what the person asked for.

    Raises: ErasureIsBlocked.
    """
    request = RightsRequest.objects.get(pk=move.subject_id)
    match RightsKind(request.kind):
        case RightsKind.ACCESS | RightsKind.PORTABILITY:
            _order_pack(request)
        case RightsKind.CORRECTION:
            pass  # it was made on the customer's page; what changed was noted when the request ended
        case RightsKind.RESTRICTION | RightsKind.OBJECTION:
            ProcessingLimit(
                customer_id=request.customer_id, branch_code=request.branch_code, kind=request.kind, request=request, started_at=move.at, started_by=actor.id
            ).save(force_insert=True)
            scores_remove([request.customer_id])
            leads_score([request.customer_id])
        case RightsKind.WITHDRAWAL:
            _withdraw_consents(request)
        case RightsKind.ERASURE:
            _erase(actor, request)


def _order_pack(request: RightsRequest) -> None:
    with scope(system_identity()):
        RightsPack(request=request).save(force_insert=True)
    defer("stewardship.make_pack", request_id=str(request.id))


def _withdraw_consents(request: RightsRequest) -> None:
    with scope(system_identity()):
        for row in query(_GRANTED, (request.customer_id,)):
            consent_signal(
                actor=system_actor(), customer_id=request.customer_id, branch_code=request.branch_code, consent_type=row["consent_type"], channel=None,
                captured_channel=_CAPTURED.get(request.received_by, request.received_by), method=VerificationMethod(str(request.verification_method)),
                source_reference=f"{SUBJECT}:{request.id}",
            )  # fmt: skip


def _erase(actor: Actor, request: RightsRequest) -> None:
    """Raises: ErasureIsBlocked naming what keeps the data."""
    if blockers := erasure_blockers(request.customer_id):
        raise ErasureIsBlocked(blockers[0].reason).recorded_as(
            action=StewardshipAct.ERASE_PERSON, object_type="CUSTOMER", object_id=str(request.customer_id), customer_id=request.customer_id,
            branch_code=request.branch_code, meta={"request_id": str(request.id), "blockers": sorted({each.code for each in blockers})},
        )  # fmt: skip
    erased = query("SELECT crm.erase_person(%s) AS counted", (request.id,))[0]["counted"]
    record(
        actor, StewardshipAct.ERASE_PERSON, object_type="CUSTOMER", object_id=request.customer_id, customer_id=request.customer_id, branch_code=request.branch_code,
        meta={"request_id": str(request.id), "counted": erased},
    )  # fmt: skip
