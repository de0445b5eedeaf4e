"""Views of the queue over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.errors import CaseViewNameTaken, CaseViewNotFound
from simpul.cases.schemas.queue import CaseViewChangeIn, CaseViewIn, CaseViewMarkIn, CaseViewOut, CaseViewRemovedOut, CaseViewsOut
from simpul.cases.selectors.views import view_list
from simpul.cases.services import views as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_READ = needs("case", Act.READ)


@router.get("/case-views", permission=_READ, response={200: CaseViewsOut, **problems()}, operation_id="case_views_list")
def list_views(request: ActorRequest) -> dict[str, Any]:
    """My views of the queue, and those that colleagues share with my branches."""
    return view_list(actor=request.auth)


@router.post("/case-views", permission=_READ, response={201: CaseViewOut, **problems(Forbidden, CaseViewNameTaken)}, operation_id="case_views_create")
def create_view(request: ActorRequest, body: CaseViewIn) -> dict[str, Any]:
    """Keep filters of the queue under a name."""
    return services.view_create(
        actor=request.auth, name=body.name, filters=body.filters.kept(), shared=body.shared, pinned=body.pinned, is_default=body.is_default
    )


@router.put(
    "/case-views/{uuid:view_id}",
    permission=_READ,
    response={200: CaseViewOut, **problems(CaseViewNotFound, Forbidden, StaleVersion, CaseViewNameTaken)},
    operation_id="case_views_update",
)
def update_view(request: ActorRequest, view_id: UUID, body: CaseViewChangeIn) -> dict[str, Any]:
    """Rename, refill or share a view of mine."""
    return services.view_update(
        actor=request.auth,
        view_id=view_id,
        name=body.name,
        filters=body.filters.kept(),
        shared=body.shared,
        pinned=body.pinned,
        is_default=body.is_default,
        version=body.version,
    )


@router.put("/case-views/{uuid:view_id}/mark", permission=_READ, response={200: CaseViewOut, **problems(CaseViewNotFound)}, operation_id="case_views_mark")
def mark_view(request: ActorRequest, view_id: UUID, body: CaseViewMarkIn) -> dict[str, Any]:
    """Keep a view at hand, or open my queue with it."""
    return services.view_mark(actor=request.auth, view_id=view_id, pinned=body.pinned, is_default=body.is_default)


@router.delete(
    "/case-views/{uuid:view_id}",
    permission=_READ,
    response={200: CaseViewRemovedOut, **problems(CaseViewNotFound, Forbidden)},
    operation_id="case_views_delete",
)
def delete_view(request: ActorRequest, view_id: UUID) -> dict[str, Any]:
    """Forget a view of mine, or one shared with my branches whose owner has left."""
    return services.view_delete(actor=request.auth, view_id=view_id)
