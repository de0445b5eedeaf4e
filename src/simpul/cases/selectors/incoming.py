"""The list of messages from outside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from simpul.cases.intake_policies import can_decide, visible_incoming
from simpul.cases.models import CaseCategory, IncomingMessage
from simpul.cases.vocabulary import INCOMING_REASONS, IncomingReason, IncomingStatus
from simpul.customers.public import mask_contact, result_rows
from simpul.iam.public import branches, people
from simpul.platform.actor import Actor
from simpul.platform.crypto import decrypt
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

SEAL = "case_intake:{id}"
_OLDEST, _LATEST = Keyset(("id", UUID)), Keyset(("-id", UUID))


def incoming_page(*, actor: Actor, status: str, branch: str | None, cursor: str | None, limit: int) -> Page:
    """One page of the messages of a status within the actor's reach; those that wait oldest first, decided ones newest first.

    Raises: Invalid for a cursor that we did not write for this order.
    """
    found = visible_incoming(actor).filter(status=status)
    if branch is not None:
        found = found.filter(branch_code=branch)
    order = _OLDEST if status == IncomingStatus.WAITING else _LATEST
    return order.page(found, cursor, limit, lambda page: incoming_rows(actor, page))


def incoming_rows(actor: Actor, messages: Sequence[IncomingMessage]) -> list[dict[str, Any]]:
    """Messages as the list shows them; a fixed number of queries. Who wrote is shown masked, as everywhere."""
    customers = result_rows(actor, {one.customer_id for one in messages if one.customer_id})
    who, places = people(one.decided_by for one in messages if one.decided_by), branches()
    names = {
        row.code: str(Text(id=row.category_name, en=row.name_en))
        for row in CaseCategory.objects.filter(pk__in={one.category_id for one in messages if one.category_id})
    }
    return [_row(actor, one, customers, who, places, names) for one in messages]


def _row(actor: Actor, message: IncomingMessage, customers: Any, who: Any, places: Any, names: Any) -> dict[str, Any]:
    content = json.loads(decrypt(message.sealed, SEAL.format(id=message.id)))
    customer = customers.get(message.customer_id) if message.customer_id else None
    decides = message.status == IncomingStatus.WAITING and bool(can_decide(actor, message.branch_code))
    return {
        "id": message.id,
        "channel": message.channel,
        "received_at": message.received_at,
        "branch": {"code": message.branch_code, "name": places[message.branch_code].name} if message.branch_code else None,
        "customer": {"id": message.customer_id, "name": customer["name"]} if customer else None,
        "category": {"code": message.category_id, "name": names[message.category_id]} if message.category_id else None,
        "sender": mask_contact(content["sender"]),
        "sender_name": content["name"],
        "subject": content["subject"],
        "text": content["text"],
        "reasons": reason_rows(message),
        "status": message.status,
        "case_id": message.case_id,
        "discard_reason": message.discard_reason or None,
        "decided_at": message.decided_at,
        "decided_by": {"id": message.decided_by, "full_name": who[message.decided_by].full_name} if message.decided_by in who else None,
        "can": {"accept": decides, "discard": decides},
    }


def reason_rows(message: IncomingMessage) -> list[dict[str, str]]:
    """Why a message waits, in the reader's language."""
    return [{"key": key, "name": str(INCOMING_REASONS[IncomingReason(key)])} for key in message.reasons]
