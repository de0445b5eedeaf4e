"""The audit trail's door."""

from simpul.audit.actions import LABELS, Action, label
from simpul.audit.services import record

__all__ = ["LABELS", "Action", "label", "record"]
