"""What the inbox and messages to customers state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.messaging.acts import NoticeAct
from simpul.platform.domain import Domain, Parts

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.messaging.services import deliver
    from simpul.platform.notifier import Channel

    return Parts(entries=[Channel("inbox", deliver)])


def _routers() -> list[tuple[str, Router]]:
    from simpul.messaging import api

    return [("inbox", api.router)]


DOMAIN = Domain("messaging", acts=NoticeAct, parts=_parts, routers=_routers)
