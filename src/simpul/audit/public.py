"""The audit trail's door."""

from simpul.audit.actions import Action, ActUnknown, Outcome, label, labels, object_label, object_labels, outcome_labels
from simpul.audit.selectors import SealFacts, SealingFacts, ShippingFacts, acts_counted, acts_under, sealing, seals_of, shipping_states, views_drawn
from simpul.audit.services import AuditedChange, RecordedAct, acts_overheard, audited_change, record, rows_marked, together

__all__ = [
    "ActUnknown",
    "Action",
    "AuditedChange",
    "Outcome",
    "RecordedAct",
    "SealFacts",
    "SealingFacts",
    "ShippingFacts",
    "acts_counted",
    "acts_overheard",
    "acts_under",
    "audited_change",
    "label",
    "labels",
    "object_label",
    "object_labels",
    "outcome_labels",
    "record",
    "rows_marked",
    "sealing",
    "seals_of",
    "shipping_states",
    "together",
    "views_drawn",
]
