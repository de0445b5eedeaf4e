"""The door to transactions."""

from simpul.value.selectors import accounts, activity, balances_among, inflows_among, no_activity
from simpul.value.services import transactions_recount

__all__ = ["accounts", "activity", "balances_among", "inflows_among", "no_activity", "transactions_recount"]
