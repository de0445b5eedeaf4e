"""What advice refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class AlertNotFound(NotFound):
    """This alert does not stand for the customer."""

    title = Text(id="Peringatan ini tidak ada pada nasabah", en="The customer has no such alert")


class AlertMustStay(Forbidden):
    """This alert is never put aside."""

    title = Text(id="Peringatan ini tidak dapat disembunyikan", en="This alert cannot be hidden")


class AdviceNotFound(NotFound):
    """This advice does not stand for the customer, or no longer."""

    title = Text(id="Saran ini tidak berlaku lagi", en="This advice does not stand any more")


class AdviceIsDecided(Conflict):
    """Somebody decided about this advice, and it has not come back since."""

    title = Text(id="Saran ini sudah diputuskan", en="This advice is decided already")


class AdviceCannotBeUndone(Conflict):
    """Only the own decision is taken back, while nothing has come of it."""

    title = Text(id="Putusan ini tidak dapat dibatalkan", en="This decision cannot be taken back")


class AdviceRuleNotFound(NotFound):
    """There is no such rule."""

    title = Text(id="Aturan saran tidak ditemukan", en="There is no such rule of advice")
