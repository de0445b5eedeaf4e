"""How the operations of the customers' app are called: by programs only, so that every person is refused."""

from __future__ import annotations

from typing import Any

from tests.contract.matrix import Recipe, World

_NOWHERE = "00000000-0000-7000-8000-00000000dead"


def _nobody(role: str | None, subject: str) -> int:
    return 403


def _device(world: World) -> dict[str, Any]:
    return {"subscription_id": _NOWHERE}


def _message(world: World) -> dict[str, Any]:
    return {"message_id": _NOWHERE}


RECIPES: dict[str, Recipe] = {
    "push_subscriptions_register": Recipe(body=lambda world: {"kind": "FCM", "endpoint": "token-of-a-device"}, subject=True, rule=_nobody),
    "push_subscriptions_remove": Recipe(path=_device, subject=True, rule=_nobody),
    "inapp_messages_list": Recipe(subject=True, rule=_nobody),
    "inapp_messages_report": Recipe(path=_message, body=lambda world: {"event": "SHOWN"}, subject=True, rule=_nobody),
}
