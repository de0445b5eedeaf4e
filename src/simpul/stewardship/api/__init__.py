"""The operations on the rights of the person."""
