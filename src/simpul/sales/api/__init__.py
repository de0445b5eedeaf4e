"""The operations of sales."""
