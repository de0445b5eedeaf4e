"""What the audit trail states about itself."""

from __future__ import annotations

from simpul.audit.actions import Action
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

RESOURCES = {
    "audit": Resource(
        Text(id="Jejak audit", en="Audit trail"),
        "control",
        "RX",
        grants={
            "COMPLIANCE": "RX ALL",
            "ADMIN": "R OWN",
            "SYSTEM": "R ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.audit import services
    from simpul.platform import ports

    return Parts(entries=[ports.Plug(ports.record_list, services.record_list), ports.Plug(ports.record_refusal, services.record_refusal)])


# What the trail names and no page of its own shows.
OBJECTS = {
    "AUDIT": Text(id="Jejak audit", en="Audit trail"),
    "BUDGET": Text(id="Jatah baris", en="Row budget"),
    "EXPORT": Text(id="Ekspor", en="Export"),
    "INSTALLATION": Text(id="Instalasi", en="Installation"),
    "OPERATION": Text(id="Operasi", en="Operation"),
}

DOMAIN = Domain("audit", schema="audit", resources=RESOURCES, acts=Action, parts=_parts, objects=OBJECTS)
