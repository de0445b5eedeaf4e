"""What changes segments and campaigns."""
