"""Reading what imports changed in a customer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.customers.models import ImportChange
from simpul.customers.policies import Part, parts
from simpul.customers.selectors import customer_get
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden

# The part of a customer that a field belongs to; every other field belongs to everybody in reach.
_PARTS = {
    "phone_e164": Part.PHONE, "email": Part.PERSONAL, "birth_date": Part.PERSONAL, "gender": Part.PERSONAL, "tags": Part.PERSONAL, "home_address": Part.ADDRESS,
    "nik": Part.IDENTIFIERS, "cif": Part.IDENTIFIERS, "member_no": Part.IDENTIFIERS, "meter_no": Part.IDENTIFIERS,
}  # fmt: skip


def import_change_list(*, actor: Actor, customer_id: UUID, after: tuple[Any, Any] | None, limit: int) -> list[ImportChange]:
    """What imports changed in a customer, newest first, starting below the keyset position `after`.

    Raises: CustomerNotFound, Forbidden for roles that are not shown changes.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    shown = parts(actor, customer)
    if Part.CHANGES not in shown:
        raise Forbidden()
    rows = ImportChange.objects.filter(customer_id=customer.id).exclude(field__in=[field for field, part in _PARTS.items() if part not in shown])
    if after:
        rows = rows.extra(where=["(changed_at, change_id) < (%s, %s)"], params=list(after))
    return list(rows.order_by("-changed_at", "-pk")[:limit])
