"""What workflow's operations take and give."""
