"""The operations on the inbox and on messages to customers."""
