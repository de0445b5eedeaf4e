"""Reading what imports changed in a customer."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.customers.models import ImportChange
from simpul.customers.policies import Part, parts
from simpul.customers.selectors import customer_get
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden
from simpul.platform.paging import Keyset, Page

_LATEST = Keyset(("-changed_at", datetime), ("-id", UUID))
# The part of a customer that a field belongs to; every other field belongs to everybody in reach.
_PARTS = {
    "phone_e164": Part.PHONE, "email": Part.PERSONAL, "birth_date": Part.PERSONAL, "gender": Part.PERSONAL, "tags": Part.PERSONAL, "home_address": Part.ADDRESS,
    "nik": Part.IDENTIFIERS, "cif": Part.IDENTIFIERS, "member_no": Part.IDENTIFIERS, "meter_no": Part.IDENTIFIERS,
}  # fmt: skip


def import_change_page(*, actor: Actor, customer_id: UUID, cursor: str | None, limit: int) -> Page:
    """One page of what imports changed in a customer, newest first.

    Raises: CustomerNotFound, Forbidden for roles that are not shown changes, Invalid for a cursor that we did not write.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    shown = parts(actor, customer)
    if Part.CHANGES not in shown:
        raise Forbidden()
    rows = ImportChange.objects.filter(customer_id=customer.id).exclude(field__in=[field for field, part in _PARTS.items() if part not in shown])
    return _LATEST.page(rows, cursor, limit, lambda page: [_row(change) for change in page])


def _row(change: ImportChange) -> dict[str, Any]:
    names = ("run_id", "field", "before", "after", "changed_at")
    return {"change_id": change.id, "concealed": change.before == change.after, **{name: getattr(change, name) for name in names}}
