"""The shipped grants: what each role may do, on what, how far (product chapter 1.2), as the manifests of the domains state it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from simpul.platform.actor import Reach
from simpul.platform.domain import Resource, domains
from simpul.platform.text import Text

ROLES: dict[str, tuple[str, str, str]] = {
    # key: (Indonesian name, English name, home page)
    "DIRECTOR": ("Direksi", "Director", "/welcome"),
    "SUPERVISOR": ("Supervisor Layanan", "Service supervisor", "/cases"),
    "AGENT": ("Petugas Layanan", "Customer service agent", "/customers"),
    "RM": ("Relationship Manager", "Relationship manager", "/customers"),
    "MARKETING": ("Pemasaran", "Marketing", "/welcome"),
    "COMPLIANCE": ("Kepatuhan", "Compliance", "/audit"),
    "ADMIN": ("Administrator TI", "IT administrator", "/welcome"),
    "DATA_STEWARD": ("Pengelola Data", "Data steward", "/welcome"),
    "FIELD_OFFICER": ("Petugas Lapangan", "Field officer", "/customers"),
    "FINANCE": ("Keuangan", "Finance", "/customers"),
    "SYSTEM": ("Sistem", "System", "/welcome"),
}

# Resources of domains that do not exist yet, with the grants that installations have of them already. A domain that is
# built takes its lines along into its own manifest.
TO_COME: dict[str, Resource] = {
    "data_quality": Resource(
        Text(id="Duplikat dan mutu data", en="Duplicates and data quality"),
        "customers",
        "RCUAB",
        grants={
            "SUPERVISOR": "A BRANCH",
            "DATA_STEWARD": "RCUB ALL",
            "SYSTEM": "RCU ALL",
        },
    ),
    "recovery": Resource(
        Text(id="Pemulihan, survei, masalah", en="Recovery, surveys, problems"),
        "service",
        "RCUA",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "RCUA BRANCH",
            "AGENT": "RU OWN",
            "RM": "R PORTFOLIO",
            "COMPLIANCE": "R ALL",
            "SYSTEM": "RCUA ALL",
        },
    ),
    "knowledge": Resource(
        Text(id="Artikel pengetahuan", en="Knowledge articles"),
        "service",
        "RCUA",
        grants={
            "SUPERVISOR": "RCUA BRANCH",
            "AGENT": "R ALL",
            "RM": "R ALL",
            "COMPLIANCE": "R ALL",
        },
    ),
    "merchant": Resource(
        Text(id="Merchant", en="Merchants"),
        "sales",
        "RCU",
        grants={
            "RM": "R ALL",
            "MARKETING": "RCU ALL",
        },
    ),
    "recommendation": Resource(
        Text(id="Rekomendasi", en="Recommendations"),
        "sales",
        "RCU",
        grants={
            "RM": "RCU PORTFOLIO",
            "MARKETING": "RCU ALL",
            "SYSTEM": "RCU ALL",
        },
    ),
    "work_order": Resource(
        Text(id="Perintah kerja dan kunjungan", en="Work orders and visits"),
        "field",
        "RCUAXB",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "RCUAB BRANCH; X? BRANCH",
            "AGENT": "C BRANCH",
            "DATA_STEWARD": "RU BRANCH (coordinates)",
            "FIELD_OFFICER": "RU OWN",
            "FINANCE": "R BRANCH",
            "SYSTEM": "RCUA ALL",
        },
    ),
    "billing": Resource(
        Text(id="Tagihan dan pembayaran", en="Bills and payments"),
        "field",
        "RCUAXB",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "RA BRANCH",
            "AGENT": "R BRANCH (status, amount due)",
            "RM": "R PORTFOLIO (status)",
            "COMPLIANCE": "R ALL",
            "FIELD_OFFICER": "R OWN (summary)",
            "FINANCE": "RCUAXB BRANCH",
            "SYSTEM": "RCU ALL",
        },
    ),
    "journal": Resource(
        Text(id="Jurnal dan rekonsiliasi", en="Journal and reconciliation"),
        "field",
        "RCAX",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "COMPLIANCE": "R ALL",
            "FINANCE": "RCAX ALL",
            "SYSTEM": "RC ALL",
        },
    ),
    "network": Resource(
        Text(id="Area dan instalasi", en="Areas and installations"),
        "field",
        "RCUAM",
        grants={
            "DIRECTOR": "R ALL (aggregates)",
            "SUPERVISOR": "RCUA BRANCH",
            "AGENT": "RC BRANCH",
            "ADMIN": "M ALL (areas)",
            "FIELD_OFFICER": "RU OWN",
            "FINANCE": "R BRANCH",
        },
    ),
}

_CELL = re.compile(r"^([RCUAXBM?]+) (OWN|PORTFOLIO|BRANCH|ALL)(?: \((.+)\))?$")


@dataclass(frozen=True)
class ShippedGrant:
    """One row of the default grant table."""

    role_key: str
    resource: str
    action: str
    reach: Reach
    limit: str
    per_user: bool


@cache
def resources() -> dict[str, Resource]:
    """What grants are about: what the domains state, in the order of the layers, then what is to come."""
    stated = {key: resource for domain in domains() for key, resource in domain.resources.items()}
    return stated | {key: resource for key, resource in TO_COME.items() if key not in stated}


def shipped_grants() -> Iterator[ShippedGrant]:
    """The default table, one row for each role, resource and action."""
    for resource, stated in resources().items():
        for role_key, cell in stated.grants.items():
            for part in cell.split("; "):
                match = _CELL.match(part)
                if match is None:
                    raise ValueError(f"{resource} for {role_key}: {part!r} is no grant")
                actions, reach, limit = match.groups()
                for action, switched in re.findall(r"([RCUAXBM])(\??)", actions):
                    yield ShippedGrant(role_key, resource, action, Reach[reach], limit or "", bool(switched))
