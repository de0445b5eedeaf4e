"""What the inbox, messages to customers and their templates state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.messaging.acts import NoticeAct
from simpul.platform.actor import Reach
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "message_template": Resource(
        Text(id="Templat pesan", en="Message templates"),
        "sales",
        "RCUA",
        least=Reach.ALL,
        grants={
            "SUPERVISOR": "RA ALL",
            "MARKETING": "RCU ALL",
            "COMPLIANCE": "RA ALL",
            "SYSTEM": "RU ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.consent.public import open_code_channels, send_code
    from simpul.customers.public import Part, Tab
    from simpul.messaging import settings
    from simpul.messaging.demonstration.templates import TEMPLATES
    from simpul.messaging.events import MessageFailed
    from simpul.messaging.selectors.messages import message_events
    from simpul.messaging.selectors.segments import SOURCES
    from simpul.messaging.services.codes import code_send
    from simpul.messaging.services.codes import open_code_channels as code_channels_open
    from simpul.messaging.services.inbox import deliver
    from simpul.messaging.services.staff_mail import staff_mail_as_system
    from simpul.platform.events import Subscription
    from simpul.platform.notifier import Channel
    from simpul.platform.ports import Plug, mail_staff
    from simpul.timeline.public import Kind

    return Parts(
        entries=[
            Channel("inbox", deliver),
            Plug(send_code, code_send),
            Plug(open_code_channels, code_channels_open),
            Plug(mail_staff, staff_mail_as_system),
            settings.GROUP,
            *settings.SETTINGS,
            Kind("MessageEvent", Text(id="Pesan", en="Message"), source=message_events),
            Tab("messages", Part.BUSINESS, 37),
            Subscription(MessageFailed, "messaging.end_device"),
            TEMPLATES,
            *SOURCES,
        ]
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.messaging.api import customer_app, inbox, messages, providers, templates

    return [
        ("inbox", inbox.router),
        ("messages", messages.router),
        ("message-providers", providers.router),
        ("message-templates", templates.router),
        ("customer-app", customer_app.router),
    ]


# What the trail names and no page of its own shows.
OBJECTS = {
    "NOTICE": Text(id="Pemberitahuan", en="Notice"),
    "MESSAGE": Text(id="Pesan kepada nasabah", en="Message to a customer"),
    "MESSAGE_PROVIDER": Text(id="Penyedia pesan", en="Message provider"),
    "SUPPRESSED_ADDRESS": Text(id="Alamat yang diblokir", en="Suppressed address"),
    "MESSAGE_TEMPLATE": Text(id="Templat pesan", en="Message template"),
}

DOMAIN = Domain("messaging", resources=RESOURCES, acts=NoticeAct, parts=_parts, routers=_routers, objects=OBJECTS)
