"""What the operations of oversight take and give."""
