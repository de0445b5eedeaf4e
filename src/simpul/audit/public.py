"""The audit trail's door."""

from simpul.audit.actions import Action, ActUnknown, Outcome, label, labels, object_label, object_labels, outcome_labels
<<<<<<< HEAD
from simpul.audit.selectors import SealFacts, SealingFacts, acts_counted, acts_under, sealing, seals_of, views_drawn
from simpul.audit.services import AuditedChange, RecordedAct, acts_overheard, audited_change, record, rows_marked, together
=======
from simpul.audit.selectors import SealFacts, SealingFacts, ShippingFacts, acts_counted, acts_under, sealing, seals_of, shipping_state, views_drawn
from simpul.audit.services import AuditedChange, audited_change, record, together
>>>>>>> 8eddeb749fd9c89443c633213f81748a46a8803f

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
    "shipping_state",
    "together",
    "views_drawn",
]
