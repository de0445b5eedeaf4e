"""Workflow over HTTP."""
