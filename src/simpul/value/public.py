"""The door to transactions."""

from simpul.value.selectors import accounts, activity, no_activity
from simpul.value.services import transactions_recount

__all__ = ["accounts", "activity", "no_activity", "transactions_recount"]
