"""Segments and campaigns of the demonstration."""
