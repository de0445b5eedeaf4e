"""Who may do what with workflow's records."""
