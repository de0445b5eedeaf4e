"""Advice and alerts."""
