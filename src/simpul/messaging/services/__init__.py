"""What changes notices and messages."""
