"""Asking who could see a customer leaves a trace of its own."""

from __future__ import annotations

from typing import Any

from simpul.audit.public import record
from simpul.oversight.acts import OversightAct
from simpul.oversight.policies import can_report_access
from simpul.oversight.selectors.access_reports import ViewersFilter, viewer_page
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden


def access_report_open(*, actor: Actor, wanted: ViewersFilter, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page of who could open a customer on a day and who did; each asking is recorded with customer and day.

    Raises: Forbidden, CustomerNotFound, Invalid.
    """
    facts = {"object_type": "CUSTOMER", "object_id": str(wanted.customer_id), "customer_id": wanted.customer_id, "meta": wanted.filter_facts()}
    verdict = can_report_access(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=OversightAct.VIEW_ACCESS_REPORT, **facts)
    page = viewer_page(actor=actor, wanted=wanted, cursor=cursor, limit=limit)
    record(
        actor, OversightAct.VIEW_ACCESS_REPORT, **{**facts, "branch_code": page["branch_code"], "meta": {**wanted.filter_facts(), "rows": len(page["items"])}}
    )
    return page
