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

DOMAIN = Domain("imports", resources=RESOURCES)
