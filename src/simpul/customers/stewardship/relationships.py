"""Ties of a customer to others: adding one, letting it end, taking out one that was never true."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.customers.codes import codes_in_use
from simpul.customers.errors import CustomerNotFound, RelationshipExists, RelationshipNotFound
from simpul.customers.models import Relationship
from simpul.customers.selectors import customer_get
from simpul.customers.stewardship.edits import Edit, customer_edit
from simpul.customers.vocabulary import CodeList
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NOBODY = Text(id="Pilih nasabah lain yang dapat Anda lihat.", en="Choose another customer that you can see.")
_KIND = Text(id="Pilih jenis hubungan yang dipakai.", en="Choose a kind of relationship that is in use.")
_ORDER = Text(id="Berakhir sebelum mulai.", en="It ends before it begins.")


@transaction.atomic
def relationship_add(
    *, actor: Actor, customer_id: UUID, version: int, reason: str, related_customer_id: UUID, kind: str, role: str = "", valid_from: date | None = None
) -> Any:
    """Tie a customer to another one; the direction is the tie's own.

    Raises: CustomerNotFound, Forbidden, StaleVersion, RelationshipExists, Invalid.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="relationship_add") as edit:
        try:
            related = customer_get(actor=actor, customer_id=related_customer_id)
        except CustomerNotFound:
            related = None
        if related is None or related.id == edit.customer.id:
            raise Invalid({"related_customer_id": _NOBODY})
        if kind not in codes_in_use(CodeList.RELATIONSHIP):
            raise Invalid({"kind": _KIND})
        tie = Relationship(customer=edit.customer, related_customer_id=related.id, kind=kind, role=" ".join(role.split()), valid_from=valid_from)
        try:
            with transaction.atomic():
                tie.save(force_insert=True)
        except IntegrityError:
            raise RelationshipExists() from None
        _say(edit, tie, None, _shown(tie))
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def relationship_end(*, actor: Actor, customer_id: UUID, version: int, reason: str, relationship_id: UUID, valid_to: date | None) -> Any:
    """Let a tie end on a day; without a day it goes on again.

    Raises: CustomerNotFound, Forbidden, StaleVersion, RelationshipNotFound, Invalid.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="relationship_end") as edit:
        tie = _tie(edit, relationship_id)
        if valid_to is not None and tie.valid_from is not None and valid_to < tie.valid_from:
            raise Invalid({"valid_to": _ORDER})
        if valid_to != tie.valid_to:
            before = _shown(tie)
            tie.valid_to = valid_to
            tie.save(update_fields=["valid_to"])
            _say(edit, tie, before, _shown(tie))
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def relationship_remove(*, actor: Actor, customer_id: UUID, version: int, reason: str, relationship_id: UUID) -> Any:
    """Take out a tie that was recorded by mistake; one that was true ends instead. The trail keeps what it said.

    Raises: CustomerNotFound, Forbidden, StaleVersion, RelationshipNotFound.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="relationship_remove") as edit:
        tie = _tie(edit, relationship_id)
        _say(edit, tie, _shown(tie), None)
        tie.delete()
    return customer_get(actor=actor, customer_id=customer_id)


def _tie(edit: Edit, relationship_id: UUID) -> Relationship:
    """A tie that begins at this customer: one is edited where it begins.

    Raises: RelationshipNotFound.
    """
    tie = Relationship.objects.select_for_update().filter(pk=relationship_id, customer_id=edit.customer.id).first()
    if tie is None:
        raise RelationshipNotFound()
    return tie


def _shown(tie: Relationship) -> dict[str, Any]:
    days = {name: value.isoformat() for name in ("valid_from", "valid_to") if (value := getattr(tie, name))}
    return {"related_customer_id": str(tie.related_customer_id), "kind": tie.kind, "role": tie.role, **days}


def _say(edit: Edit, tie: Relationship, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    key = {"relationship_id": str(tie.id)}
    edit.changed("relationships", before and key | before, after and key | after)
