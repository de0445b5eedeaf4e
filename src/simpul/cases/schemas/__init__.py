"""What the operations take and give."""
