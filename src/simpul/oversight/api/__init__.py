"""Oversight over HTTP: the trail, and how the installation works."""
