"""What the domain of $plural refuses."""

from __future__ import annotations

from simpul.platform.errors import NotFound
from simpul.platform.text import Text


class ${Entity}NotFound(NotFound):
    """No such $entity within the caller's reach."""

    title = Text(id="$Title tidak ditemukan", en="$Title not found")


class ${Entity}CustomerNotFound(NotFound):
    """No such customer within the caller's reach."""

    title = Text(id="Nasabah tidak ditemukan", en="Customer not found")
