"""What the inbox and messages to customers state about themselves."""

from __future__ import annotations

from simpul.messaging.acts import NoticeAct
from simpul.platform.domain import Domain, Parts


def _parts() -> Parts:
    from simpul.messaging import api
    from simpul.messaging.services import deliver
    from simpul.platform.notifier import Channel

    return Parts(routers=[("inbox", api.router)], entries=[Channel("inbox", deliver)])


DOMAIN = Domain("messaging", acts=NoticeAct, parts=_parts)
