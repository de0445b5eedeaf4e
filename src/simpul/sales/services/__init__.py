"""Changing leads, opportunities and what they are worded by."""
