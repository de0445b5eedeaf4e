"""The audit trail's door."""

from simpul.audit.actions import Action, ActUnknown, Outcome, label, labels, object_label, object_labels, outcome_labels
from simpul.audit.selectors import SealFacts, SealingFacts, ShippingFacts, acts_counted, acts_under, sealing, seals_of, shipping_state, views_drawn
from simpul.audit.services import AuditedChange, audited_change, record, together

__all__ = [
    "ActUnknown",
    "Action",
    "AuditedChange",
    "Outcome",
    "SealFacts",
    "SealingFacts",
    "ShippingFacts",
    "acts_counted",
    "acts_under",
    "audited_change",
    "label",
    "labels",
    "object_label",
    "object_labels",
    "outcome_labels",
    "record",
    "sealing",
    "seals_of",
    "shipping_state",
    "together",
    "views_drawn",
]
