"""What the organisation's own app calls with the key of a service account: devices for push messages, and messages that it shows."""

from __future__ import annotations

from uuid import UUID

from simpul.customers.public import CustomerNotFound
from simpul.messaging.errors import DeviceNotFound, MessageNotFound
from simpul.messaging.schemas.messages import InAppMessagesOut, InAppReportIn, InAppReportOut, PushSubscriptionIn, PushSubscriptionOut
from simpul.messaging.selectors.customer_app import InAppRow
from simpul.messaging.services import customer_app
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems

router = Router()
_SERVES = needs("consent", Act.UPDATE)


@router.post(
    "/customers/{uuid:customer_id}/push-subscriptions",
    permission=_SERVES,
    response={201: PushSubscriptionOut, **problems(CustomerNotFound, Forbidden, Invalid)},
    operation_id="push_subscriptions_register",
)
def register_subscription(request: ActorRequest, customer_id: UUID, body: PushSubscriptionIn) -> dict[str, UUID]:
    """Note a customer's browser or phone for push messages; for service accounts only. Registered again it stays as it is."""
    return {"subscription_id": customer_app.push_register(actor=request.auth, customer_id=customer_id, **body.as_given())}


@router.post(
    "/customers/{uuid:customer_id}/push-subscriptions/{uuid:subscription_id}/remove",
    permission=_SERVES,
    response={204: None, **problems(CustomerNotFound, DeviceNotFound, Forbidden)},
    operation_id="push_subscriptions_remove",
)
def remove_subscription(request: ActorRequest, customer_id: UUID, subscription_id: UUID) -> None:
    """Send a customer's browser or phone no more push messages; for service accounts only."""
    customer_app.push_remove(actor=request.auth, customer_id=customer_id, subscription_id=subscription_id)


@router.get(
    "/customers/{uuid:customer_id}/in-app-messages",
    permission=_SERVES,
    counts_rows=True,
    lists="MESSAGE",
    response={200: InAppMessagesOut, **problems(CustomerNotFound, Forbidden, RateLimited)},
    operation_id="inapp_messages_list",
)
def list_messages(request: ActorRequest, customer_id: UUID) -> dict[str, list[InAppRow]]:
    """The messages that the app is to show a customer now, newest first, at most twenty; for service accounts only."""
    return {"items": customer_app.in_app_take(actor=request.auth, customer_id=customer_id)}


@router.post(
    "/customers/{uuid:customer_id}/in-app-messages/{uuid:message_id}/report",
    permission=_SERVES,
    response={200: InAppReportOut, **problems(CustomerNotFound, MessageNotFound, Forbidden)},
    operation_id="inapp_messages_report",
)
def report_message(request: ActorRequest, customer_id: UUID, message_id: UUID, body: InAppReportIn) -> dict[str, bool]:
    """What the customer did with a message in the app: saw it, clicked it, put it away; for service accounts only."""
    return {
        "is_new": customer_app.in_app_report(actor=request.auth, customer_id=customer_id, message_id=message_id, event=body.event, occurred_at=body.occurred_at)
    }
