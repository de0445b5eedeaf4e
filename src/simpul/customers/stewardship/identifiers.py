"""Identifiers of a customer: adding one, verifying it, naming the primary one, retiring it and bringing it back.

The trail keeps identifiers masked, as everybody sees them.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.customers import masks
from simpul.customers.errors import IdentifierIsTaken, IdentifierNotFound
from simpul.customers.identifiers import normalise, seal
from simpul.customers.models import Identifier, RetiredIdentifier
from simpul.customers.policies import can_edit
from simpul.customers.selectors import customer_get
from simpul.customers.stewardship.edits import Edit, customer_edit
from simpul.customers.validation import problem_with_identifier
from simpul.customers.vocabulary import IdType
from simpul.iam.public import people
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now, today
from simpul.platform.errors import Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

_TYPE = Text(id="Pilih jenis nomor dari daftar.", en="Choose a kind of number from the list.")


@transaction.atomic
def identifier_add(
    *, actor: Actor, customer_id: UUID, version: int, reason: str, id_type: str, value: str, is_primary: bool = False, verified: bool = False
) -> Any:
    """Give a customer a further number; the first of its kind is the primary one.

    Raises: CustomerNotFound, Forbidden, StaleVersion, IdentifierIsTaken, Invalid.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="identifier_add") as edit:
        if id_type not in IdType.values:
            raise Invalid({"id_type": _TYPE})
        if problem := problem_with_identifier(id_type, normalise(id_type, value), today()):
            raise Invalid({"value": problem})
        sealed, others = seal(id_type, value), Identifier.objects.filter(customer_id=edit.customer.id, id_type=id_type)
        primary = is_primary or not others.filter(is_primary=True).exists()
        if primary:
            others.update(is_primary=False)
        row = Identifier(
            customer=edit.customer, id_type=id_type, value=sealed.value, hash=sealed.hash, hint=sealed.hint, is_primary=primary, verified_at=now() if verified else None,
        )  # fmt: skip
        _put(row)
        _say(edit, row, None, _shown(row))
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def identifier_verify(*, actor: Actor, customer_id: UUID, version: int, reason: str, identifier_id: UUID, verified: bool) -> Any:
    """Say that a number was compared with its original, or take that back.

    Raises: CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="identifier_verify") as edit:
        row = _row(edit, identifier_id)
        if verified != (row.verified_at is not None):
            before = _shown(row)
            row.verified_at = now() if verified else None
            row.save(update_fields=["verified_at"])
            _say(edit, row, before, _shown(row))
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def identifier_set_primary(*, actor: Actor, customer_id: UUID, version: int, reason: str, identifier_id: UUID) -> Any:
    """Let this number be the one that stands for its kind.

    Raises: CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="identifier_primary") as edit:
        row = _row(edit, identifier_id)
        if not row.is_primary:
            standing = Identifier.objects.filter(customer_id=edit.customer.id, id_type=row.id_type, is_primary=True).first()
            Identifier.objects.filter(customer_id=edit.customer.id, id_type=row.id_type).update(is_primary=False)
            row.is_primary = True
            row.save(update_fields=["is_primary"])
            _say(edit, row, _shown(standing) if standing else None, _shown(row))
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def identifier_retire(*, actor: Actor, customer_id: UUID, version: int, reason: str, identifier_id: UUID) -> Any:
    """Take a number out of use: nobody is found by it any more, an import does not bring it back, and another customer may get it.

    The next number of its kind becomes the primary one. What was retired stays, sealed as it was, and can be brought back.

    Raises: CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="identifier_retire") as edit:
        row = _row(edit, identifier_id)
        kept = ("id", "customer_id", "id_type", "value", "hash", "hint", "is_primary", "verified_at", "created_at")
        retired = RetiredIdentifier(**{name: getattr(row, name) for name in kept}, retired_at=now(), retired_by=actor.id, reason=redacted(reason))
        row.delete()
        retired.save(force_insert=True)
        if retired.is_primary:
            following = Identifier.objects.filter(customer_id=edit.customer.id, id_type=retired.id_type).order_by("created_at", "pk").first()
            if following is not None:
                following.is_primary = True
                following.save(update_fields=["is_primary"])
        _say(edit, retired, _shown(retired), None)
    return customer_get(actor=actor, customer_id=customer_id)


@transaction.atomic
def identifier_restore(*, actor: Actor, customer_id: UUID, version: int, reason: str, identifier_id: UUID) -> Any:
    """Bring a retired number back into use, unless another customer has it by now.

    Raises: CustomerNotFound, Forbidden, StaleVersion, IdentifierNotFound, IdentifierIsTaken.
    """
    with customer_edit(actor=actor, customer_id=customer_id, version=version, reason=reason, step="identifier_restore") as edit:
        retired = RetiredIdentifier.objects.select_for_update().filter(pk=identifier_id, customer_id=edit.customer.id).first()
        if retired is None:
            raise IdentifierNotFound()
        kept = ("id", "id_type", "value", "hash", "hint", "verified_at", "created_at")
        row = Identifier(customer=edit.customer, is_primary=False, **{name: getattr(retired, name) for name in kept})
        others = Identifier.objects.filter(customer_id=edit.customer.id, id_type=row.id_type)
        if retired.is_primary or not others.filter(is_primary=True).exists():
            others.update(is_primary=False)
            row.is_primary = True
        retired.delete()
        _put(row)
        _say(edit, row, None, _shown(row))
    return customer_get(actor=actor, customer_id=customer_id)


def retired_identifiers(*, actor: Actor, customer_id: UUID) -> list[dict[str, Any]]:
    """The numbers of a customer that are out of use, masked, the latest first.

    Raises: CustomerNotFound, Forbidden.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    require(can_edit(actor, customer))
    rows = list(RetiredIdentifier.objects.filter(customer_id=customer.id).order_by("-retired_at", "pk")[:50])
    names = people(row.retired_by for row in rows)
    return [
        {
            "identifier_id": row.id,
            "id_type": row.id_type,
            "masked": masks.identifier(row.id_type, row.hint),
            "is_primary": row.is_primary,
            "verified_at": row.verified_at,
            "retired_at": row.retired_at,
            "retired_by": {"id": row.retired_by, "full_name": names[row.retired_by].full_name},
        }
        for row in rows
    ]


def _put(row: Identifier) -> None:
    """Raises: IdentifierIsTaken."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise IdentifierIsTaken() from None


def _row(edit: Edit, identifier_id: UUID) -> Identifier:
    """Raises: IdentifierNotFound."""
    row = Identifier.objects.select_for_update().filter(pk=identifier_id, customer_id=edit.customer.id).first()
    if row is None:
        raise IdentifierNotFound()
    return row


def _shown(row: Identifier | RetiredIdentifier) -> dict[str, Any]:
    return {"id_type": row.id_type, "value": masks.identifier(row.id_type, row.hint), "is_primary": row.is_primary, "verified": row.verified_at is not None}


def _say(edit: Edit, row: Identifier | RetiredIdentifier, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    key = {"identifier_id": str(row.id)}
    edit.changed("identifiers", before and key | before, after and key | after)
