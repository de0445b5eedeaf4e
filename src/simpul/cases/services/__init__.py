"""Changing what cases are handled by."""
