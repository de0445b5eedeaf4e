"""Opening what a message says, which the trail records."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.customers.public import mask_contact
from simpul.messaging.acts import NoticeAct
from simpul.messaging.selectors.messages import ContentRow, message_rows, message_to_read
from simpul.messaging.services.writing import content_shown
from simpul.platform.actor import Actor


@transaction.atomic
def message_open(*, actor: Actor, customer_id: UUID, message_id: UUID) -> ContentRow:
    """What one message to a customer says, and to whom it went.

    Raises: CustomerNotFound, MessageNotFound.
    """
    customer, message = message_to_read(actor=actor, customer_id=customer_id, message_id=message_id)
    record(
        actor, NoticeAct.VIEW_MESSAGE, object_type="MESSAGE", object_id=message.id, customer_id=customer_id, branch_code=customer.home_branch_code,
        meta={"channel": message.channel},
    )  # fmt: skip
    [row] = message_rows(actor, [message])
    content = content_shown(message)
    return {"message": row, "title": content.title, "body": content.body, "html": content.html, "recipient": mask_contact(content.recipient)}
