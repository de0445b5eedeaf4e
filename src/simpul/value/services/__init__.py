"""Counting transactions and scoring customers."""
