"""An SMS gateway over HTTP: JSON in, a reference out, delivery reports later."""

from __future__ import annotations

import re
import secrets

from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import Taken
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json, bearer_matches


async def answer_sms(handling: Handling, asked: Asked) -> Answer | None:
    """The answer of the gateway, None for an address that is not its own."""
    if (asked.method, asked.path) != ("POST", "/sms/messages"):
        return None
    state, how = handling.state, handling.state.behaviour
    count = state.count_one("SMS", "calls")
    if not bearer_matches(asked, state.accounts.token):
        state.count_one("SMS", "unauthorised")
        return answer_json(401, {"error": "The key is wrong."})
    try:
        given = asked.read_json()
        recipient, text, key = str(given["to"]), str(given["text"]), str(given.get("client_ref", ""))
        if not re.fullmatch(r"\+[0-9]{8,15}", recipient) or not text:
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError):
        return answer_json(422, {"error": "to and text are needed."})
    await handling.pause_answer()
    if falls_on(f"{key}:{count}", "busy", how.busy):
        state.count_one("SMS", "busy")
        return answer_json(429, {"error": "Too many."}, {"Retry-After": "1"})
    if falls_on(key, "refuse", how.refuse):
        state.count_one("SMS", "refused")
        return answer_json(how.sms_code, {"error": "The number is not in service."})
    taken = Taken(f"sms-{secrets.token_hex(12)}", "SMS", "SMS", recipient, "", text, "", key, asked.body.decode(errors="replace"))
    state.keep_message(taken)
    handling.reporter.plan_reports(taken)
    if falls_on(key, "lose", how.lose):
        state.count_one("SMS", "lost")
        raise AnswerLost
    return answer_json(202, {"id": taken.reference})
