"""Looking at how a grant was used, and noting what was seen."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.access.acts import AccessAct
from simpul.access.errors import OwnAccessRequest
from simpul.access.models import AccessRequest, AccessReview
from simpul.access.policies import can_follow, can_review
from simpul.access.selectors.requests import request_get
from simpul.access.vocabulary import SUBJECT
from simpul.audit.public import Action, acts_under, record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden
from simpul.platform.redaction import redacted


@transaction.atomic
def access_review(*, actor: Actor, request_id: UUID, verdict: str, note: str) -> AccessRequest:
    """Note how somebody else used the access: fine, or a concern to follow up.

    Raises: AccessRequestNotFound, Forbidden, OwnAccessRequest.
    """
    request = request_get(actor=actor, request_id=request_id)
    facts = {
        "action": AccessAct.BREAK_GLASS_REVIEW, "object_type": SUBJECT, "object_id": str(request.id), "customer_id": request.customer_id, "branch_code": request.branch_code,
    }  # fmt: skip
    if not (allowed := can_review(actor, request)):
        refusal = OwnAccessRequest if request.requested_by == actor.id else Forbidden
        raise refusal(allowed.reason).recorded_as(**facts)
    AccessReview.objects.create(request=request, verdict=verdict, note=note.strip(), reviewed_by=actor.id, reviewed_at=now())
    facts.pop("action")
    record(actor, AccessAct.BREAK_GLASS_REVIEW, **facts, meta={"verdict": verdict, "note": redacted(note)})  # type: ignore[arg-type]
    return request


@transaction.atomic
def acts_open(*, actor: Actor, request_id: UUID, before: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    """What was done under a grant, latest first; looking at it is recorded.

    Raises: AccessRequestNotFound, Forbidden.
    """
    request = request_get(actor=actor, request_id=request_id)
    if not (allowed := can_follow(actor)):
        raise Forbidden(allowed.reason).recorded_as(action=Action.VIEW_DENIED, object_type=SUBJECT, object_id=str(request.id))
    record(actor, Action.VIEW_AUDIT, object_type=SUBJECT, object_id=request.id, meta={"elevation": str(request.id), "further": before is not None})
    return acts_under(request.id, before=before, limit=limit)
