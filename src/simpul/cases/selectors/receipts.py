"""The receipt of a case, and how far the message with it has come."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.cases.models import CaseActivity
from simpul.cases.vocabulary import ActivityType
from simpul.messaging.public import MessageState, message_states

# A case's page tells four states apart; what a provider knows beyond is for the page of messages.
_SHOWN = {"OPENED": "DELIVERED", "CLICKED": "DELIVERED", "CONVERTED": "DELIVERED", "BOUNCED": "FAILED"}


def receipt_of(case_id: UUID) -> dict[str, Any] | None:
    """The receipt's document and its message; the message is None where the customer had neither phone nor e-mail."""
    row = CaseActivity.objects.filter(case_id=case_id, activity_type=ActivityType.ATTACHMENT, data__receipt=True).order_by("created_at", "id").first()
    if row is None:
        return None
    message = row.data.get("message_id")
    state = message_states([UUID(message)]).get(UUID(message)) if message else None
    return {"document_id": UUID(row.data["document_id"]), "message": message_row(state) if state else None}


def receipt_document(case_id: UUID) -> UUID | None:
    """The paper that a case began with."""
    rows = CaseActivity.objects.filter(case_id=case_id, activity_type=ActivityType.ATTACHMENT, data__receipt=True).order_by("created_at", "id")
    return next((UUID(row.data["document_id"]) for row in rows[:1]), None)


def message_row(state: MessageState) -> dict[str, Any]:
    """A message's state as cases show it."""
    return {"id": state.id, "channel": state.channel, "status": _SHOWN.get(state.status, state.status), "queued_at": state.queued_at, "sent_at": state.sent_at}
