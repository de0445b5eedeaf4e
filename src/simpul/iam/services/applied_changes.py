"""Who agreed to a guarded change: written in the transaction that makes it, and told once."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from simpul.iam.facts import AppliedFacts
from simpul.iam.models import AppliedChange
from simpul.platform.clock import now


def applied_change_add(*, kind: str, proposal_id: UUID | None, proposed_by: UUID, decided_by: UUID | None, by_codes: bool) -> None:
    """Say who agreed to what this transaction changes; as somebody else only who decides may."""
    AppliedChange.objects.create(kind=kind, proposal_id=proposal_id, proposed_by=proposed_by, decided_by=decided_by, by_codes=by_codes)


def untold_changes(most: int = 500) -> list[AppliedFacts]:
    """Applied changes that nobody was told of yet, under their lock, the oldest first."""
    rows = AppliedChange.objects.select_for_update(skip_locked=True).filter(told_at__isnull=True).order_by("at", "id")[:most]
    return [AppliedFacts(row.id, row.kind, row.proposal_id, row.proposed_by, row.decided_by, row.by_codes) for row in rows]


def note_changes_announced(ids: Sequence[UUID]) -> None:
    """Note that these were told of."""
    AppliedChange.objects.filter(pk__in=ids).update(told_at=now())
