"""What the inbox and messages to customers state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.messaging.acts import NoticeAct
from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.consent.public import send_code
    from simpul.customers.public import Part, Tab
    from simpul.messaging import settings
    from simpul.messaging.events import MessageFailed
    from simpul.messaging.selectors.messages import message_events
    from simpul.messaging.services.codes import code_send
    from simpul.messaging.services.inbox import deliver
    from simpul.platform.events import Subscription
    from simpul.platform.notifier import Channel
    from simpul.platform.ports import Plug
    from simpul.timeline.public import Kind

    return Parts(
        entries=[
            Channel("inbox", deliver),
            Plug(send_code, code_send),
            settings.GROUP,
            *settings.SETTINGS,
            Kind("MessageEvent", Text(id="Pesan", en="Message"), source=message_events),
            Tab("messages", Part.BUSINESS, 37),
            Subscription(MessageFailed, "messaging.end_device"),
        ]
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.messaging.api import customer_app, inbox, messages, providers

    return [("inbox", inbox.router), ("messages", messages.router), ("message-providers", providers.router), ("customer-app", customer_app.router)]


# What the trail names and no page of its own shows.
OBJECTS = {
    "NOTICE": Text(id="Pemberitahuan", en="Notice"),
    "MESSAGE": Text(id="Pesan kepada nasabah", en="Message to a customer"),
    "MESSAGE_PROVIDER": Text(id="Penyedia pesan", en="Message provider"),
    "SUPPRESSED_ADDRESS": Text(id="Alamat yang diblokir", en="Suppressed address"),
}

DOMAIN = Domain("messaging", acts=NoticeAct, parts=_parts, routers=_routers, objects=OBJECTS)
