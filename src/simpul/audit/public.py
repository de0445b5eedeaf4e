"""The audit trail's door."""

from simpul.audit.actions import LABELS, Action, label
from simpul.audit.selectors import SealFacts, SealingFacts, sealing, seals_of
from simpul.audit.services import record

__all__ = ["LABELS", "Action", "SealFacts", "SealingFacts", "label", "record", "sealing", "seals_of"]
