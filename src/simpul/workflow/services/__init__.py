"""Changing workflow's records."""
