"""The audit trail's door."""

from simpul.audit.actions import LABELS, Action, label
from simpul.audit.selectors import SealFacts, seals_of
from simpul.audit.services import record

__all__ = ["LABELS", "Action", "SealFacts", "label", "record", "seals_of"]
