"""Keeping views of the queue under a name, sharing them with the own branches, and marking them for oneself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, record
from simpul.cases.errors import CaseViewNameTaken, CaseViewNotFound
from simpul.cases.models import CaseView, CaseViewMark
from simpul.cases.policies import can_change_view, can_remove_view, can_share_view
from simpul.cases.selectors.views import view_get, view_rows
from simpul.iam.public import people
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.errors import StaleVersion


@transaction.atomic
def view_create(*, actor: Actor, name: str, filters: Mapping[str, Any], shared: bool, pinned: bool = False, is_default: bool = False) -> dict[str, Any]:
    """Keep filters of the queue under a name of one's own.

    Raises: CaseViewNameTaken, Forbidden for sharing without the right to.
    """
    view = CaseView(user_id=actor.id, name=name, filters=dict(filters), branch_codes=_branches(actor, shared), version=1)
    _save(view, insert=True)
    _record(actor, view, {"after": _facts(view)})
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_update(
    *, actor: Actor, view_id: UUID, name: str, filters: Mapping[str, Any], shared: bool, pinned: bool, is_default: bool, version: int
) -> dict[str, Any]:
    """Rename, refill or share a view of one's own.

    Raises: CaseViewNotFound, Forbidden, StaleVersion, CaseViewNameTaken.
    """
    require(can_change_view(actor, view_get(actor=actor, view_id=view_id)))
    view = view_get(actor=actor, view_id=view_id, lock=True)
    if view.version != version:
        raise StaleVersion(current={"version": view.version, "name": view.name})
    before = _facts(view)
    view.name, view.filters, view.branch_codes, view.version, view.updated_at = name, dict(filters), _branches(actor, shared), version + 1, now()
    _save(view)
    _record(actor, view, {"before": before, "after": _facts(view)})
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_mark(*, actor: Actor, view_id: UUID, pinned: bool, is_default: bool) -> dict[str, Any]:
    """Keep a view at hand, or have the queue open with it; one's own taste, so nothing for the trail.

    Raises: CaseViewNotFound.
    """
    view = view_get(actor=actor, view_id=view_id)
    _mark(actor, view, pinned=pinned, is_default=is_default)
    return view_rows(actor, [view])[0]


@transaction.atomic
def view_delete(*, actor: Actor, view_id: UUID) -> dict[str, Any]:
    """Forget a view of one's own, or one in the own branches whose owner has left, for everybody it was shared with.

    Raises: CaseViewNotFound, Forbidden.
    """
    view = view_get(actor=actor, view_id=view_id)
    owner = people([view.user_id]).get(view.user_id)
    require(can_remove_view(actor, view, kept=owner is not None and owner.is_active))
    # Two may remove it at once, and only its owner may lock it: one of them finds it gone.
    _, removed = CaseView.objects.filter(pk=view.id).delete()
    if not removed.get(CaseView._meta.label):
        raise CaseViewNotFound()
    _record(actor, view, {"before": _facts(view), **({} if view.user_id == actor.id else {"owner": str(view.user_id)})})
    return {"removed": True}


def _branches(actor: Actor, shared: bool) -> list[str]:
    if not shared:
        return []
    require(can_share_view(actor))
    return sorted(actor.own_branch_codes)


def _save(view: CaseView, *, insert: bool = False) -> None:
    try:
        with transaction.atomic():
            view.save(force_insert=insert, force_update=not insert)
    except IntegrityError:
        raise CaseViewNameTaken() from None


def _mark(actor: Actor, view: CaseView, *, pinned: bool, is_default: bool) -> None:
    if is_default:
        CaseViewMark.objects.filter(user_id=actor.id, is_default=True).exclude(view=view).update(is_default=False)
    if pinned or is_default:
        CaseViewMark.objects.bulk_create(
            [CaseViewMark(user_id=actor.id, view=view, pinned=pinned, is_default=is_default)],
            update_conflicts=True,
            unique_fields=["user_id", "view"],
            update_fields=["pinned", "is_default"],
        )
    else:
        CaseViewMark.objects.filter(user_id=actor.id, view=view).delete()


def _facts(view: CaseView) -> dict[str, Any]:
    # Filters name codes and ids; a view's own name is prose and may say more, so the trail keeps only what it selects.
    return {"filters": dict(view.filters), "branches": list(view.branch_codes)}


def _record(actor: Actor, view: CaseView, meta: Mapping[str, Any]) -> None:
    record(actor, Action.SAVE_FILTER, object_type="CASE_VIEW", object_id=view.id, meta=meta)
