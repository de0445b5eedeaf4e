"""Reading the views of a list that somebody has: the own ones, and those shared with the own branches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict
from uuid import UUID

from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from simpul.iam.errors import ListNotFound, ListViewNotFound
from simpul.iam.facts import PersonFacts
from simpul.iam.models import ListView, ListViewMark
from simpul.iam.models.list_views import ListPage, list_pages
from simpul.iam.policies import can_change_view, can_delete_view, can_share_views, reads_list
from simpul.iam.selectors.directory import people
from simpul.platform.actor import Actor, require

KEPT = 200


class ViewOwner(TypedDict):
    """Whose view it is."""

    id: UUID
    full_name: str


class ViewRow(TypedDict):
    """A view as its reader sees it."""

    id: UUID
    list_key: str
    name: str
    filters: Mapping[str, str]
    shared: bool
    branches: Sequence[str]
    mine: bool
    owner: ViewOwner | None
    pinned: bool
    is_default: bool
    version: int
    can: Mapping[str, bool]


class ViewRows(TypedDict):
    """All views of one list that somebody has."""

    items: list[ViewRow]
    can_share: bool


def list_page(actor: Actor, key: str) -> ListPage:
    """The list of this key.

    Raises: ListNotFound, Forbidden for a list that the actor does not read.
    """
    page = list_pages.get(key)
    if page is None:
        raise ListNotFound()
    require(reads_list(actor, page))
    return page


def view_get(*, actor: Actor, view_id: UUID, lock: bool = False) -> ListView:
    """One view that the actor has.

    Raises: ListViewNotFound.
    """
    rows = ListView.objects.filter(_visible_views(actor))
    found = (rows.select_for_update() if lock else rows).filter(pk=view_id).first()
    page = list_pages.get(found.list_key) if found else None
    if found is None or page is None or not reads_list(actor, page):
        raise ListViewNotFound()
    return found


def view_list(*, actor: Actor, key: str) -> ViewRows:
    """All views of the list that the actor has: pinned ones first, then the own ones, by name.

    Raises: ListNotFound, Forbidden.
    """
    page = list_page(actor, key)
    found = ListView.objects.filter(_visible_views(actor), list_key=key).order_by("name", "id")
    rows = view_rows(actor, list(found[:KEPT]))
    rows.sort(key=lambda row: (not row["pinned"], not row["mine"], row["name"].lower()))
    return {"items": rows, "can_share": bool(can_share_views(actor, page.resource))}


def view_rows(actor: Actor, views: Iterable[ListView]) -> list[ViewRow]:
    """Views as their reader sees them; two queries."""
    views = list(views)
    marks = {mark.view_id: mark for mark in ListViewMark.objects.filter(user_id=actor.id)}
    owners = people(view.user_id for view in views)
    return [_view_row(actor, view, marks.get(view.id), owners.get(view.user_id)) for view in views]


def _visible_views(actor: Actor) -> Q:
    shared = RawSQL(
        '"list_views"."branch_codes" && %s::text[]',
        (sorted(actor.own_branch_codes),),
        output_field=BooleanField(),
    )
    return Q(user_id=actor.id) | Q(shared)


def _view_row(actor: Actor, view: ListView, mark: ListViewMark | None, owner: PersonFacts | None) -> ViewRow:
    is_kept = owner is not None and owner.is_active
    return {
        "id": view.id,
        "list_key": view.list_key,
        "name": view.name,
        "filters": view.filters,
        "shared": bool(view.branch_codes),
        "branches": view.branch_codes,
        "mine": view.user_id == actor.id,
        "owner": {"id": view.user_id, "full_name": owner.full_name} if owner else None,
        "pinned": mark is not None and mark.pinned,
        "is_default": mark is not None and mark.is_default,
        "version": view.version,
        "can": {
            "update": bool(can_change_view(actor, view)),
            "share": bool(can_share_views(actor, view.resource)),
            "remove": bool(can_delete_view(actor, view, is_kept=is_kept)),
        },
    }
