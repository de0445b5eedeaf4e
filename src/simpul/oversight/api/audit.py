"""The audit explorer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.audit.public import LABELS
from simpul.oversight.schemas.audit import AuditFacetsOut, AuditPageOut, AuditQuery, AuditRecordOut
from simpul.oversight.selectors import audit as selectors
from simpul.oversight.services import audit as services
from simpul.platform.actor import Act
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
OBJECT_TYPES = ["CUSTOMER", "CUSTOMER_SEARCH", "CHANGE_REQUEST", "USER", "SESSION", "ALERT", "IMPORT_RUN", "TIMER", "JOB", "CALENDAR", "AUDIT", "OPERATION"]


@router.get("/audit", permission=needs("audit", Act.READ), response={200: AuditPageOut, **problems()}, operation_id="audit_list")
def list_audit(request: ActorRequest, filters: Query[AuditQuery]) -> dict[str, Any]:
    """The trail, newest first, by any combination of filters; opening it is itself recorded."""
    return services.audit_open(
        actor=request.auth,
        wanted=selectors.AuditFilter(
            action=tuple(filters.action),
            actor=filters.actor,
            object_type=filters.object_type,
            object_id=filters.object_id,
            customer_id=filters.customer_id,
            branch=filters.branch,
            outcome=filters.outcome,
            request_id=filters.request_id,
            since=filters.since,
            until=filters.until,
        ),
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.get("/audit/facets", permission=needs("audit", Act.READ), response={200: AuditFacetsOut, **problems()}, operation_id="audit_facets")
def facets(request: ActorRequest) -> dict[str, Any]:
    """The values that the explorer filters by."""
    actions = [{"key": key, "label": str(text)} for key, text in LABELS.items()]
    return {"actions": sorted(actions, key=lambda action: action["label"]), "object_types": OBJECT_TYPES, "outcomes": ["ALLOWED", "DENIED", "FAILED"]}


@router.get("/audit/{uuid:audit_id}", permission=needs("audit", Act.READ), response={200: AuditRecordOut, **problems()}, operation_id="audit_get")
def get_audit(request: ActorRequest, audit_id: UUID) -> dict[str, Any]:
    """One record in full, with its neighbours of the same request."""
    return selectors.audit_record(actor=request.auth, audit_id=audit_id)
