"""What the operations of emergency access take and give."""
