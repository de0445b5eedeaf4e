"""What follows when a category becomes sensitive, or is not any more: what is known of its customers, and the papers of its cases."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from simpul.cases.services.customer import facts_follow
from simpul.cases.services.placing import papers_deepen
from simpul.iam.public import system_identity
from simpul.platform.db import query, scope

PAGE = 5_000
_STANDING = "SELECT DISTINCT customer_id FROM crm.cases WHERE category_code = ANY (%s) AND status <> 'CLOSED'"
_CASES = "SELECT case_id FROM crm.cases WHERE category_code = ANY (%s) AND (%s::uuid IS NULL OR case_id > %s) ORDER BY case_id LIMIT %s"


def sensitivity_follow(category_codes: Sequence[str], *, sensitive: bool) -> None:
    """Let gates that protect customers of these categories, and the documents of their cases, follow in the transaction of the change.

    The tier of a document never falls by itself.
    """
    codes = list(category_codes)
    with scope(system_identity()):
        customers = [row["customer_id"] for row in query(_STANDING, (codes,))]
    facts_follow(customers)
    after: UUID | None = None
    while sensitive:
        with scope(system_identity()):
            found = [row["case_id"] for row in query(_CASES, (codes, after, after, PAGE))]
        papers_deepen(found)
        if len(found) < PAGE:
            break
        after = found[-1]
