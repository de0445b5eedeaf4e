"""The audit trail's door."""

from simpul.audit.actions import Action, ActUnknown, Outcome, label, labels, object_label, object_labels, outcome_labels
from simpul.audit.selectors import SealFacts, SealingFacts, acts_counted, acts_under, sealing, seals_of, views_drawn
from simpul.audit.services import AuditedChange, RecordedAct, audited_change, marked, overheard, record, together

__all__ = [
    "ActUnknown",
    "Action",
    "AuditedChange",
    "Outcome",
    "RecordedAct",
    "SealFacts",
    "SealingFacts",
    "acts_counted",
    "acts_under",
    "audited_change",
    "label",
    "labels",
    "marked",
    "object_label",
    "object_labels",
    "outcome_labels",
    "overheard",
    "record",
    "sealing",
    "seals_of",
    "together",
    "views_drawn",
]
