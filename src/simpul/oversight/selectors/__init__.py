"""What oversight reads."""
