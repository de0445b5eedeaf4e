"""Amounts of money: Decimal with two places, never float."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

CENT = Decimal("0.01")


def rounded(amount: Decimal) -> Decimal:
    """The amount at two places, half to even."""
    return amount.quantize(CENT, rounding=ROUND_HALF_EVEN)
