"""Saved views of lists over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from ninja import Query

from simpul.iam.errors import ListNotFound, ListViewNameTaken, ListViewNotFound
from simpul.iam.schemas.list_views import (
    ListViewDeletedOut,
    ListViewIn,
    ListViewMarkIn,
    ListViewOut,
    ListViewsIn,
    ListViewsOut,
    ListViewUpdateIn,
)
from simpul.iam.selectors.list_views import ViewRow, ViewRows, view_list
from simpul.iam.services import list_views as services
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, problems

router = Router()
_VIEW = "/list-views/{uuid:view_id}"


@router.get(
    "/list-views",
    permission=SIGNED_IN,
    response={200: ListViewsOut, **problems(ListNotFound, Forbidden)},
    operation_id="list_views_list",
)
def list_views(request: ActorRequest, asked: Query[ListViewsIn]) -> ViewRows:
    """My views of a list, and those that colleagues share with my branches."""
    return view_list(actor=request.auth, key=asked.list_key)


@router.post(
    "/list-views",
    permission=SIGNED_IN,
    response={
        201: ListViewOut,
        **problems(ListNotFound, Forbidden, Invalid, ListViewNameTaken),
    },
    operation_id="list_views_create",
)
def create_view(request: ActorRequest, body: ListViewIn) -> ViewRow:
    """Save filters of a list under a name."""
    values = body.dict()
    return services.view_create(actor=request.auth, key=values.pop("list_key"), **values)


@router.put(
    _VIEW,
    permission=SIGNED_IN,
    response={
        200: ListViewOut,
        **problems(ListViewNotFound, Forbidden, Invalid, StaleVersion, ListViewNameTaken),
    },
    operation_id="list_views_update",
)
def update_view(request: ActorRequest, view_id: UUID, body: ListViewUpdateIn) -> ViewRow:
    """Rename, refill or share a view of mine."""
    return services.view_update(actor=request.auth, view_id=view_id, **body.dict())


@router.put(
    f"{_VIEW}/mark",
    permission=SIGNED_IN,
    response={200: ListViewOut, **problems(ListViewNotFound)},
    operation_id="list_views_mark",
)
def mark_view(request: ActorRequest, view_id: UUID, body: ListViewMarkIn) -> ViewRow:
    """Pin a view, or open my list with it."""
    return services.view_mark(actor=request.auth, view_id=view_id, **body.dict())


@router.delete(
    _VIEW,
    permission=SIGNED_IN,
    response={200: ListViewDeletedOut, **problems(ListViewNotFound, Forbidden)},
    operation_id="list_views_delete",
)
def delete_view(request: ActorRequest, view_id: UUID) -> Mapping[str, bool]:
    """Delete a view of mine, or one shared with my branches whose owner has left."""
    return services.view_delete(actor=request.auth, view_id=view_id)
