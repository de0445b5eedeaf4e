"""Messages to one customer, which channels the customer wants, and addresses that are written to again.

Operations on one customer ask for a signed-in user only: a profile may be opened to somebody without any grant, and whoever
does not reach it learns nothing but "not found".
"""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.customers.public import CustomerNotFound
from simpul.messaging.errors import MessageNotFound, SuppressionNotFound
from simpul.messaging.schemas.messages import ContactPreferenceIn, ContactPreferencesOut, MessageContentOut, MessageListIn, MessagesOut, SuppressionLiftIn
from simpul.messaging.selectors.messages import ContentRow, PreferencesRow, message_page, preferences_shown
from simpul.messaging.services.preferences import preference_set, suppression_lift
from simpul.messaging.services.reading import message_open
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()


@router.get(
    "/customers/{uuid:customer_id}/messages",
    permission=SIGNED_IN,
    counts_rows=True,
    lists="MESSAGE",
    response={200: MessagesOut, **problems(CustomerNotFound, RateLimited)},
    operation_id="messages_list",
)
def list_messages(request: ActorRequest, customer_id: UUID, filters: Query[MessageListIn]) -> Page:
    """What was written to one customer, newest first, and how far each message came."""
    return message_page(
        actor=request.auth,
        customer_id=customer_id,
        channel=filters.channel,
        purpose=filters.purpose,
        status=filters.status,
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.get(
    "/customers/{uuid:customer_id}/messages/{uuid:message_id}",
    permission=SIGNED_IN,
    response={200: MessageContentOut, **problems(CustomerNotFound, MessageNotFound)},
    operation_id="messages_get",
)
def get_message(request: ActorRequest, customer_id: UUID, message_id: UUID) -> ContentRow:
    """What one message says; opening it is recorded. A verification code is never shown."""
    return message_open(actor=request.auth, customer_id=customer_id, message_id=message_id)


@router.get(
    "/customers/{uuid:customer_id}/contact-preferences",
    permission=SIGNED_IN,
    response={200: ContactPreferencesOut, **problems(CustomerNotFound)},
    operation_id="contact_preferences_list",
)
def list_preferences(request: ActorRequest, customer_id: UUID) -> PreferencesRow:
    """Which channels the customer wants for offers, and which addresses are out of use."""
    return preferences_shown(actor=request.auth, customer_id=customer_id)


@router.put(
    "/customers/{uuid:customer_id}/contact-preferences",
    permission=SIGNED_IN,
    response={200: ContactPreferencesOut, **problems(CustomerNotFound, Forbidden)},
    operation_id="contact_preferences_set",
)
def set_preference(request: ActorRequest, customer_id: UUID, body: ContactPreferenceIn) -> PreferencesRow:
    """Note whether the customer wants offers by one channel."""
    preference_set(actor=request.auth, customer_id=customer_id, channel=body.channel, is_wanted=body.is_wanted)
    return preferences_shown(actor=request.auth, customer_id=customer_id)


@router.post(
    "/suppressed-addresses/{uuid:suppression_id}/lift",
    permission=needs("configuration", Act.MANAGE),
    response={204: None, **problems(SuppressionNotFound, Forbidden)},
    operation_id="suppressed_addresses_lift",
)
def lift_suppression(request: ActorRequest, suppression_id: UUID, body: SuppressionLiftIn) -> None:
    """Write to an address again that bounced or opted out; what the customer agreed to stays as it is."""
    suppression_lift(actor=request.auth, suppression_id=suppression_id, reason=body.reason)
