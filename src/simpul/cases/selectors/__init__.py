"""Reading what cases are handled by."""
