"""What reads notices and messages."""
