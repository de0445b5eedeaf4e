"""Keeping searches of the trail under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, record
from simpul.oversight.errors import AuditFilterNameTaken
from simpul.oversight.models import SavedFilter
from simpul.oversight.policies import can_change_filter
from simpul.oversight.selectors.audit_filters import filter_get, filter_rows
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.errors import Invalid, StaleVersion
from simpul.platform.text import Text

_NOT_YOUR_ROLE = Text(id="Filter dibagikan hanya dengan peran Anda sendiri.", en="A filter is shared with a role of your own only.")


@transaction.atomic
def filter_create(*, actor: Actor, name: str, filters: Mapping[str, Any], shared_with: str | None) -> dict[str, Any]:
    """Keep a filter under a name of its own.

    Raises: AuditFilterNameTaken, Invalid.
    """
    _shareable(actor, shared_with)
    kept = SavedFilter(owner_id=actor.id, name=name.strip(), filters=dict(filters), shared_with=shared_with, version=1)
    _save(kept, insert=True)
    _record(actor, kept, {"after": _facts(kept)})
    return filter_rows(actor, [kept])[0]


@transaction.atomic
def filter_update(*, actor: Actor, filter_id: UUID, name: str, filters: Mapping[str, Any], shared_with: str | None, version: int) -> dict[str, Any]:
    """Rename, refill or share a filter of one's own.

    Raises: AuditFilterNotFound, Forbidden, StaleVersion, AuditFilterNameTaken, Invalid.
    """
    kept = filter_get(actor=actor, filter_id=filter_id)
    require(can_change_filter(actor, kept.owner_id))
    kept = filter_get(actor=actor, filter_id=filter_id, lock=True)
    if kept.version != version:
        raise StaleVersion(current={"version": kept.version, "name": kept.name})
    _shareable(actor, shared_with)
    before = _facts(kept)
    kept.name, kept.filters, kept.shared_with, kept.version, kept.updated_at = name.strip(), dict(filters), shared_with, version + 1, now()
    _save(kept)
    _record(actor, kept, {"before": before, "after": _facts(kept)})
    return filter_rows(actor, [kept])[0]


@transaction.atomic
def filter_remove(*, actor: Actor, filter_id: UUID) -> dict[str, Any]:
    """Forget a filter of one's own.

    Raises: AuditFilterNotFound, Forbidden.
    """
    kept = filter_get(actor=actor, filter_id=filter_id)
    require(can_change_filter(actor, kept.owner_id))
    _record(actor, kept, {"before": _facts(kept)})
    kept.delete()
    return {"removed": True}


def _shareable(actor: Actor, role: str | None) -> None:
    if role is not None and role not in actor.role_keys:
        raise Invalid({"shared_with": _NOT_YOUR_ROLE})


def _save(kept: SavedFilter, *, insert: bool = False) -> None:
    try:
        with transaction.atomic():
            kept.save(force_insert=insert, force_update=not insert)
    except IntegrityError:
        raise AuditFilterNameTaken() from None


def _facts(kept: SavedFilter) -> dict[str, Any]:
    # A filter names codes and ids; its own name is prose and may say more, so the trail keeps only what it selects.
    return {"filters": dict(kept.filters), "shared_with": kept.shared_with}


def _record(actor: Actor, kept: SavedFilter, meta: Mapping[str, Any]) -> None:
    record(actor, Action.SAVE_FILTER, object_type="AUDIT_FILTER", object_id=kept.id, meta=meta)
