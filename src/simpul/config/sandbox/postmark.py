"""Postmark's sending API. Source: postmarkapp.com/developer/api/email-api and /developer/api/overview (error codes)."""

from __future__ import annotations

import hmac
import json
import re
import uuid
from datetime import UTC, datetime
from email.utils import parseaddr

from simpul.config.sandbox.behaviour import falls_on
from simpul.config.sandbox.handling import Handling
from simpul.config.sandbox.state import Document, Taken
from simpul.config.sandbox.wire import Answer, AnswerLost, Asked, answer_json

_MOST_TOGETHER = 500
_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


async def answer_postmark(handling: Handling, asked: Asked) -> Answer | None:
    """The answer of the API, None for an address that is not its own."""
    if asked.method != "POST" or asked.path not in ("/postmark/email", "/postmark/email/batch"):
        return None
    state, how = handling.state, handling.state.behaviour
    count = state.count_one("POSTMARK", "calls")
    if not hmac.compare_digest(asked.headers.get("x-postmark-server-token", "").encode(), state.accounts.token.encode()):
        state.count_one("POSTMARK", "unauthorised")
        return answer_json(401, postmark_error(10, "Bad or missing API token."))
    try:
        given = asked.read_json()
    except ValueError:
        return answer_json(422, postmark_error(402, "Invalid JSON"))
    is_batch = asked.path.endswith("/batch")
    mails = given if is_batch else [given]
    if not isinstance(mails, list) or len(mails) > _MOST_TOGETHER or not all(isinstance(mail, dict) for mail in mails):
        return answer_json(422, postmark_error(402, "Invalid JSON"))
    await handling.pause_answer()
    first = str((mails[0].get("Metadata") or {}).get("send_key", "")) if mails else ""
    if falls_on(f"{first}:{count}", "busy", how.busy):
        state.count_one("POSTMARK", "busy")
        return answer_json(429, postmark_error(429, "Rate limit exceeded."), {"Retry-After": "1"})
    answers = [_take_mail(handling, mail) for mail in mails]
    if any(falls_on(str((mail.get("Metadata") or {}).get("send_key", "")), "lose", how.lose) for mail in mails):
        state.count_one("POSTMARK", "lost")
        raise AnswerLost
    if is_batch:
        return answer_json(200, answers)
    return answer_json(200 if answers[0]["ErrorCode"] == 0 else 422, answers[0])


def postmark_error(code: int, message: str) -> Document:
    """An error as Postmark words it."""
    return {"ErrorCode": code, "Message": message}


def _take_mail(handling: Handling, mail: Document) -> Document:
    state, how = handling.state, handling.state.behaviour
    sender, recipient = parseaddr(str(mail.get("From", "")))[1], parseaddr(str(mail.get("To", "")))[1]
    if not _ADDRESS.fullmatch(sender):
        return postmark_error(300, f"Invalid 'From' address: '{sender}'.")
    if not _ADDRESS.fullmatch(recipient):
        return postmark_error(300, f"Invalid 'To' address: '{recipient}'.")
    if not mail.get("TextBody") and not mail.get("HtmlBody"):
        return postmark_error(300, "Provide either email TextBody or HtmlBody or both.")
    key = str((mail.get("Metadata") or {}).get("send_key", ""))
    if falls_on(key, "refuse", how.refuse):
        state.count_one("POSTMARK", "refused")
        reason = "Inactive recipients are ones that have generated a hard bounce or a spam complaint."
        told = f"You tried to send to a recipient that has been marked as inactive.\nFound inactive addresses: {recipient.lower()}.\n{reason}"
        return postmark_error(how.postmark_code, told if how.postmark_code == 406 else "Simulated refusal.")
    headers = {str(head["Name"]): str(head["Value"]) for head in mail.get("Headers") or ()} | {"From": str(mail["From"])}
    taken = Taken(
        str(uuid.uuid4()), "EMAIL", "POSTMARK", recipient, str(mail.get("Subject", "")), str(mail.get("TextBody") or ""), str(mail.get("HtmlBody") or ""), key,
        json.dumps(mail), headers=headers,
    )  # fmt: skip
    state.keep_message(taken)
    handling.reporter.plan_reports(taken)
    return {"To": str(mail["To"]), "SubmittedAt": datetime.now(UTC).isoformat(), "MessageID": taken.reference, "ErrorCode": 0, "Message": "OK"}
