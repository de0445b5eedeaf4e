"""Customers for tests: rows as an import would leave them."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.customers.identifiers import seal
from simpul.customers.models import Address, Assignment, ChangeRequest, Customer, CustomerFacts, Identifier, ProductIndicator, Relationship
from simpul.iam.models import Elevation, ElevationCustomer
from simpul.iam.public import system_actor
from simpul.value.models import Transaction
from simpul.workflow.public import adopt
from tests.support.database import rows
from tests.support.people import user_id

_numbers = itertools.count(1)

NIK = "1271014506900004"  # a woman born on 5 June 1990 in Medan
ACCOUNT = "10001234567890"
CIF = "CIF00000123"


def customer(full_name: str = "Siti Aminah", branch: str = "MDN", *, rm: str | None = None, **fields: Any) -> Customer:
    """One customer, by default a complete person of branch MDN; `rm` names the user it is assigned to."""
    number = next(_numbers)
    values = {
        "full_name": full_name, "home_branch_code": branch, "birth_date": date(1990, 6, 5), "gender": "F", "phone_e164": "+6281234567678",
        "email": "siti@example.co.id", "source_system": "TEST", "source_key": str(number), "synced_at": datetime(2026, 7, 1, tzinfo=UTC), **fields,
    }  # fmt: skip
    with rows():
        made = Customer.objects.create(**values)
        if rm:
            Assignment.objects.create(customer=made, rm_user_id=user_id(rm), assigned_at=datetime(2026, 1, 1, tzinfo=UTC))
        made.refresh_from_db()
    return made


def identifier(customer_id: UUID, id_type: str = "CIF", value: str = CIF, **fields: Any) -> Identifier:
    """One identifier, sealed as its type demands."""
    sealed = seal(id_type, value)
    with rows():
        return Identifier.objects.create(customer_id=customer_id, id_type=id_type, value=sealed.value, hash=sealed.hash, hint=sealed.hint, **fields)


def identifiers(customer_id: UUID) -> list[Identifier]:
    """A CIF, a NIK and an account number."""
    return [identifier(customer_id, "CIF", CIF, is_primary=True), identifier(customer_id, "NIK", NIK), identifier(customer_id, "ACCOUNT_NO", ACCOUNT)]


def address(customer_id: UUID, **fields: Any) -> Address:
    """A home address in Medan with coordinates."""
    values = {
        "street": "Jl. Imam Bonjol No. 18", "rt": "003", "rw": "005", "kelurahan": "Aur", "kecamatan": "Medan Maimun", "city": "Medan", "province": "Sumatera Utara",
        "postcode": "20151", "latitude": "3.583330", "longitude": "98.672220", "coordinate_source": "IMPORT", **fields,
    }  # fmt: skip
    with rows():
        return Address.objects.create(customer_id=customer_id, **values)


def product(customer_id: UUID, name: str = "SAVINGS", *, held: bool = True, as_of: date = date(2026, 7, 1)) -> ProductIndicator:
    """One product indicator."""
    with rows():
        return ProductIndicator.objects.create(customer_id=customer_id, product=name, held=held, as_of=as_of)


def relationship(customer_id: UUID, related_id: UUID, kind: str = "FAMILY", role: str = "SPOUSE", **fields: Any) -> Relationship:
    """A tie between two customers."""
    with rows():
        return Relationship.objects.create(customer_id=customer_id, related_customer_id=related_id, kind=kind, role=role, **fields)


def facts(customer_id: UUID, **fields: Any) -> CustomerFacts:
    """What other domains found out about a customer."""
    with rows():
        return CustomerFacts.objects.create(customer_id=customer_id, **fields)


def change_request(customer_id: UUID, requested_by: str, changes: dict[str, Any] | None = None, **fields: Any) -> ChangeRequest:
    """A pending request, by default for another phone number, on its way through its workflow."""
    with rows():
        made = ChangeRequest.objects.create(
            customer_id=customer_id, requested_by=user_id(requested_by), changes=changes or {"phone_e164": "+6281399998888"}, **fields
        )
        adopt(actor=system_actor(), definition="customer_change")
        return made


def transaction(customer_id: UUID, amount: str = "150000", direction: str = "OUT", *, at: datetime, account: str = ACCOUNT, **fields: Any) -> Transaction:
    """One booking on one of the customer's accounts."""
    sealed = seal("ACCOUNT_NO", account)
    values = {"kind": "TRANSFER", "source_system": "TEST", "source_key": f"T{next(_numbers)}", "booked_on": at.date(), **fields}
    with rows():
        return Transaction.objects.create(
            customer_id=customer_id, account_hash=sealed.hash, account_hint=sealed.hint, occurred_at=at, direction=direction, amount=Decimal(amount), **values
        )


def elevation(username: str, *customer_ids: UUID, tier: int = 1, reason_type: str = "BREAK_GLASS", starts: int = -1, ends: int = 5) -> UUID:
    """Customers opened to a user, by default since a minute and for five more; the id of the elevation."""
    present = datetime.now(UTC)
    with rows():
        made = Elevation.objects.create(
            user_id=user_id(username),
            tier=tier,
            reason_type=reason_type,
            starts_at=present + timedelta(minutes=starts),
            ends_at=present + timedelta(minutes=ends),
        )
        ElevationCustomer.objects.bulk_create(ElevationCustomer(elevation=made, customer_id=each) for each in customer_ids)
    return made.id
