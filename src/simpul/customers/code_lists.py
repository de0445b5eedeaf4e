"""Changing the lists that the organisation keeps itself: a code is added, renamed, moved, taken out of use and brought back, never removed."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, record
from simpul.customers.codes import code_get
from simpul.customers.errors import CodeExists, DefaultSegmentStays
from simpul.customers.models import CustomerCode
from simpul.customers.policies import can_manage_codes
from simpul.customers.vocabulary import DEFAULT_SEGMENT, CodeList
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, StaleVersion

OBJECT = "CUSTOMER_CODE"
_FIELDS = ("name_id", "name_en", "position", "is_active")


@transaction.atomic
def code_create(*, actor: Actor, list_key: str, code: str, values: dict[str, Any]) -> CustomerCode:
    """Add a code to a list.

    Raises: Forbidden, CodeExists.
    """
    told = _managed(actor, list_key, code)
    row = CustomerCode(list_key=list_key, code=code, version=1, updated_at=now(), updated_by=actor.id, **values)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise CodeExists().recorded_as(**told) from None
    record(actor, **told, meta={"step": "CREATE", "changes": {name: {"before": None, "after": getattr(row, name)} for name in _FIELDS}})
    return row


@transaction.atomic
def code_update(*, actor: Actor, list_key: str, code: str, version: int, values: dict[str, Any]) -> CustomerCode:
    """Change a code's names, its place, or whether it is in use; customers that have it keep it.

    Raises: CodeNotFound, Forbidden, StaleVersion, DefaultSegmentStays.
    """
    told = _managed(actor, list_key, code)
    row = code_get(list_key, code, lock=True)
    if row.version != version:
        raise StaleVersion(current={"version": row.version}).recorded_as(**told)
    if (list_key, code) == (CodeList.SEGMENT, DEFAULT_SEGMENT) and not values.get("is_active", True):
        raise DefaultSegmentStays().recorded_as(**told)
    differs = {name: {"before": getattr(row, name), "after": value} for name, value in values.items() if getattr(row, name) != value}
    if differs:
        for name in differs:
            setattr(row, name, values[name])
        row.version, row.updated_at, row.updated_by = row.version + 1, now(), actor.id
        row.save(update_fields=[*differs, "version", "updated_at", "updated_by"])
        record(actor, **told, meta={"step": "UPDATE", "changes": differs})
    return row


def _managed(actor: Actor, list_key: str, code: str) -> dict[str, Any]:
    """How the trail names the code; raises Forbidden for who does not keep the configuration."""
    told = {"action": Action.CHANGE_CONFIG, "object_type": OBJECT, "object_id": f"{list_key}:{code}"}
    verdict = can_manage_codes(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**told)
    return told
