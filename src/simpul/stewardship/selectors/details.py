"""One request in full: with its pack, and with what keeps data from being erased."""

from __future__ import annotations

from simpul.platform.actor import Actor
from simpul.stewardship.models import RightsPack, RightsRequest
from simpul.stewardship.policies import can_hand_over
from simpul.stewardship.selectors.blockers import erasure_blockers
from simpul.stewardship.selectors.requests import rights_request_rows
from simpul.stewardship.selectors.rows import RightsRequestDetailRow
from simpul.stewardship.vocabulary import OPEN, PackStatus, RightsKind


def rights_request_detail(actor: Actor, request: RightsRequest) -> RightsRequestDetailRow:
    """A request as its page shows it."""
    pack = RightsPack.objects.filter(pk=request.pk).defer("sealed").first()
    asked = request.kind == RightsKind.ERASURE and request.status in OPEN
    return {
        **rights_request_rows(actor, [request])[0],
        "pack": {
            "status": pack.status,
            "size": pack.size,
            "made_at": pack.made_at,
            "expires_at": pack.expires_at,
            "can_open": pack.status == PackStatus.READY and bool(can_hand_over(actor, request)),
        }
        if pack
        else None,
        "blockers": [{"code": each.code, "reason": str(each.reason)} for each in erasure_blockers(request.customer_id)] if asked else [],
    }
