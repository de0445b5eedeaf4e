"""Open cases of a customer that tell of the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from simpul.cases.likeness import likeness_of, read_complaint
from simpul.cases.models import Case, CaseCategory
from simpul.cases.vocabulary import OPEN
from simpul.platform.db import query

# From here on two descriptions are called alike. How many retellings reach it, and how many other complaints: docs/performance.md
# (bench duplicates).
ALIKE = 0.5
MOST = 5
_EXCERPT = 160

# How alike their letters are, as a whole or the shorter text within the longer one. Row-level security leaves what the caller may read.
_CANDIDATES = """
SELECT c.case_id, c.case_no, c.status, c.created_at, c.category_code, c.description, c.amount, c.transaction_ref,
       greatest(similarity(c.description, %(text)s), CASE WHEN length(c.description) < length(%(text)s)
           THEN word_similarity(c.description, %(text)s) ELSE word_similarity(%(text)s, c.description) END)::float AS letters
FROM crm.cases c JOIN crm.case_categories k USING (category_code)
WHERE c.customer_id = %(customer)s AND c.status = ANY (%(open)s) AND coalesce(k.parent_code, k.category_code) = %(family)s
  AND c.case_id IS DISTINCT FROM %(but)s
ORDER BY c.created_at DESC, c.case_id LIMIT %(looked_at)s
"""
_LOOKED_AT = 200


@dataclass(frozen=True)
class Duplicate:
    """A case that tells of the same thing; `likeness` goes from 0 to 1."""

    id: UUID
    case_no: str
    status: str
    created_at: datetime
    category: str
    excerpt: str
    likeness: float


def duplicates_of(
    *, customer_id: UUID, category: CaseCategory, description: str, but: UUID | None = None, amount: Decimal | None = None, reference: str = ""
) -> list[Duplicate]:
    """Open cases of the customer in the same category, or one of the same parent, that tell of the same thing, the likest first.

    Alike is what is written alike or means the same; the same amount or reference counts as well. As far as the caller may read
    them: a sensitive case is not given away by its likeness.
    """
    text = description.strip()
    if not text:
        return []
    rows = query(
        _CANDIDATES,
        {
            "text": text, "customer": customer_id, "open": sorted(one.value for one in OPEN), "family": category.parent_id or category.code, "but": but,
            "looked_at": _LOOKED_AT,
        },
    )  # fmt: skip
    asked = read_complaint(text, amount=amount, reference=reference)
    found = [
        Duplicate(row["case_id"], row["case_no"], row["status"], row["created_at"], row["category_code"], row["description"][:_EXCERPT], round(alike, 2))
        for row in rows
        if (alike := max(row["letters"], likeness_of(asked, read_complaint(row["description"], amount=row["amount"], reference=row["transaction_ref"]))))
        >= ALIKE
    ]
    return sorted(found, key=lambda one: (-one.likeness, -one.created_at.timestamp(), one.id))[:MOST]


def duplicates_count(case: Case) -> int:
    """How many other open cases of the customer tell of the same thing as this one, five at most."""
    found = duplicates_of(
        customer_id=case.customer_id, category=case.category, description=case.description, but=case.id, amount=case.amount, reference=case.transaction_ref
    )
    return len(found)
