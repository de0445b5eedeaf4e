"""Members by the name that the reader may know, with contacts and deposits of their window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from simpul.customers.public import shown_names
from simpul.followup.settings import programme_rules
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.text import Text

OUT_OF_REACH = Text(id="Nasabah di luar jangkauan", en="Customer out of reach")


class MemberCustomerRow(TypedDict):
    """The customer of a member; one out of reach has no page to open."""

    id: UUID
    name: str
    phone_masked: str | None
    reached: bool


class MoveCustomerRow(TypedDict):
    """A customer by name."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Card:
    """What the reader may know of one member."""

    customer_id: UUID
    is_own: bool
    shown_name: str
    phone_masked: str | None
    last_contact_at: datetime | None
    followed_up_at: datetime | None
    deposit_at: datetime | None


class Cards:
    """The cards of some members, in two statements."""

    def __init__(self, actor: Actor, customer_ids: Iterable[UUID]) -> None:
        ids = sorted(set(customer_ids))
        rules = programme_rules()
        asking = (ids, rules.deposit_kinds, rules.deposit_minimum)
        found = query("SELECT * FROM crm.followup_cards(%s, %s, %s)", asking)
        self.cards = {row["customer_id"]: Card(**row) for row in found}
        self._reached = shown_names(actor, ids)

    def card_of(self, customer_id: UUID) -> Card:
        """The card of one member; an empty one where the reader knows nothing of it."""
        empty = Card(customer_id, False, str(OUT_OF_REACH), None, None, None, None)
        return self.cards.get(customer_id, empty)

    def customer_row(self, customer_id: UUID) -> MemberCustomerRow:
        """The customer as lists show it."""
        card = self.card_of(customer_id)
        return {
            "id": customer_id,
            "name": card.shown_name,
            "phone_masked": card.phone_masked,
            "reached": customer_id in self._reached,
        }

    def move_customer(self, customer_id: UUID) -> MoveCustomerRow:
        """The customer by name alone."""
        return {"id": customer_id, "name": self.card_of(customer_id).shown_name}
