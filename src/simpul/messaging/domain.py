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
    from simpul.messaging import settings
    from simpul.messaging.services.codes import code_send
    from simpul.messaging.services.inbox import deliver
    from simpul.platform.notifier import Channel
    from simpul.platform.ports import Plug

    return Parts(entries=[Channel("inbox", deliver), Plug(send_code, code_send), settings.GROUP, *settings.SETTINGS])


def _routers() -> list[tuple[str, Router]]:
    from simpul.messaging import api

    return [("inbox", api.router)]


# What the trail names and no page of its own shows.
OBJECTS = {
    "NOTICE": Text(id="Pemberitahuan", en="Notice"),
}

DOMAIN = Domain("messaging", acts=NoticeAct, parts=_parts, routers=_routers, objects=OBJECTS)
