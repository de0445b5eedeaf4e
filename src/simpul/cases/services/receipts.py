"""The receipt of a complaint: what its PDF says, frozen with the case, and a message that waits to be sent to the customer.

The case's number is given last, so both hold a place for it.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from simpul.cases.models import Case, CaseCategory
from simpul.cases.receiving import receipt_way
from simpul.cases.selectors.products import product_label
from simpul.cases.selectors.receipts import message_row
from simpul.cases.services.placing import place_of
from simpul.cases.services.steps import Entry, entry
from simpul.cases.vocabulary import CHANNELS, KINDS, PRIORITIES, RESOURCE, SUBJECT, ActivityType, Channel, Kind, Priority
from simpul.customers.public import mask_name, mask_phone
from simpul.documents.public import LABEL, ComplaintReceipt, document_freeze, money_words
from simpul.iam.public import branches, organisation_name
from simpul.messaging.public import LABEL as MESSAGE_LABEL
from simpul.messaging.public import Channel as Way
from simpul.messaging.public import MessageState, Purpose, message_queue
from simpul.platform.actor import Actor
from simpul.platform.db import joined
from simpul.platform.text import Text, speaking

TEMPLATE = "complaint_receipt"
_TITLE = Text(id="Tanda terima pengaduan {number}", en="Complaint receipt {number}")
_BODY = Text(
    id="Pengaduan Anda kami terima dengan nomor {number}. Kami jawab paling lambat {due}. Sebutkan nomor ini bila Anda menghubungi kami.",
    en="We have received your complaint under the number {number}. We answer by {due} at the latest. Please name this number when you contact us.",
)


def receipt_make(*, actor: Actor, case: Case, category: CaseCategory, customer: Any, identity: str, tier: int) -> tuple[Entry, dict[str, Any]]:
    """Make the receipt of a case that was just stored, and queue it to a customer with phone or e-mail.

    Gives the line of the log, to be written, and the receipt as a case's page shows it.

    On paper the customer's identity, name and phone are masked: it may be left lying about. Who filed it for the customer is named, for
    that is what the paper proves. `tier` is the case's own.

    Raises: what the document store and the outbox refuse.
    """
    branch = branches()[case.branch_code]
    due_at = min(case.sla_due_at, case.legal_due_at or case.sla_due_at)
    with speaking("id"):
        data = ComplaintReceipt(
            organisation=organisation_name(actor),
            branch_name=branch.name,
            number=LABEL,
            received_at=case.created_at,
            due_at=due_at,
            time_zone=branch.time_zone,
            customer_name=mask_name(customer.full_name),
            identity=identity,
            phone=mask_phone(customer.phone_e164) or "",
            channel=str(CHANNELS[Channel(case.channel)]),
            kind=str(KINDS[Kind(case.kind)]),
            product=product_label(case.product),
            category=category.category_name,
            priority=str(PRIORITIES[Priority(case.priority)]),
            summary=case.description,
            officer=actor.full_name,
            office_phone=branch.phone or "",
            complainant=case.complainant,
            authority=case.complainant_authority,
            amount="" if case.amount is None else money_words(case.amount),
            reference=case.transaction_ref,
        )
        title = str(_TITLE.format(number=LABEL))
    with joined():
        document_id = document_freeze(
            actor=actor, template=TEMPLATE, data=data, labelled="number", subject_type=SUBJECT, subject_id=str(case.id), title=title, place=place_of(case)
        )  # fmt: skip
        message = _queued(actor, case, customer, data, document_id, tier)
    sent = str(message.id) if message else None
    line = entry(actor, case, ActivityType.ATTACHMENT, case.created_at, public=True, receipt=True, document_id=str(document_id), message_id=sent)
    return line, {"document_id": document_id, "message": message_row(message) if message else None, "words": _words(data)}


def _words(data: ComplaintReceipt) -> dict[str, str]:
    """What is read out to the customer from the paper, beside what the case itself shows."""
    return {
        "customer_name": data.customer_name,
        "identity": data.identity,
        "phone": data.phone,
        "officer": data.officer,
        "office_name": data.branch_name,
        "office_phone": data.office_phone,
    }


def _queued(actor: Actor, case: Case, customer: Any, data: ComplaintReceipt, document_id: UUID, tier: int) -> MessageState | None:
    """The message in the customer's language, with the receipt; None where the customer has neither phone nor e-mail."""
    way = receipt_way(customer.preferred_channel, customer.phone_e164, customer.email)
    if way is None:
        return None
    channel, address = way
    local = data.due_at.astimezone(ZoneInfo(data.time_zone))
    with speaking(customer.preferred_language):
        title = str(_TITLE.format(number=MESSAGE_LABEL))
        body = str(_BODY.format(number=MESSAGE_LABEL, due=f"{local:%d-%m-%Y %H.%M} {local.tzname()}"))
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
        labelled=True,
    )
