"""Message templates, changed and rendered."""
