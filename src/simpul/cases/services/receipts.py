"""The receipt of a complaint: a PDF with the case, and a message that waits to be sent to the customer."""

from __future__ import annotations

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.cases.models import Case, CaseCategory
from simpul.cases.receiving import receipt_way
from simpul.cases.services.steps import log
from simpul.cases.vocabulary import CHANNELS, KINDS, PRIORITIES, RESOURCE, SUBJECT, ActivityType, Channel, Kind, Priority
from simpul.customers.public import mask_name, mask_phone
from simpul.documents.public import ComplaintReceipt, document_render
from simpul.iam.public import branches, organisation_name
from simpul.messaging.public import Channel as Way
from simpul.messaging.public import Purpose, message_queue
from simpul.platform.actor import Actor
from simpul.platform.text import Text, speaking

TEMPLATE = "complaint_receipt"
_TITLE = Text(id="Tanda terima pengaduan {number}", en="Complaint receipt {number}")
_BODY = Text(
    id="Pengaduan Anda kami terima dengan nomor {number}. Kami jawab paling lambat {due}. Sebutkan nomor ini bila Anda menghubungi kami.",
    en="We have received your complaint under the number {number}. We answer by {due} at the latest. Please name this number when you contact us.",
)


def receipt_make(*, actor: Actor, case: Case, category: CaseCategory, customer: Any, identity: str, tier: int) -> UUID | None:
    """Make the receipt of a case that was just stored, and queue it to the customer; the message's id, or None without phone and e-mail.

    On paper the customer's identity, name and phone are masked: it may be left lying about. `tier` is the case's own.

    Raises: what the document store and the outbox refuse.
    """
    branch = branches()[case.branch_code]
    due_at = min(case.sla_due_at, case.legal_due_at or case.sla_due_at)
    with speaking("id"):
        data = ComplaintReceipt(
            organisation=organisation_name(),
            branch_name=branch.name,
            number=case.case_no,
            received_at=case.created_at,
            due_at=due_at,
            time_zone=branch.time_zone,
            customer_name=mask_name(customer.full_name),
            identity=identity,
            phone=mask_phone(customer.phone_e164) or "",
            channel=str(CHANNELS[Channel(case.channel)]),
            kind=str(KINDS[Kind(case.kind)]),
            product=case.product,
            category=category.category_name,
            priority=str(PRIORITIES[Priority(case.priority)]),
            summary=case.description,
            officer=actor.full_name,
            office_phone=branch.phone or "",
        )
    title = str(_TITLE.format(number=case.case_no))
    document = document_render(actor=actor, template=TEMPLATE, data=data, subject_type=SUBJECT, subject_id=str(case.id), title=title)
    message_id = _queued(actor, case, customer, data, document.id, tier)
    log(
        actor,
        case,
        ActivityType.ATTACHMENT,
        case.created_at,
        public=True,
        receipt=True,
        document_id=str(document.id),
        message_id=str(message_id) if message_id else None,
    )
    return message_id


def _queued(actor: Actor, case: Case, customer: Any, data: ComplaintReceipt, document_id: UUID, tier: int) -> UUID | None:
    """The message in the customer's language, with the receipt; None where the customer has neither phone nor e-mail."""
    way = receipt_way(customer.preferred_channel, customer.phone_e164, customer.email)
    if way is None:
        return None
    channel, address = way
    local = data.due_at.astimezone(ZoneInfo(data.time_zone))
    with speaking(customer.preferred_language):
        title = str(_TITLE.format(number=case.case_no))
        body = str(_BODY.format(number=case.case_no, due=f"{local:%d-%m-%Y %H.%M} {local.tzname()}"))
    return message_queue(
        actor=actor,
        customer_id=case.customer_id,
        branch_code=case.branch_code,
        channel=Way(channel),
        purpose=Purpose.SERVICE,
        subject_type=SUBJECT,
        subject_id=str(case.id),
        resource=RESOURCE,
        tier=tier,
        title=title,
        body=body,
        recipient=address,
        document_id=document_id,
    ).id
