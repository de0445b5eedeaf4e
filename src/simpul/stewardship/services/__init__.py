"""Changing what stewardship keeps."""
