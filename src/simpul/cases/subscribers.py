"""What cases offer to the engines below."""

from __future__ import annotations

from dataclasses import replace

from simpul.cases.levels.usage import calendar_uses
from simpul.cases.selectors.cases import case_labels
from simpul.cases.selectors.history import complaint_services, contact_services
from simpul.cases.selectors.timeline import case_events
from simpul.cases.services import climbing, extending, handing, ladder, notices, watching
from simpul.cases.services.packs import install
from simpul.cases.vocabulary import SUBJECT
from simpul.customers.public import contact_source_register
from simpul.iam.public import system_actor
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.platform.db import forcing, scope
from simpul.platform.events import subscribe
from simpul.platform.ids import uuid7
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text
from simpul.timeline import public as timeline
from simpul.workflow.events import CalendarChanged
from simpul.workflow.public import register_timer, register_usage


def register_all() -> None:
    """Name cases where something points at them, follow calendars and ladders, and give a new installation what it needs to open cases."""
    register(SubjectType(SUBJECT, Text(id="Kasus", en="Case"), case_labels, "/cases/{id}"))
    register_usage("cases", calendar_uses)
    timeline.register(timeline.Kind("CaseEvent", Text(id="Kasus", en="Cases"), source=case_events))
    contact_source_register("SELECT customer_id, contacted_at FROM crm.case_contacts")
    timeline.service_kind_register(timeline.ServiceKind("COMPLAINT", Text(id="Keluhan", en="Complaints"), complaint_services))
    timeline.service_kind_register(timeline.ServiceKind("CONTACT", Text(id="Kontak", en="Contacts"), contact_services))
    subscribe(CalendarChanged, "cases.follow_calendar")
    register_timer(ladder.KIND, climbing.ladder_climb, Text(id="Tangga eskalasi kasus", en="Ladder of escalation of a case"))
    handing.register_notices()
    notices.register_notices()
    register_timer(watching.KIND, watching.remind, Text(id="Pengingat kasus", en="Reminder of a case"))
    subscribe(MessageSent, "cases.follow_message_sent")
    subscribe(MessageFailed, "cases.follow_message_failed")
    extending.register_notices()
    forcing.after_migrations(_install)


def _install() -> None:
    actor = replace(system_actor(), request_id=f"migrate-{uuid7()}")
    with scope(actor):
        install(actor=actor)
