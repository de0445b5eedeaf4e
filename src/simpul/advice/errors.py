"""What advice refuses."""

from __future__ import annotations

from simpul.platform.errors import Forbidden, NotFound
from simpul.platform.text import Text


class AlertNotFound(NotFound):
    """This alert does not stand for the customer."""

    title = Text(id="Peringatan ini tidak ada pada nasabah", en="The customer has no such alert")


class AlertMustStay(Forbidden):
    """This alert is never put aside."""

    title = Text(id="Peringatan ini tidak dapat disembunyikan", en="This alert cannot be hidden")
