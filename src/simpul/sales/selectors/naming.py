"""How customers, colleagues, branches, products, reasons and sources are called in lists: read once for all rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from simpul.cases.public import product_names
from simpul.consent.public import customers_masked
from simpul.customers.public import shown_names
from simpul.iam.public import Names, names
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.models import SalesReason
from simpul.sales.vocabulary import LEAD_SOURCE_NAMES

_UNKNOWN = Text(id="Nasabah di luar jangkauan", en="Customer out of reach")


@dataclass(frozen=True)
class Naming:
    """The names that some rows need, as the reader may know them."""

    called: Names
    customers: Mapping[UUID, str]
    masked: Mapping[UUID, str]
    products: Mapping[str, str]
    reasons: Mapping[str, str]
    sources: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def named_person(self, user_id: UUID | None) -> Mapping[str, Any] | None:
        """A colleague by name."""
        if user_id is None or user_id not in self.called.people:
            return None
        return {"id": user_id, "full_name": self.called.people[user_id]}

    def named_customer(self, customer_id: UUID) -> Mapping[str, Any]:
        """A customer by the name that the reader knows; masked beyond the reader's reach."""
        shown = self.customers.get(customer_id)
        name = shown or self.masked.get(customer_id) or str(_UNKNOWN)
        return {"id": customer_id, "name": name, "reached": shown is not None}

    def named_branch(self, code: str) -> dict[str, str]:
        """A branch by name."""
        return {"code": code, "name": self.called.branches.get(code, code)}

    def named_product(self, code: str | None) -> dict[str, str] | None:
        """A product by name."""
        return {"code": code, "name": self.products.get(code, code)} if code else None

    def named_reason(self, code: str | None) -> dict[str, str] | None:
        """A reason by name."""
        return {"code": code, "name": self.reasons.get(code, code)} if code else None

    def named_source(self, source_type: str, source_id: str | None) -> Mapping[str, Any]:
        """Where a lead comes from, by the name that the reader may see."""
        label = self.sources.get((subject_type_of(source_type), source_id or ""))
        return {
            "type": source_type,
            "type_label": str(LEAD_SOURCE_NAMES[source_type]),
            "id": source_id,
            "label": label,
        }


def subject_type_of(source_type: str) -> str:
    """The kind of record that a source's id names."""
    return "CASE" if source_type == "SERVICE_FOLLOWUP" else source_type


def naming_of(
    actor: Actor,
    *,
    customers: Iterable[UUID],
    people: Iterable[UUID | None],
    branches: Iterable[str],
    sources: Iterable[tuple[str, str | None]] = (),
) -> Naming:
    """The names for some rows, in a fixed number of statements."""
    wanted = set(customers)
    shown = shown_names(actor, wanted)
    beyond = sorted(wanted - shown.keys())
    references = {(subject_type_of(kind), key) for kind, key in sources if key}
    return Naming(
        names(people={each for each in people if each}, branches=set(branches)),
        shown,
        customers_masked(beyond) if beyond else {},
        product_names(),
        {row.code: str(Text(id=row.name_id, en=row.name_en)) for row in SalesReason.objects.all()},
        subjects.labels(actor, references) if references else {},
    )
