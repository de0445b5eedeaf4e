"""Where a case's documents lie, and letting them follow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from simpul.cases.models import Case
from simpul.cases.vocabulary import SUBJECT
from simpul.documents.public import Place, subject_moved, subjects_deepened

SENSITIVE_TIER = 3


def place_of(case: Case, *, tier_held: int = 1, subject: Any = None) -> Place:
    """Where a case's documents lie: in its branch, for who made it and who has it, and no lower than tier 3 where it is sensitive."""
    owners = tuple(dict.fromkeys(who for who in (case.created_by, case.assigned_to_user_id) if who is not None))
    return Place(case.customer_id, case.branch_code, owners, SENSITIVE_TIER if case.category.is_sensitive else 1, tier_held, subject, case.case_no or "")


def papers_follow(case: Case) -> None:
    """Let the documents of a case follow it to another assignee or a sensitive category, in the transaction of that change."""
    subject_moved(subject_type=SUBJECT, subject_id=str(case.id), place=place_of(case))


def papers_deepen(case_ids: Sequence[UUID]) -> None:
    """Let the documents of cases whose category became sensitive be of its tier, in the transaction of that change."""
    subjects_deepened(subject_type=SUBJECT, subject_ids=[str(each) for each in case_ids], tier=SENSITIVE_TIER)
