"""What imports state about themselves."""

from __future__ import annotations

from simpul.platform.domain import Domain, Resource
from simpul.platform.text import Text

RESOURCES = {
    "import": Resource(
        Text(id="Impor data", en="Data imports"),
        "system",
        "RCM",
        grants={
            "COMPLIANCE": "R ALL",
            "ADMIN": "M ALL",
            "DATA_STEWARD": "RC BRANCH",
            "SYSTEM": "RCM ALL",
        },
    ),
}

# What the trail names and no page of its own shows.
OBJECTS = {
    "IMPORT": Text(id="Impor", en="Import"),
}

DOMAIN = Domain("imports", resources=RESOURCES, objects=OBJECTS)
