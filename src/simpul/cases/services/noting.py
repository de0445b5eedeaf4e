"""Notes among colleagues, and messages to and from the customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.cases.acts import CaseAct
from simpul.cases.models import Case
from simpul.cases.selectors.colleagues import not_mentionable
from simpul.cases.services.acting import acting, begin, done, instant, refused, step
from simpul.cases.services.customer import case_contact, facts_follow
from simpul.cases.services.notices import tell
from simpul.cases.services.sending import corrected, first_response, message_send
from simpul.cases.services.steps import changed, locked, log
from simpul.cases.vocabulary import ActivityType, Status
from simpul.iam.public import people, system_actor
from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NOT_HERE = Text(id="Hanya petugas yang menangani kasus di sini yang dapat disebut.", en="Only colleagues who handle cases here can be mentioned.")
_NOT_THEY = Text(
    id="Hapus sebutan {names}: hanya petugas yang menangani kasus di sini dan dapat membacanya yang dapat disebut.",
    en="Take {names} out: only colleagues who handle cases here and can read this one can be mentioned.",
)


@transaction.atomic
def case_note(*, actor: Actor, case_id: UUID, text: str, mentions: Sequence[UUID] = ()) -> Case:
    """Write a note that colleagues read and the customer never; who is mentioned is told.

    Raises: CaseNotFound, Forbidden, CaseForbidsThis, Invalid that names who was mentioned and does not handle cases there, or cannot read this one.
    """
    case, named = acting(actor=actor, case_id=case_id, act="note", action=CaseAct.UPDATE_CASE), list(dict.fromkeys(mentions))
    if outside := not_mentionable(case, named):
        names = ", ".join(sorted(person.full_name for person in people(outside).values()))
        raise refused(Invalid({"mentions": _NOT_THEY.format(names=names) if names else _NOT_HERE}), case, CaseAct.UPDATE_CASE, step="note")
    case = begin(actor, case)
    at = instant()
    changed(case, at)
    log(actor, case, ActivityType.NOTE, at, text.strip(), mentions=[str(each) for each in named] or None)
    done(actor, case, CaseAct.UPDATE_CASE, step="note", mentions=len(named))
    tell("mentioned", case, named, actor)
    return case


@transaction.atomic
def case_message(*, actor: Actor, case_id: UUID, text: str, incoming: bool, channel: str = "") -> Case:
    """Write to the customer, which is the first response when it is the first; or write down what the customer said.

    A customer's answer lets a case that waited for it go on.

    Raises: CaseNotFound, Forbidden, CaseForbidsThis.
    """
    case = begin(actor, acting(actor=actor, case_id=case_id, act="message", action=CaseAct.UPDATE_CASE))
    if incoming:
        return customer_answered(actor=actor, case=case, text=text, channel=channel)
    at = instant()
    message = message_send(actor, case, text.strip(), channel)
    # What a program writes is no answer of a person.
    changed(case, at, *(first_response(actor, case, at) if actor.kind == "USER" else ()))
    sent = str(message.id) if message else None
    if actor.kind == "USER":
        facts_follow([], [case_contact(case, at, actor.id, message.channel if message else channel)])
    log(actor, case, ActivityType.MESSAGE, at, text.strip(), public=True, direction="OUT", channel=channel or None, message_id=sent)
    done(actor, case, CaseAct.UPDATE_CASE, step="message_out", channel=channel, message=sent)
    return case


def customer_answered(*, actor: Actor, case: Case, text: str, channel: str = "") -> Case:
    """Write down in a locked case what the customer said; one that waited goes on by itself."""
    at = instant()
    changed(case, at)
    log(actor, case, ActivityType.MESSAGE, at, text.strip(), public=True, direction="IN", channel=channel or None)
    facts_follow([], [case_contact(case, at, actor.id, channel or case.channel)])
    done(actor, case, CaseAct.UPDATE_CASE, step="message_in", channel=channel)
    if case.status == Status.WAITING_INFO:
        with scope(system := system_actor()):
            step(system, case, "resume", CaseAct.UPDATE_CASE)
    return case


@transaction.atomic
def message_followed(*, actor: Actor, case_id: UUID, message_id: UUID, sent_at: datetime | None) -> bool:
    """Let the clock of the first response follow what became of its message: sent at an instant, or never. Whether it did."""
    case = next(iter(locked([case_id])), None)
    if case is None:
        return False
    at = instant()
    columns = corrected(actor, case, message_id, sent_at, at)
    if columns:
        changed(case, at, *columns)
        log(
            actor,
            case,
            ActivityType.SLA,
            at,
            message_id=str(message_id),
            first_response=case.first_responded_at.isoformat() if case.first_responded_at else None,
        )
        done(actor, case, CaseAct.UPDATE_CASE, step="first_response", message=str(message_id), sent=sent_at is not None)
    return bool(columns)
