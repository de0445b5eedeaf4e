"""Opening the trail leaves a trace of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.audit.public import Action, record
from simpul.oversight.selectors.audit import AuditFilter, audit_page
from simpul.oversight.selectors.audit_subjects import audit_subject
from simpul.platform.actor import Actor
from simpul.platform.paging import Page


def audit_open(*, actor: Actor, wanted: AuditFilter, cursor: str | None, limit: int) -> Page:
    """One page of the trail; the first page of a search is recorded with the names of its filters."""
    page = audit_page(actor=actor, wanted=wanted, cursor=cursor, limit=limit)
    if cursor is None:
        conditions, _ = wanted.conditions()
        record(
            actor,
            Action.VIEW_AUDIT,
            object_type="AUDIT",
            object_id="",
            customer_id=wanted.customer_id,
            meta={"filters": [condition.split(" ")[0] for condition in conditions], "rows": len(page["items"])},
        )
    return page


def subject_open(*, actor: Actor, customer_id: UUID) -> dict[str, Any]:
    """The trail of one customer by whom; looking at it is itself part of it."""
    told = audit_subject(actor=actor, customer_id=customer_id)
    record(actor, Action.VIEW_AUDIT, object_type="AUDIT", object_id="", customer_id=customer_id, meta={"filters": ["customer_id"], "rows": told["records"]})
    return told
