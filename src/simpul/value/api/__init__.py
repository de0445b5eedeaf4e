"""Customer value over HTTP."""
