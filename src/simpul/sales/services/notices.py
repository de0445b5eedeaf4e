"""Notices about leads: to who gets one, and to who assigns those of a branch."""

from __future__ import annotations

from uuid import UUID

from simpul.iam.public import holders_at
from simpul.platform.actor import Act, Actor
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.sales.models import Lead
from simpul.sales.vocabulary import LEAD, RESOURCE

ASSIGNED = NoticeKind(
    "sales.lead_assigned",
    title=Text(id="Prospek untuk Anda", en="A lead for you"),
    body=Text(id="Hubungi nasabahnya dan catat hasilnya.", en="Contact the customer and record what came of it."),
)
WAITS = NoticeKind(
    "sales.lead_waits",
    title=Text(id="Prospek menunggu penugasan", en="A lead waits to be assigned"),
    body=Text(
        id="Tidak ada RM yang ditugaskan menurut aturan; tugaskan prospek ini.",
        en="No relationship manager was found by rule; assign this lead.",
    ),
)
MANY_ASSIGNED = NoticeKind(
    "sales.leads_assigned",
    title=Text(id="{count} prospek untuk Anda", en="{count} leads for you"),
    body=Text(id="Prospek baru dari kampanye menunggu Anda hubungi.", en="New leads of a campaign wait for your contact."),
)
MANY_WAIT = NoticeKind(
    "sales.leads_wait",
    title=Text(id="{count} prospek menunggu penugasan", en="{count} leads wait to be assigned"),
    body=Text(id="Tugaskan prospek dari antrean cabang Anda.", en="Assign the leads in the queue of your branch."),
)
NOTICES = (ASSIGNED, WAITS, MANY_ASSIGNED, MANY_WAIT)


def owner_notify(actor: Actor, lead: Lead) -> None:
    """Tell the new owner, or who assigns the queue of the branch when there is none."""
    if lead.assigned_to is None:
        to: list[UUID] = [each for each in holders_at(RESOURCE, Act.ASSIGN, lead.branch_code) if each != actor.id]
        kind = WAITS
    else:
        to, kind = [lead.assigned_to] if lead.assigned_to != actor.id else [], ASSIGNED
    if to:
        notify(kind.key, to, subject_type=LEAD, subject_id=lead.id)
