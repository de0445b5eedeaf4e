"""Messages from outside: what meets a rule becomes a case at once, and everything else waits for a person with its reasons."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.errors import IncomingIsDecided, IncomingNotFound, LegalRulesNotFound, NoServiceLevel
from simpul.cases.intake_policies import can_create, can_decide, visible_incoming
from simpul.cases.models import Case, CaseCategory, IncomingMessage
from simpul.cases.receiving import KIND_OF_CHANNEL, LEAST_DESCRIPTION, MOST_DESCRIPTION, Complaint
from simpul.cases.selectors.incoming import SEAL
from simpul.cases.services.intake import Opened, case_number, case_receive
from simpul.cases.vocabulary import Channel, IncomingReason, IncomingStatus, Kind, Priority
from simpul.customers.public import CustomerNotFound, customer_get, customers_by_contact
from simpul.platform.actor import Actor, require
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.crypto import blind_index, encrypt
from simpul.platform.db import execute
from simpul.platform.errors import DomainError, Forbidden
from simpul.platform.ids import uuid7
from simpul.platform.words import says_enough

OBJECT = "CASE_INTAKE"


@dataclass(frozen=True)
class Incoming:
    """A message as its system hands it in: whatever is known of it. `external_id` recognises one that comes twice."""

    channel: Channel
    text: str
    subject: str = ""
    sender: str = ""
    sender_name: str = ""
    customer_id: UUID | None = None
    cif: str = ""
    category_code: str | None = None
    priority: Priority | None = None
    kind: Kind | None = None
    external_id: str = ""


@transaction.atomic
def incoming_receive(*, actor: Actor, incoming: Incoming) -> IncomingMessage:
    """Keep a message from outside; it becomes a case at once where customer, category and service level are known and nothing is sensitive.

    One that comes twice by its own id is kept once. Nothing that comes in is dropped: what cannot become a case waits in the list.

    Raises: nothing that depends on what the message says.
    """
    key = blind_index("case-intake", f"{actor.id}:{incoming.external_id}") if incoming.external_id else None
    if key:  # the same message at the same moment waits for the other, and finds it
        execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"case_intake:{key.hex()}",))
    there = IncomingMessage.objects.filter(received_by=actor.id, external_key=key).first() if key else None
    if there is not None:
        return there
    at, reasons = now(), list[IncomingReason]()
    customer = _customer(actor, incoming, reasons)
    category = _category(incoming, reasons)
    text = "\n\n".join(part for part in (incoming.subject.strip(), incoming.text.strip()) if part)
    if not says_enough(text, LEAST_DESCRIPTION) or len(text) > MOST_DESCRIPTION:
        reasons.append(IncomingReason.TEXT_LENGTH)
    if incoming.kind is None and KIND_OF_CHANNEL[incoming.channel] is None:
        reasons.append(IncomingReason.NO_KIND)
    opened: Opened | None = None
    if customer is not None and category is not None and not reasons:
        complaint = Complaint(
            customer.id, incoming.channel, category.code, incoming.priority or Priority.MEDIUM, text, incoming.kind or KIND_OF_CHANNEL[incoming.channel]
        )
        opened = _opened(actor, complaint, customer.home_branch_code, at, reasons)
    message_id = uuid7()
    content = json.dumps({"subject": incoming.subject, "text": incoming.text, "sender": incoming.sender, "name": incoming.sender_name}, ensure_ascii=False)
    decided = {"status": IncomingStatus.ACCEPTED.value, "case": opened.case, "decided_at": at, "decided_by": actor.id} if opened else {}
    message = IncomingMessage(
        id=message_id,
        channel=incoming.channel.value,
        customer_id=customer.id if customer else None,
        branch_code=customer.home_branch_code if customer else None,
        category=category,
        reasons=[one.value for one in reasons],
        sealed=encrypt(content, SEAL.format(id=message_id)),
        external_key=key,
        received_at=at,
        received_by=actor.id,
        **{"status": IncomingStatus.WAITING.value, **decided},
    )
    message.save(force_insert=True)
    _record(actor, CaseAct.RECEIVE_INTAKE, message, channel=message.channel, reasons=message.reasons)
    if opened is not None:
        case_number(actor=actor, received=opened)
    return message


@transaction.atomic
def incoming_accept(*, actor: Actor, incoming_id: UUID, complaint: Complaint) -> Case:
    """Open a case from a message that waited; its clocks run from when the message came in.

    Raises: IncomingNotFound, Forbidden, IncomingIsDecided; and what `case_receive` refuses.
    """
    message = _locked(actor, incoming_id, CaseAct.ACCEPT_INTAKE)
    try:
        opened = case_receive(actor=actor, complaint=complaint, received_at=message.received_at)
    except DomainError as refusal:
        raise refusal.recorded_as(**_told(CaseAct.ACCEPT_INTAKE, message)) from None
    _decide(actor, message, IncomingStatus.ACCEPTED, case=opened.case)
    _record(actor, CaseAct.ACCEPT_INTAKE, message, case=str(opened.case.id))
    return case_number(actor=actor, received=opened)


@transaction.atomic
def incoming_discard(*, actor: Actor, incoming_id: UUID, reason: str) -> IncomingMessage:
    """Put a message aside that is no complaint, with a reason; it is kept.

    Raises: IncomingNotFound, Forbidden, IncomingIsDecided.
    """
    message = _locked(actor, incoming_id, CaseAct.DISCARD_INTAKE)
    _decide(actor, message, IncomingStatus.DISCARDED, discard_reason=reason)
    _record(actor, CaseAct.DISCARD_INTAKE, message)
    return message


def _customer(actor: Actor, incoming: Incoming, reasons: list[IncomingReason]) -> Any:
    """The one customer within reach whom the message names, or who writes from this phone or address."""
    ids = [incoming.customer_id] if incoming.customer_id else customers_by_contact(actor=actor, cif=incoming.cif, contact=incoming.sender)
    try:
        if len(ids) == 1:
            return customer_get(actor=actor, customer_id=ids[0])
    except CustomerNotFound:
        ids = []
    reasons.append(IncomingReason.SEVERAL_CUSTOMERS if ids else IncomingReason.UNKNOWN_CUSTOMER)
    return None


def _category(incoming: Incoming, reasons: list[IncomingReason]) -> CaseCategory | None:
    found = CaseCategory.objects.filter(pk=incoming.category_code, is_active=True).first() if incoming.category_code else None
    if found is None:
        reasons.append(IncomingReason.UNKNOWN_CATEGORY if incoming.category_code else IncomingReason.NO_CATEGORY)
    elif found.is_sensitive:
        reasons.append(IncomingReason.SENSITIVE)
    return found


def _opened(actor: Actor, complaint: Complaint, branch: str, at: datetime, reasons: list[IncomingReason]) -> Opened | None:
    """The case, or the reason why there is none yet; what was begun of it is undone."""
    if not can_create(actor, branch):
        reasons.append(IncomingReason.OUT_OF_REACH)
        return None
    try:
        with transaction.atomic():
            return case_receive(actor=actor, complaint=complaint, received_at=at)
    except (NoServiceLevel, LegalRulesNotFound):
        reasons.append(IncomingReason.NO_SERVICE_LEVEL)
    except DomainError:
        reasons.append(IncomingReason.REFUSED)
    return None


def _locked(actor: Actor, incoming_id: UUID, action: AuditAct) -> IncomingMessage:
    """Raises: IncomingNotFound, Forbidden, IncomingIsDecided."""
    seen = visible_incoming(actor).filter(pk=incoming_id).first()
    if seen is None:
        raise IncomingNotFound().recorded_as(action=action, object_type=OBJECT, object_id=str(incoming_id))
    try:
        require(can_decide(actor, seen.branch_code))
    except Forbidden as refusal:
        raise refusal.recorded_as(**_told(action, seen)) from None
    decided = IncomingIsDecided(current={"status": seen.status, "case_id": str(seen.case_id) if seen.case_id else None}).recorded_as(**_told(action, seen))
    if seen.status != IncomingStatus.WAITING:
        raise decided
    # Who decided a moment ago has taken the row out of what may be changed.
    locked = IncomingMessage.objects.select_for_update().filter(pk=incoming_id, status=IncomingStatus.WAITING.value).first()
    if locked is None:
        raise decided
    return locked


def _decide(actor: Actor, message: IncomingMessage, status: IncomingStatus, **more: Any) -> None:
    message.status, message.decided_at, message.decided_by = status.value, now(), actor.id
    for name, value in more.items():
        setattr(message, name, value)
    message.save(update_fields=["status", "decided_at", "decided_by", *more])


def _told(action: AuditAct, message: IncomingMessage) -> dict[str, Any]:
    return {"action": action, "object_type": OBJECT, "object_id": str(message.id), "customer_id": message.customer_id, "branch_code": message.branch_code}


def _record(actor: Actor, action: AuditAct, message: IncomingMessage, **meta: Any) -> None:
    record(actor, **_told(action, message), meta=meta)
