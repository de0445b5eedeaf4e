"""The door to transactions."""

from simpul.value.selectors import accounts, activity, no_activity

__all__ = ["accounts", "activity", "no_activity"]
