"""Branches, units and users of a new installation, from CSV files."""
