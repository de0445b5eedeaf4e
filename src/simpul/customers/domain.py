"""What customers state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.customers.acts import CustomerAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

# Sensitivity tiers (product chapter 1.3); tier 3 also opens to the creator and the assignee of a case, which its own policy says.
RESOURCES = {
    "customer": Resource(
        Text(id="Data nasabah", en="Customer data"),
        "customers",
        "RCUX",
        grants={
            "SUPERVISOR": "R BRANCH",
            "AGENT": "R BRANCH",
            "RM": "R PORTFOLIO",
            "DATA_STEWARD": "RU ALL (masked)",
            "FIELD_OFFICER": "R OWN (open work orders)",
            "FINANCE": "R BRANCH (name, identifiers, bills)",
            "COMPLIANCE": "X ALL (break-glass)",
            "SYSTEM": "RCU ALL",
        },
        limits={
            "open work orders": Text(id="perintah kerja terbuka", en="open work orders"),
            "name, identifiers, bills": Text(id="nama, identitas, tagihan", en="name, identifiers, bills"),
        },
    ),
    "tier2": Resource(
        Text(id="Data tersamar (identitas dan kontak)", en="Masked data (identifiers and contacts)"),
        "customers",
        "R",
        grants={
            "SUPERVISOR": "R BRANCH",
            "AGENT": "R BRANCH",
            "RM": "R PORTFOLIO",
            "DATA_STEWARD": "R BRANCH",
            "FINANCE": "R BRANCH",
            "FIELD_OFFICER": "R OWN",
            "SYSTEM": "R ALL",
        },
    ),
    "tier3": Resource(
        Text(id="Isi kasus sensitif", en="Sensitive case content"),
        "customers",
        "R",
        grants={
            "SUPERVISOR": "R BRANCH",
            "SYSTEM": "R ALL",
        },
    ),
    "change_request": Resource(
        Text(id="Pengajuan perubahan data", en="Requests for data changes"),
        "customers",
        "RCA",
        grants={
            "SUPERVISOR": "RC BRANCH",
            "AGENT": "RC BRANCH",
            "RM": "RC PORTFOLIO",
            "DATA_STEWARD": "RA ALL",
            "SYSTEM": "RCA ALL",
        },
    ),
    "portfolio": Resource(
        Text(id="Portofolio RM", en="Portfolios"),
        "customers",
        "RABM",
        grants={
            "SUPERVISOR": "RA BRANCH",
            "AGENT": "R BRANCH",
            "RM": "R OWN",
            "ADMIN": "M ALL",
            "DATA_STEWARD": "R BRANCH",
            "SYSTEM": "RCUA ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.customers import change_workflow, importing, limits, portable, wording
    from simpul.customers.alerts import ARREARS, VIP_CUSTOMER
    from simpul.customers.demonstration import DEMONSTRATION
    from simpul.customers.directory import DIRECTORY
    from simpul.customers.papers import SUBJECT_OF_DOCUMENTS
    from simpul.customers.policies import Part
    from simpul.customers.selectors import change_request_labels, customer_labels
    from simpul.customers.selectors.segment_sources import SOURCES
    from simpul.customers.tabs import Tab
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            *limits.SETTINGS,
            *importing.TARGETS,
            *importing.GENERATORS,
            SubjectType("CUSTOMER", Text(id="Nasabah", en="Customer"), customer_labels, "/customers/{id}"),
            SubjectType("CHANGE_REQUEST", Text(id="Pengajuan perubahan", en="Change request"), change_request_labels, "/change-requests"),
            wording.CHANGE,
            *wording.NOTICES,
            *change_workflow.entries(),
            DIRECTORY,
            SUBJECT_OF_DOCUMENTS,
            portable.section(),
            VIP_CUSTOMER,
            ARREARS,
            *SOURCES,
            DEMONSTRATION,
            Tab("relationships", Part.RELATIONSHIPS, 50),
            Tab("changes", Part.CHANGES, 60),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.customers import api, code_api, portfolio_api, stewardship_api

    return [
        ("customers", api.router),
        ("portfolio", portfolio_api.router),
        ("customers", code_api.router),
        ("customers", stewardship_api.router),
    ]


# What the trail names and no page of its own shows.
OBJECTS = {
    "CUSTOMER_CODE": Text(id="Daftar kode nasabah", en="List of customer codes"),
    "CUSTOMER_SEARCH": Text(id="Pencarian nasabah", en="Customer search"),
    "PORTFOLIO": Text(id="Portofolio", en="Portfolio"),
}

DOMAIN = Domain("customers", resources=RESOURCES, acts=CustomerAct, parts=_parts, routers=_routers, objects=OBJECTS)
