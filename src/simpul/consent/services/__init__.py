"""Changing consent: verifying the customer first, then the change, or a request for it that waits for a supervisor."""
