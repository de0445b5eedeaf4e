"""Writing to the customer of a case: by which way, and what that means for the clock of the first response."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import clock_events
from simpul.cases.services.steps import clocks_say
from simpul.cases.sla import Change, Clock
from simpul.cases.vocabulary import RESOURCE, SUBJECT, ActivityType
from simpul.customers.public import customer_get
from simpul.iam.public import SYSTEM_ID, system_actor
from simpul.messaging.public import Channel as Way
from simpul.messaging.public import MessageState, MessageStatus, Purpose, message_queue, message_states, message_withdraw
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.text import Text, speaking

_TITLE = Text(id="Kasus {number}", en="Case {number}")
# How customers may want to be answered that is no message of ours: somebody calls them, or tells them at the branch.
_IN_PERSON = frozenset({"PHONE", "BRANCH", "LETTER"})


def message_send(actor: Actor, case: Case, text: str, wanted: str = "") -> MessageState | None:
    """Queue a message to the customer; None where there is no way to write to them, or they want to be told in person.

    `wanted` is WHATSAPP or EMAIL; without it, how the customer wants to be reached about this case, and else in general.
    """
    # Who handles a case writes to its customer, also where a unit does not reach the customer's profile.
    with scope(system := system_actor()):
        customer = customer_get(actor=system, customer_id=case.customer_id)
    preference = wanted or case.contact_preference
    if preference in _IN_PERSON:
        return None
    ways = {Way.WHATSAPP: customer.phone_e164, Way.EMAIL: customer.email}
    order = [each for each in (preference, customer.preferred_channel, *ways) if each in ways]
    way = next((Way(each) for each in order if ways[Way(each)]), None)
    if way is None:
        return None
    with speaking(customer.preferred_language):
        title = str(_TITLE.format(number=case.case_no))
    return message_queue(
        actor=actor, customer_id=case.customer_id, branch_code=case.branch_code, channel=way, purpose=Purpose.SERVICE, subject_type=SUBJECT,
        subject_id=str(case.id), resource=RESOURCE, tier=3 if case.category.is_sensitive else 1, title=title, body=text, recipient=str(ways[way]),
    )  # fmt: skip


def answer_withdraw(case: Case, at: datetime) -> None:
    """Take the message of the last answer back while it waits to be sent; what was sent stays sent."""
    answers = CaseActivity.objects.filter(case=case, activity_type=ActivityType.FINAL_RESPONSE, data__has_key="message_id").order_by("-created_at", "-id")
    if (answer := answers.first()) is not None:
        with scope(system_actor()):
            message_withdraw(UUID(answer.data["message_id"]), at)


def first_response(actor: Actor, case: Case, at: datetime) -> tuple[str, ...]:
    """Stop the clock of the first response unless it has stopped; the columns that it set."""
    return clocks_say(actor, case, Change.STOP, at, clock=Clock.FIRST_RESPONSE) if case.first_responded_at is None else ()


def corrected(actor: Actor, case: Case, message_id: UUID, sent_at: datetime | None, at: datetime) -> tuple[str, ...]:
    """Move the first response of a locked case to when its message was sent, or take it back when it never was.

    Taken back, the next message that a person wrote meanwhile counts in its place. The columns that were set; none when the
    message was not the first response.
    """
    written = CaseActivity.objects.filter(case=case, data__message_id=str(message_id), activity_type__in=_MESSAGES).first()
    stop = _stop_at(case, written.created_at) if written else None
    if written is None or stop is None:
        return ()
    columns = clocks_say(actor, case, Change.CORRECT, at, corrects=stop, moved_to=sent_at)
    if sent_at is None and (later := _next(case, written)) is not None:
        columns += clocks_say(actor, case, Change.STOP, later.created_at, clock=Clock.FIRST_RESPONSE)
    return columns


_MESSAGES = (ActivityType.MESSAGE, ActivityType.FINAL_RESPONSE)


def _stop_at(case: Case, at: datetime) -> int | None:
    """The number of the event by which what was written at that moment stopped the clock; None once it was taken back."""
    events = clock_events([case.id])[case.id]
    back = {event.corrects for event in events if event.change is Change.CORRECT and event.moved_to is None}
    found = [event.sequence for event in events if event.change is Change.STOP and event.clock is Clock.FIRST_RESPONSE and event.at == at]
    return next((sequence for sequence in reversed(found) if sequence not in back), None)


def _next(case: Case, written: CaseActivity) -> CaseActivity | None:
    """The first thing that a person told the customer after that, and that did not fail to be sent."""
    rows = CaseActivity.objects.filter(case=case, activity_type__in=_MESSAGES, is_public=True, data__direction="OUT", created_at__gt=written.created_at)
    later = [row for row in rows.order_by("created_at", "id") if row.actor_user_id != SYSTEM_ID]
    states = message_states(UUID(row.data["message_id"]) for row in later if row.data.get("message_id"))
    return next((row for row in later if not row.data.get("message_id") or states[UUID(row.data["message_id"])].status not in _FAILED), None)


_FAILED = frozenset({MessageStatus.FAILED, MessageStatus.BOUNCED})
