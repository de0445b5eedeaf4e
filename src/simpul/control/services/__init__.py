"""Proposing guarded changes, deciding about them, and telling of them."""
