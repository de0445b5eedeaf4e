"""Reading the grants that wait, or waited, for a supervisor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from simpul.consent.errors import ConsentRequestNotFound
from simpul.consent.models import ConsentRequest
from simpul.consent.policies import can_decide, can_take_back, visible_requests
from simpul.consent.selectors.purposes import purpose_names
from simpul.consent.selectors.rows import PersonRow, RequestRow
from simpul.consent.selectors.states import name_customers, read_uuids
from simpul.consent.vocabulary import CAPTURED_NAMES, CHANNEL_NAMES, CONSENT_WORKFLOW, METHOD_NAMES
from simpul.customers.public import shown_names, visible_customers
from simpul.iam.public import names
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page
from simpul.workflow.public import allowed_moves

_LATEST_REQUESTS = Keyset(("-requested_at", datetime), ("-id", UUID))


def request_get(*, actor: Actor, request_id: UUID) -> ConsentRequest:
    """One request within the actor's reach.

    Raises: ConsentRequestNotFound.
    """
    found = visible_requests(actor).select_related("wording", "verification").filter(pk=request_id).first()
    if found is None:
        raise ConsentRequestNotFound()
    return found


def request_page(*, actor: Actor, status: str | None, cursor: str | None, limit: int) -> Page:
    """One page of the requests within the actor's reach, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = visible_requests(actor).select_related("wording", "verification")
    return _LATEST_REQUESTS.page(rows.filter(status=status) if status else rows, cursor, limit, lambda page: request_rows(actor, page))


def request_rows(actor: Actor, rows: Sequence[ConsentRequest]) -> list[RequestRow]:
    """Requests as the list shows them, with what the actor may do."""
    named = names(people={user for row in rows for user in (row.requested_by, row.decided_by) if user}, branches={row.branch_code for row in rows})
    customers = {customer.id: customer for customer in visible_customers(actor).filter(pk__in={row.customer_id for row in rows})}
    shown = name_customers(actor, {row.customer_id for row in rows})
    purposes = purpose_names()
    pending = [row.id for row in rows if row.status == "PENDING"]
    moves = allowed_moves(actor, CONSENT_WORKFLOW, pending) if pending else {}

    def named_person(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": named.people[user]} if user is not None and user in named.people else None

    def can_of(row: ConsentRequest) -> dict[str, bool]:
        offered = {move.transition for move in moves.get(str(row.id), ()) if move.verdict.allowed}
        customer = customers.get(row.customer_id)
        decides = customer is not None and bool(can_decide(actor, customer, row))
        return {
            "approve": decides and "approve" in offered,
            "reject": decides and "reject" in offered,
            "withdraw": bool(can_take_back(actor, row)) and "withdraw" in offered,
        }

    return [
        {
            "request_id": row.id,
            "customer": shown[row.customer_id],
            "branch": {"code": row.branch_code, "name": named.branches.get(row.branch_code, row.branch_code)},
            "consent_type": row.consent_type,
            "purpose": purposes.get(row.consent_type, row.consent_type),
            "channel": row.channel,
            "channel_name": str(CHANNEL_NAMES[row.channel]) if row.channel else None,
            "wording_number": row.wording.number,
            "captured_channel_name": str(CAPTURED_NAMES[row.captured_channel]),
            "verification_method_name": str(METHOD_NAMES[row.verification.method]),
            "notes": row.notes,
            "requested_by": named_person(row.requested_by),
            "requested_at": row.requested_at,
            "status": row.status,
            "decided_by": named_person(row.decided_by),
            "decided_at": row.decided_at,
            "decision_note": row.decision_note,
            "can": can_of(row),
        }
        for row in rows
    ]


def request_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The requests that the actor may read, called by their customer."""
    found = dict(visible_requests(actor).filter(pk__in=read_uuids(ids)).values_list("pk", "customer_id"))
    shown = shown_names(actor, set(found.values()))
    return {str(key): shown[customer] for key, customer in found.items() if customer in shown}
