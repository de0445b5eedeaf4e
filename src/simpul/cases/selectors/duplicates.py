"""Open cases of a customer that tell of the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.cases.models import Case, CaseCategory
from simpul.cases.vocabulary import OPEN
from simpul.platform.db import query

# From here on two descriptions are called alike. A complaint told again in other words reaches 0.7 and more, another complaint
# of the same category at most 0.35 (tests/cases/test_duplicates.py).
ALIKE = 0.5
MOST = 5
_EXCERPT = 160

# Alike as a whole, or the shorter text within the longer one. Row-level security leaves what the caller may read.
_DUPLICATES = """
SELECT d.case_id, d.case_no, d.status, d.created_at, d.category_code, d.excerpt, round(d.likeness::numeric, 2)::float AS likeness FROM (
    SELECT c.case_id, c.case_no, c.status, c.created_at, c.category_code, left(c.description, %(excerpt)s) AS excerpt,
           greatest(similarity(c.description, %(text)s), CASE WHEN length(c.description) < length(%(text)s)
               THEN word_similarity(c.description, %(text)s) ELSE word_similarity(%(text)s, c.description) END) AS likeness
    FROM crm.cases c JOIN crm.case_categories k USING (category_code)
    WHERE c.customer_id = %(customer)s AND c.status = ANY (%(open)s) AND coalesce(k.parent_code, k.category_code) = %(family)s
      AND c.case_id IS DISTINCT FROM %(but)s) d
WHERE d.likeness >= %(alike)s ORDER BY d.likeness DESC, d.created_at DESC, d.case_id LIMIT %(most)s
"""


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


def duplicates_of(*, customer_id: UUID, category: CaseCategory, description: str, but: UUID | None = None) -> list[Duplicate]:
    """Open cases of the customer in the same category, or one of the same parent, whose description is alike, the likest first.

    As far as the caller may read them: a sensitive case is not given away by its likeness.
    """
    text = description.strip()
    if not text:
        return []
    rows = query(
        _DUPLICATES,
        {
            "text": text, "customer": customer_id, "open": sorted(one.value for one in OPEN), "family": category.parent_id or category.code, "but": but, "alike": ALIKE,
            "most": MOST, "excerpt": _EXCERPT,
        },
    )  # fmt: skip
    return [Duplicate(row["case_id"], row["case_no"], row["status"], row["created_at"], row["category_code"], row["excerpt"], row["likeness"]) for row in rows]


def duplicates_count(case: Case) -> int:
    """How many other open cases of the customer tell of the same thing as this one, five at most."""
    return len(duplicates_of(customer_id=case.customer_id, category=case.category, description=case.description, but=case.id))
