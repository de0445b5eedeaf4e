"""Customers as records that documents belong to."""

from __future__ import annotations

from uuid import UUID

from simpul.customers.errors import CustomerNotFound
from simpul.customers.policies import can_attach_documents, can_read_documents, can_remove_documents, tier_of
from simpul.customers.selectors import customer_get
from simpul.documents.public import DocumentSubject, Place
from simpul.platform.actor import Actor


def _place(actor: Actor, subject_id: str) -> Place | None:
    """No branch is named: a customer may move, and the row policies look up where it is."""
    try:
        customer = customer_get(actor=actor, customer_id=UUID(subject_id))
    except (CustomerNotFound, ValueError):
        return None
    return Place(customer_id=customer.id, tier_held=tier_of(actor, customer), subject=customer)


SUBJECT_OF_DOCUMENTS = DocumentSubject(
    key="CUSTOMER",
    resource="customer",
    place=_place,
    may_read=lambda actor, place: can_read_documents(actor, place.subject),
    may_attach=lambda actor, place: can_attach_documents(actor, place.subject),
    may_remove=lambda actor, place: can_remove_documents(actor, place.subject),
)
