"""Changing the lists that the organisation keeps itself: a code is added, renamed, moved, taken out of use and brought back, never removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, AuditedChange, audited_change
from simpul.customers.codes import code_get
from simpul.customers.errors import CodeExists, DefaultSegmentStays
from simpul.customers.models import CustomerCode
from simpul.customers.policies import can_manage_codes
from simpul.customers.vocabulary import DEFAULT_SEGMENT, CodeList
from simpul.platform.actor import Actor
from simpul.platform.clock import now

OBJECT = "CUSTOMER_CODE"
_FIELDS = ("name_id", "name_en", "position", "is_active")


@transaction.atomic
def code_create(*, actor: Actor, list_key: str, code: str, values: dict[str, Any]) -> CustomerCode:
    """Add a code to a list.

    Raises: Forbidden, CodeExists.
    """
    with _changing(actor, list_key, code) as change:
        row = CustomerCode(list_key=list_key, code=code, version=1, updated_at=now(), updated_by=actor.id, **values)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise CodeExists() from None
        change.describe(step="CREATE", changes={name: {"before": None, "after": getattr(row, name)} for name in _FIELDS})
    return row


@transaction.atomic
def code_update(*, actor: Actor, list_key: str, code: str, version: int, values: dict[str, Any]) -> CustomerCode:
    """Change a code's names, its place, or whether it is in use; customers that have it keep it.

    Raises: CodeNotFound, Forbidden, StaleVersion, DefaultSegmentStays.
    """
    with _changing(actor, list_key, code) as change:
        row = code_get(list_key, code, lock=True)
        change.require_version(version, row.version, lambda: _standing(row))
        if (list_key, code) == (CodeList.SEGMENT, DEFAULT_SEGMENT) and not values.get("is_active", True):
            raise DefaultSegmentStays()
        differs = {name: {"before": getattr(row, name), "after": value} for name, value in values.items() if getattr(row, name) != value}
        if not differs:
            change.nothing_changed()
            return row
        for name in differs:
            setattr(row, name, values[name])
        row.version, row.updated_at, row.updated_by = row.version + 1, now(), actor.id
        row.save(update_fields=[*differs, "version", "updated_at", "updated_by"])
        change.describe(step="UPDATE", changes=differs)
    return row


@contextmanager
def _changing(actor: Actor, list_key: str, code: str) -> Iterator[AuditedChange]:
    with audited_change(actor, Action.CHANGE_CONFIG, OBJECT, f"{list_key}:{code}") as change:
        change.require(can_manage_codes(actor))
        yield change


def _standing(row: CustomerCode) -> dict[str, Any]:
    return {"names": {"id": row.name_id, "en": row.name_en}, "position": row.position, "is_active": row.is_active}
