"""Reading workflow's records."""
