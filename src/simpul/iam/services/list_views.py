"""Saving views of lists under a name, sharing them with the own branches, and marking them for oneself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, record
from simpul.iam.errors import ListViewNameTaken, ListViewNotFound
from simpul.iam.models import ListView, ListViewMark
from simpul.iam.models.list_views import ListPage, list_pages
from simpul.iam.policies import can_change_view, can_delete_view, can_share_views
from simpul.iam.selectors.directory import people
from simpul.iam.selectors.list_views import ViewRow, list_page, view_get, view_rows
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.text import Text

_VALUE = re.compile(r"^[A-Za-z0-9_.:,-]{1,200}$")
_UNKNOWN = Text(id="Daftar ini tidak punya saringan {name}.", en="This list has no filter {name}.")
_WORDS = Text(
    id="Saringan {name} hanya menerima kode, tanggal, atau pilihan.",
    en="The filter {name} takes a code, a day or a choice only.",
)


@transaction.atomic
def view_create(
    *,
    actor: Actor,
    key: str,
    name: str,
    filters: Mapping[str, str],
    shared: bool,
    pinned: bool = False,
    is_default: bool = False,
) -> ViewRow:
    """Save filters of a list under a name of one's own.

    Raises: ListNotFound, Invalid, ListViewNameTaken, Forbidden for sharing without the right to.
    """
    page = list_page(actor, key)
    view = ListView(
        user_id=actor.id,
        list_key=key,
        resource=page.resource,
        name=name,
        filters=_checked(page, filters),
        branch_codes=_shared_branches(actor, page.resource, shared),
        version=1,
    )
    _save(view, insert=True)
    _record(actor, view, {"after": _facts(view)})
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_update(
    *,
    actor: Actor,
    view_id: UUID,
    name: str,
    filters: Mapping[str, str],
    shared: bool,
    pinned: bool,
    is_default: bool,
    version: int,
) -> ViewRow:
    """Rename, refill or share a view of one's own.

    Raises: ListViewNotFound, Forbidden, Invalid, StaleVersion, ListViewNameTaken.
    """
    require(can_change_view(actor, view_get(actor=actor, view_id=view_id)))
    view = view_get(actor=actor, view_id=view_id, lock=True)
    if view.version != version:
        raise StaleVersion(current={"version": view.version, "name": view.name})
    before = _facts(view)
    view.name, view.filters = name, _checked(list_pages[view.list_key], filters)
    view.branch_codes = _shared_branches(actor, view.resource, shared)
    view.version, view.updated_at = version + 1, now()
    _save(view)
    _record(actor, view, {"before": before, "after": _facts(view)})
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_mark(*, actor: Actor, view_id: UUID, pinned: bool, is_default: bool) -> ViewRow:
    """Pin a view, or open the list with it; one's own taste, so nothing for the trail.

    Raises: ListViewNotFound.
    """
    view = view_get(actor=actor, view_id=view_id)
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_delete(*, actor: Actor, view_id: UUID) -> Mapping[str, bool]:
    """Delete a view of one's own, or one in the own branches whose owner has left, for everybody.

    Raises: ListViewNotFound, Forbidden.
    """
    view = view_get(actor=actor, view_id=view_id)
    owner = people([view.user_id]).get(view.user_id)
    require(can_delete_view(actor, view, is_kept=owner is not None and owner.is_active))
    # Two may delete it at once, and only its owner may lock it: one of them finds it gone.
    _, deleted = ListView.objects.filter(pk=view.id).delete()
    if not deleted.get(ListView._meta.label):
        raise ListViewNotFound()
    by_another = {} if view.user_id == actor.id else {"owner": str(view.user_id)}
    _record(actor, view, {"before": _facts(view), **by_another})
    return {"removed": True}


def _checked(page: ListPage, filters: Mapping[str, str]) -> dict[str, str]:
    for name, value in filters.items():
        if name not in page.filters:
            raise Invalid({"filters": _UNKNOWN.format(name=name[:40])})
        if not _VALUE.match(value):
            raise Invalid({"filters": _WORDS.format(name=name)})
    return dict(filters)


def _shared_branches(actor: Actor, resource: str, shared: bool) -> list[str]:
    if not shared:
        return []
    require(can_share_views(actor, resource))
    return sorted(actor.own_branch_codes)


def _save(view: ListView, *, insert: bool = False) -> None:
    try:
        with transaction.atomic():
            view.save(force_insert=insert, force_update=not insert)
    except IntegrityError:
        raise ListViewNameTaken() from None


def _mark(actor: Actor, view: ListView, *, pinned: bool, is_default: bool) -> None:
    own = ListViewMark.objects.filter(user_id=actor.id)
    if is_default:
        others = own.filter(list_key=view.list_key, is_default=True).exclude(view=view)
        others.update(is_default=False)
    if pinned or is_default:
        mark = ListViewMark(
            user_id=actor.id,
            view=view,
            list_key=view.list_key,
            pinned=pinned,
            is_default=is_default,
        )
        ListViewMark.objects.bulk_create(
            [mark],
            update_conflicts=True,
            unique_fields=["user_id", "view"],
            update_fields=["pinned", "is_default"],
        )
    else:
        own.filter(view=view).delete()


def _facts(view: ListView) -> Mapping[str, object]:
    # Filters name codes and ids; a view's own name is prose and may say more, so the trail holds only what it selects.
    return {
        "list": view.list_key,
        "filters": dict(view.filters),
        "branches": list(view.branch_codes),
    }


def _record(actor: Actor, view: ListView, meta: Mapping[str, object]) -> None:
    record(actor, Action.SAVE_FILTER, object_type="LIST_VIEW", object_id=view.id, meta=meta)
