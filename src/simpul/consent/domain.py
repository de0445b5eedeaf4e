"""What consent states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.consent.acts import ConsentAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "consent": Resource(
        Text(id="Persetujuan", en="Consent"),
        "customers",
        "RUAX",
        grants={
            "SUPERVISOR": "RUA BRANCH",
            "AGENT": "RU BRANCH",
            "RM": "R PORTFOLIO",
            "MARKETING": "R ALL (status)",
            "COMPLIANCE": "RX ALL",
            "SYSTEM": "RU ALL",
        },
    ),
}
OBJECTS = {
    "CONSENT_VERIFICATION": Text(id="Verifikasi nasabah", en="Verification of a customer"),
    "CONSENT_PURPOSE": Text(id="Tujuan persetujuan", en="Purpose of consent"),
    "CONSENT_WORDING": Text(id="Naskah persetujuan", en="Wording of consent"),
}


def _parts() -> Parts:
    from simpul.consent import consent_workflow, settings
    from simpul.consent.alerts import CONSENT_WITHDRAWN
    from simpul.consent.datasets import CONSENTS
    from simpul.consent.demonstration import DEMONSTRATION
    from simpul.consent.importing import TARGET
    from simpul.consent.policies import REQUEST, SUBJECT
    from simpul.consent.selectors.requests import request_labels
    from simpul.consent.selectors.segments import SOURCES
    from simpul.consent.selectors.states import consent_events, consent_labels
    from simpul.consent.services.changing import CONSENT_WAITS
    from simpul.consent.services.deciding import NOTICES
    from simpul.customers.public import Part, Tab
    from simpul.platform.subjects import SubjectType
    from simpul.timeline.public import Kind

    return Parts(
        entries=[
            settings.GROUP,
            *settings.SETTINGS,
            SubjectType(SUBJECT, Text(id="Persetujuan", en="Consent"), consent_labels),
            SubjectType(REQUEST, Text(id="Pengajuan persetujuan", en="Request about consent"), request_labels, "/consents"),
            *consent_workflow.workflow_entries(),
            CONSENT_WAITS,
            *NOTICES,
            CONSENTS,
            TARGET,
            CONSENT_WITHDRAWN,
            Kind("ConsentEvent", Text(id="Persetujuan", en="Consent"), source=consent_events),
            Tab("consent", Part.BUSINESS, 35, may=lambda actor: actor.reach_whole("consent", "R") > 0),
            DEMONSTRATION,
            *SOURCES,
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.consent import api

    return [("consent", api.router)]


DOMAIN = Domain("consent", resources=RESOURCES, acts=ConsentAct, parts=_parts, routers=_routers, objects=OBJECTS)
