"""The audit explorer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ninja import Query

from simpul.audit.public import labels, object_labels, outcome_labels
from simpul.oversight.errors import AuditFilterNameTaken, AuditFilterNotFound
from simpul.oversight.schemas.audit import (
    AuditFacetsOut,
    AuditFilterIn,
    AuditFilterOut,
    AuditFiltersOut,
    AuditPageOut,
    AuditQuery,
    AuditRecordOut,
    AuditSubjectOut,
    RemovedOut,
)
from simpul.oversight.selectors import audit as selectors
from simpul.oversight.selectors.audit_filters import filter_list
from simpul.oversight.services import audit as services
from simpul.oversight.services import audit_filters
from simpul.platform.actor import Act
from simpul.platform.errors import RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.platform.text import Text

router = Router()


@router.get("/audit", permission=needs("audit", Act.READ), counts_rows=True, response={200: AuditPageOut, **problems(RateLimited)}, operation_id="audit_list")
def list_audit(request: ActorRequest, filters: Query[AuditQuery]) -> Page:
    """The trail, newest first, by any combination of filters; opening it is itself recorded."""
    return services.audit_open(
        actor=request.auth,
        wanted=filters.wanted(),
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.get("/audit/facets", permission=needs("audit", Act.READ), response={200: AuditFacetsOut, **problems()}, operation_id="audit_facets")
def facets(request: ActorRequest) -> dict[str, Any]:
    """The values that the explorer filters by."""
    return {
        "actions": _by_label(labels()),
        "object_types": _by_label(object_labels()),
        "outcomes": [{"key": key, "label": str(text)} for key, text in outcome_labels().items()],
    }


def _by_label(words: Mapping[str, Text]) -> list[dict[str, str]]:
    return sorted(({"key": key, "label": str(text)} for key, text in words.items()), key=lambda word: word["label"])


@router.get("/audit/{uuid:audit_id}", permission=needs("audit", Act.READ), response={200: AuditRecordOut, **problems()}, operation_id="audit_get")
def get_audit(request: ActorRequest, audit_id: UUID) -> dict[str, Any]:
    """One record in full, with its neighbours of the same request."""
    return selectors.audit_record(actor=request.auth, audit_id=audit_id)


@router.get(
    "/audit/customers/{uuid:customer_id}",
    permission=needs("audit", Act.READ),
    counts_rows="people",
    response={200: AuditSubjectOut, **problems(RateLimited)},
    operation_id="audit_subject",
)
def get_subject(request: ActorRequest, customer_id: UUID) -> dict[str, Any]:
    """Who did what about one customer, when and why; looking is itself recorded."""
    return services.subject_open(actor=request.auth, customer_id=customer_id)


@router.get("/audit/filters", permission=needs("audit", Act.READ), response={200: AuditFiltersOut, **problems()}, operation_id="audit_filters_list")
def list_filters(request: ActorRequest) -> dict[str, Any]:
    """My saved filters, and those shared with a role of mine."""
    return filter_list(actor=request.auth)


@router.post(
    "/audit/filters", permission=needs("audit", Act.READ), response={201: AuditFilterOut, **problems(AuditFilterNameTaken)}, operation_id="audit_filters_create"
)
def create_filter(request: ActorRequest, body: AuditFilterIn) -> dict[str, Any]:
    """Keep a filter under a name."""
    return audit_filters.filter_create(actor=request.auth, name=body.name, filters=body.kept(), shared_with=body.shared_with)


@router.put(
    "/audit/filters/{uuid:filter_id}",
    permission=needs("audit", Act.READ),
    response={200: AuditFilterOut, **problems(AuditFilterNotFound, AuditFilterNameTaken, StaleVersion)},
    operation_id="audit_filters_update",
)
def update_filter(request: ActorRequest, filter_id: UUID, body: AuditFilterIn) -> dict[str, Any]:
    """Change a filter of my own."""
    return audit_filters.filter_update(
        actor=request.auth, filter_id=filter_id, name=body.name, filters=body.kept(), shared_with=body.shared_with, version=body.version
    )


@router.delete(
    "/audit/filters/{uuid:filter_id}",
    permission=needs("audit", Act.READ),
    response={200: RemovedOut, **problems(AuditFilterNotFound)},
    operation_id="audit_filters_remove",
)
def remove_filter(request: ActorRequest, filter_id: UUID) -> dict[str, Any]:
    """Forget a filter of my own."""
    return audit_filters.filter_remove(actor=request.auth, filter_id=filter_id)
