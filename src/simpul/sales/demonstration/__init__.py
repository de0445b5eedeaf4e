"""Leads and opportunities of the demonstration."""

from simpul.sales.demonstration.pipeline import DEMONSTRATION

__all__ = ["DEMONSTRATION"]
