"""What cases state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.cases.acts import CaseAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "case": Resource(
        Text(id="Kasus", en="Cases"),
        "service",
        "RCUAXB",
        grants={
            "SUPERVISOR": "RCUAB BRANCH; X? BRANCH",
            "AGENT": "RC BRANCH; U OWN",
            "RM": "R PORTFOLIO (status summary)",
            "COMPLIANCE": "R ALL (break-glass)",
            "SYSTEM": "RCUA ALL",
        },
        limits={
            "status summary": Text(id="ringkasan status", en="status summary"),
        },
    ),
}


def _parts() -> Parts:
    from simpul.cases import case_workflow, datasets, portable, settings
    from simpul.cases.alerts import RULES
    from simpul.cases.demonstration import DEMONSTRATIONS
    from simpul.cases.levels.usage import calendar_uses
    from simpul.cases.papers import SUBJECT_OF_DOCUMENTS
    from simpul.cases.policies import may_list
    from simpul.cases.selectors.cases import case_labels, case_place
    from simpul.cases.selectors.history import complaint_services, contact_services
    from simpul.cases.selectors.timeline import case_events
    from simpul.cases.services import climbing, extending, handing, ladder, notices, watching
    from simpul.cases.vocabulary import SUBJECT
    from simpul.customers.public import ContactSource, Part, Tab
    from simpul.messaging.events import MessageFailed, MessageSent
    from simpul.platform.db.forcing import AfterMigrations
    from simpul.platform.events import Subscription
    from simpul.platform.subjects import SubjectType
    from simpul.tasks.public import WorkSubject
    from simpul.timeline.public import Kind, ServiceKind
    from simpul.workflow.events import CalendarChanged
    from simpul.workflow.public import CalendarUsage, TimerKind

    return Parts(
        entries=[
            settings.GROUP,
            *settings.SETTINGS,
            SubjectType(SUBJECT, Text(id="Kasus", en="Case"), case_labels, "/cases/{id}"),
            WorkSubject(SUBJECT, case_place),
            Kind("CaseEvent", Text(id="Kasus", en="Cases"), source=case_events),
            ServiceKind("COMPLAINT", Text(id="Keluhan", en="Complaints"), complaint_services),
            ServiceKind("CONTACT", Text(id="Kontak", en="Contacts"), contact_services),
            ContactSource("cases", "SELECT customer_id, contacted_at FROM crm.case_contacts"),
            Tab("cases", Part.BUSINESS, 20, may_list),
            *RULES,
            SUBJECT_OF_DOCUMENTS,
            *case_workflow.entries(),
            CalendarUsage("cases", calendar_uses),
            Subscription(CalendarChanged, "cases.follow_calendar"),
            Subscription(MessageSent, "cases.follow_message_sent"),
            Subscription(MessageFailed, "cases.follow_message_failed"),
            TimerKind(ladder.KIND, climbing.ladder_climb, Text(id="Tangga eskalasi kasus", en="Ladder of escalation of a case")),
            TimerKind(watching.KIND, watching.remind, Text(id="Pengingat kasus", en="Reminder of a case")),
            *handing.NOTICES,
            *notices.NOTICES,
            *extending.NOTICES,
            *portable.sections(),
            *datasets.data_sets(),
            *DEMONSTRATIONS,
            AfterMigrations("cases", _install),
        ],
    )


def _install() -> None:
    """A new installation gets what it needs to open cases."""
    from simpul.cases.services.packs import install
    from simpul.iam.public import release_actor

    with release_actor() as actor:
        install(actor=actor)


def _routers() -> list[tuple[str, Router]]:
    from simpul.cases.api import cases, catalogue, clocks, handling, incoming, levels, products, queue, replies, report, views

    return [
        *(("cases", module.router) for module in (queue, cases, handling, clocks, incoming, replies, views, report)),
        *(("case configuration", module.router) for module in (catalogue, products, levels)),
    ]


# What the trail names and no page of its own shows.
OBJECTS = {
    "CASE_CATEGORY": Text(id="Kategori kasus", en="Case category"),
    "CASE_INTAKE": Text(id="Pengaduan masuk", en="Incoming message"),
    "CASE_PACK": Text(id="Paket kategori", en="Category pack"),
    "CASE_PRODUCT": Text(id="Produk kasus", en="Product of cases"),
    "CASE_REPLY": Text(id="Balasan siap pakai", en="Canned reply"),
    "CASE_RESOLUTION": Text(id="Kode penyelesaian", en="Resolution code"),
    "CASE_SEARCH": Text(id="Pencarian kasus", en="Case search"),
    "CASE_VIEW": Text(id="Tampilan antrean", en="View of the queue"),
    "LEGAL_RULES": Text(id="Batas waktu peraturan", en="Legal time limits"),
    "SLA_POLICY": Text(id="Kebijakan SLA", en="Service level"),
}

DOMAIN = Domain("cases", resources=RESOURCES, acts=CaseAct, parts=_parts, routers=_routers, objects=OBJECTS)
