"""The shipped grants: what each role may do, on what, how far (product chapter 1.2).

One line is one resource; a cell reads "actions REACH", several separated by `;`, with an optional limit in brackets.
`X?` is an action that must be switched on for each user by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

from simpul.platform.actor import Reach

ROLES: dict[str, tuple[str, str, str]] = {
    # key: (Indonesian name, English name, home page)
    "DIRECTOR": ("Direksi", "Director", "/welcome"),
    "SUPERVISOR": ("Supervisor Layanan", "Service supervisor", "/cases"),
    "AGENT": ("Petugas Layanan", "Customer service agent", "/customers"),
    "RM": ("Relationship Manager", "Relationship manager", "/customers"),
    "MARKETING": ("Pemasaran", "Marketing", "/welcome"),
    "COMPLIANCE": ("Kepatuhan", "Compliance", "/audit"),
    "ADMIN": ("Administrator TI", "IT administrator", "/operations"),
    "DATA_STEWARD": ("Pengelola Data", "Data steward", "/change-requests"),
    "FIELD_OFFICER": ("Petugas Lapangan", "Field officer", "/customers"),
    "FINANCE": ("Keuangan", "Finance", "/customers"),
    "SYSTEM": ("Sistem", "System", "/welcome"),
}

TABLE: dict[str, dict[str, str]] = {
    "dashboard": {
        "DIRECTOR": "RX ALL",
        "SUPERVISOR": "R BRANCH",
        "AGENT": "R OWN",
        "RM": "R OWN",
        "MARKETING": "R ALL (marketing)",
        "COMPLIANCE": "R ALL",
        "ADMIN": "R ALL (operations)",
        "DATA_STEWARD": "R ALL (quality)",
        "FIELD_OFFICER": "R OWN",
        "FINANCE": "R BRANCH (receivables)",
    },
    "customer": {
        "SUPERVISOR": "R BRANCH",
        "AGENT": "R BRANCH",
        "RM": "R PORTFOLIO",
        "DATA_STEWARD": "RU ALL (masked)",
        "FIELD_OFFICER": "R OWN (open work orders)",
        "FINANCE": "R BRANCH (name, identifiers, bills)",
        "COMPLIANCE": "X ALL (break-glass)",
        "SYSTEM": "RCU ALL",
    },
    "change_request": {
        "SUPERVISOR": "RC BRANCH",
        "AGENT": "RC BRANCH",
        "RM": "RC PORTFOLIO",
        "DATA_STEWARD": "RA ALL",
        "SYSTEM": "RCA ALL",
    },
    "case": {
        "SUPERVISOR": "RCUAB BRANCH; X? BRANCH",
        "AGENT": "RC BRANCH; U OWN",
        "RM": "R PORTFOLIO (status summary)",
        "COMPLIANCE": "R ALL (break-glass)",
        "SYSTEM": "RCUA ALL",
    },
    "recovery": {
        "DIRECTOR": "R ALL (aggregates)",
        "SUPERVISOR": "RCUA BRANCH",
        "AGENT": "RU OWN",
        "RM": "R PORTFOLIO",
        "COMPLIANCE": "R ALL",
        "SYSTEM": "RCUA ALL",
    },
    "knowledge": {"SUPERVISOR": "RCUA BRANCH", "AGENT": "R ALL", "RM": "R ALL", "COMPLIANCE": "R ALL"},
    "consent": {
        "SUPERVISOR": "RUA BRANCH",
        "AGENT": "RU BRANCH",
        "RM": "R PORTFOLIO",
        "MARKETING": "R ALL (status)",
        "COMPLIANCE": "RX ALL",
        "SYSTEM": "RU ALL",
    },
    "task": {
        "SUPERVISOR": "RCUA BRANCH",
        "AGENT": "RCU OWN",
        "RM": "RCU OWN",
        "MARKETING": "RU OWN",
        "COMPLIANCE": "RU OWN",
        "ADMIN": "RU OWN",
        "DATA_STEWARD": "RU OWN",
        "FIELD_OFFICER": "RU OWN",
        "FINANCE": "RU OWN",
        "SYSTEM": "RCUA ALL",
    },
    "lead": {"SUPERVISOR": "RAB BRANCH", "AGENT": "C BRANCH", "RM": "RCU OWN", "MARKETING": "C ALL (no contact data)", "SYSTEM": "RCUA ALL"},
    "activity": {"SUPERVISOR": "R BRANCH", "AGENT": "C BRANCH", "RM": "RCU OWN", "SYSTEM": "RC ALL"},
    "portfolio": {"SUPERVISOR": "RA BRANCH", "AGENT": "R BRANCH", "RM": "R OWN", "ADMIN": "M ALL", "DATA_STEWARD": "R BRANCH", "SYSTEM": "RCUA ALL"},
    "campaign": {
        "DIRECTOR": "R ALL (report)",
        "SUPERVISOR": "RA ALL",
        "RM": "R OWN (campaigns that gave me leads)",
        "MARKETING": "RCU ALL",
        "COMPLIANCE": "RA ALL",
        "SYSTEM": "RCU ALL",
    },
    "merchant": {"RM": "R ALL", "MARKETING": "RCU ALL"},
    "recommendation": {"RM": "RCU PORTFOLIO", "MARKETING": "RCU ALL", "SYSTEM": "RCU ALL"},
    "followup": {
        "DIRECTOR": "R ALL (aggregates)",
        "SUPERVISOR": "R BRANCH; X? BRANCH",
        "AGENT": "RU OWN (log a follow-up)",
        "COMPLIANCE": "R ALL",
        "ADMIN": "R ALL (masked)",
        "SYSTEM": "RCUA ALL",
    },
    "work_order": {
        "DIRECTOR": "R ALL (aggregates)",
        "SUPERVISOR": "RCUAB BRANCH; X? BRANCH",
        "AGENT": "C BRANCH",
        "DATA_STEWARD": "RU BRANCH (coordinates)",
        "FIELD_OFFICER": "RU OWN",
        "FINANCE": "R BRANCH",
        "SYSTEM": "RCUA ALL",
    },
    "billing": {
        "DIRECTOR": "R ALL (aggregates)",
        "SUPERVISOR": "RA BRANCH",
        "AGENT": "R BRANCH (status, amount due)",
        "RM": "R PORTFOLIO (status)",
        "COMPLIANCE": "R ALL",
        "FIELD_OFFICER": "R OWN (summary)",
        "FINANCE": "RCUAXB BRANCH",
        "SYSTEM": "RCU ALL",
    },
    "journal": {"DIRECTOR": "R ALL (aggregates)", "COMPLIANCE": "R ALL", "FINANCE": "RCAX ALL", "SYSTEM": "RC ALL"},
    "network": {
        "DIRECTOR": "R ALL (aggregates)",
        "SUPERVISOR": "RCUA BRANCH",
        "AGENT": "RC BRANCH",
        "ADMIN": "M ALL (areas)",
        "FIELD_OFFICER": "RU OWN",
        "FINANCE": "R BRANCH",
    },
    "rights_request": {"SUPERVISOR": "R BRANCH", "AGENT": "C BRANCH", "COMPLIANCE": "RCUAX ALL", "SYSTEM": "RCU ALL"},
    "break_glass": {"SUPERVISOR": "A BRANCH", "COMPLIANCE": "CA ALL", "ADMIN": "C ALL", "SYSTEM": "RCU ALL"},
    "audit": {"COMPLIANCE": "RX ALL", "ADMIN": "R OWN", "SYSTEM": "R ALL"},
    "suspicion": {"COMPLIANCE": "RU ALL", "SYSTEM": "RCU ALL"},
    "data_quality": {"SUPERVISOR": "A BRANCH", "DATA_STEWARD": "RCUB ALL", "SYSTEM": "RCU ALL"},
    "import": {"COMPLIANCE": "R ALL", "ADMIN": "M ALL", "DATA_STEWARD": "RC BRANCH", "SYSTEM": "RCM ALL"},
    "configuration": {"COMPLIANCE": "R ALL", "ADMIN": "M ALL", "SYSTEM": "RM ALL"},
    # Sensitivity tiers (1.3); tier 3 also opens to the creator and the assignee of a case, which its own policy says.
    "tier2": {
        "SUPERVISOR": "R BRANCH",
        "AGENT": "R BRANCH",
        "RM": "R PORTFOLIO",
        "DATA_STEWARD": "R BRANCH",
        "FINANCE": "R BRANCH",
        "FIELD_OFFICER": "R OWN",
        "SYSTEM": "R ALL",
    },
    "tier3": {"SUPERVISOR": "R BRANCH", "SYSTEM": "R ALL"},
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


def shipped_grants() -> Iterator[ShippedGrant]:
    """The default table, one row for each role, resource and action."""
    for resource, cells in TABLE.items():
        for role_key, cell in cells.items():
            for part in cell.split("; "):
                match = _CELL.match(part)
                if match is None:
                    raise ValueError(f"{resource} for {role_key}: {part!r} is no grant")
                actions, reach, limit = match.groups()
                for action, switched in re.findall(r"([RCUAXBM])(\??)", actions):
                    yield ShippedGrant(role_key, resource, action, Reach[reach], limit or "", bool(switched))
