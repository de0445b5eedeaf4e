"""Reading segments and campaigns."""
