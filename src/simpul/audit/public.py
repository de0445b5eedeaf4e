"""The audit trail's door."""

from simpul.audit.actions import LABELS, Action, label
from simpul.audit.selectors import SealFacts, SealingFacts, acts_counted, acts_under, sealing, seals_of, views_drawn
from simpul.audit.services import record, together

__all__ = ["LABELS", "Action", "SealFacts", "SealingFacts", "acts_counted", "acts_under", "label", "record", "sealing", "seals_of", "together", "views_drawn"]
